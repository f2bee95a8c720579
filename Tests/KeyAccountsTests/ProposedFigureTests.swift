// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import KeyAccounts

/// Which figures headers promise beside the plain ones: of other years, plans, rates, judgements.
@Suite struct ProposedFigureTests {
  @Test(arguments: [
    ("Umsatz lfd. Jahr", ColumnRole.revenue), ("Umsatz Ist", .revenue),
    ("Revenue YTD", .revenue), ("Total Revenue", .revenue), ("Nettoumsatz gesamt", .revenue),
    ("Umsatz letzte 12 Monate", .revenue), ("Planumsatz", .revenue),
    ("Umsatz Vorjahr", .priorRevenue), ("Umsatz VJ (T€)", .priorRevenue),
    ("Vorjahresumsatz", .priorRevenue), ("Sales Last Year", .priorRevenue),
    ("Prior Year Revenue", .priorRevenue), ("Umsatz im Vorjahr", .priorRevenue),
    ("DB II lfd. Jahr", .margin), ("Potenzial gesamt p.a.", .potential),
    ("Wachstum VJ %", .growth), ("Veränderung zum Vorjahr (%)", .growth), ("YoY Growth", .growth),
  ])
  func tellsYearsApart(_ header: String, _ role: ColumnRole) {
    #expect(ColumnRole.match(header)?.role == role)
  }

  @Test(arguments: ["DB Vorjahr", "Umsatz Soll", "Ist", "Vorjahr", "Plan", "Gesamt", "Plan VJ"])
  func leavesHeadersWithoutAFigureAlone(_ header: String) {
    #expect(ColumnRole.match(header) == nil)
  }

  @Test func takesAPlanOnlyWhereNothingElseIsThere() throws {
    #expect(try values("Plan Umsatz;Umsatz Ist", "5,50;4,50") == ["revenue: Umsatz Ist"])
    #expect(try values("Plan Umsatz;Menge", "5,50;4,50") == ["revenue: Plan Umsatz"])
  }

  @Test func takesLastYearsRevenueForRevenueOnlyWhereItIsAlone() throws {
    #expect(try values("Vorjahresumsatz", "5,50") == ["revenue: Vorjahresumsatz"])
    #expect(
      try values("Umsatz VJ;Umsatz", "5,50;4,50")
        == ["revenue: Umsatz", "revenue_prior_year: Umsatz VJ"]
    )
  }

  @Test func choosesWhatHappenedAmongColumnsPerPeriod() throws {
    let header = "Umsatz Plan 2024;Umsatz Plan 2025;Umsatz Ist 2024;Umsatz Ist 2025"
    #expect(try values(header, "1,50;2,50;3,50;4,50") == ["revenue: Umsatz Ist"])
  }

  @Test func growsFromThePriorYear() throws {
    let lines = try ProposedLines.lines("Kunde;Umsatz;Umsatz VJ\na;120,50;100,50\nb;5,50;-3,00\n")
    #expect(lines.contains("growth: revenue / max(0, revenue_prior_year) - 1"))
    #expect(lines.contains { $0.contains("measure: growth, weight: 25, view: forward") })
  }

  @Test func computesARateWhereItsAmountsAreThere() throws {
    let header = "Kunde;Umsatz 2024;Umsatz 2025;DB 2024;DB 2025;DB %;Wachstum %\n"
    let lines = try ProposedLines.lines(header + "a;1,50;2,50;0,50;1,50;40 %;3 %\n")
    #expect(
      lines.filter { $0.hasPrefix("margin_rate: ") } == [
        "margin_rate: sum(margin, 12) / revenue_12m"
      ]
    )
    #expect(lines.contains { $0.hasPrefix("growth: {column: \"Wachstum %\"") })
    #expect(lines.contains { $0.contains("measure: growth_12m") })
  }

  @Test func readsRatesOfAccountsInPercent() throws {
    #expect(
      try values("Umsatz;DB %;Wachstum %", "1,50;12,5 %;-3 %")
        == [
          "revenue: Umsatz", "growth: Wachstum % [%]", "margin_rate: DB % [%]",
        ]
    )
    #expect(try values("Umsatz;DB;DB %", "1,50;0,50;33 %") == ["revenue: Umsatz", "margin: DB"])
    let twice = "Kunde;Umsatz;DB %\na;1,50;12 %\na;1,50;14 %\n"
    #expect(try source(twice).values.map(\.name) == ["revenue"])
  }

  // MARK: Judgements

  @Test(arguments: [
    ("Strategischer Fit (1-5)", 1, 5), ("Beziehung [0..10]", 0, 10), ("Potenzial (1 bis 6)", 1, 6),
    ("Fit (1–5)", 1, 5), ("Risk (1 = low, 5 = high)", 1, 5), ("Score (0 to 100)", 0, 100),
  ])
  func readsTheScaleOfAJudgement(_ header: String, _ low: Int, _ high: Int) throws {
    let rating = try #require(HeaderRating(header))
    #expect(rating.low == low && rating.high == high)
  }

  @Test(arguments: [
    "Umsatz (T€)", "Umsatz (2024-2025)", "Fit", "Fit (5)", "Fit (1,5)", "Fit (5-1)", "Fit (1-5-9)",
    "Umsatz (99999999999999999999-5)", "(", "Fit ()", "Fit (1-2)", "Wochen (KW 1-5)",
  ])
  func knowsWhatIsNoScale(_ header: String) {
    #expect(HeaderRating(header) == nil)
  }

  @Test func takesJudgementsOnTheirScale() throws {
    #expect(
      try values("Umsatz;Strategischer Fit (1-5)", "1,50;4")
        == ["revenue: Umsatz", "strategischer_fit: Strategischer Fit (1-5) 1...5"]
    )
    #expect(try values("Umsatz;Potenzial (1-5)", "1,50;4")[1].hasPrefix("potenzial: "))
    #expect(
      try values("Umsatz (1-12)", "1500,50") == ["revenue: Umsatz (1-12)"],
      "numbers beyond the range are no judgements on it"
    )
  }

  @Test func callsAJudgementByItsWholeHeaderBesideAFigureOfThatName() throws {
    let lines = try ProposedLines.lines("Kunde;Umsatz;Revenue (1-5)\na;1,50;3\nb;5,50;5\n")
    #expect(lines.contains { $0.hasPrefix("- {name: revenue, measure: revenue,") })
    #expect(lines.contains { $0.hasPrefix("- {name: \"Revenue (1-5)\", measure: revenue_3,") })
    #expect(
      lines.contains { $0.hasSuffix("scale: {from: 1, to: 5}, missing: worst, origin: manual}") }
    )
  }

  // MARK: Helpers

  private func source(_ text: String) throws -> ProposedSource {
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
    let profile = FileProfile(table, file: "a.csv", settings: FormatSettings())
    return try #require(ProposedSource(profile, file: "a.csv"))
  }

  /// The values that are proposed for an account with these cells, each with its column, unit and
  /// the bounds of its scale.
  private func values(_ header: String, _ cells: String) throws -> [String] {
    try source("Kunde;\(header)\n10001;\(cells)\n10002;\(cells)\n").values.map { value in
      let unit = value.unit.map { " [\($0)]" } ?? ""
      let scale = value.rating.map { " \($0.scale.low)...\($0.scale.high)" } ?? ""
      return "\(value.name): \(value.column)\(unit)\(scale)"
    }
  }
}
