// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// Amounts whose sign stands in a column of its own.
@Suite struct SignTests {
  private static func rule(_ negative: [String], _ positive: [String]) -> SignRule {
    SignRule(ColumnReference("Kz"), negative: negative, positive: positive)
  }

  private static func read(
    _ rows: [String],
    _ rule: SignRule = rule(["S"], ["H"]),
    _ configure: (inout SourceMapping) throws -> Void = { _ in }
  ) throws -> SourceLedger {
    try ledger("Kunde;Umsatz;Kz\n" + rows.map { $0 + "\n" }.joined()) { mapping in
      mapping.values[0].sign = rule
      try configure(&mapping)
    }
  }

  private static func sum(_ found: SourceLedger) throws -> Int128 { try found.control().parsed }

  // MARK: Marks

  @Test(arguments: [
    ("S", ["h"]), ("h", ["s"]), ("Dr.", ["cr"]), ("Haben", ["soll"]), ("credit", ["debit"]),
    ("-", ["+", ""]), ("\u{2212}", ["+", ""]), ("+", ["-"]), ("X", []), ("", []),
  ])
  func knowsTheOppositeOfAMark(_ mark: String, _ opposites: [String]) {
    #expect(SignMark.counterparts(of: mark) == opposites)
  }

  @Test(arguments: [
    (["S", "H"], true), (["s"], true), (["Dr", "CR."], true), (["-", "+", ""], true),
    (["-", ""], true), (["S", "H", ""], false), (["S", "C"], false), (["H", "X"], false),
    ([""], false), ([], false),
  ])
  func takesOnlyMarksOfOnePair(_ marks: [String], _ arePaired: Bool) {
    #expect(SignMark.arePaired(marks) == arePaired)
  }

  @Test(arguments: [
    "Soll/Haben-Kennzeichen", "Soll-/Haben-Kennz.", "S/H", "SHKZG", "Debit/Credit Ind.", "D/C",
    "Dr/Cr", "Vorzeichen", "+/-", " s/h ",
  ])
  func knowsHeadersOfMarks(_ header: String) {
    #expect(SignMark.isHeader(header))
  }

  @Test(arguments: ["Umsatz (ohne Soll/Haben-Kz)", "Soll", "Haben", "Saldo", "", "Design", "Konto"])
  func leavesOtherHeadersAlone(_ header: String) {
    #expect(!SignMark.isHeader(header))
  }

  // MARK: Sums

  @Test func fillsMarksDown() throws {
    let rows = ["A;10;S", "A;2;", ";0;", "B;5;H", "B;1;", "B;7;X", "B;3;"]
    let filled = try Self.read(rows) { mapping in
      mapping.fillDown = [ColumnReference("Kz"), ColumnReference("Kunde")]
    }
    #expect(try Self.sum(filled) == (-12 + 6) * 10_000)
    #expect(filled.findings.map(\.found).filter { $0 == "X" }.count == 2)
    let plain = try Self.read(["A;10;S", "A;2;"])
    #expect(try Self.sum(plain) == -10 * 10_000)
    let excluded = try Self.read(["A;10;S", "A;2;", "B;5;"]) { mapping in
      mapping.fillDown = [ColumnReference("Kz")]
      mapping.key = [ColumnReference("Kunde")]
    }
    #expect(try excluded.control().rejected == -2 * 10_000)
  }

  @Test func negatesByTheMarkOfTheRow() throws {
    let found = try Self.read(["a;100,50;H", "a;20,00;S", "b;5,00; s "])
    #expect(try Self.sum(found) == 755_000)
    #expect(found.cells.sums == [805_000, -50_000])
    #expect(found.findings.isEmpty)
  }

  @Test func leavesTheChoiceOfTheMarkToTheProgramme() throws {
    let rows = ["a;100,00;H", "a;20,00;S"]
    #expect(try Self.sum(Self.read(rows, Self.rule(["S"], ["H"]))) == 800_000)
    #expect(try Self.sum(Self.read(rows, Self.rule(["H"], ["S"]))) == -800_000)
  }

  @Test func readsMinusAndEmptyCells() throws {
    let found = try Self.read(["a;1,00;", "a;2,00;-", "a;4,00;+"], Self.rule(["-"], ["+", ""]))
    #expect(try Self.sum(found) == 30_000)
    #expect(found.findings.isEmpty)
  }

  @Test func readsACrossForReversals() throws {
    let found = try Self.read(["a;7,00;", "a;2,00;X", "a;1,00;?"], Self.rule(["X"], [""]))
    #expect(try Self.sum(found) == 50_000)
    #expect(found.codes == ["K-D110"])
  }

  @Test func missesAmountsBesideUnknownMarks() throws {
    let found = try Self.read(["a;100,00;H", "a;20,00;Q", "a;30,00;", "a;;Q", "a;0,00;Q"])
    #expect(found.codes == ["K-D110", "K-D110"])
    #expect(found.findings.map(\.line) == [3, 4] && found.findings.map(\.column) == [3, 3])
    #expect(found.findings.map(\.found) == ["Q", ""])
    #expect(try found.control().missing == 3 && Self.sum(found) == 1_000_000)
    #expect(found.rows.used == 5)
  }

