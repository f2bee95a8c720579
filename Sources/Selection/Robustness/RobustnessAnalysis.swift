// SPDX-License-Identifier: Apache-2.0

/// Draws weights and counts what they do to a list, in parts that may run at the same time.
package struct RobustnessAnalysis: Sendable {
  /// What one part of the draws gave.
  package struct Part: Sendable {
    /// Nil where a list under a capacity or quotas was not found.
    fileprivate var members: MembershipTally?
    fileprivate var ranks: RankTally?
  }

  private let ranking: Ranking
  private let scores: ReweightedScores
  private let rule: SeatRule
  /// The list under a capacity or quotas, nil without them.
  private let exact: ExactMembership?
  /// How weights are drawn: with fewer draws than asked for where a list takes long to find.
  package let sampling: WeightSampling
  private let draws: DrawBundle
  /// Whether the rank of every account is counted under every draw.
  package let countsRanks: Bool
  private let reportsAll: Bool

  /// Ranks of so many accounts and draws together are counted without being asked for.
  private static let affordableRanks = 20_000_000

  /// Prepares the draws.
  ///
  /// - Parameters:
  ///   - outcome: the ranking and the list under the given weights.
  ///   - rule: how the list was cut.
  ///   - decisions: the decisions that hold.
  ///   - sampling: how weights are drawn.
  ///   - input: efforts and texts, for a list under a capacity or quotas.
  ///   - all: whether every ranked account is wanted, with its ranks; otherwise those on the list
  ///     and those that some weights bring near it.
  package init(
    _ outcome: SelectionOutcome,
    _ rule: ShortlistRule,
    _ decisions: ActiveDecisions,
    _ sampling: WeightSampling,
    input: SelectionInput?,
    all: Bool
  ) {
    ranking = outcome.ranking
    let scores = ReweightedScores(ranking, uncertainty: sampling.uncertainty, seed: sampling.seed)
    self.scores = scores
    self.rule = SeatRule(rule, decisions, ranking, accounts: scores.accounts)
    let exact = input.flatMap { input in
      rule.isExact
        ? ExactMembership(scores, outcome.ranking, rule, decisions, input) : nil
    }
    self.exact = exact
    var sampling = sampling
    if let exact { sampling.samples = exact.affordable(sampling.samples) }
    self.sampling = sampling
    draws = DrawBundle(
      Array(0..<sampling.samples),
      of: sampling.matrix(around: scores.weights),
      width: scores.weights.count
    )
    reportsAll = all
    countsRanks = all || scores.accounts.count * sampling.samples <= Self.affordableRanks
  }

  /// The draws in `count` bundles or a few less, whose tallies add up to the same for any number.
  package func bundles(_ count: Int) -> [DrawBundle] {
    var bundles = [draws]
    guard count > 1 else { return bundles }
    let importance = scores.parts?.deviations ?? scores.weights
    while 2 * bundles.count <= count { bundles = bundles.flatMap { $0.halves(importance) } }
    return bundles
  }

  /// What a bundle of draws does to the list.
  package func part(_ bundle: DrawBundle) -> Part {
    let members = exact.map { $0.tally(bundle) } ?? MembershipSampler(scores, rule, bundle).tally()
    guard countsRanks else { return Part(members: members, ranks: nil) }
    return Part(members: members, ranks: RankTally(scores, bundle))
  }

  /// Adds the parts up; `flips` holds the smallest move that flips an account, by its index.
  ///
  /// - Returns: Nil where a list under a capacity or quotas was not found under some weights.
  package func result(
    _ parts: [Part],
    flips: [Int: ListRobustness.Flip]
  ) -> ListRobustness? {
    var members = MembershipTally(
      count: scores.accounts.count,
      width: scores.weights.count
    )
    var ranks = countsRanks ? RankTally(count: scores.accounts.count) : nil
    for part in parts {
      guard let more = part.members else { return nil }
      members.merge(more)
      if let more = part.ranks { ranks?.merge(more) }
    }
    let rowOf = ranking.rowOfAccount
    var rows: [ListRobustness.Row] = []
    for (place, account) in scores.accounts.enumerated() {
      let row = ranking.rows[rowOf[account]]
      guard
        reportsAll || row.status == .shortlisted || members.counts[place] > 0
          || flips[account] != nil
      else { continue }
      rows.append(
        ListRobustness.Row(
          account: account,
          rank: row.rank,
          probability: Double(members.counts[place]) / Double(sampling.samples),
          bestRank: ranks.map { Int($0.entries[place].best) } ?? members.bestPosition(of: place),
          worstRank: ranks.map { Int($0.entries[place].worst) },
          meanRank: ranks.map { Double($0.entries[place].sum) / Double(sampling.samples) },
          flip: flips[account],
          centralWeights: members.centralWeights(of: place)
        )
      )
    }
    for row in ranking.rows where row.rank == nil && row.status == .shortlisted {
      rows.append(ListRobustness.Row(account: row.account, probability: 1))
    }
    rows.sort { $0.account < $1.account }
    return ListRobustness(sampling: sampling, rankedCount: scores.accounts.count, rows: rows)
  }
}
