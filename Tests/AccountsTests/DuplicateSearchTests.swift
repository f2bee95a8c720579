// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct DuplicateSearchTests {
  private func table(_ rows: [(id: String, name: String, vat: String?, postcode: String?)])
    -> AccountTable
  {
    var table = AccountTable.empty
    table.ids = rows.map(\.id)
    table.names = NameColumn(rows.map(\.name))
    table.members = rows.map { _ in 1 }
    let distinct = CountColumn(rows.map { _ in 1 })
    table.attributes = [
      .init(name: "vat", texts: TextColumn(rows.map(\.vat)), distinctCounts: distinct),
      .init(
        name: "postcode",
        texts: TextColumn(rows.map(\.postcode)),
        distinctCounts: distinct
      ),
    ]
    return table
  }

  @Test(arguments: [0, 1, 100, 5000], [7, 20, 33, 64])
  func sortsPairsByDigits(_ count: Int, _ bits: Int) {
    var random = SeededNumbers(seed: UInt64(bits))
    let numbers = (0..<count).map { _ in random.next() >> (64 - bits) }
    var sorted = numbers
    sorted.sortByDigits()
    #expect(sorted == numbers.sorted())
  }

  private func suspicions(_ names: [String]) -> [DuplicateSuspicion] {
    DuplicateSearch(
      table(names.enumerated().map { ("\($0.offset)", $0.element, nil, nil) })
    ).suspicions()
  }

  @Test(arguments: [
    ("Müller GmbH", "Mueller Ges.m.b.H."), ("Müller GmbH", "Muller AG"),
    ("Weiß & Söhne KG", "WEISS und Soehne"), ("Morava s.r.o.", "Morava, s. r. o."),
    ("Châtelvert S.A.", "Chatelvert SA"), ("Key Tec Inc.", "KeyTec"),
    ("Hirtz Lebensmittel", "Hirtz Lebensmittel (alt)"), ("Łódź Opakowania S.A.", "Lodz Opakowania"),
    ("Öderlin Produktions AG", "Oederlin Produktions AG"), ("Ferro S.p.A.", "FERRO SPA"),
  ])
  func readsSpellingsOfOneCompanyAlike(_ name: String, _ other: String) {
    let wholes = CompanyNames([name, other]).wholes
    #expect(wholes[0] == wholes[1] && wholes[0] >= 0)
    #expect(suspicions([name, other]).map(\.scoreHundredths) == [80])
  }

  @Test(arguments: [
    ("Aerofilter Kassel GmbH", "Aerofilter Polska Sp. z o.o."), ("Alpha GmbH", "Beta GmbH"),
    ("Summa AG", "Summer AG"), ("GmbH", "AG"), ("", ""),
  ])
  func keepsDifferentCompaniesApart(_ name: String, _ other: String) {
    #expect(suspicions([name, other]).isEmpty)
  }

  @Test func countsVATIdsAndPostcodesAsEvidence() {
    let found = DuplicateSearch(
      table([
        ("1", "Alpha GmbH", "DE 123 456", "12345"), ("2", "Ganz anders", "DE123456", "99999"),
        ("3", "Beta AG", nil, "50667"), ("4", "Beta GmbH", nil, "50667"),
        ("5", "Gamma", "AT1", "1010"), ("6", "Gamma", "AT2", "1010"),
      ])
    ).suspicions()
    #expect(found.map(\.scoreHundredths) == [95, 95, 75])
    #expect(found.map { [$0.row, $0.other] } == [[0, 1], [2, 3], [4, 5]])
    #expect(found[0].evidence == [.sameVAT])
    #expect(found[1].evidence == [.sameName, .samePostcode])
  }

  @Test func needsMoreThanAFrequentWord() {
    let names = (0..<60).map { "Maschinenbau \("abcdefghij".map(String.init)[$0 % 10])\($0)" }
    #expect(suspicions(names).isEmpty)
  }

  @Test func showsALargeGroupAsPairsWithItsFirstAccount() {
    let found = suspicions(Array(repeating: "Immer Gleich GmbH", count: 100))
    #expect(found.count == 99)
    #expect(found.allSatisfy { $0.row == 0 })
  }

  @Test func countsSuspicionsInOneFinding() throws {
    #expect(DuplicateSearch.finding([]) == nil)
    let finding = try #require(DuplicateSearch.finding(suspicions(["Alpha GmbH", "Alpha AG"])))
    #expect(finding.code == "K-D061" && finding.severity == .info && finding.found == "1")
  }
}
