// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

@Suite struct SourceReadingTests {
  @Test func countsEveryRowOnce() throws {
    let found = try ledger(
      """
      Bericht Umsatz

      Kunde;Name;Umsatz
      -----;----;------
      k1;Eins;1,00
      CPD;Diverse;2,00

      k1;Eins;4,00;zu viel
      k2
      ;ohne;8,00
      Kunde;Name;Umsatz
      k2;Zwei;16,00;;
      Summe;;31,00
      Stand: heute
      """
    ) {
      $0.format.headerRow = 3
      $0.exclude = [.init(try Expression(parsing: "Kunde = 'CPD'"))]
    }
    #expect(found.counts == [2, 1, 3, 7])
    #expect(found.rows.read == 13)
    #expect(found.rejectCodes == ["K-D003@8", "K-D003@9", "K-D010@10"])
    #expect(found.rejects.map(\.raw) == ["k1;Eins;4,00;zu viel", "k2", ";ohne;8,00"])
    #expect(found.accounts == ["k1", "k2"])
  }

  @Test(
    arguments: [
      ("12,50", "", 125_000, []), ("-12,50", "", -125_000, []), ("12,50-", "", -125_000, []),
      ("1.234,56", "", 12_345_600, []), ("850 T€", "", 8_500_000_000, []),
      ("EUR 1,5 Mio", "", 15_000_000_000, []), ("0", "", 0, []), ("", "", nil, []),
      ("-", "", nil, []),
      ("n. b.", "", nil, ["K-D009"]), ("#NV", "", nil, ["K-D009"]), ("12,x", "", nil, ["K-D005"]),
      ("NaN", "", nil, ["K-D005"]), ("12k", "", nil, ["K-D005"]), ("1,234.56", "", nil, ["K-D005"]),
      ("0,00005", "", 1, ["K-D013"]), ("0,00004", "", 0, ["K-D013"]),
      ("-0,00005", "", -1, ["K-D013"]), ("922337203685477,5807", "", 9_223_372_036_854_775_807, []),
      ("922337203685477,5808", "", nil, ["K-D006"]), ("1E+40", "", nil, ["K-D006"]),
      ("99999999999999999999999999999999999999999", "", nil, ["K-D006"]), ("50 %", "", 5000, []),
      ("1,5", "T€", 15_000_000, []), ("1,5 T€", "T€", 15_000_000, []), ("12,5", "%", 1250, []),
      ("12,5 %", "%", 1250, []), ("Jan 25", "", nil, ["K-D005"]),
      ("*34.567,89", "", nil, ["K-D005"]),
    ] as [(String, String, Int128?, [String])]
  )
  func readsAmountsExactly(
    cell: String,
    unit: String,
    units: Int128?,
    codes: [String]
  ) throws {
    let found = try ledger("Kunde;Umsatz\nk1;\"\(cell)\"\nk2;1,5\n") {
      $0.format.decimal = .comma
      if unit == "T€" { $0.values[0].unitFactor = ExactDecimal(1000, scale: 0) }
      if unit == "%" { $0.values[0].unitFactor = ExactDecimal(1, scale: 2) }
    }
    #expect(found.codes == codes)
    #expect(found.rows.used == 2)
    #expect(found.cells.missingCounts == [units == nil ? 1 : 0, 0])
    #expect(found.cells.sums[0] == units ?? 0)
  }

  @Test func keepsNineDecimalsOfNumbers() throws {
    let found = try ledger("Kunde;Umsatz\nk1;0,123456789\nk1;0,0000000005\nk2;1e30\n") {
      $0.values[0].kind = .number
    }
    #expect(found.cells.sums[0] == 123_456_790)
    #expect(found.codes == ["K-D006", "K-D013"])
    #expect(found.controls.map(\.currency) == [""])
  }

  @Test(arguments: [
    ("5", 1, 0), ("4,9999", 0, 1), ("10", 1, 0), ("10,0001", 0, 1), ("", 0, 1), ("-7", 0, 1),
  ])
  func checksTheRangeAfterTheUnit(cell: String, rows: Int, missing: Int) throws {
    let found = try ledger("Kunde;Umsatz\nk1;\(cell)\nk2;5,5\n") {
      $0.format.decimal = .comma
      $0.values[0].minimum = ExactDecimal(5000, scale: 0)
      $0.values[0].maximum = ExactDecimal(10_000, scale: 0)
      $0.values[0].unitFactor = ExactDecimal(1000, scale: 0)
    }
    #expect(found.cells.rowCounts[0] == rows)
    #expect(found.cells.missingCounts[0] == missing)
    #expect(found.codes == (missing == 1 && cell != "" ? ["K-D008"] : []))
  }

