// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// Rows in batches give the ledger that the same rows give one by one.
///
/// A rule over two columns that never holds makes every row a record, so each text is read both
/// ways.
@Suite struct RegularRowTests {
  @Test(arguments: 0..<60)
  func batchesGiveWhatRecordsGive(seed: Int) throws {
    var torture = Torture(seed: seed)
    let text = torture.text()
    let batches = try Self.ledger(text, torture, seed)
    let records = try Self.ledger(text, torture, seed) {
      $0.exclude.append(
        .init(try Expression(parsing: "Kunde = 'nobody' and Beleg = 'at all'"))
      )
    }
    Self.expectEqual(batches, records, "seed \(seed)")
  }

  @Test(arguments: [TextEncoding.windows1252, .cp850, .utf8])
  func readsCodePagesInBatches(encoding: TextEncoding) throws {
    let letter: [UInt8] =
      switch encoding {
      case .windows1252: [0xFC]
      case .cp850: [0x81]
      default: Array("ü".utf8)
      }
    var bytes = Array("Kunde;Name;Umsatz\n".utf8)
    for row in 0..<3000 {
      bytes += Array("k\(row % 7);M".utf8) + letter + Array("ller;1.234,5\(row % 10)\n".utf8)
    }
    let found = try AccountsTests.ledger(bytes: bytes) {
      $0.format.encoding = encoding
      $0.name = ColumnReference("Name")
    }
    #expect(found.rows.used == 3000)
    #expect(found.accounts.indices.allSatisfy { found.names[$0].map(\.text) == ["Müller"] })
    #expect(found.accounts.indices.flatMap { found.names[$0].map(\.rows) }.reduce(0, +) == 3000)
    #expect(try found.control().parsed == 300 * (10 * 12_345_000 + 4500))
  }

  @Test func asksForTheOrderOfDatesWhenOneDependsOnIt() throws {
    let rows = (0..<5000).map { "k1;2025-01-\($0 % 20 + 10);1\n" }.joined()
    let text = "Kunde;Tag;Umsatz\n" + rows
    let day: (inout SourceMapping) -> Void = { $0.period = .column(ColumnReference("Tag")) }
    #expect(try Self.months(text, day) == ["2025-01"])
    let american = text + "k1;02/03/2025;1\nk1;02/13/2025;1\n"
    #expect(try Self.months(american, day) == ["2025-01", "2025-02"])
    let open = text + "k1;02/03/2025;1\n"
    #expect(try AccountsTests.ledger(open, day).blocking.map(\.code) == ["K-D021"])
  }

  @Test func sumsBeyondSixtyFourBitsStayExact() throws {
    let row = "k1;900000000000000\n"
    let found = try AccountsTests.ledger("Kunde;Umsatz\n" + String(repeating: row, count: 3000))
    #expect(found.cells.sums == [9_000_000_000_000_000_000 * 3000])
    #expect(found.cells.rowCounts == [3000])
  }

  @Test(arguments: [
    ("<", "-0.5", ["-0,5", "-0,49", "0", "99"], ["-0,5001", "-1"]),
    ("<=", "0", ["0,0001", "1"], ["0", "-0", "-0,0001"]),
    (">", "2", ["2", "-9"], ["2,0001", "3"]),
    (">=", "0.1", ["0,0999", "0"], ["0,1", "0,1001"]),
    ("<", "0.00005", ["0,0001"], ["0", "-0,0001"]),
  ])
  func leavesRowsAloneThatARuleDoesNotConcern(
    _ sign: String,
    _ limit: String,
    _ kept: [String],
    _ excluded: [String]
  ) throws {
    let rows = (kept + excluded).map { "k1;\($0);1\n" }.joined()
    let found = try AccountsTests.ledger("Kunde;Menge;Umsatz\n" + rows) {
      $0.exclude.append(.init(try Expression(parsing: "Menge \(sign) \(limit)")))
    }
    #expect(found.rows.used == kept.count && found.rows.setAside == excluded.count)
  }

  private static func months(
    _ text: String,
    _ configure: (inout SourceMapping) -> Void
  ) throws -> [String] {
    let found = try AccountsTests.ledger(text, configure)
    return found.sums.periods.map { Period(index: Int($0)).description }
  }

  // MARK: Both ways

  private static func ledger(
    _ text: String,
    _ torture: Torture,
    _ seed: Int,
    _ more: (inout SourceMapping) throws -> Void = { _ in }
  ) throws -> SourceLedger {
    try AccountsTests.ledger(text) {
      $0.period = .column(ColumnReference("Monat"))
      $0.currency = .column(ColumnReference("WKZ"), map: [:])
      $0.name = ColumnReference("Name")
      $0.format.decimal = .comma
      $0.values.append(ValueMapping("margin", column: ColumnReference("DB")))
      if torture.countsPieces { $0.values[1].kind = .number }
      try Self.addRules(to: &$0, seed)
      try more(&$0)
    }
  }

