// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Between which scores the accounts lie whatever their missing values are.
///
/// Where a score hangs on the account's own values alone, its bounds are the scores at both ends of
/// them. TOPSIS, VIKOR and PROMETHEE measure against the other accounts, whose values are open, too:
/// there the bounds take the others at whichever end is worse, or better, for the account. Every
/// score that is possible lies within; for TOPSIS and VIKOR not every score within is possible.
struct ScoreBounds {
  /// Per account a score that it never falls below.
  let lowest: [Double]
  /// Per account a score that it never exceeds.
  let highest: [Double]

  /// Bounds the scores of `method` for utilities between two ends.
  init(
    _ method: DecisionMethod,
    lowest: [NumberColumn],
    highest: [NumberColumn],
    leaves: [WeightedCriterion]
  ) {
    let weights = leaves.map(\.weight)
    switch method {
    case .weightedSum, .weightedProduct, .spotis:
      let low = method.outcome(lowest, leaves: leaves).scores
      let high = method.outcome(highest, leaves: leaves).scores
      self.init(zip(low, high).map { (low: $0, high: $1) })
      return
    case .topsis, .vikor, .promethee: break
    }
    let ends = zip(
      FilledUtilities.complete(lowest, weights: weights),
      FilledUtilities.complete(highest, weights: weights)
    ).map { End(low: $0, high: $1) }
    switch method {
    case .vikor(let v): self.init(vikor: ends, weights, v: v)
    case .promethee(let thresholds):
      let functions = leaves.map {
        PreferenceFunction(thresholds.overridden(by: $0.criterion.preference)) ?? .usual
      }
      self.init(promethee: ends, weights, functions)
    default: self.init(topsis: ends, weights)
    }
  }

  private init(_ scores: [(low: Double, high: Double)]) {
    lowest = scores.map(\.low)
    highest = scores.map(\.high)
  }

  /// One criterion's utilities at both ends, and where its best and worst may lie.
  private struct End {
    let low: [Double]
    let high: [Double]
    let best: (low: Double, high: Double)
    let worst: (low: Double, high: Double)

    init(low: [Double], high: [Double]) {
      self.low = low
      self.high = high
      let lows = ScaleFormulas.bounds(low) ?? (0, 0)
      let highs = ScaleFormulas.bounds(high) ?? (0, 0)
      best = (lows.high, highs.high)
      worst = (lows.low, highs.low)
    }
  }

  // MARK: TOPSIS

  private init(topsis ends: [End], _ weights: [Double]) {
    let count = ends.first?.low.count ?? 0
    self.init(
      (0..<count).map { i in
        var best = (near: 0.0, far: 0.0)
        var worst = best
        for (end, weight) in zip(ends, weights) {
          let squared = { (distance: Double) in
            let weighted = weight * max(0, distance)
            return weighted * weighted
          }
          best.near += squared(end.best.low - end.high[i])
          best.far += squared(end.best.high - end.low[i])
          worst.near += squared(end.low[i] - end.worst.high)
          worst.far += squared(end.high[i] - end.worst.low)
        }
        return (
          Self.closeness(worst.near.squareRoot(), best.far.squareRoot()),
          Self.closeness(worst.far.squareRoot(), best.near.squareRoot())
        )
      }
    )
  }

  private static func closeness(_ worst: Double, _ best: Double) -> Double {
    worst + best > 0 ? worst / (worst + best) : 1
  }

  // MARK: VIKOR

  private init(vikor ends: [End], _ weights: [Double], v: Double) {
    let count = ends.first?.low.count ?? 0
    var sums = [(low: Double, high: Double)](repeating: (0, 0), count: count)
    var largest = sums
    for (end, weight) in zip(ends, weights) {
      for i in 0..<count {
        let low = weight * Self.least(end.high[i], of: end.best.low, to: end.worst)
        let high = weight * Self.most(end.low[i], of: end.best.high, to: end.worst.high)
        sums[i] = (sums[i].low + low, sums[i].high + high)
        largest[i] = (max(largest[i].low, low), max(largest[i].high, high))
      }
    }
    let (group, individual) = (Self.shares(sums), Self.shares(largest))
    self.init(
      zip(group, individual).map { s, r in
        (1 - (v * s.high + (1 - v) * r.high), 1 - (v * s.low + (1 - v) * r.low))
      }
    )
  }

  /// The least regret of a utility: 0 where best and worst may meet.
  private static func least(
    _ utility: Double,
    of best: Double,
    to worst: (low: Double, high: Double)
  ) -> Double {
    best > utility && best > worst.high ? (best - utility) / (best - worst.low) : 0
  }

  /// The largest regret of a utility.
  private static func most(_ utility: Double, of best: Double, to worst: Double) -> Double {
    guard best > utility else { return 0 }
    return worst < utility ? (best - utility) / (best - worst) : 1
  }

  /// Where numbers lie between the smallest and the largest of them, all being known by bounds.
  private static func shares(_ numbers: [(low: Double, high: Double)]) -> [(
    low: Double, high: Double
  )] {
    // The regret of a regret: the smallest is the best, so signs are turned round.
    let end = End(low: numbers.map { -$0.high }, high: numbers.map { -$0.low })
    return numbers.indices.map { i in
      (
        least(end.high[i], of: end.best.low, to: end.worst),
        most(end.low[i], of: end.best.high, to: end.worst.high)
      )
    }
  }

  // MARK: PROMETHEE

  private init(promethee ends: [End], _ weights: [Double], _ functions: [PreferenceFunction]) {
    let count = ends.first?.low.count ?? 0
    var scores = [(low: Double, high: Double)](repeating: (0, 0), count: count)
    for (j, end) in ends.enumerated() {
      let low = Self.nets(end.low, against: end.high, functions[j])
      let high = Self.nets(end.high, against: end.low, functions[j])
      for i in 0..<count {
        scores[i].low += weights[j] * low[i]
        scores[i].high += weights[j] * high[i]
      }
    }
    self.init(scores)
  }

  /// Net flows of accounts at one end against all others at the other end.
  private static func nets(
    _ values: [Double],
    against others: [Double],
    _ function: PreferenceFunction
  ) -> [Double] {
    let flows = UnicriterionFlows(values, against: others, function)
    return values.indices.map { i in
      let own =
        function.preference(values[i] - others[i]) - function.preference(others[i] - values[i])
      return (flows.preferred[i] - flows.outranked[i] - own) / Double(max(1, values.count - 1))
    }
  }
}
