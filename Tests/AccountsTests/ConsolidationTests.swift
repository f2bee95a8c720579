// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

@Suite struct ConsolidationTests {
  private func sales(_ rows: String, system: String? = nil) throws -> SourceLedger {
    try ledger("Kunde;Umsatz;WKZ\n" + rows) {
      $0.system = system
      $0.currency = .column(ColumnReference("WKZ"), map: [:])
    }
  }

  // MARK: Hierarchy

  @Test(arguments: [
    (MasterMapping.RollUp.top, ["H=7"], [3]), (.parent, ["H=5", "T=2"], [2, 1]),
    (.none, ["H=?", "T=1", "a=2", "b=4"], [1, 1, 1, 1]),
  ])
  func rollsUp(rollUp: MasterMapping.RollUp, totals: [String], members: [Int]) throws {
    let customers = try master("Nr;Name;Konzern\na;A;T\nT;Tochter;H\nb;B;H\nH;Holding;H\n") {
      $0.rollUp = rollUp
    }
    let page = consolidated([try sales("T;1;EUR\na;2;EUR\nb;4;EUR\n")], master: customers)
    #expect(try page.totals() == totals)
    #expect(page.table.members == members)
    #expect(page.codes == [])
  }

  @Test func aMissingParentBecomesAGroupWithoutBeingAMember() throws {
    let customers = try master("Nr;Name;Konzern;KName\na;A;X;Ix AG\nb;B;X;\nc;C;;\n") {
      $0.parentName = ColumnReference("KName")
    }
    let page = consolidated([try sales("a;1;EUR\nb;2;EUR\n")], master: customers)
    #expect(try page.totals() == ["X=3", "c=?"])
    #expect(page.table.names == ["Ix AG", "C"])
    #expect(page.table.members == [2, 1])
    #expect(page.codes == ["K-D050"])
    #expect(page.row(of: "b") == 0)
    let flat = try master("Nr;Name;Konzern\na;A;X\n") { $0.rollUp = .none }
    #expect(consolidated([], master: flat).table.ids == ["a"])
  }