  @Test(
    arguments: [
      ("4711", nil, "4711"), ("0004711", nil, "0004711"), ("=\"0012\"", nil, "0012"),
      ("'0012", nil, "0012"), ("1,00E+05", nil, nil), ("1.00E+05", nil, nil), ("E+05", nil, "E+05"),
      ("4E5", nil, "4E5"), ("", nil, nil), ("Acme (4711)", ".*\\(([0-9]+)\\)", "4711"),
      ("Acme", ".*\\(([0-9]+)\\)", nil), ("K-12", "K-[0-9]+", "K-12"), ("K-12x", "K-[0-9]+", nil),
      ("xK-12", "K-[0-9]+", nil), ("()", "\\((.*)\\)", nil), ("A", "[", "A"),
    ] as [(String, String?, String?)]
  )
  func readsAccountIds(cell: String, pattern: String?, id: String?) throws {
    let quoted = cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    let found = try ledger("Kunde;Umsatz\n\"\(quoted)\";1\n") {
      $0.account.pattern = pattern
      $0.format.headerRow = 1
    }
    #expect(found.accounts == (id.map { [$0] } ?? []))
    #expect(found.rejectCodes == (id == nil ? [cell == "" ? "K-D010@2" : "K-D011@2"] : []))
  }

  @Test(
    arguments: [
      ("001.2025", "2025-01"), ("2025001", "2025-01"), ("01/2025", "2025-01"),
      ("202501", "2025-01"),
      ("Mrz 25", "2025-03"), ("Jän. 2025", "2025-01"), ("31.01.2025", "2025-01"),
      ("Q1 2025", "2025-03"), ("2025", "2025-12"), ("013.2025", "2025-12"), ("016.2025", "2025-12"),
      ("017.2025", nil), ("32.01.2025", nil), ("bald", nil), ("", nil), ("00.00.0000", nil),
    ] as [(String, String?)]
  )
  func readsPeriods(cell: String, month: String?) throws {
    let found = try ledger("Kunde;Monat;Umsatz\nk1;\(cell);1\nk1;2024-01;2\n") {
      $0.period = .column(ColumnReference("Monat"))
    }
    #expect(found.rejectCodes == (month == nil ? ["K-D020@2"] : []))
    let first = found.cells.keys.first.map { Period(index: Int($0.period)).description }
    #expect(first == month ?? "2024-01")
  }

  @Test func anAccountOfRejectedRowsAloneIsNone() throws {
    let found = try ledger("Kunde;Monat;Umsatz\nk1;nie;1\nk2;2025-01;2\n") {
      $0.period = .column(ColumnReference("Monat"))
    }
    #expect(found.accounts == ["k2"])
    #expect(try consolidated([found]).totals() == ["k2=2"])
  }

  @Test(
    arguments: [
      ("EUR", "1", "EUR"), ("usd", "1", "USD"), ("€", "1", "EUR"), ("Euro", "1", "EUR"),
      ("EUR", "1 USD", "USD"), ("EUR", "CHF 1", "CHF"), ("", "1", nil), ("Dollar", "1", nil),
      ("E1R", "1", nil),
    ] as [(String, String, String?)]
  )
  func readsCurrencies(cell: String, amount: String, code: String?) throws {
    let found = try ledger("Kunde;WKZ;Umsatz\nk1;\(cell);\(amount)\n") {
      $0.currency = .column(ColumnReference("WKZ"), map: ["Euro": "EUR"])
    }
    #expect(found.rejectCodes == (code == nil ? ["K-D023@2"] : []))
    #expect(found.controls.filter { $0.parsed != 0 }.map(\.currency) == (code.map { [$0] } ?? []))
  }

  @Test func keepsTheFirstRowOfAKey() throws {
    let text = "Kunde;Beleg;Pos;Umsatz\nk1;1;1;1\nk1;1;2;2\nk1;1;1;4\n;1;3;8\nk2;1;3;16\n"
    let found = try ledger(text) { $0.key = [ColumnReference("Beleg"), ColumnReference("Pos")] }
    #expect(found.rejectCodes == ["K-D012@4", "K-D010@5"])
    #expect(found.cells.sums == [30_000, 160_000])
    #expect(found.rejects[0].finding.found == "1 / 1")
  }

