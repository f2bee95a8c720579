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
    let rows = portfolio.sorted { $0.row < $1.row }
    var portfolio = ReportTable(
      "portfolio",
      LocalizedText(de: "Portfolio", en: "Portfolio"),
      columns: portfolioColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(table.ids[row.row]), .text(table.names[row.row]), Cell(row.revenueShare),
        Cell(row.cumulativeShare), .text(row.abc.rawValue), Cell(row.cumulativeProfit),
        Cell(row.shareOfWallet), Cell(row.potentialGap), Cell(row.compoundGrowth),
        Cell(row.volatility), Cell(row.beta), Cell(row.field?.rawValue),
        Cell(row.attractiveness), Cell(row.strength), Cell(row.cumulativeProfitShare),
        Cell(row.growthContribution), Cell(row.riskContribution),
      ]
    }
    portfolio.accountOfRow = { rows[$0].row }
    return portfolio
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
