// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import KeyAccounts
import Reporting
import Selection
import Testing

/// Three exports as they leave SAP, a CRM and a hand-kept list, read by one contract.
///
/// Every line of a file is parsed, rejected or structure, as its expected file says; sums are exact
/// and per currency; a missing or unusable cell leaves its row alone.
@Suite struct ExportTests {
  @Test func readsTheReportOfThreeYears() throws {
    guard let data = try exports("d1_sap_ke30_bericht") else { return }
    let run = try data.run(
      """
      version: 1
      programme: {name: SAP, goal: custom, approach: sales, currency: EUR}
      sources:
        - file: d1_sap_ke30_bericht.csv
          key: [Kunde]
          account: Kunde
          name: Bezeichnung
          values:
            revenue_2023: Umsatz 2023
            revenue_2024: Umsatz 2024
            revenue_2025: Umsatz 2025
            cm_2023: DB II 2023
            cm_2024: DB II 2024
            cm_2025: DB II 2025
          attributes: {group: Kundengruppe}
      gates: ['group != "CP"', 'group != "IC"']
      criteria: [{measure: revenue_2025, weight: 1, scale: {from: 0, to: 5000000}}]
      shortlist: {size: 5}
      """
    )
    try expectRows(run, data)
    try expectSums(run, data)
    try expectMissingCells(run, data)
    let controls = run.reconciled.flatMap(\.controls)
    #expect(controls.count == 6)
    #expect(controls.allSatisfy { $0.fileTotal == $0.parsed + 10_000_000 && $0.difference == 0 })
    #expect(run.selection?.ranking.rankedCount == data.expected["eligible_accounts"]?.int)
    #expect(run.accounts.names.contains("Châtel Énergie SA"))
  }

