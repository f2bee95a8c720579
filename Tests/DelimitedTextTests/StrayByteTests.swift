// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

/// Files that are text but for a few bytes.
@Suite struct StrayByteTests {
  /// An export of so many rows with umlauts, CR LF at the ends of its lines.
  private func export(rows: Int) -> [UInt8] {
    Array("Kunde;Name\r\n".utf8)
      + (1...rows).flatMap { row in Array("\(row);Müller Größe\r\n".utf8) }
  }

  private func table(
    _ bytes: [UInt8],
    _ encoding: TextEncoding? = nil
  ) throws -> DelimitedTable {
    var settings = FormatSettings()
    settings.encoding = encoding
    return try DelimitedTable(bytes: bytes, settings: settings)
  }

  @Test(arguments: [nil, TextEncoding.utf8])
  func readsAFewBytesOfWindowsAmidUTF8(_ setting: TextEncoding?) throws {
    let foreign: [UInt8] = Array("41;J".utf8) + [0xFC] + Array("rgen ".utf8) + [0x80, 13, 10]
    let found = try table(export(rows: 40) + foreign + Array("42;Zoë\r\n".utf8), setting)
    #expect(found.format.encoding == .utf8)
    #expect(found.format.strays == StrayBytes(nuls: 0, foreign: 2, line: 42))
    #expect(found.data.suffix(3) == [["40", "Müller Größe"], ["41", "Jürgen €"], ["42", "Zoë"]])
  }

  @Test func leavesNulBytesOut() throws {
    let found = try table(export(rows: 100) + Array("101;Ab\u{0}c\u{0}\r\n".utf8))
    #expect(found.format.strays == StrayBytes(nuls: 2, foreign: 0, line: 102))
    #expect(found.data.last == ["101", "Abc"])
    let windows: [UInt8] = [0x4D, 0xFC, 0, 0x6C]
    let plain = (1...200).map { "\($0);Anton\r\n" }.joined()
    let page = try table(Array("Kunde;Name\r\n\(plain)1;".utf8) + windows)
    #expect(page.format.encoding == .windows1252 && page.data.last == ["1", "Mül"])
    #expect(page.format.strays == StrayBytes(nuls: 1, foreign: 0, line: 202))
  }

  @Test func refusesManyNulBytes() {
    let two = Array("a;b\u{0}\r\n".utf8) + export(rows: 20)
    #expect(throws: DelimitedTextError.binary(offset: 3)) { try table(two) }
    let late = export(rows: 100_000) + Array(repeating: 0, count: 4000)
    #expect(throws: DelimitedTextError.self) { try table(late) }
  }

  /// `ß“` looks like a sequence of UTF-8 in windows-1252.
  @Test func takesTypographicQuotesForWindows() throws {
    let quoted: [UInt8] = [0x84] + Array("Spa".utf8) + [0xDF, 0x93]
    let rows: [UInt8] = (1...50).flatMap { row in Array("\(row);".utf8) + quoted + [10] }
    let found = try table(Array("Kunde;Name\n".utf8) + rows)
    #expect(found.format.encoding == .windows1252 && found.format.strays == nil)
    #expect(found.data.first == ["1", "„Spaß“"])
  }

  @Test func takesFewLettersOfWindowsForWindows() throws {
    let found = try table(Array("Kunde;Name\n1;M".utf8) + [0xFC] + Array("ller\n".utf8))
    #expect(found.format.encoding == .windows1252 && found.data == [["1", "Müller"]])
  }

  @Test(arguments: 1...7)
  func findsTheSameInPartsOfAnySize(_ size: Int) {
    let bytes = Array("aä€😎".utf8) + [0, 0xFC, 13, 10, 0xE2, 0x82, 13, 0xF0] + Array("ß".utf8)
    var whole: [UInt8] = []
    var rewriting = StrayByteRewriting()
    _ = rewriting.rewrite(bytes, .last, into: &whole)
    #expect(String(decoding: whole, as: UTF8.self) == "aä€😎ü\r\nâ‚\rðß")
    #expect(rewriting.strays == StrayBytes(nuls: 1, foreign: 4, line: 1))
    var (parts, result, rest) = (StrayByteRewriting(), [UInt8](), [UInt8]())
    for start in stride(from: 0, to: bytes.count, by: size) {
      rest += bytes[start..<min(start + size, bytes.count)]
      let end: PartEnd = start + size >= bytes.count ? .last : .open
      rest.removeFirst(parts.rewrite(rest, end, into: &result))
    }
    #expect(result == whole && parts.strays == rewriting.strays)
  }
}
