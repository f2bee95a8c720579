// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The weights that the data alone would give the criteria of a ranking.
///
/// They say how the values vary, not what the company wants, and are meant to be held beside the
/// chosen weights. Only ranked accounts with a value for every criterion count.
struct WeightDiagnostics {
  /// Above so many accounts the diagnostics, which nothing hangs on, are not worth their time.
  static let largestCount = 200_000

  private let count: Int
  private let byMethod: [ObjectiveWeights.Method: [Double]]

  /// Takes the values of the ranked accounts.
  init(_ ranking: Ranking, accounts: [Int]) {
    count = ranking.columns.count
    var complete: [Int] = []
    for account in accounts
    where ranking.columns.allSatisfy({ $0.values[account] != nil }) {
      complete.append(account)
      // One more than the diagnostics are made for says that they are left out.
      if complete.count > Self.largestCount { break }
    }
    let isLarge = complete.count > Self.largestCount
    let columns = ranking.columns.map { column in
      isLarge ? [] : complete.compactMap { column.values[$0] }
    }
    let directions = ranking.columns.map(\.criterion.criterion.direction)
    var found: [ObjectiveWeights.Method: [Double]] = [:]
    for method in ObjectiveWeights.Method.allCases
    where (2...Self.largestCount).contains(complete.count) {
      found[method] = ObjectiveWeights.weights(method, columns, directions)
    }
    byMethod = found
  }

  /// The diagnostics of criterion `j`.
  func weights(of j: Int) -> CriterionSensitivity.Diagnostics {
    .init(
      equal: 1 / Double(max(1, count)),
      entropy: byMethod[.entropy]?[j],
      critic: byMethod[.critic]?[j],
      merec: byMethod[.merec]?[j],
      standardDeviation: byMethod[.standardDeviation]?[j]
    )
  }
}
