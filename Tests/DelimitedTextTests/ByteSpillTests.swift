// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

@Suite struct ByteSpillTests {
  @Test(arguments: [0, 1, 7, 64, 1 << 20])
  func givesWhatWasAddedWhereverItStands(mostInMemory: Int) {
    var spill = ByteSpill(mostInMemory: mostInMemory)
    var expected: [UInt8] = []
    for size in [0, 1, 5, 0, 63, 64, 65, 1000] {
      let part = (0..<size).map { UInt8(truncatingIfNeeded: $0 &+ expected.count) }
      spill.append(part)
      expected += part
      #expect(spill.count == expected.count)
    }
    let content = spill.content()
    #expect(content.bytes(0..<content.count) == expected)
    #expect(content.bytes(60..<140) == Array(expected[60..<140]))
    #expect(!content.isOpenFile)
  }

  @Test func holdsNothingToo() {
    #expect(ByteSpill().content().count == 0)
    #expect(ByteSpill(mostInMemory: 0).content().count == 0)
  }

  @Test func recodesPairsAcrossParts() throws {
    // One blank more or less moves the halves of each pair over the seams between parts.
    for blanks in 0..<2 {
      let cell = String(repeating: "x", count: blanks) + String(repeating: "😀", count: 400_000)
      let text = "a;b\n1;\(cell)\n"
      var bytes: [UInt8] = [0xFF, 0xFE]
      for unit in text.utf16 { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
      let table = try DelimitedTable(bytes: bytes, settings: FormatSettings())
      #expect(table.data == [["1", cell]])
    }
  }
}
