// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

@Suite struct TextInternerTests {
  /// Texts of every length to 40, and for each of their bytes one that differs there alone.
  private static var texts: [String] {
    (0...40).flatMap { length in
      let plain = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      return [plain]
        + plain.indices.map { place in
          var other = plain
          other[place] = UInt8(ascii: "b")
          return other
        }
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func tellsTextsApartByEveryByte() {
    var interner = TextInterner()
    let texts = Self.texts
    for (number, text) in texts.enumerated() { #expect(interner.index(of: text) == number) }
    for (number, text) in texts.enumerated() { #expect(interner.index(of: text) == number) }
    #expect(interner.texts == texts)
  }

  @Test func remembersNoMoreTextsThanTheLimit() throws {
    let bytes = Array("a;b\nx;1\ny;1\nx;1\nz;1\ny;1\nz;1\n".utf8)
    let table = try DelimitedTable(bytes: bytes, settings: FormatSettings())
    var memo = TextMemo<String>(limit: 2)
    var asked: [String] = []
    var facts: [String] = []
    table.forEachRecord { record in
      let fact = memo.fact(of: record, column: 0) { record in
        asked.append(record.text(0))
        return record.text(0)
      }
      facts.append(fact)
    }
    #expect(facts == ["x", "y", "x", "z", "y", "z"])
    #expect(asked == ["x", "y", "z", "z"])
  }

  @Test func stopsReadingRecordsWhenTold() throws {
    let bytes = Array("a;b\nx;1\ny;1\nz;1\n".utf8)
    let table = try DelimitedTable(bytes: bytes, settings: FormatSettings())
    var texts: [String] = []
    table.readRecords(while: { record in
      texts.append(record.text(0))
      return texts.count < 2
    })
    #expect(texts == ["x", "y"])
  }
}