  @Test func fillsDownIdsPeriodsCurrenciesAndTexts() throws {
    let text = """
      Konzern;Kunde;Monat;WKZ;Umsatz
      A;k1;2025-01;USD;1
      ;;;;2
      ;k2;;;4
      B;;2025-02;EUR;8
      """
    let names = ["Konzern", "Kunde", "Monat", "WKZ"]
    let found = try ledger(text) {
      $0.fillDown = names.map { ColumnReference($0) }
      $0.period = .column(ColumnReference("Monat"))
      $0.currency = .column(ColumnReference("WKZ"), map: [:])
      $0.attributes = [AttributeMapping("group", column: ColumnReference("Konzern"))]
      $0.exclude = [.init(try Expression(parsing: "Konzern = 'Z'"))]
    }
    #expect(found.counts == [4, 0, 0, 0])
    #expect(found.accounts == ["k1", "k2"])
    #expect(found.cells.sums == [30_000, 40_000, 80_000])
    #expect(
      found.accounts.indices.map { found.attributes[0].texts[$0].map(\.text) } == [
        ["A"], ["A", "B"],
      ]
    )
    #expect(try ledger(text).rejectCodes == ["K-D010@3", "K-D010@5"])
  }

  @Test func readsWidePeriods() throws {
    let text = "Kunde;Umsatz 01/2025;Umsatz 02/2025;Umsatz Vorjahr;Umsatzanteil 2025\nk1;1,5;;9;9\n"
    let found = try ledger(text) { $0.period = .wide }
    #expect(
      found.cells.keys.map { Period(index: Int($0.period)).description } == ["2025-01", "2025-02"]
    )
    #expect(found.cells.sums == [15_000, 0])
    #expect(found.cells.missingCounts == [0, 1])
    #expect(found.blocking.isEmpty)
    let twice = try ledger("Kunde;Umsatz 2025;Umsatz 12/2025\nk1;1;2\n") { $0.period = .wide }
    #expect(twice.blocking.map(\.code) == ["K-D045"])
    let error = #expect(throws: RunError.self) {
      try ledger("Kunde;Umsatz\nk1;1\n") { $0.period = .wide }
    }
    #expect(error?.code == "K-P033")
  }

  @Test func readsWidePeriodsWithUnitsAndWithoutNames() throws {
    let units =
      "Kunde;Umsatz 2024 (T€);Umsatz 2025 in T€;Umsatz 2025 %;Umsatz 2025 Plan\nk1;1;2;3;4\n"
    let thousands = try #require(UnitWord.factor(of: "T€"))
    let found = try ledger(units) {
      $0.period = .wide
      $0.values[0].unitFactor = thousands
    }
    #expect(found.cells.sums == [10_000_000, 20_000_000])
    #expect(found.findings.isEmpty)
    let bare = "Kunde;Jan 25;GJ 2025/26;Summe;ABW 2025\nk1;1;2;3;4\n"
    let months = try ledger(bare) {
      $0.period = .wide
      $0.values[0].column = ColumnReference("")
    }
    #expect(
      months.cells.keys.map { Period(index: Int($0.period)).description } == ["2025-01", "2026-12"]
    )
  }

  @Test func saysWhereAHeaderNamesAnotherUnit() throws {
    let text = "Kunde;Umsatz 2024 (T€);Umsatz 2025 (€)\nk1;1;2\n"
    let found = try ledger(text) { $0.period = .wide }
    #expect(found.findings.map(\.code) == ["K-D154"])
    #expect(found.findings.first?.field == "Umsatz 2024 (T€)")
    #expect(found.findings.first?.found == "T€")
    #expect(found.cells.sums == [10_000, 20_000])
  }

  @Test func takesTheSecondOfTwoColumns() throws {
    let text = "Kunde;Umsatz;Umsatz\nk1;1;2\n"
    let found = try ledger(text) {
      $0.values[0].column = ColumnReference("Umsatz", occurrence: 2)
    }
    #expect(found.cells.sums == [20_000])
    for (reference, code) in [
      (ColumnReference("Umsatz", occurrence: 3), "K-P032"), (ColumnReference("Umsaz"), "K-P030"),
    ] {
      let error = #expect(throws: RunError.self) {
        try ledger(text) { $0.values[0].column = reference }
      }
      #expect(error?.code == code)
      #expect(error?.kind == .badProgramme)
    }
  }

  @Test func guessesNoAmbiguousNumbersOrDates() throws {
    let numbers = try ledger("Kunde;Umsatz\nk1;1.234\nk2;5.678\n")
    #expect(numbers.blocking.map(\.code) == ["K-D007"])
    #expect(numbers.cells.missingCounts == [1, 1])
    let decided = try ledger("Kunde;Umsatz\nk1;1.234\n") { $0.format.decimal = .comma }
    #expect(decided.cells.sums == [12_340_000])
    let neighbour = try ledger("Kunde;Umsatz;Marge\nk1;1.234;12,5\n")
    #expect(neighbour.cells.sums == [12_340_000])
    let dates = try ledger("Kunde;Tag;Umsatz\nk1;01/02/2025;1\n") {
      $0.period = .column(ColumnReference("Tag"))
    }
    #expect(dates.blocking.map(\.code) == ["K-D021"])
  }

  @Test(arguments: [
    ("Kunde = 'CPD'", 1), ("Kunde != 'CPD'", 2), ("Kunde in ('CPD', 'k1')", 2),
    ("starts_with(Kunde, 'k')", 2), ("Umsatz > 1,5", -1), ("Umsatz > 1.5", 2), ("Umsatz < 0", 0),
    ("'CPD' = Kunde", 1), ("2 <= Umsatz", 2), ("not Kunde = 'CPD'", 2), ("Land = ''", 2),
    ("Land = 'AT' and Umsatz > 100", 0), ("Land = 'AT' or Umsatz > 100", 2), ("Kunde", -1),
    ("Kunde + 1 > 2", -1), ("Nix = 'a'", -2), ("Kunde = Land", -1), ("Land > 'AA'", 1),
  ])
  func setsRowsAside(rule: String, count: Int) throws {
    let read = { () throws -> SourceLedger in
      try ledger("Kunde;Umsatz;Land\nCPD;1,00;\nk1;2,00;AT\nk2;1,5 T€;\n") {
        $0.exclude = [.init(try Expression(parsing: rule))]
      }
    }
    guard count >= 0 else {
      #expect(throws: (any Error).self) { try read() }
      return
    }
    let found = try read()
    #expect(found.counts == [3 - count, count, 0, 0])
    #expect(found.codes == (count > 0 ? ["K-D040"] : []))
    #expect(found.findings.first?.found == (count > 0 ? rule : nil))
  }

  @Test func tellsWhichRuleSetHowManyRowsAside() throws {
    let found = try ledger("Kunde;Umsatz\na;1\nb;2\na;3\nc;4\n") {
      $0.exclude = [
        .init(try Expression(parsing: "Kunde = 'x'")),
        .init(try Expression(parsing: "Kunde = 'a'")),
        .init(try Expression(parsing: "Umsatz > 3")),
      ]
    }
    #expect(found.findings.map(\.line) == [2, 5])
    #expect(
      found.findings.map(\.message.english) == [
        "2 row(s) set aside by the rule 'Kunde = 'a'', the first in line 2",
        "1 row(s) set aside by the rule 'Umsatz > 3', the first in line 5",
      ]
    )
    #expect(try found.control().setAside == 80_000)
  }

  @Test func remarksOnTheFileAsAWhole() throws {
    #expect(try ledger("Kunde;Umsatz\n").codes == ["K-D042"])
    let latin = Array("Kunde;Umsatz\nM".utf8) + [0xFC] + Array("ller;1\n".utf8)
    let guessed = try ledger(bytes: latin)
    #expect(guessed.codes == ["K-D043"])
    #expect(guessed.accounts == ["Müller"])
    #expect(try ledger(bytes: latin) { $0.format.encoding = .windows1252 }.codes == [])
    for (rows, codes) in [(29_999, []), (30_000, ["K-D044"]), (30_001, []), (65_535, ["K-D044"])] {
      let text = "Kunde;Umsatz\n" + String(repeating: "k;1\n", count: rows)
      #expect(try ledger(text).codes == codes)
    }
  }

  @Test func cutsFloodsOfFindings() throws {
    let text = "Kunde;Umsatz\nk;1,5\n" + String(repeating: "k;x y\n", count: 1500)
    let found = try ledger(text)
    #expect(found.findings.filter { $0.code == "K-D005" }.count == 1000)
    #expect(found.findings.filter { $0.code == "K-D099" }.count == 1)
    #expect(found.rows.used == 1501)
  }

  @Test func neverTrapsAndAlwaysAddsUp() throws {
    let pieces = [
      ";", ";", "\n", "\n", "\"", "k1", "Summe", "1,5", "-", "1.234", " ", "€", "\r", "2025-01",
      "Kunde", "E+05", "%", "99999999999999999999999999999999999999999999", "*", "\u{0}", "=",
    ]
    var state: UInt64 = 7
    for round in 0..<400 {
      var body = ""
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        body += pieces[Int(state >> 33) % pieces.count]
      }
      let text = "Kunde;Umsatz;Monat\n" + body
      guard let found = try? ledger(text, { $0.format.headerRow = 1 }) else { continue }
      #expect(found.rejects.count == found.rows.rejected, "seed 7, round \(round)")
      #expect(found.rows.read == found.rows.used + found.rows.structure + found.rows.rejected)
      _ = consolidated([found])
    }
  }
}