  @Test func readsTheYearsOfTheReportAsPeriods() throws {
    guard let data = try exports("d1_sap_ke30_bericht") else { return }
    let run = try data.run(
      """
      version: 1
      programme: {name: SAP, goal: custom, approach: sales, currency: EUR}
      sources:
        - file: d1_sap_ke30_bericht.csv
          account: Kunde
          periods: wide
          values: {revenue: Umsatz, cm: DB II}
      """
    )
    try expectRows(run, data)
    for (value, sum) in try #require(data.expected["sums"]?.members).map({ ($0.name, $0.value) }) {
      let parts = value.split(separator: "_").map(String.init)
      let found = try run.total(parts[0]) { String($0.year) == parts[1] }
      #expect(found.sum == (try units(sum)), "\(value)")
    }
    let missing = try run.column("cm").periodSums.filter { $0.sum == nil }
    #expect(missing.map(\.period.year) == [2023, 2024])
  }

  @Test func readsTheExportOfSeveralCurrencies() throws {
    guard let data = try exports("d2_crm_accounts") else { return }
    let run = try data.run(crmProgramme, files: ["rates.csv": Self.rates])
    try expectRows(run, data)
    try expectSums(run, data)
    try expectMissingCells(run, data)
    #expect(run.accounts.names.contains("Bücker, Klamt & Co."))
    #expect(run.accounts.names.contains("Lakeside \"Fresh\" Foods"))
    #expect(run.accounts.names.contains("Dornhöfer\nStanzteile"))
  }

  @Test func doubtsRatesThatPriceTheProgrammeCurrency() throws {
    guard let data = try exports("d2_crm_accounts") else { return }
    let files = ["rates.csv": Self.rates]
    let inEuro = try data.run(crmProgramme, files: files)
    #expect(!inEuro.findings.contains { $0.code == "K-D027" })
    let inDollar = try data.run(crmProgramme, ["programme.currency=USD"], files: files)
    let doubts = inDollar.findings.filter { $0.code == "K-D027" }
    #expect(doubts.map(\.field) == ["USD"])
    #expect(doubts.map(\.found) == ["0.5"])
  }

  @Test func rollsTheChildAccountUp() throws {
    guard let data = try exports("d2_crm_accounts") else { return }
    let master = """
      accounts:
        file: d2_crm_accounts.csv
        account: Account Number
        name: Account Name
        parent: Parent Account Number
        rollup: top
      """
    let run = try data.run("\(crmProgramme)\n\(master)", files: ["rates.csv": Self.rates])
    let hierarchy = try #require(data.expected["hierarchy"]?.members)
    for parent in hierarchy {
      let row = try #require(run.accounts.row(of: parent.name))
      let children = parent.value.texts
      #expect(run.accounts.members[row] == children.count + 1)
      for child in children { #expect(run.accounts.row(of: child) == nil, "\(child)") }
    }
    // 4,840,000 EUR and 850,000 PLN at 0.25.
    #expect(try run.figure("revenue", of: "C-001") == 50_525_000_000)
    #expect(run.rejects.count == 1, "one row, one rejection, however often its file is read")
  }

  @Test func readsTheHandKeptList() throws {
    guard let data = try exports("d3_potenzial_liste") else { return }
    let run = try data.run(listProgramme)
    try expectRows(run, data)
    try expectSums(run, data)
    try expectMissingCells(run, data)
    let january = Period(year: 2026, month: 1)
    #expect(try run.column("potential").periodSums.allSatisfy { $0.period == january })
    for total in try #require(data.expected["control_totals"]?.elements) {
      let name = try #require(total["field"]?.text)
      let control = try run.control("d3_potenzial_liste.csv", name, "EUR")
      #expect(control.fileTotal == (try units(total["file_total"])))
      #expect(control.parsed == (try units(total["parsed_sum"])))
      #expect(control.rejected == (try units(total["explained_by_rejected_rows"])))
      #expect(control.difference == (try units(total["unexplained"])))
    }
    #expect(try run.figure("potential", of: "410008") == 5_000_000, "0,5 T€ are 500 €")
  }

  @Test func doubtsAPotentialBelowTheRevenue() throws {
    guard let data = try exports("d2_crm_accounts") else { return }
    let run = try data.run(
      crmProgramme,
      ["sources.0.values={revenue: Revenue FY25, potential: Total Addressable Spend}"],
      files: ["rates.csv": Self.rates]
    )
    let accountOfLine = try accounts(of: "d2_crm_accounts.csv", in: data)
    let flags = try #require(data.expected["flags"]?.elements)
      .filter { $0["flag"]?.text == "wallet_below_revenue" }
    let flagged = flags.compactMap { accountOfLine[$0["line"]?.int ?? 0] }
    #expect(!flagged.isEmpty)
    #expect(run.findings.filter { $0.code == "K-D060" }.compactMap(\.field) == flagged)
  }

  @Test func suspectsIdsThatDifferByLeadingZeros() throws {
    guard let data = try exports("d1_sap_ke30_bericht") else { return }
    let run = try data.run(
      """
      version: 1
      programme: {name: Both, goal: custom, approach: sales, currency: EUR}
      sources:
        - file: d1_sap_ke30_bericht.csv
          account: Kunde
          values: {revenue: Umsatz 2025}
        - file: d3_potenzial_liste.csv
          account: {column: Kundennr., pattern: '[0-9]+'}
          values: {potential: {column: Potenzial (T€), unit: T€}}
      """
    )
    let suspected = run.findings.filter { $0.code == "K-D056" }.compactMap(\.field)
    #expect(suspected == (1...5).map { "41000\($0)" })
    #expect(run.accounts.count == 15, "a suspicion merges nothing")
  }

  @Test(arguments: [
    ("one_time_customer", "K-D057"), ("intercompany", "K-D058"), ("id_zero_padded", "K-D059"),
  ])
  func suspectsWhatTheReportFlags(_ flag: String, _ code: String) throws {
    guard let data = try exports("d1_sap_ke30_bericht") else { return }
    let programme = """
      version: 1
      programme: {name: SAP, goal: custom, approach: sales, currency: EUR}
      sources:
        - file: d1_sap_ke30_bericht.csv
          account: Kunde
          name: Bezeichnung
          values: {revenue: Umsatz 2025}
          attributes: {group: Kundengruppe}
      criteria: [{measure: revenue, weight: 1, scale: {from: 0, to: 5000000}}]
      shortlist: {size: 10}
      """
    let run = try data.run(programme)
    let accountOfLine = try accounts(of: "d1_sap_ke30_bericht.csv", in: data)
    let flags = try #require(data.expected["flags"]?.elements).filter { $0["flag"]?.text == flag }
    let flagged = flags.compactMap { accountOfLine[$0["line"]?.int ?? 0] }
    #expect(!flagged.isEmpty)
    #expect(run.findings.filter { $0.code == code }.compactMap(\.field) == flagged)
    #expect(run.selection?.ranking.rankedCount == 10, "a suspicion removes nothing")
    let gated = try data.run(programme, ["gates=[group != 'CP', group != 'IC']"])
    #expect(gated.findings.count { ["K-D057", "K-D058"].contains($0.code) } == 0)
  }

  // MARK: Programmes

  private static let rates = Array("currency,rate\nPLN,0.25\nUSD,0.5\n".utf8)

  private let crmProgramme = """
    version: 1
    programme: {name: CRM, goal: custom, approach: sales, currency: EUR}
    sources:
      - file: d2_crm_accounts.csv
        key: [Account Number]
        account: Account Number
        name: Account Name
        currency: Currency
        values:
          revenue: Revenue FY25
          margin: Gross Margin FY25
          wallet: Total Addressable Spend
    rates: {file: rates.csv}
    """

  private let listProgramme = """
    version: 1
    programme: {name: Potential, goal: custom, approach: sales, currency: EUR}
    sources:
      - file: d3_potenzial_liste.csv
        account: {column: Kundennr., pattern: '[0-9]+'}
        name: Name
        period: Stand
        values:
          potential: {column: Potenzial (T€), unit: T€}
          share: {column: Lieferanteil %, kind: number, unit: "%", min: 0, max: 1}
    """

  // MARK: Expectations

  /// Codes of rejected rows and cells, by the names that the expected files use.
  private static let codes = [
    "missing_account_id": "K-D010", "bad_account_id": "K-D011", "duplicate_account_id": "K-D012",
    "bad_number": "K-D005", "not_a_number": "K-D009", "out_of_range": "K-D008",
  ]

  private func exports(_ name: String) throws -> SharedDataSet? {
    try SharedDataSet("exports", expected: "\(name).expected.json")
  }

  /// The rows of the file: used, rejected with line and code, structure.
  private func expectRows(_ run: Run, _ data: SharedDataSet) throws {
    let expected = data.expected
    #expect(run.inputs.first?.byteCount == expected["bytes"]?.int)
    let rows = try #require(run.reconciled.first?.rows)
    #expect(rows.used == expected["rows_parsed"]?.int)
    #expect(rows.rejected == expected["rows_rejected"]?.int)
    #expect(rows.setAside == 0)
    let structure = expected["lines_skipped"]?.members?.map { $0.value.elements?.count ?? 0 }
    #expect(rows.structure == structure?.reduce(0, +))
    #expect(run.accounts.count == expected["distinct_accounts"]?.int)
    for rejected in try #require(expected["rejected"]?.elements) {
      #expect(run.rejects.contains { agrees($0.finding, rejected) }, "\(rejected)")
    }
    for cell in try #require(expected["cells_rejected"]?.elements) {
      #expect(run.findings.contains { agrees($0, cell) }, "\(cell)")
    }
  }

  private func agrees(_ finding: Finding, _ expected: JSONValue) -> Bool {
    finding.line == expected["line"]?.int && finding.field == expected["field"]?.text
      && finding.found == expected["text"]?.text
      && finding.code == Self.codes[expected["reason"]?.text ?? ""]
  }

  /// The control sums, per currency where the expected file has them per currency.
  private func expectSums(_ run: Run, _ data: SharedDataSet) throws {
    let file = try #require(data.expected["file"]?.text)
    for value in try #require(data.expected["sums"]?.members) {
      let isNumber = run.accounts.value(named: value.name)?.kind == .number
      let sums = value.value.members ?? [.init(isNumber ? "" : "EUR", value.value)]
      for sum in sums {
        let control = try run.control(file, value.name, sum.name)
        #expect(
          control.parsed == (try units(sum.value, decimals: control.decimals)),
          "\(value.name) \(sum.name)"
        )
      }
    }
  }

  /// The accounts of the lines with missing or unusable cells have no figure, all others have one.
  private func expectMissingCells(_ run: Run, _ data: SharedDataSet) throws {
    let file = try #require(data.expected["file"]?.text)
    let accountOfLine = try accounts(of: file, in: data)
    var lines: [String: Set<Int>] = [:]
    for value in try #require(data.expected["cells_missing"]?.members) {
      lines[value.name] = Set(value.value.elements?.compactMap(\.int) ?? [])
    }
    let valueOfHeader = Dictionary(
      uniqueKeysWithValues: run.programme.sources[0].values.map { ($0.column.name, $0.name) }
    )
    for cell in try #require(data.expected["cells_rejected"]?.elements) {
      let value = try #require(valueOfHeader[cell["field"]?.text ?? ""])
      lines[value, default: []].insert(try #require(cell["line"]?.int))
    }
    for value in run.accounts.values {
      let missing = try lines[value.name, default: []].map { try #require(accountOfLine[$0]) }
      let found = run.accounts.ids.indices.filter { value.totals[$0] == nil }
      #expect(found.map { run.accounts.ids[$0] } == missing.sorted(), "\(value.name)")
    }
  }

  private func accounts(of file: String, in data: SharedDataSet) throws -> [Int: String] {
    let table = try DelimitedTable(bytes: data.bytes(file), settings: FormatSettings())
    var found: [Int: String] = [:]
    table.forEachRecord { record in
      if record.kind == .data { found[record.line] = record.text(0) }
    }
    return found
  }
}
