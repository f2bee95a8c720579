// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

/// Whatever the bytes, reading ends, and ends without a trap.
@Suite struct HostileInputTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let pieces: [[UInt8]] =
    [
      ";", ",", "\t", "|", "\"", "\"\"", "'", "\n", "\r\n", "\r", " ", "sep=;", "=\"", "-", "---",
      "1.234,56", "1,234.56", "(", ")", "%", "€", "T€", "Mio", "12k", "1E+", "1E9", "NaN", "#NV",
      "31.01.2025", "Jan 25", "Q1", "KW", "2025", "00", "x", "ä", "\u{A0}", "\u{202F}", "’", "*",
      "Kunde", "99999999999999999999", "\u{FEFF}", "0", ".", ":", "T", "/",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xFE, 0xFF], [0xC3], [0xE2, 0x80], [0x81], [0xED, 0xA0],
    ]

  /// Reads everything that can be asked of a table; the number of records is the answer.
  private func exhaust(_ bytes: [UInt8], _ settings: FormatSettings) -> Int? {
    guard let table = try? DelimitedTable(bytes: bytes, settings: settings) else { return nil }
    var interner = TextInterner()
    var records = 0
    var lastLine = table.format.headerLine
    table.forEachRecord { record in
      records += 1
      #expect(record.line > lastLine)
      lastLine = record.line
      _ = (record.kind, record.rawText(), record.hasSurplusText(beyond: 1))
      for column in -1...record.fieldCount {
        _ = (record.text(column), interner.index(of: record, column: column))
        for style in [NumberStyle.comma, .point] { _ = record.number(column, style: style) }
        for order in DateOrder.allCases {
          _ = record.calendar(column, style: DateStyle(order: order))
        }
      }
    }
    _ = table.numberStyles(ofColumns: [0, 1, 99], settings: settings)
    _ = table.dateStyle(ofColumn: 0, settings: settings)
    return records
  }

  @Test func survivesRandomPieces() {
    var random = Generator(state: 42)
    var readable = 0
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        bytes += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }
      if exhaust(bytes, FormatSettings()) != nil { readable += 1 }
    }
    #expect(readable > 500, "seed 42")
  }

  @Test func survivesRandomBytesInEveryEncoding() {
    var random = Generator(state: 43)
    var readable = 0
    for round in 0..<1000 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        UInt8.random(in: 1...255, using: &random)
      }
      var settings = FormatSettings()
      let encodings = TextEncoding.allCases
      settings.encoding = round % 7 == 6 ? nil : encodings[round % 7 % encodings.count]
      settings.headerRow = round % 3 == 0 ? 1 : nil
      settings.delimiter = round % 5 == 0 ? UInt8.random(in: 0...255, using: &random) : nil
      settings.quote = round % 4 == 0 ? UInt8.random(in: 0...255, using: &random) : nil
      if exhaust(bytes, settings) != nil { readable += 1 }
    }
    #expect(readable > 100, "seed 43")
  }

  @Test func losesNoByteOfAnyRecord() throws {
    var random = Generator(state: 44)
    for _ in 0..<500 {
      var bytes = Array("Kunde;Name\n".utf8)
      for _ in 0..<30 {
        bytes += Self.pieces[Int.random(in: 0..<40, using: &random)]
      }
      var settings = FormatSettings()
      settings.headerRow = 1
      settings.delimiter = UInt8(ascii: ";")
      settings.encoding = .utf8
      let table = try DelimitedTable(bytes: bytes, settings: settings)
      let raws = table.rows.map(\.raw)
      let breaks: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D }
      let joined = raws.joined().utf8.filter { !breaks($0) }
      #expect(joined == bytes.dropFirst(11).filter { !breaks($0) }, "seed 44")
    }
  }

  @Test func readsManyStrayQuotesInLinearTime() throws {
    let table = try table(
      "a;b\n" + String(repeating: "\"x;1\n", count: 20_000)
    ) { $0.delimiter = UInt8(ascii: ";") }
    #expect(table.data.count == 20_000)
  }

  @Test func readsAVeryWideAndAVeryLongRecord() throws {
    let wide = try table(
      (0..<5000).map { "c\($0)" }.joined(separator: ";") + "\n"
        + String(repeating: "1;", count: 4999) + "1\n"
    )
    #expect(wide.header.count == 5000)
    let long = try table("a;b\n" + String(repeating: "x", count: 300_000) + ";1\n")
    #expect(long.data[0][0].utf8.count == 300_000)
  }
}
