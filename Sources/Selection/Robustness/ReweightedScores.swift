// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The scores of the ranked accounts for other weights than the given ones.
///
/// Utilities stay what they were: scales look at values, never at weights. A gap that reweighting
/// left counts as the account's mean utility at the given weights, which is what it is worth there.
struct ReweightedScores: Sendable {
  /// The ranked accounts by ascending id; a place is an index in this list.
  let accounts: [Int]
  /// The given weights, which add up to 1.
  let weights: [Double]
  /// The scores as sums by weight, nil for methods whose scores are no such sums.
  let parts: ScoreParts?
  private let leaves: [WeightedCriterion]
  private let columns: [[Double]]
  private let method: DecisionMethod
  private let uncertainty: ValueUncertainty?

  /// Takes the utilities of a ranking, and how far its values may be off, by leaf.
  init(_ ranking: Ranking, uncertainty shares: [Int: Double] = [:], seed: Int = 0) {
    let ranked = ranking.rankedAccounts
    accounts = ranked
    leaves = ranking.columns.map(\.criterion)
    weights = leaves.map(\.weight)
    method = ranking.method
    let utilities = ranking.columns.map { column in
      ranked.count == column.utilities.count ? column.utilities : column.utilities.gathered(ranked)
    }
    let given = FilledUtilities.complete(consume utilities, weights: leaves.map(\.weight))
    columns = given
    uncertainty = ValueUncertainty(shares, ranking, accounts: ranked, seed: seed)
    parts = uncertainty == nil ? Self.parts(given, of: ranking) : nil
  }

  /// One score per place.
  ///
  /// Uncertain values are those of one draw, or the given ones without one.
  func scores(_ weights: [Double], draw: Int? = nil) -> [Double] {
    if let parts { return parts.scores(weights) }
    let reweighted = zip(leaves, weights).map {
      WeightedCriterion(criterion: $0.criterion, groups: $0.groups, weight: $1)
    }
    guard let uncertainty, let draw else {
      return method.scores(columns, leaves: reweighted)
    }
    let utilities = uncertainty.utilities(of: draw, given: columns)
    return method.scores(utilities, leaves: reweighted)
  }

  /// The best `depth` places for these weights, in their order.
  ///
  /// - Complexity: O(n) on average, and O(depth log depth)
  func best(_ depth: Int, _ weights: [Double], draw: Int? = nil) -> [RankedPlace] {
    RankedPlace.best(depth, of: scores(weights, draw: draw))
  }

  /// The columns whose sum by weight is the score; nil where there are none.
  ///
  /// Net flows and distances to an ideal are sums by weight as well (up to rounding).
  private static func parts(_ columns: [[Double]], of ranking: Ranking) -> ScoreParts? {
    let leaves = ranking.columns.map(\.criterion)
    let weights = leaves.map(\.weight)
    switch ranking.method {
    case .weightedSum: return ScoreParts(columns: columns, weights: weights)
    case .promethee, .spotis:
      let scores = zip(columns, leaves).map { column, leaf in
        var alone = leaf
        alone.weight = 1
        return ranking.method.scores([column], leaves: [alone])
      }
      return ScoreParts(columns: scores, weights: weights)
    case .weightedProduct, .topsis, .vikor: return nil
    }
  }
}
