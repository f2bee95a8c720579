// SPDX-License-Identifier: Apache-2.0
import Accounts
import PortfolioAnalysis
import Selection

/// Looks at all accounts together, after ranking.
struct PortfolioStage {
  let programme: Programme
  let table: AccountTable

  /// Adds the portfolio and its figures to `run`; nothing without a value named `revenue`.
  func run(_ run: inout Run) {
    run.portfolio = PortfolioRow.rows(of: table)
    run.concentration = table.value(named: "revenue").map { Concentration(of: $0) }
    guard var figures = PortfolioFigures(of: table) else { return }
    if let declared = programme.declared.matrix {
      let axes = MatrixAxes(table: table, ranking: run.selection?.ranking)
      figures.matrix = PortfolioMatrix(
        attractiveness: axes.utilities(of: declared.attractiveness),
        strength: axes.utilities(of: declared.strength),
        limits: (declared.limits[0], declared.limits[1]),
        accountCount: table.count
      )
    }
    figures.fill(&run.portfolio)
    run.portfolioFigures = figures
  }
}

/// Finds the utilities that the axes of the matrix name.
private struct MatrixAxes {
  let table: AccountTable
  let ranking: Ranking?

  /// One column per name that is known; ``Programme/advice()`` says which are not.
  func utilities(of names: [String]) -> [NumberColumn] { names.compactMap(utilities) }

  private func utilities(of name: String) -> NumberColumn? {
    if let column = ranking?.columns.first(where: { $0.criterion.name == name }) {
      return known(column)
    }
    let members = ranking?.columns.filter { $0.criterion.groups.contains(name) } ?? []
    if !members.isEmpty { return mean(of: members) }
    if let measure = table.measures.first(where: { $0.name == name }) {
      return Scale.minMax.utilities(of: measure.numbers, direction: .maximise).utilities
    }
    guard let value = table.value(named: name) else { return nil }
    return Scale.minMax.utilities(of: value.numbers, direction: .maximise).utilities
  }

  /// The utilities of accounts that have a value; what fills a gap says nothing of an account.
  private func known(_ column: Ranking.Column) -> NumberColumn {
    NumberColumn(zip(column.values, column.utilities).map { $0 == nil ? nil : $1 })
  }

  /// The mean of a group's criteria by their weights.
  private func mean(of members: [Ranking.Column]) -> NumberColumn {
    let weights = members.map(\.criterion.weight)
    let total = weights.reduce(0, +)
    let columns = members.map(known)
    let means = table.ids.indices.map { account -> Double? in
      var sum = 0.0
      for (column, weight) in zip(columns, weights) {
        guard let utility = column[account] else { return nil }
        sum += (total > 0 ? weight / total : 1 / Double(members.count)) * utility
      }
      return sum
    }
    return NumberColumn(means)
  }
}
