// SPDX-License-Identifier: Apache-2.0
package import Statistics

/// How far two scenarios agree.
///
/// *Who counts* Correlations and rank-biased overlap (persistence 0.9) look at the accounts that both
/// scenarios rank, by their order among themselves; everything else looks at the two lists. A figure
/// that is undefined is nil: correlations of fewer than two accounts or with all accounts tied,
/// overlaps of nothing.
public struct ScenarioComparison: Sendable, Equatable {
  /// How many accounts both scenarios rank.
  public var count: Int
  /// Kendall's tau-b.
  public var kendallTauB: Double?
  /// Spearman's rank correlation.
  public var spearman: Double?
  /// The weighted rank correlation rw (Pinto da Costa and Soares 2005).
  public var weightedSpearman: Double?
  /// The rank similarity WS with the first scenario as reference (Sałabun and Urbaniak 2020).
  public var rankSimilarity: Double?
  /// Extrapolated rank-biased overlap (Webber, Moffat and Zobel 2010).
  public var rankBiasedOverlap: Double?
  /// Accounts on both lists divided by the length of the longer list.
  public var overlap: Double?
  /// Accounts on both lists divided by the accounts on either.
  public var jaccard: Double?
  /// Accounts on the second list alone.
  public var entered: Int
  /// Accounts on the first list alone.
  public var left: Int
  /// Accounts on both lists whose rank differs.
  public var moved: Int
}

/// One scenario prepared so that many others can be compared with it.
package struct ScenarioReference: Sendable {
  /// How likely a reader goes on to the next place, for rank-biased overlap.
  private static let persistence = 0.9

  /// The scenario.
  package let ranking: ScenarioRanking
  private let reference: RankReference

  /// Prepares a scenario.
  ///
  /// - Complexity: O(n)
  package init(_ ranking: ScenarioRanking) {
    self.ranking = ranking
    reference = RankReference(ranking.order, itemCount: ranking.accountCount)
  }

  /// Compares another scenario over the same accounts with this one.
  ///
  /// - Parameters:
  ///   - other: the other scenario.
  ///   - order: its order, where the caller has it at hand.
  /// - Returns: the figures, this scenario being the first.
  /// - Complexity: O(n)
  package func comparison(
    with other: ScenarioRanking,
    order: RankOrder? = nil
  ) -> ScenarioComparison {
    let (own, others) = commonOrders(with: other, order ?? other.order)
    let agreement = RankAgreement(own, others)
    let shared = other.listed.count { ranking.lists($0) }
    let longest = max(ranking.listed.count, other.listed.count)
    let either = ranking.listed.count + other.listed.count - shared
    return ScenarioComparison(
      count: agreement.count,
      kendallTauB: agreement.kendallTauB,
      spearman: agreement.spearman,
      weightedSpearman: agreement.weightedSpearman,
      rankSimilarity: agreement.rankSimilarity,
      rankBiasedOverlap: ListOverlap.rankBiased(
        own.order.items,
        others.items,
        itemCount: ranking.accountCount,
        persistence: Self.persistence
      ),
      overlap: longest > 0 ? Double(shared) / Double(longest) : nil,
      jaccard: either > 0 ? Double(shared) / Double(either) : nil,
      entered: other.listed.count - shared,
      left: ranking.listed.count - shared,
      moved: other.listed.count {
        ranking.lists($0) && ranking.rank(of: $0) != other.rank(of: $0)
      }
    )
  }

  /// Both orders without the accounts that only one of them ranks; they are prepared already where
  /// there are none.
  private func commonOrders(
    with other: ScenarioRanking,
    _ order: RankOrder
  ) -> (RankReference, RankOrder) {
    let ours = reference.order.items
    let common = ours.reduce(0) { $0 + (other.rank(of: Int($1)) == nil ? 0 : 1) }
    if common == ours.count, common == order.items.count { return (reference, order) }
    let isCommon = (0..<ranking.accountCount).map {
      ranking.rank(of: $0) != nil && other.rank(of: $0) != nil
    }
    let restricted = { (scenario: ScenarioRanking) in
      RankOrder(ranks: zip(scenario.ranks, isCommon).map { $1 ? $0 : 0 })
    }
    return (
      RankReference(restricted(ranking), itemCount: ranking.accountCount), restricted(other)
    )
  }
}
