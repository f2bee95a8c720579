// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import FoundationEssentials
import Selection
import Testing

@testable import KeyAccounts

@Suite struct ProposalTests {
  private var root: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }

  private func proposal(_ exports: [String], _ language: Language = .english) throws -> String {
    try ProgrammeProposal(
      of: exports,
      folder: root,
      workingFolder: root,
      language: language
    ).text
  }

  /// What the proposed programme finds when it runs.
  private func run(_ exports: [String]) throws -> Run {
    let programme = try Programme(text: proposal(exports), file: root + "/kontor.yaml")
    let run = try programme.run()
    #expect(run.refusal == nil)
    #expect(run.selection.map { !$0.shortlist.entries.isEmpty } == true)
    return run
  }

  private func profile(_ text: String) throws -> FileProfile {
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
    return FileProfile(table, file: "a.csv", settings: FormatSettings())
  }

  private func shared(_ names: [String]) -> [String]? {
    let folder =
      ProcessInfo.processInfo.environment["KONTOR_SHARED"] ?? root + "/../shared"
    let paths = names.map { "\(folder)/data/\($0)" }
    guard paths.allSatisfy(FileManager.default.fileExists) else {
      print("skipped: no shared data")
      return nil
    }
    return paths
  }

  // MARK: Headers

  @Test(arguments: [
    ("Kd.-Nr.", ColumnRole.account), ("KUNNR", .account), ("Account Number", .account),
    ("Name 1", .name), ("CUSTOMERNAME", .name),
    ("Unternehmen", .name), ("Organisation", .name), ("Übergeordneter Kunde", .parent),
    ("Umsatz 2025 (T€)", .revenue), ("Revenue FY25", .revenue), ("Jahresumsatz", .revenue),
    ("Nettoerlös", .revenue), ("DB II", .margin), ("Bruttomarge", .margin),
    ("Total Addressable Spend", .potential), ("Annual Potential", .potential),
    ("Währung", .currency), ("Potential Currency", .currency), ("Lieferanteil %", .share),
    ("Periode/Jahr", .period), ("Order Date", .period), ("USt-IdNr.", .vat), ("PLZ", .postcode),
  ])
  func knowsHeadersOfTheField(_ header: String, _ role: ColumnRole) {
    #expect(ColumnRole.match(header)?.role == role)
  }

  @Test(arguments: ["", "Product ID", "Order ID", "Quantity", "Row ID", "Ship Mode", "(T€)"])
  func leavesOtherHeadersAlone(_ header: String) {
    #expect(ColumnRole.match(header) == nil)
  }

  // MARK: Profile

  @Test func profilesColumnsByTheirCells() throws {
    let file = try profile(
      """
      Kunde;Umsatz;Stand;Quote;Leer;Land
      0001;1.234,50;31.01.2025;12 %;;DE
      0002;-5,00;28.02.2025;7,5 %;;AT
      0003;n. b.;31.03.2025;;;DE
      Summe;1.229,50;;;;
      """
    )
    #expect(file.rows == 3)
    #expect(file.columns.map(\.kind) == [.id, .amount, .date, .percent, .empty, .text])
    #expect(file.columns.map(\.missing) == [0, 1, 0, 1, 3, 0])
    #expect(file.columns.map(\.distinct) == [3, 2, 3, 2, 0, 2])
    #expect(file.columns[1].minimum == "-5" && file.columns[1].maximum == "1234.5")
    #expect(file.columns[1].style == "1.234,56")
    #expect(file.columns[2].minimum == "2025-01-31" && file.columns[2].maximum == "2025-03-31")
    #expect(file.columns[5].samples == ["DE", "AT"])
  }

  @Test func takesAShortListOfBookingsForBookings() throws {
    let profile = try profile(
      """
      Debitor;Name 1;Periode;Umsatz;Währung
      100001;Müller GmbH;001/2025;1.234,56;EUR
      100001;Müller GmbH;002/2025;10,00-;EUR
      100002;Gesamtschule Nord;002/2025;99.999,99;EUR
      100003;Total Deutschland;002/2025;34.567,89;EUR
      100004;Bäcker;003/2025;500,00;CHF
      *;Summe;;136.292,44;EUR
      """
    )
    #expect(profile.rows == 5)
    let source = try #require(ProposedSource(profile, file: "a.csv"))
    #expect(source.period?.header == "Periode")
    #expect(!source.hasRepeatedIds && source.pattern == nil)
  }

  @Test(arguments: [
    ("Revenue (USD)", "USD"), ("Umsatz T€", "EUR"), ("amount_chf", "CHF"),
    ("Umsatz in TEUR", "EUR"),
    ("Umsatz", nil), ("Revenue EUR/USD", nil), ("DBI", nil), ("Test", nil),
  ])
  func readsTheCurrencyOfAHeader(_ header: String, _ code: String?) {
    #expect(HeaderCurrency.code(in: header) == code)
  }

  @Test(arguments: [
    ("Umsatz 2024 (T€)", "Umsatz 2025 (T€)", #"revenue: {column: Umsatz, unit: "T€"}"#),
    ("Umsatz T€ 2024", "Umsatz T€ 2025", #"revenue: {column: "Umsatz T€", unit: "T€"}"#),
    ("FY2024 Revenue", "FY2025 Revenue", "revenue: Revenue"),
    ("Umsatz GJ 2023/24", "Umsatz GJ 2024/25", "revenue: Umsatz"),
    ("Jan 25", "Feb 25", #"revenue: """#), ("Q1/2025", "Q2/2025", #"revenue: """#),
    ("2024", "2025", #"revenue: """#),
  ])
  func proposesAColumnPerPeriod(_ first: String, _ second: String, _ value: String) throws {
    let lines = try lines("Kunde;Name;\(first);\(second)\n10001;Anton;1,5;2\n10002;Berta;3;4,5\n")
    #expect(lines.contains { $0.hasPrefix("periods: wide") })
    #expect(lines.contains(value), "\(lines)")
  }

  @Test func proposesNoPeriodsWhereUnitsDiffer() throws {
    let lines = try lines("Kunde;Name;Umsatz 2024 (T€);Umsatz 2025 (€)\n10001;Anton;1,5;2000\n")
    #expect(!lines.contains { $0.hasPrefix("periods: wide") })
  }

  private func lines(_ export: String) throws -> [String] { try ProposedLines.lines(export) }

  private func lines(_ exports: [(name: String, text: String)]) throws -> [String] {
    try ProposedLines.lines(exports)
  }

  private static let sales = ("sales.csv", "Customer,Amount\nA,10.50\nB,20.25\nC,7.75\n")

  @Test func takesOKRSheetsForOKRSheets() throws {
    let lines = try lines([
      Self.sales,
      ("plan.csv", "account_id,cycle_id,objective_title,key_result,target\nA,1,O,K,5\n"),
      ("weeks.csv", "kr_id,week,value\n1,2,3\n"), ("cycles.csv", "cycle_id,start,end\n1,2,3\n"),
    ])
    #expect(lines.contains("revenue: Amount"))
    let start = try #require(lines.firstIndex(of: "okr:"))
    #expect(
      lines[(start + 1)...].prefix(3) == [
        "plan: plan.csv", "cycles: cycles.csv", "checkins: weeks.csv",
      ]
    )
    #expect(lines.count { $0.hasPrefix("- file:") } == 1)
  }

  @Test func asksForFiguresBesideOKRSheets() {
    let plan = ("plan.csv", "account_id,cycle_id,key_result,target\nA,1,K,5\n")
    let error = #expect(throws: RunError.self) { try lines([plan]) }
    #expect(error?.code == "K-P114" && error?.message.english.contains("OKR sheets alone") == true)
  }

  @Test func leavesOutAFileThatTellsNothingOfAccounts() throws {
    let lines = try lines([
      Self.sales, ("orders.csv", "Order Number,Customer\n1,A\n2,B\n3,C\n4,A\n"),
    ])
    #expect(lines.count { $0.hasPrefix("- file:") } == 1)
    #expect(lines.contains { $0.hasPrefix("# not used") && $0.hasSuffix("orders.csv") })
  }

  @Test func takesTheOnlyColumnOfDaysForThePeriod() throws {
    let one = try lines("Kunde;Betrag;Bezahlt am\na;1,50;31.01.2025\na;2,50;28.02.2025\n")
    #expect(one.contains("period: Bezahlt am") && one.contains("revenue: Betrag"))
    let two = try lines("Kunde;Betrag;Bezahlt am;Fällig\na;1,50;31.01.2025;31.01.2025\n")
    #expect(!two.contains { $0.hasPrefix("period:") })
    let odd = try lines("Kunde;Betrag;Belegdatum\na;1,50;3101\nb;2,50;2802\n")
    #expect(odd.contains("# period: Belegdatum  (no readable period: '3101')"))
  }

  @Test(arguments: [
    ("salesRepEmployeeNumber", true), ("KR-Nr", true), ("Order ID", true), ("Gegenkonto", true),
    ("Year", true), ("", true), ("creditLimit", false), ("Quantity", false), ("Note", false),
  ])
  func knowsNumbersThatAreKeys(_ header: String, _ isKey: Bool) {
    #expect(HeaderWords.namesKey(header) == isKey)
  }

  @Test func proposesToSetManyRowsWithoutAccountAside() throws {
    let rows = (0..<40).map { "\($0 % 20 == 0 ? "" : "k\($0)");\($0),50\n" }.joined()
    let found = try lines("Kunde;Betrag\n" + rows)
    #expect(found.contains { $0.hasPrefix(#"# exclude: ["`Kunde` = ''"]  (set 2 rows"#) })
  }

  /// The value line that is proposed for amounts beside a column of marks.
  private func proposedSign(_ header: String, _ rows: [String]) throws -> String? {
    let export = "Kunde;Umsatz;Potenzial;\(header)\n" + rows.map { $0 + "\n" }.joined()
    let lines = try lines(export)
    #expect(!lines.contains { $0.contains("potential: {") && $0.contains("sign") })
    return lines.first { $0.contains("revenue:") && $0.contains("sign:") }
  }

  @Test func proposesReachWhereOneRowIsOneAccount() throws {
    let rows = "a;10,50;3;9\nb;20,50;1;2\nc;5,50;4;7\n"
    let once = try lines("Kunde;Umsatz;Anzahl Länder;Standorte\n" + rows)
    #expect(once.contains("countries: {column: Anzahl Länder, kind: number, min: 0}"))
    #expect(once.contains("sites: {column: Standorte, kind: number, min: 0}"))
    #expect(once.contains { $0.contains("measure: countries, weight: 15, view: forward") })
    let often = try lines("Kunde;Umsatz;Anzahl Länder;Standorte\n" + rows + "a;10,50;3;9\n")
    #expect(!often.contains { $0.contains("countries") })
  }

  @Test func proposesCountriesWhereAnAccountHasSeveral() throws {
    let rows = ["a;DE;1,50", "a;FR;2,50", "b;DE;3,50"].joined(separator: "\n")
    #expect(try lines("Kunde;Land;Umsatz\n" + rows).contains("countries: distinct(country)"))
    let alone = ["a;DE;1,50", "a;DE;2,50", "b;FR;3,50"].joined(separator: "\n")
    #expect(try !lines("Kunde;Land;Umsatz\n" + alone).contains { $0.contains("distinct") })
  }

  @Test func proposesTheRarerMarkAsTheOneThatReduces() throws {
    let revenue = "revenue: {column: Umsatz, sign: {column: S/H, negative: "
    let rows = ["a;1,50;9;S", "b;2,50;9;H", "c;3,50;9;S"]
    #expect(try proposedSign("S/H", rows) == revenue + "[H]}}")
    #expect(try proposedSign("S/H", rows + ["d;1,00;9;H"]) == revenue + "[S]}}")
    #expect(try proposedSign("S/H", ["a;1,50;9;H", "b;-2,50;9;S"]) == nil)
    let minus = try proposedSign("+/-", ["a;1,50;9;-", "b;2,50;9;", "c;1,00;9;-"])
    #expect(minus == #"revenue: {column: Umsatz, sign: {column: "+/-", negative: ["-"]}}"#)
  }

  @Test func takesTheCurrencyOfHeaderAndCellsForAllAmounts() throws {
    let texts = ["Account;Revenue (USD)\nA;1\nB;2", "Account;Revenue\nA;$1.50\nB;2.50"]
    for text in texts {
      let programme = ProposedProgramme([try profile(text)])
      #expect(programme.sources.first?.constantCurrency == "USD")
      #expect(programme.currency == "USD" && programme.foreignCurrencies.isEmpty)
    }
    let mixed = ProposedProgramme([try profile("Account;Revenue\nA;$1.50\nB;2.50 €")])
    #expect(mixed.sources.first?.constantCurrency == nil && mixed.currency == "EUR")
  }

  @Test func findsTheOneIdThatBreaksTheShape() {
    let numbers = ["410001", "410002", "410003", "410004"]
    let found = IdentifierShape.outlier(among: numbers + ["41000X"])
    #expect(found?.pattern == "[0-9]+" && found?.id == "41000X")
    #expect(
      IdentifierShape.outlier(among: ["C-1", "C-22", "C-333", "C-4", "7"])?.pattern
        == "[A-Za-z]+[-][0-9]+"
    )
    #expect(IdentifierShape.outlier(among: numbers) == nil)
    #expect(IdentifierShape.outlier(among: numbers + ["X", "Y-1"]) == nil)
    #expect(IdentifierShape.outlier(among: [String]()) == nil)
  }

  @Test(arguments: [
    ("a.csv", ".", "a.csv"), ("a.csv", "kam", "../a.csv"), ("kam/a.csv", "kam", "a.csv"),
    ("../a.csv", "x/y", "../../../a.csv"), ("/data/a.csv", "/data/kam", "../a.csv"),
    ("./x/./a.csv", "x/../x", "a.csv"),
  ])
  func namesFilesFromTheFolderOfTheProgramme(_ file: String, _ folder: String, _ path: String) {
    #expect(RelativePath.path(of: file, from: folder, workingFolder: "/home/me") == path)
  }

  // MARK: Proposals

  @Test func proposesTheBundledExports() throws {
    let names = ["sap_umsatz", "abacus_schweiz", "crm_accounts", "kundenstamm"]
    let exports = names.map { "Datasets/exports/\($0).csv" }
    let text = try proposal(exports.map { root + "/" + $0 })
    #expect(text.contains("  file: Datasets/exports/kundenstamm.csv\n  account: Kundennummer"))
    #expect(text.contains("account: ERP Number"))
    #expect(text.contains("potential: {column: Annual Potential, min: 0}"))
    #expect(text.contains("# exclude: [\"`Debitor` = '0000999999'\""))
    #expect(text.contains("needed: CHF, USD"))
    let run = try run((exports + ["Datasets/rates.csv"]).map { root + "/" + $0 })
    #expect(run.programme.rates != nil)
    #expect(run.selection?.ranking.columns.count == 5)
  }

  @Test func proposesAProfitabilityReport() throws {
    guard let files = shared(["exports/d1_sap_ke30_bericht.csv"]) else { return }
    let run = try run(files)
    #expect(run.rowCounts.used == 10 && run.rowCounts.rejected == 1)
    #expect(
      run.accounts.value(named: "revenue")?.totals.compactMap { $0 }.reduce(0, +)
        == 413_720_000_000
    )
    let codes = Set(run.findings.map(\.code))
    #expect(codes.isSuperset(of: ["K-D057", "K-D058", "K-D063", "K-D064"]))
    #expect(run.findings.first { $0.code == "K-D063" }?.field == "0000410005")
    #expect(run.findings.filter { $0.code == "K-D064" }.compactMap(\.field) == ["0000410007"])
  }

  @Test func proposesACRMExport() throws {
    guard let files = shared(["exports/d2_crm_accounts.csv"]) else { return }
    let run = try run(files)
    #expect(run.rowCounts.used == 8 && run.rowCounts.rejected == 1)
    #expect(run.findings.contains { $0.code == "K-D060" && $0.field == "C-007" })
  }

  @Test func proposesAListOfPotentials() throws {
    guard let files = shared(["exports/d3_potenzial_liste.csv"]) else { return }
    let run = try run(files)
    #expect(run.rowCounts.used == 6 && run.rowCounts.rejected == 1)
    #expect(
      run.accounts.value(named: "potential")?.totals.compactMap { $0 }.reduce(0, +)
        == 271_805_000_000
    )
    #expect(Set(run.findings.map(\.code)).isSuperset(of: ["K-D008", "K-D011"]))
  }

  @Test(arguments: [
    (["superstore/superstore.csv"], 793),
    (["crm-opportunities/accounts.csv", "crm-opportunities/sales_pipeline.csv"], 70),
    (["sales-data-sample-cp1252/sales_data_sample.csv"], 92),
  ])
  func proposesExportsOfOthers(_ names: [String], _ accounts: Int) throws {
    guard let files = shared(names) else { return }
    let run = try run(files)
    #expect(run.accounts.count == accounts)
    #expect((run.selection?.ranking.columns.count ?? 0) >= 2)
  }

  @Test func saysWhenNothingLooksLikeAnAccount() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/kontor-proposal-\(#line)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/x.csv"
    #expect(FileManager.default.createFile(atPath: file, contents: Data("foo;bar\n1;2\n".utf8)))
    #expect {
      try proposal([file])
    } throws: { error in
      (error as? RunError)?.code == "K-P114"
    }
    #expect {
      try proposal([folder + "/absent.csv"])
    } throws: { error in
      (error as? RunError)?.code == "K-D001"
    }
  }
}
