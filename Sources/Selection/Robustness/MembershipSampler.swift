// SPDX-License-Identifier: Apache-2.0

/// Counts under many weights who is on the list, without scoring everybody every time.
///
/// *Definition* The draws are split into bundles of similar weights. Within a bundle every weight
/// lies within a box, which bounds what an account can score; whoever cannot reach what the best
/// `depth` accounts score at least is out for the whole bundle (``CandidateBlock``). What is left is
/// scored draw by draw in the order of operations of ``WeightedSum``, so the counts are those of
/// scoring everybody, to the last one. Methods whose scores are no sums by weight score everybody.
struct MembershipSampler: Sendable {
  private let scores: ReweightedScores
  private let rule: SeatRule
  private let draws: DrawBundle

  /// Weights of more draws lie too far apart to leave many accounts out.
  private static let largeBundle = 200
  /// Below this many draws a bundle is not split any more.
  private static let smallBundle = 50

  /// Prepares draws for accounts and the rule of their list.
  init(_ scores: ReweightedScores, _ rule: SeatRule, _ draws: DrawBundle) {
    self.scores = scores
    self.rule = rule
    self.draws = draws
  }

  /// The tally of the draws.
  func tally() -> MembershipTally {
    var tally = MembershipTally(
      count: scores.accounts.count,
      width: scores.weights.count
    )
    guard !scores.accounts.isEmpty else { return tally }
    guard let parts = scores.parts else {
      for draw in 0..<draws.count {
        let weights = Array(draws.weights(draw))
        add(scores.best(rule.depth, weights, draw: draws.draws[draw]), weights, &tally)
      }
      return tally
    }
    let everybody = CandidateBlock(parts, depth: max(1, rule.depth))
    var visit = Visit(
      parts: AccountParts(parts),
      importance: parts.deviations,
      finds: everybody.room,
      tally: tally
    )
    count(draws, everybody, &visit)
    return visit.tally
  }

  /// What goes from bundle to bundle.
  private struct Visit {
    let parts: AccountParts
    let importance: [Double]
    var finds: ShortColumns.Finds
    var tally: MembershipTally
  }

  private func count(_ bundle: DrawBundle, _ block: CandidateBlock, _ visit: inout Visit) {
    let isLarge = block.count > 4 * max(16, rule.depth)
    let isNarrow = bundle.count <= Self.largeBundle
    let rest = isLarge && isNarrow ? block.narrowed(to: bundle, &visit.finds) : block
    guard isLarge, bundle.count > Self.smallBundle else {
      for draw in 0..<bundle.count {
        let weights = Array(bundle.weights(draw))
        let contenders = rest.contenders(weights, &visit.finds)
        add(visit.parts.best(rule.depth, of: contenders, weights), weights, &visit.tally)
      }
      return
    }
    for quarter in bundle.halves(visit.importance).flatMap({ $0.halves(visit.importance) }) {
      count(quarter, rest, &visit)
    }
  }

  private func add(
    _ best: [RankedPlace],
    _ weights: [Double],
    _ tally: inout MembershipTally
  ) {
    tally.add(best: best, seated: rule.seated(best), weights: weights)
  }
}
