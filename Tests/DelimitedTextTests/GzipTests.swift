// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@Suite struct GzipTests {
  /// `Kunde;Umsatz` and `A;1`, as gzip.
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xF3, 0x2E, 0xCD, 0x4B, 0x49, 0xB5,
    0x0E, 0xCD, 0x2D, 0x4E, 0x2C, 0xA9, 0xE2, 0x72, 0xB4, 0x36, 0xE4, 0x02, 0x00, 0x97, 0xF0, 0xE8,
    0xE5, 0x11, 0x00, 0x00, 0x00,
  ]

  private func table(_ bytes: [UInt8]) throws -> DelimitedTable {
    try DelimitedTable(bytes: bytes, settings: FormatSettings())
  }

  @Test func readsAPackedFileAsItsText() throws {
    let table = try table(Self.packed)
    #expect(table.header == ["Kunde", "Umsatz"])
    #expect(table.data == [["A", "1"]])
    #expect(table.format.evidence.first?.english == "unpacked from gzip")
  }

  @Test func readsAllMembersAndThePaddingAfterThem() throws {
    let members = Self.packed + Self.packed + [0, 0, 0]
    #expect(try table(members).rows.map(\.kind) == [.data, .repeatedHeader, .data])
  }

  @Test(arguments: [11, 20, 30, 36])
  func refusesAFileThatEndsEarly(_ length: Int) {
    #expect(throws: DelimitedTextError.damagedGzip) {
      try table(Array(Self.packed.prefix(length)))
    }
  }

  @Test func refusesAWrongCheckSumAndStrayBytes() {
    var wrong = Self.packed
    wrong[wrong.count - 6] ^= 1
    #expect(throws: DelimitedTextError.damagedGzip) { try table(wrong) }
    #expect(throws: DelimitedTextError.damagedGzip) { try table(Self.packed + [1, 2, 3]) }
  }

  @Test func stopsAtTheLimit() throws {
    #expect(try GzipInflation.inflated(FileContent(Self.packed), limit: 17).count == 17)
    #expect(throws: DelimitedTextError.gzipTooLarge(limit: 16)) {
      try GzipInflation.inflated(FileContent(Self.packed), limit: 16)
    }
    #expect(throws: DelimitedTextError.gzipTooLarge(limit: 20)) {
      try GzipInflation.inflated(FileContent(Self.packed + Self.packed), limit: 20)
    }
    #expect(GzipInflation.limit(forCompressed: 1) == 256 << 20)
    #expect(GzipInflation.limit(forCompressed: 10_000_000) == 2_000_000_000)
    #expect(GzipInflation.limit(forCompressed: .max) > 0)
  }

  @Test func leavesOtherBytesAlone() {
    #expect(!GzipInflation.isGzip([0x1F, 0x8B]))
    #expect(!GzipInflation.isGzip(Array("Kunde".utf8)))
    #expect(throws: DelimitedTextError.empty) { try table([]) }
  }
}
