// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// What is said of the portfolio as a whole, beside its concentration.
public struct PortfolioFigures: Sendable, Equatable {
  /// How the accounts swing together.
  public var risk: PortfolioRisk
  /// Where growth comes from.
  public var growth: GrowthDecomposition
  /// The profit added up; nil without a value named `margin`.
  public var whaleCurve: WhaleCurve?
  /// What would be lost in bad cases.
  public var stress: StressTest
  /// The matrix, where the programme declares one.
  public var matrix: PortfolioMatrix?

  /// The figures of the value named `revenue`; nil without one.
  package init?(of table: AccountTable) {
    guard let revenue = table.value(named: "revenue") else { return nil }
    let windows = ValueWindows(revenue, asOf: table.asOf)
    risk = PortfolioRisk(windows, accountCount: table.count)
    growth = GrowthDecomposition(
      windows,
      accountCount: table.count,
      decimals: revenue.decimals
    )
    whaleCurve = table.value(named: "margin").map { WhaleCurve(of: $0) }
    stress = StressTest(of: revenue, in: table)
  }

  /// Puts the figures of single accounts into their rows.
  package func fill(_ rows: inout [PortfolioRow]) {
    for index in rows.indices {
      let row = rows[index].row
      rows[index].beta = risk.betas[row]
      rows[index].riskContribution = risk.contributions[row]
      rows[index].growthContribution = growth.contributions[row]
      rows[index].attractiveness = matrix?.attractiveness[row]
      rows[index].strength = matrix?.strength[row]
      rows[index].field = matrix?.fields[row]
      guard let whaleCurve, whaleCurve.hasShares else { continue }
      rows[index].cumulativeProfitShare = rows[index].cumulativeProfit.map {
        $0 / whaleCurve.total
      }
    }
  }
}
