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

  /// Below this many draws a bundle is not split any more.
  private static let smallBundle = 12

  /// Prepares draws for accounts and the rule of their list.
  init(_ scores: ReweightedScores, _ rule: SeatRule, _ draws: DrawBundle) {
    self.scores = scores
    self.rule = rule
    self.draws = draws
  }

  /// The tally of the draws.
  func tally() -> MembershipTally {
    var tally = MembershipTally(count: scores.accounts.count)
    guard !scores.accounts.isEmpty else { return tally }
    guard let parts = scores.parts else {
      for draw in 0..<draws.count {
        let weights = draws.weights(draw)
        add(scores.best(rule.depth, Array(weights)), weights, &tally)
      }
      return tally
    }
    var scratch = [Double](repeating: 0, count: ScoreKernel.padded(parts.count))
    visit(draws, CandidateBlock(parts), &scratch, &tally)
    return tally
  }

  private func visit(
    _ bundle: DrawBundle,
    _ block: CandidateBlock,
    _ scratch: inout [Double],
    _ tally: inout MembershipTally
  ) {
    let isLarge = block.count > 4 * max(16, rule.depth)
    let rest = isLarge ? block.narrowed(to: max(1, rule.depth), bundle, &scratch) : block
    guard isLarge, bundle.count > Self.smallBundle else {
      for draw in 0..<bundle.count {
        let weights = bundle.weights(draw)
        add(rest.best(rule.depth, weights, &scratch), weights, &tally)
      }
      return
    }
    let halves = bundle.halves(rest.deviations)
    for quarter in halves.flatMap({ $0.halves(rest.deviations) }) {
      visit(quarter, rest, &scratch, &tally)
    }
  }

  private func add(
    _ best: [RankedPlace],
    _ weights: ArraySlice<Double>,
    _ tally: inout MembershipTally
  ) {
    tally.add(best: best, seated: rule.seated(best), weights: weights)
  }
}
