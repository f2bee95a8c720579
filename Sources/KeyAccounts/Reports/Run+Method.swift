// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting
import Selection

extension Run {
  /// What the method knows beside the scores, and who may belong to the list where missing values
  /// leave it open; each only where there is something to say.
  func methodTables(_ selection: SelectionOutcome) -> [ReportTable] {
    let ranking = selection.ranking
    var tables: [ReportTable] = []
    if let figures = MethodFigures(ranking) {
      tables.append(.method(figures, of: ranking, names: accounts.names))
    }
    let rule = programme.selection.shortlist
    if rule.capacity == nil, rule.quotas.isEmpty,
      ranking.rows.contains(where: { $0.scoreRange != nil })
    {
      let membership = ranking.membership(ofBest: rule.size)
      tables.append(.membership(membership, of: ranking, names: accounts.names))
    }
    return tables
  }
}

extension Ranking {
  /// `selection.compromise` of `report.json`: whom VIKOR proposes together; nil for other methods.
  var compromiseSummary: JSONValue? {
    guard let figures = MethodFigures(self), let compromise = figures.compromise else { return nil }
    return [
      "accounts": .array(compromise.accounts.map { .string(accounts[$0]) }),
      "n": .integer(figures.accounts.count),
      "acceptable_advantage": .bool(compromise.hasAdvantage),
      "acceptable_stability": .bool(compromise.isStable),
    ]
  }
}
