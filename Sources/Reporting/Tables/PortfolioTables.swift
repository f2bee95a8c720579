// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText
package import PortfolioAnalysis

extension ReportTable {
  /// `portfolio.csv`: shares, classes and what could still be won, by account.
  package static func portfolio(
    _ portfolio: [PortfolioRow],
    of table: AccountTable
  ) -> ReportTable {
    // One row per account: each goes to the place of its account.
    var places = [Int?](repeating: nil, count: table.count)
    for (place, row) in portfolio.enumerated() { places[row.row] = place }
    let order = places.compactMap(\.self)
    let accounts = order.map { portfolio[$0].row }
    let cells: [CellSource] = [
      .texts(table.ids, .rows(accounts)), .names(table.names, .rows(accounts)),
      .each { Cell(portfolio[order[$0]].revenueShare) },
      .each { Cell(portfolio[order[$0]].cumulativeShare) },
      .eachText { portfolio[order[$0]].abc.rawValue },
      .each { Cell(portfolio[order[$0]].cumulativeProfit) },
      .each { Cell(portfolio[order[$0]].shareOfWallet) },
      .each { Cell(portfolio[order[$0]].potentialGap) },
      .each { Cell(portfolio[order[$0]].compoundGrowth) },
      .each { Cell(portfolio[order[$0]].volatility) },
      .each { Cell(portfolio[order[$0]].beta) },
      .eachText { portfolio[order[$0]].field?.rawValue },
      .each { Cell(portfolio[order[$0]].attractiveness) },
      .each { Cell(portfolio[order[$0]].strength) },
      .each { Cell(portfolio[order[$0]].cumulativeProfitShare) },
      .each { Cell(portfolio[order[$0]].growthContribution) },
      .each { Cell(portfolio[order[$0]].riskContribution) },
    ]
    var result = ReportTable(
      "portfolio",
      LocalizedText(de: "Portfolio", en: "Portfolio"),
      columns: zip(portfolioColumns, cells).map { ($0, $1) },
      rowCount: order.count
    )
    result.accountOfRow = { accounts[$0] }
    return result
  }

  private static let portfolioColumns: [Column] = [
    .account, .accountName,
    .init("revenue_share", .number, LocalizedText(de: "Umsatzanteil", en: "Revenue share")),
    .init("cumulative_share", .number, LocalizedText(de: "kumuliert", en: "Cumulative share")),
    .init("abc", .string, LocalizedText("ABC")),
    .init(
      "profit_cumulative",
      .number,
      LocalizedText(de: "Ertrag kumuliert", en: "Cumulative profit")
    ),
    .init("share_of_wallet", .number, LocalizedText(de: "Lieferanteil", en: "Share of wallet")),
    .init("potential_gap", .number, LocalizedText(de: "offenes Potenzial", en: "Potential gap")),
    .init("cagr", .number, LocalizedText(de: "Wachstum", en: "Growth")),
    .init("volatility", .number, LocalizedText(de: "Schwankung", en: "Volatility")),
    .init("beta", .number, LocalizedText("Beta")),
    .init("matrix_field", .string, LocalizedText(de: "Feld", en: "Field")),
    .init("attractiveness", .number, LocalizedText(de: "Attraktivität", en: "Attractiveness")),
    .init("strength", .number, LocalizedText(de: "Position", en: "Strength")),
    .init(
      "profit_cumulative_share",
      .number,
      LocalizedText(de: "Ertrag kumuliert (Anteil)", en: "Cumulative profit share")
    ),
    .init(
      "growth_contribution",
      .number,
      LocalizedText(de: "Wachstumsbeitrag", en: "Growth contribution")
    ),
    .init(
      "risk_contribution",
      .number,
      LocalizedText(de: "Risikobeitrag", en: "Risk contribution")
    ),
  ]
}