  /// Units, ranges, rules and columns in two roles, which decide about single rows.
  private static func addRules(to mapping: inout SourceMapping, _ seed: Int) throws {
    if seed % 2 == 1 { mapping.values[0].unitFactor = ExactDecimal(1000, scale: 0) }
    if seed % 3 == 1 { mapping.values[0].minimum = ExactDecimal(-2, scale: 0) }
    if seed % 5 < 2 { mapping.values[1].maximum = ExactDecimal(15, scale: 1) }
    if seed % 7 < 3 {
      mapping.exclude.append(.init(try Expression(parsing: "not (Name != 'A')")))
      mapping.exclude.append(.init(try Expression(parsing: "starts_with(Beleg, 'RE1')")))
    }
    if seed % 13 < 6 {
      let sign = ["<", "<=", ">", ">="][seed % 4]
      mapping.exclude.append(.init(try Expression(parsing: "DB \(sign) 0.5")))
      mapping.exclude.append(.init(try Expression(parsing: "Umsatz < -1.23456")))
    }
    if seed % 11 < 5 {
      mapping.attributes = [("account", "Kunde"), ("document", "Beleg"), ("name", "Name")].map {
        AttributeMapping($0.0, column: ColumnReference($0.1))
      }
    }
  }

  private static func expectEqual(_ a: SourceLedger, _ b: SourceLedger, _ label: Comment) {
    #expect(a.rows == b.rows, label)
    #expect(a.accounts == b.accounts, label)
    for account in a.accounts.indices {
      #expect(a.names[account] == b.names[account], label)
      for (one, other) in zip(a.attributes, b.attributes) {
        #expect(one.texts[account] == other.texts[account], label)
      }
    }
    #expect(a.controls == b.controls, label)
    #expect(a.rejects == b.rejects, label)
    #expect(a.findings == b.findings, label)
    #expect(a.blocking == b.blocking, label)
    #expect(sums(a) == sums(b), label)
  }

  /// The sums by account, month and currency, in an order of their own.
  private static func sums(_ ledger: SourceLedger) -> [String] {
    let cells = ledger.cells
    let width = ledger.sums.values.count
    return cells.keys.enumerated().map { place, key in
      let own = place * width..<(place + 1) * width
      return "\(key.account) \(key.period) \(ledger.sums.currencies[Int(key.currency)]) "
        + "\(cells.sums[own]) \(cells.rowCounts[own]) \(cells.missingCounts[own])"
    }.sorted()
  }
}

/// Rows that are mostly regular, with everything in between that exports have.
private struct Torture {
  private var state: UInt64
  /// Whether the second value is a plain number.
  let countsPieces: Bool
  private let accountComesFirst: Bool
  private let lineBreak: String

  init(seed: Int) {
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    countsPieces = seed.isMultiple(of: 3)
    accountComesFirst = !seed.isMultiple(of: 4)
    lineBreak = seed.isMultiple(of: 5) ? "\r\n" : "\n"
  }

  mutating func text() -> String {
    var text =
      "Umsatzliste 3\(lineBreak)" + line("Kunde", "Beleg", "Name", "Monat", "WKZ", "Umsatz", "DB")
    for _ in 0..<400 {
      text += draw(12) == 0 ? oddLine() : plainLine()
    }
    return text
  }

  private func line(_ account: String, _ document: String, _ rest: String...) -> String {
    let first = accountComesFirst ? [account, document] : [document, account]
    return (first + rest).joined(separator: ";") + lineBreak
  }

  private mutating func plainLine() -> String {
    line(
      pick(["k1", "k2", "0003", "\"k4\"", "Gemeinschaftspraxis Dr. Wöhrle", "k\(draw(40))"]),
      pick(["RE\(draw(99))", "\(draw(9999))", "\"7\"", "Total \(draw(3))"]),
      pick(["A", "\"Müller, Söhne; Co\"", "\"Say \"\"hi\"\" AG\"", "", " B "]),
      pick(["2025-01", "2025-02", "03.2025", "\"01.04.2025\""]),
      pick(["EUR", "EUR", "USD", "€"]),
      pick(["1", "-2,5", "1.234,56", "\"12.345,6789\"", "", "0,00", "-1.000", "7,"]),
      pick(["1", "2,25", "-", "n. b.", "", "-0,5"])
    )
  }

  private mutating func oddLine() -> String {
    let others = [
      "", ";;;;;;", "---;---;;;;;", "Summe;;;;;1.000,00;2,00", ";;Summe;;;1,00;",
      "k1 Ergebnis;;;;;5;", "k1;x", "k1;RE1;A;nie;EUR;1;1", "k2;RE2;B;2025-01;Dollar;1;1",
      ";RE3;A;2025-01;EUR;1;1", "k1;RE4;A;2025-01;EUR;12,x;1", "k1;RE5;A;2025-01;EUR;1 USD;1",
      "k1;RE6;\"A;2025-01;EUR;1;1", "k1;RE7;\"A\nB\";2025-01;EUR;1;1", "Stand: 31.12.2025",
      "k1;RE8;A\"B;2025-01;EUR;1,23456;1", "k1;RE9;A;2025-01;EUR;99999999999999999999;1",
      "k1;RE1;A;2025-01;EUR;1;1;", "k1;RE1;A;2025-01;EUR;1;1;x", "'0003;RE;A;2025-01;EUR;1;1",
      "=\"0003\";RE;A;2025-01;EUR;(1,00);5%", "* k1;1;A;2025-01;EUR;1;1",
      "Kunde;Beleg;Name;Monat;WKZ;Umsatz;DB", "k1;RE1;A;2025-01;EUR;1.23,4;1'000",
      "Umsatzliste 12;;;;;;", ";Umsatzliste 9", "Umsatzliste 1;;;2025-01;EUR;1;1", "Seite 2",
      "Seite 7;RE;A;2025-01;EUR;1;1",
    ]
    return pick(others) + lineBreak
  }

  private mutating func pick(_ texts: [String]) -> String { texts[draw(texts.count)] }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func draw(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(count))
  }
}
