// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import KeyAccounts

/// What a proposal makes of lists of deals, of costs, of states and of exchange rates.
@Suite struct ProposedSourceTests {
  private static let sales = (
    name: "sales.csv",
    text: "Account ID,Invoice Date,Net Amount,Currency,COGS,Status\n"
      + "A1,01/31/2026,100.50,USD,40.10,Paid\nA1,02/28/2026,50.25,EUR,20.10,Cancelled\n"
      + "A2,03/31/2026,70.75,USD,30.10,Paid\n"
  )
  private static let deals = (
    name: "deals.csv",
    text: "Opportunity Name,Account ID,Stage,Amount,Close Date\n"
      + "D1,A1,Open,5000.50,05/31/2027\nD2,A2,Closed Lost,700.50,06/30/2027\n"
      + "D3,A2,Open,900.50,07/31/2027\n"
  )

  // MARK: Deals

  @Test func takesAmountsOfDealsForThePipeline() throws {
    let lines = try ProposedLines.lines([Self.sales, Self.deals])
    #expect(lines.contains("pipeline: Amount") && lines.contains("revenue: Net Amount"))
    #expect(lines.contains { $0.hasPrefix("# period: Close Date  (deals close here") })
    #expect(lines.contains("period: Invoice Date"))
    #expect(lines.contains { $0.contains("measure: pipeline") })
  }

  @Test func keepsTheDaysOfDealsWhereNoSalesHaveAny() throws {
    let lines = try ProposedLines.lines([Self.deals])
    #expect(lines.contains("pipeline: Amount") && lines.contains("period: Close Date"))
  }

  @Test(arguments: ["Verkaufsphase", "Wahrscheinlichkeit (%)", "deal_stage", "Opportunity ID"])
  func knowsListsOfDeals(_ header: String) throws {
    #expect(HeaderWords.namesDeal(header))
    let lines = try ProposedLines.lines("Kunde;\(header);Betrag\na;x1;1,50\nb;x2;2,50\n")
    #expect(lines.contains("pipeline: Betrag"))
  }

  @Test(arguments: ["Status", "Phase der Moon", "Dealer", "Händler", "Umsatzwahrscheinlich", ""])
  func knowsOtherLists(_ header: String) {
    #expect(!HeaderWords.namesDeal(header))
  }

  // MARK: States

  @Test func namesRowsThatCameToNothing() throws {
    let lines = try ProposedLines.lines([Self.sales, Self.deals])
    #expect(lines.contains { $0.hasPrefix("# exclude: [\"`Status` = 'Cancelled'\"]") })
    #expect(lines.contains { $0.hasPrefix("# exclude: [\"`Stage` = 'Closed Lost'\"]") })
    let german = "Kunde;Betrag;Belegstatus\na;1,50;gebucht\nb;2,50;Storniert\nc;1,50;abgelehnt\n"
    #expect(
      try ProposedLines.lines(german).contains {
        $0.hasPrefix(
          "# exclude: [\"`Belegstatus` = 'Storniert'\", \"`Belegstatus` = 'abgelehnt'\"]"
        )
      }
    )
  }

  @Test(arguments: [
    "Kunde;Betrag;Status\na;1,50;gebucht\nb;2,50;offen\n",
    "Kunde;Betrag;Notiz\na;1,50;storniert\nb;2,50;offen\n",
    "Kunde;Betrag;Status\na;1,50;it's lost\nb;2,50;offen\n",
  ])
  func namesNoOtherRows(_ export: String) throws {
    #expect(try !ProposedLines.lines(export).contains { $0.hasPrefix("# exclude:") })
  }

  // MARK: Costs

  @Test(arguments: [("40,10", "-"), ("-40,10", "+")])
  func derivesTheMarginFromCosts(_ cost: String, _ sign: String) throws {
    let lines = try ProposedLines.lines(
      "Kunde;Umsatz;Wareneinsatz\na;100,50;\(cost)\nb;1,50;0,00\n"
    )
    #expect(lines.contains("margin_rate: (revenue \(sign) cost) / revenue"))
    #expect(lines.contains { $0.contains("measure: margin_rate") })
  }

  @Test func needsNoCostsBesideAMargin() throws {
    let lines = try ProposedLines.lines(
      "Kunde;Umsatz;Kosten;DB\na;9,50;4,10;5,40\nb;1,50;1,10;0,40\n"
    )
    #expect(lines.contains("margin_rate: margin / revenue"))
  }

  // MARK: Rates

  @Test func readsRatesByTheirHeaders() throws {
    let fx = "Currency,Month,Rate to USD\nEUR,2026-01,1.08\nEUR,2026-02,1.09\n"
    let lines = try ProposedLines.lines([Self.sales, ("fx.csv", fx)])
    #expect(
      lines.contains("rates: {file: fx.csv, currency: Currency, rate: Rate to USD, period: Month}")
    )
    #expect(lines.contains { $0.hasPrefix("currency: USD  #") })
  }

  @Test(arguments: [
    ("gültig ab", ["2026-01", "2026-02"]), ("Monat", ["2026-01", "2026-07"]),
  ])
  func letsRatesHoldOn(_ header: String, _ months: [String]) throws {
    let rows = months.map { "USD;\($0);0,92\n" }.joined()
    let lines = try ProposedLines.lines([
      Self.sales, ("kurse.csv", "Währung;\(header);Kurs\n" + rows),
    ])
    #expect(lines.contains("# a rate holds until the next one begins: please confirm"))
    #expect(lines.contains { $0.hasPrefix("rates: {file: kurse.csv, valid_from: ") })
    #expect(lines.contains { $0.hasPrefix("currency: EUR  #") }, "the one that needs no rate")
  }

  // MARK: Titles and wide layouts

  @Test func takesUnitAndCurrencyFromTheTitle() throws {
    let lines = try ProposedLines.lines(
      "Bericht in TCHF;;\n;;\nKunde;Umsatz;DB (CHF)\na;1,5;2,5\nb;2,5;3,5\n"
    )
    #expect(lines.contains("revenue: {column: Umsatz, unit: TCHF}"))
    #expect(lines.contains("margin: \"DB (CHF)\""))
    #expect(lines.contains("currency: {constant: CHF}"))
    #expect(
      lines.contains("# the unit stands above the header, 'Bericht in TCHF': please confirm")
    )
  }

  @Test func takesAFigureOfOneYearBesideSeveral() throws {
    let lines = try ProposedLines.lines(
      "Kunde;Umsatz 2024;Umsatz 2025;DB II 2025\na;1,5;2,5;0,5\nb;2,5;3,5;0,5\n"
    )
    #expect(lines.contains("revenue: Umsatz") && lines.contains("margin: DB II"))
    #expect(lines.contains { $0.hasPrefix("periods: wide") })
  }

  @Test func namesFiguresThatAreNotUsed() throws {
    let lines = try ProposedLines.lines(
      "Kunde;Umsatz;NPS;Rang;PLZ\na;1,5;20;1;10115\nb;2,5;30;2;10117\n"
    )
    #expect(lines.contains("# further figures, not used yet: NPS"))
  }
}