  @Test func tellsAnUnknownMarkOncePerRow() throws {
    let found = try Self.read(["a;100,00;Q", "a;100,00;Q"]) { mapping in
      var again = mapping.values[0]
      again.name = "again"
      mapping.values.append(again)
    }
    #expect(found.findings.map(\.line) == [2, 3])
  }

  @Test func warnsOfTwoSigns() throws {
    let found = try Self.read(["a;-100,00;S", "a;-5,00;H"])
    #expect(found.codes == ["K-D112"])
    #expect(try Self.sum(found) == 950_000)
  }

  @Test func appliesUnitAndBoundsToTheSignedNumber() throws {
    let found = try Self.read(["a;2,00;H", "a;1,00;S"]) { mapping in
      mapping.values[0].unitFactor = ExactDecimal(1000, scale: 0)
      mapping.values[0].minimum = .zero
    }
    #expect(found.codes == ["K-D008"])
    #expect(try Self.sum(found) == 20_000_000)
  }

  @Test func signsRowsThatAreSetAside() throws {
    let found = try Self.read(["a;100,00;H", "b;20,00;S", "b;3,00;?"]) {
      $0.exclude = [.init(try Expression(parsing: "Kunde = 'b'"))]
    }
    #expect(try found.control().setAside == -200_000)
  }

  @Test(arguments: [("Summe;80,00;H", 0), ("Summe;80,00;", 0), ("Summe;20,00;S", -1_000_000)])
  func readsTotalsWithTheirMark(_ row: String, _ difference: Int128) throws {
    let found = try Self.read(["a;100,00;H", "a;20,00;S", row])
    #expect(found.rows.structure == 1)
    #expect(try found.control().difference == difference)
  }

  /// A rule over two columns that never holds makes every row a record.
  @Test func batchesGiveWhatRecordsGive() throws {
    let marks = ["H", "S", "h", "Q", "", "Haben"]
    let rows = (0..<5000).map { row in
      "k\(row % 7);\(row % 3 == 0 ? "-" : "")\(row).5;\(marks[row * row % 11 % marks.count])"
    }
    let never = try Expression(parsing: "Kunde = 'nobody' and Umsatz = 'at all'")
    let batches = try Self.read(rows)
    let records = try Self.read(rows) { $0.exclude = [.init(never)] }
    #expect(batches.cells.sums == records.cells.sums)
    #expect(batches.cells.missingCounts == records.cells.missingCounts)
    #expect(batches.findings == records.findings && !batches.findings.isEmpty)
    #expect(try Self.sum(batches) == Self.sum(records))
  }

  @Test func turningEverySignTurnsTheSum() throws {
    let rows = (1..<200).map { "a;\($0),25;\($0 % 3 == 0 ? "S" : "H")" }
    let one = try Self.sum(Self.read(rows, Self.rule(["S"], ["H"])))
    let other = try Self.sum(Self.read(rows.reversed(), Self.rule(["H"], ["S"])))
    #expect(one == -other && one != 0)
  }

  @Test func namesAColumnOfMarksThatIsNotThere() throws {
    #expect(throws: RunError.self) {
      try Self.read(["a;1;H"]) { $0.values[0].sign?.column = ColumnReference("Nirgends") }
    }
  }

  // MARK: Columns that nobody reads

  private static func unread(_ header: String, _ rows: [String]) throws -> Finding? {
    let text = "Kunde;Umsatz;\(header)\n" + rows.map { $0 + "\n" }.joined()
    return try ledger(text).findings.first { $0.code == "K-D111" }
  }

  @Test func warnsOfMarksThatNobodyReads() throws {
    let found = try #require(try Self.unread("S/H", ["a;100,00;H", "a;20,00;S", "Summe;120,00;"]))
    #expect(found.severity == .warning && found.column == 3 && found.field == "S/H")
    #expect(found.message.english.contains("sign: {column: S/H, negative: [S]}"))
    #expect(try Self.unread("+/-", ["a;1,00;", "a;2,00;-"])?.found == "-")
    #expect(try Self.unread("Dr/Cr", ["a;1,00;Cr.", "a;2,00;Dr."])?.found == "Dr.")
  }

  @Test(arguments: [
    ("S/H", ["a;100,00;H", "a;20,00;H"]), ("S/H", ["a;100,00;H", "a;-20,00;S"]),
    ("S/H", ["a;100,00;H", "a;20,00;S", "a;1,00;X"].reversed()),
    ("Kz", ["a;100,00;H", "a;20,00;S"]), ("S/H", ["a;100,00;", "a;20,00;"]),
    ("+/-", ["a;1,00;", "a;2,00;+"]), ("S/H", []),
  ])
  func staysSilentWhereMarksDecideNothing(_ header: String, _ rows: [String]) throws {
    #expect(try Self.unread(header, rows) == nil)
  }

  @Test func staysSilentWhereRowsAreSetAsideByTheMark() throws {
    let found = try ledger("Kunde;Umsatz;Vorzeichen\na;1,00;H\na;2,00;S\n") {
      $0.exclude = [.init(try Expression(parsing: "Vorzeichen = 'S'"))]
    }
    #expect(!found.codes.contains("K-D111"))
  }
}