  @Test(arguments: [
    ("a;A;b\nb;B;a\nc;C;a\n", ["a", "b"], [2, 1], 1), ("a;A;a\n", ["a"], [1], 0),
    ("a;A;b\nb;B;c\nc;C;b\n", ["b", "c"], [2, 1], 1), ("a;A;b\nb;B;b\n", ["b"], [1], 0),
    ("a;A;b\nb;B;c\nc;C;a\nd;D;e\ne;E;d\n", ["a", "b", "c", "d", "e"], [1, 1, 1, 1, 1], 2),
  ])
  func cutsCircles(rows: String, ids: [String], members: [Int], circles: Int) throws {
    let customers = try master("Nr;Name;Konzern\n" + rows)
    let accounts = rows.split(separator: "\n").map { $0.prefix(1) + ";1;EUR" }
    // Every account sells, so that mere parents count as members too.
    let all = accounts.joined(separator: "\n")
    let page = consolidated([try sales(all)], master: customers)
    #expect(page.table.ids == ids)
    #expect(page.table.members.reduce(0, +) == accounts.count)
    #expect(page.codes == Array(repeating: "K-D051", count: circles))
    if circles == 0 { #expect(page.table.members == [accounts.count]) }
    if circles == 1 { #expect(page.table.members == members) }
  }

  @Test func findsParentsByName() throws {
    let rows = [
      "b;Holding;", "a;Holding;", "c;Drei;Holding", "d;Vier;Unbekannt AG", "e;Selbst;Selbst",
    ]
    var pages: [AccountTable] = []
    for order in [rows, rows.reversed()] {
      let text = "Nr;Name;Konzern\n" + order.joined(separator: "\n")
      let customers = try master(text) {
        $0.parent = .init(ColumnReference("Konzern"), isByName: true)
      }
      let page = consolidated([try sales("c;5;EUR\n")], master: customers)
      #expect(try page.totals() == ["Unbekannt AG=?", "a=5", "b=?", "e=?"])
      #expect(page.codes == ["K-D050", "K-D052"])
      pages.append(page.table)
    }
    #expect(pages[0] == pages[1])
  }

  @Test func looksInItsOwnSystemFirst() throws {
    let customers = try master(
      "Nr;Name;Konzern;Sys\n1;Eins;9;B\n9;Neun A;;A\n9;Neun B;;B\n2;Zwei;9;C\n3;Drei;8;B\n8;Acht;;A\n"
    ) { $0.system = ColumnReference("Sys") }
    let sources = [
      try sales("1;1;EUR\n3;4;EUR\n", system: "B"), try sales("2;2;EUR\n", system: "C"),
    ]
    let page = consolidated(sources, master: customers)
    #expect(try page.totals() == ["8=4", "A:9=2", "B:9=1"])
    #expect(page.codes == ["K-D052"])
  }

  @Test(arguments: [
    ("2025-01-01", "2025-12-31", true), ("2026-01-01", "", false), ("", "2025-12-30", false),
    ("2025-12-31", "9999-12-31", true), ("", "", true), ("31.12.2025", "31.12.9999", true),
    ("2025-12-31", "2025-01-01", false), ("", "12/2025", true), ("", "11/2025", false),
  ])
  func countsValidityAtTheLastDay(from: String, to: String, holds: Bool) throws {
    let customers = try master("Nr;Name;Konzern;von;bis\na;A;H;\(from);\(to)\nH;Holding;;;\n") {
      $0.validFrom = ColumnReference("von")
      $0.validTo = ColumnReference("bis")
    }
    let page = consolidated(
      [try sales("a;1;EUR\n")],
      master: customers,
      asOf: try month("2025-12")
    )
    #expect(try page.totals() == (holds ? ["H=1"] : ["H=?", "a=1"]))
    #expect(page.codes.contains("K-D053") == !holds)
  }

  @Test func choosesTheDatedRowThatHolds() throws {
    let rows = ["a;A;X;2020-01-01;2024-12-31", "a;A;Y;2025-01-01;", "a;A;Z;2024-06-01;2026-12-31"]
    for order in [rows, rows.reversed(), [rows[1], rows[0], rows[2]]] {
      let text = "Nr;Name;Konzern;von;bis\n" + order.joined(separator: "\n")
      let customers = try master(text) {
        $0.validFrom = ColumnReference("von")
        $0.validTo = ColumnReference("bis")
      }
      let page = consolidated(
        [try sales("a;1;EUR\n")],
        master: customers,
        asOf: try month("2025-12")
      )
      #expect(page.table.ids == ["Y"])
    }
  }

  @Test func rejectsBadMasterRows() throws {
    let (found, _) = try master("Nr;Name;Konzern\na;A;\na;B;\n;C;\n1,00E+05;D;\nx;y\n\n")
    #expect(found.rejects.map(\.finding.code) == ["K-D012", "K-D010", "K-D011", "K-D003"])
    #expect(found.rows[0].counts.read == 6)
    #expect(found.rows[0].counts.structure == 1)
    let (dated, _) = try master("Nr;Name;Konzern;von;bis\na;A;;gestern;\nb;B;;2025;2024-01-01\n") {
      $0.validFrom = ColumnReference("von")
      $0.validTo = ColumnReference("bis")
    }
    #expect(dated.findings.map(\.code) == ["K-D022", "K-D054"])
  }

  // MARK: Systems and identities

  @Test func prefixesIdsThatCollide() throws {
    let sources = [
      try sales("1;1;EUR\n2;2;EUR\nA:1;4;EUR\n", system: "A"), try sales("1;8;EUR\n", system: "B"),
      try sales("1;16;EUR\n"),
    ]
    let page = consolidated(sources)
    #expect(try page.totals() == ["1=16", "2=2", "A:1=4", "A::1=1", "B:1=8"])
    #expect(page.systems == [[""], ["A"], ["A"], ["A"], ["B"]])
    #expect(page.row(of: "2") == 1)
  }

  @Test func joinsConfirmedIdentities() throws {
    let sources = [
      try sales("1;1;EUR\n2;2;EUR\n", system: "A"), try sales("1;4;EUR\n7;8;EUR\n", system: "B"),
    ]
    let links = try IdentityLink.read(
      table("system;account;same_as_system;same_as\nA;1;B;7\nB;7;A;2\nA;2;A;1\nA;1;B;1\nA;9;B;7\n"),
      file: "same.csv",
      at: nil
    )
    let page = consolidated(sources, identities: links.links)
    #expect(try page.totals() == ["B:1=15"].map { $0.replacing("B:", with: "") })
    #expect(page.table.members == [4])
    #expect(page.codes == ["K-D055"])
    #expect(links.rows.used == 5)
  }

  @Test func suspectsLostZerosWithoutJoining() throws {
    let page = consolidated([try sales("0012;1;EUR\n12;2;EUR\nA1;3;EUR\n0A1;4;EUR\n")])
    #expect(page.table.count == 4)
    #expect(page.codes == ["K-D056"])
  }

  @Test func takesTextsOfTheGroupThenWhatAllAgreeOn() throws {
    let customers = try master(
      "Nr;Name;Konzern;Land;Art\na;A;H;DE;x\nb;B;H;DE;y\nH;;;;\nc;C;;AT;\n"
    ) {
      $0.attributes = [
        AttributeMapping("country", column: ColumnReference("Land")),
        AttributeMapping("kind", column: ColumnReference("Art")),
      ]
    }
    let page = consolidated([try sales("a;1;EUR\nb;1;EUR\n")], master: customers)
    #expect(page.table.ids == ["H", "c"])
    #expect(page.table.names == ["", "C"])
    #expect(page.table.attributes.map(\.texts) == [["DE", "AT"], [nil, nil]])
    #expect(page.table.attributes.map(\.distinctCounts) == [[1, 1], [2, 0]])
  }

  // MARK: Currency

  @Test func prefersTheRateOfTheMonth() throws {
    let table = try rates("currency;rate;period\nUSD;0,9;\nusd;0,8;2025-01\nCHF;1,05;2025-02\n")
    let january = try month("2025-01")
    #expect(table.rate(of: "USD", in: january) == ExactDecimal("0.8"))
    #expect(table.rate(of: "USD", in: try month("2025-02")) == ExactDecimal("0.9"))
    #expect(table.rate(of: "USD", in: nil) == ExactDecimal("0.9"))
    #expect(table.rate(of: "CHF", in: january) == nil)
    #expect(table.rows.used == 3)
    let broken = try rates("currency;rate\nUSD;0\nUSDX;1\nGBP;abc\nGBP;1,2\nGBP;1,3\n")
    #expect(broken.rejects.map(\.finding.code) == ["K-D024", "K-D023", "K-D024", "K-D012"])
    #expect(throws: RunError.self) { try rates("code;value\nUSD;1\n") }
  }

  /// Three amounts of 0.0001 at 0.5: the sum 0.00015 rounds to 0.0002; row by row it would be 0.0003.
  @Test(arguments: [
    ("k;0,0001;USD\nk;0,0001;USD\nk;0,0001;USD\n", "0.5", "k=0.0002"),
    ("k;-0,0001;USD\nk;-0,0001;USD\nk;-0,0001;USD\n", "0.5", "k=-0.0002"),
    ("k;0,0003;USD\n", "0.5", "k=0.0002"), ("k;0,0001;USD\n", "0.49999", "k=0"),
    ("k;100,00;USD\nk;1,00;EUR\n", "0.91234567", "k=92.2346"),
    ("k;5,00;USD\nk;-5,00;USD\n", "0.333", "k=0"),
  ])
  func convertsSumsOnce(rows: String, rate: String, total: String) throws {
    let table = try rates("currency;rate\nUSD;\(rate)\n")
    #expect(try consolidated([try sales(rows)], rates: table).totals() == [total])
  }

  @Test func letsRatesOfAYearOrQuarterHoldForEachOfItsMonths() throws {
    let table = try rates(
      "currency;rate;period\nUSD;0,9;2025\nUSD;0,8;2025-02\nUSD;0,7;Q2 2025\nCHF;1,05;2024\n"
    )
    let found = [1, 2, 3, 4, 6, 7, 12].map { month in
      table.rate(of: "USD", in: Period(year: 2025, month: month))?.description
    }
    #expect(found == ["0.9", "0.8", "0.9", "0.7", "0.7", "0.9", "0.9"])
    #expect(table.rate(of: "USD", in: Period(year: 2024, month: 12)) == nil)
    #expect(table.rate(of: "USD", in: nil) == nil)
    #expect(try rates("currency;rate;period\nUSD;1;2025\nUSD;2;2025\n").rejects.count == 1)
  }

  @Test func saysWhichRateIsMissing() throws {
    let page = consolidated([try sales("a;1;USD\nb;2;EUR\nc;3;USD\nc;4;EUR\n")])
    #expect(try page.totals() == ["a=?", "b=2", "c=?"])
    #expect(page.codes == ["K-D014", "K-D014", "K-D025"])
    #expect(page.findings.first { $0.code == "K-D025" }?.field == "USD")
  }

  @Test func reportsOverflowInsteadOfWrapping() throws {
    let most = "922337203685477,5807"
    let page = consolidated([try sales("a;\(most);EUR\na;0,0001;EUR\nb;\(most);EUR\nb;-1;EUR\n")])
    #expect(try page.totals() == ["a=?", "b=922337203685476.5807"])
    #expect(page.codes == ["K-D015"])
    let steep = try rates("currency;rate\nUSD;99999999999999999999\n")
    let rows = (0..<5).map { "a\($0);\(most);USD" }.joined(separator: "\n")
    let far = consolidated([try sales(rows)], rates: steep)
    #expect(far.codes.filter { $0 == "K-D015" }.count == 5)
    #expect(try far.totals().allSatisfy { $0.hasSuffix("?") })
  }

  // MARK: Missing values

  @Test func onlyAMissingCellMakesAGroupMissing() throws {
    let customers = try master("Nr;Name;Konzern\na;A;H\nb;B;H\nc;C;I\nd;D;I\n")
    let page = consolidated([try sales("a;1;EUR\nc;2;EUR\nd;;EUR\n")], master: customers)
    #expect(try page.totals() == ["H=1", "I=?"])
    #expect(page.codes == ["K-D014", "K-D050", "K-D050"])
    #expect(page.table.members == [2, 2])
  }

  // MARK: Properties

  @Test func threadsChangeNothing() throws {
    var random = SeededNumbers(seed: 5)
    let sources = try (0..<2).map { file in
      var text = "Kunde;Monat;WKZ;Umsatz\n"
      for _ in 0..<6000 {
        let month = ["2024-01", "2024-02", "2025-07"][Int(random.next() % 3)]
        let currency = ["EUR", "EUR", "CHF"][Int(random.next() % 3)]
        let amount = random.next() % 50 == 0 ? "" : "\(random.next() % 10_000)"
        text += "K\(random.next() % 2500 + UInt64(500 * file));\(month);\(currency);\(amount)\n"
      }
      return try ledger(text, file: "\(file).csv") {
        $0.period = .column(ColumnReference("Monat"))
        $0.currency = .column(ColumnReference("WKZ"), map: [:])
      }
    }
    let groups = (0..<100).map { "K\($0 * 7);;K\($0 * 13 + 1)\n" }.joined()
    let master = try master("Nr;Name;Konzern\n" + groups)
    let rates = try rates("currency;rate;period\nCHF;0,95;2024-01\nCHF;0,96;2024-02\n")
    let one = consolidated(sources, master: master, rates: rates)
    #expect(one.table.count > 2048 && one.findings.contains { $0.code == "K-D014" })
    for threads in 2...4 {
      let many = consolidated(sources, master: master, rates: rates, threads: threads)
      #expect(many.table == one.table && many.findings == one.findings, "\(threads) threads")
    }
  }

  @Test func rowOrderChangesNothing() throws {
    var rows: [String] = []
    for index in 0..<60 {
      let sign = index % 7 == 0 ? "-" : ""
      rows.append(
        "k\(index % 9);\(sign)\(index * 37),\(index % 10)5;\(index % 4 == 0 ? "USD" : "EUR")"
      )
    }
    let table = try rates("currency;rate\nUSD;0,8571\n")
    let first = consolidated([try sales(rows.joined(separator: "\n"))], rates: table)
    var state: UInt64 = 3
    for _ in 0..<10 {
      for index in rows.indices.reversed() {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        rows.swapAt(index, Int(state >> 33) % (index + 1))
      }
      let again = consolidated([try sales(rows.joined(separator: "\n"))], rates: table)
      #expect(again.table == first.table)
      #expect(again.findings == first.findings)
      let cut = Int(state >> 40) % rows.count
      let parts = [rows[..<cut], rows[cut...]].map { $0.joined(separator: "\n") }
      let split = consolidated(try parts.map { try sales($0 + "\n") }, rates: table)
      #expect(split.table == first.table, "cut at \(cut), seed 3")
    }
  }

  @Test func namesDoNotDependOnHowRowsAreSpread() throws {
    let rows = ["a;1;Beta", "a;1;Beta", "a;1;Alpha", "a;1;Alpha", "b;1;", "a;1;Gamma", "a;1;Alpha"]
    let read = { (rows: ArraySlice<String>) in
      try ledger("Kunde;Umsatz;Name\n" + rows.joined(separator: "\n") + "\n") {
        $0.name = ColumnReference("Name")
        $0.attributes = [AttributeMapping("label", column: ColumnReference("Name"))]
      }
    }
    for cut in rows.indices {
      let page = consolidated([try read(rows[..<cut]), try read(rows[cut...])])
      #expect(page.table.names == ["Alpha", ""], "cut at \(cut)")
      #expect(page.table.attributes[0].texts == ["Alpha", nil])
      #expect(page.table.attributes[0].distinctCounts == [3, 0])
    }
  }

  @Test func coversByRevenueSystemAndCountry() throws {
    let source = try ledger("Kunde;Umsatz;Land\na;90;DE\nb;9;DE\nc;1;DE\nd;5;AT\n") {
      $0.system = "S"
      $0.attributes = [AttributeMapping("country", column: ColumnReference("Land"))]
    }
    let page = consolidated([source])
    let coverage = Coverage(
      criteria: [("x", [1, nil, nil, 1]), ("empty", [nil, nil, nil, nil])],
      consolidation: page
    )
    let rows = coverage.rows
    #expect(rows.map(\.criterion) == ["empty", "empty", "x", "x"])
    #expect(rows.map(\.country) == ["AT", "DE", "AT", "DE"])
    #expect(rows.map(\.withValue) == [0, 0, 1, 1])
    #expect(rows.map(\.revenueShare) == [0, 0, 1, 0.9])
    #expect(rows.map(\.verdict) == [.notUsable, .notUsable, .usable, .notUsable])
    #expect(rows.allSatisfy { $0.system == "S" })
    #expect(coverage.overall.map(\.criterion) == ["x", "empty"])
    #expect(coverage.overall.map(\.accounts) == [4, 4])
    #expect(coverage.overall.map(\.withValue) == [2, 0])
    #expect(coverage.overall.map(\.revenueShare) == [95.0 / 105, 0])
  }
}
