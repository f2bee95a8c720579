// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// What stands above a table about the amounts in it.
@Suite struct TitleAmountsTests {
  @Test(
    arguments: [
      (["Währung: T€"], "T€", "EUR"), (["Beträge in TEUR"], "TEUR", "EUR"),
      (["Angaben in Tsd. EUR", "Stand 31.12.2025"], "Tsd. EUR", "EUR"),
      (["(in Mio. €)"], "Mio. €", "EUR"), (["in thousands of USD"], "Tsd.", "USD"),
      (["Alle Werte in Tausend"], "Tsd.", nil), (["Amounts in kUSD"], "kUSD", "USD"),
      (["Report in CHF"], nil, "CHF"), (["Currency: GBP"], nil, "GBP"),
      (["Umsatz in €"], nil, "EUR"),
    ] as [([String], String?, String?)]
  )
  func readsUnitAndCurrency(titles: [String], unit: String?, currency: String?) throws {
    let found = try #require(TitleAmounts(titles))
    #expect(found.unit == unit)
    #expect(found.currency == currency)
  }

  @Test(arguments: [
    [], ["Kundenliste"], ["Mill Street 5"], ["T. Müller"], ["Mio Werke"], ["Quote in %"],
    ["try it"], ["Umsatz K 17"], [""],
  ])
  func findsNothingInOtherTitles(titles: [String]) {
    #expect(TitleAmounts(titles) == nil)
  }

  @Test func saysNothingWhereTitlesContradict() throws {
    let found = try #require(TitleAmounts(["Plan in T€", "Ist in Mio. €"]))
    #expect(found.unit == nil && found.currency == "EUR")
    #expect(TitleAmounts(["Plan in T€", "Ist in Mio. $"])?.unit == nil)
  }

  // MARK: Advice

  private func codes(
    _ title: String,
    header: String = "Umsatz",
    _ configure: (inout SourceMapping) throws -> Void = { _ in }
  ) throws -> [String] {
    try ledger("\(title);\n;\nKunde;\(header)\nk1;100,5\nk2;200,5\n") {
      $0.values = [ValueMapping("revenue", column: ColumnReference(header))]
      try configure(&$0)
    }.codes
  }

  @Test func asksForTheUnitOfTheTitle() throws {
    #expect(try codes("Beträge in T€") == ["K-D173"])
    #expect(
      try codes("Beträge in T€") { $0.values[0].unitFactor = ExactDecimal(1000, scale: 0) } == []
    )
    #expect(try codes("Beträge in T€") { $0.values[0].kind = .number } == [])
    #expect(try codes("Beträge in T€", header: "Umsatz (€)") == [], "the column says its own")
    #expect(try codes("Kundenliste") == [])
  }

  @Test func asksForTheCurrencyOfTheTitle() throws {
    #expect(try codes("Währung: CHF") == ["K-D174"])
    #expect(try codes("Währung: EUR") == [])
    #expect(try codes("Währung: CHF") { $0.currency = .constant("CHF") } == [])
    #expect(try codes("in TCHF") == ["K-D173", "K-D174"])
  }
}
