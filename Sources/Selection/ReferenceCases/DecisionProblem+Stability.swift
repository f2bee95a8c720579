// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

extension DecisionProblem {
  /// Per criterion the interval of its weight for which the leader of a weighted sum stays first,
  /// the other weights rescaled in proportion.
  func weightStabilityAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    let name = parameters["normalisation"]?.text ?? "minmax"
    let columns = try normalised(checkedColumns(), by: name)
    let weights = try normalisedWeights()
    let scores = WeightedSum.scores(columns, weights: weights)
    let ranks = Ranks.competition(scores, smallestFirst: false, relativeTolerance: 1e-9)
    let leader = ranks.firstIndex(of: 1) ?? 0
    let intervals = columns.indices.map { j in
      let range = WeightStability.interval(of: j, columns, weights: weights, leader: leader)
      return [range.lowerBound, range.upperBound]
    }
    return [
      .init("scores", .numbers(scores)), .init("ranks", .integers(ranks)),
      .init("intervals", .rows(intervals)),
    ]
  }

  /// Rank acceptabilities, central weights and pairwise winning shares over all weights.
  func acceptabilityAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    let columns = try checkedColumns()
    var order: [Int]?
    if let given = parameters["criteria_order_0based"], given != .missing {
      guard let numbers = given.numbers,
        numbers.map(Int.init(clamping:)).sorted() == Array(columns.indices)
      else {
        throw .parameter(
          "parameters.criteria_order_0based",
          expected: "every column once, from 0"
        )
      }
      order = numbers.map(Int.init(clamping:))
    }
    // Enough draws for a standard error below 0.001, fewer where all pairs of a long table cost too
    // much.
    let draws = max(20_000, min(400_000, 400_000_000 / (matrix.count * matrix.count)))
    let result = Acceptability(columns, order: order, draws: draws, seed: 1)
    var entries: [CaseValue.Entry] = [
      .init("rank_acceptability", .rows(result.ranks)),
      .init(
        "central_weights",
        .list(result.centralWeights.map { $0.map(CaseValue.numbers) ?? .missing })
      ),
      .init("pairwise_winning", .rows(result.wins)),
    ]
    if let breakpoints = result.breakpoints {
      entries.append(.init("weight_breakpoints_w1", .numbers(breakpoints)))
    }
    return entries
  }
}

extension Int {
  /// The whole number, -1 for anything else or anything too large to be an index.
  fileprivate init(clamping number: Double) {
    self = number == number.rounded() && number.magnitude < 1e9 ? Int(number) : -1
  }
}
