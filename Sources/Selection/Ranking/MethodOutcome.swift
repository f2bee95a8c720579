// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The scores of one method on utilities, higher being better, with their parts per criterion.
struct MethodOutcome {
  /// One score per account.
  var scores: [Double]
  /// What the criteria give to them.
  var pieces: ScorePieces
  /// The accounts that VIKOR proposes together.
  var compromiseSet: [Int]?
  /// Whether a negative utility had to count as 0.
  var cutNegative = false
}

extension DecisionMethod {
  /// The scores alone, for utilities without gaps.
  func scores(_ columns: [[Double]], leaves: [WeightedCriterion]) -> [Double] {
    if self == .topsis { return TOPSIS(columns, weights: leaves.map(\.weight)).scores }
    return outcome(columns.map(NumberColumn.init(numbers:)), leaves: leaves).scores
  }

  /// Scores the accounts in the columns of utilities.
  ///
  /// VIKOR and SPOTIS, in which lower is better, are published as 1 - Q and 1 - distance.
  func outcome(_ columns: [NumberColumn], leaves: [WeightedCriterion]) -> MethodOutcome {
    let weights = leaves.map(\.weight)
    if self == .weightedSum { return Self.weightedSum(columns, weights: weights) }
    let complete = FilledUtilities.complete(columns, weights: weights)
    switch self {
    case .weightedSum, .topsis:
      let parts = zip(complete, weights).map { column, weight in column.map { weight * $0 } }
      return MethodOutcome(
        scores: TOPSIS(complete, weights: weights).scores,
        pieces: .parts(parts.map(NumberColumn.init(numbers:)))
      )
    case .weightedProduct: return Self.weightedProduct(complete, weights: weights)
    case .vikor(let v): return Self.vikor(complete, weights: weights, v: v)
    case .promethee(let thresholds):
      let functions = leaves.map {
        PreferenceFunction(thresholds.overridden(by: $0.criterion.preference)) ?? .usual
      }
      let flows = PROMETHEE(
        complete,
        Self.upwards(complete),
        weights: weights,
        functions: functions
      )
      return MethodOutcome(
        scores: flows.netFlows,
        pieces: .parts(flows.parts.map(NumberColumn.init(numbers:)))
      )
    case .spotis: return Self.spotis(complete, leaves: leaves)
    }
  }

  /// The weighted sum, with the weights of an account's present criteria scaled up to 1.
  private static func weightedSum(_ columns: [NumberColumn], weights: [Double]) -> MethodOutcome {
    let present = presentWeights(columns, weights)
    var scores = [Double](repeating: 0, count: present.count)
    for (column, weight) in zip(columns, weights) {
      WeightShares(weight: weight, presentWeights: present).add(column, to: &scores)
    }
    return MethodOutcome(scores: scores, pieces: .shares(presentWeights: present))
  }

  /// What each account's weights add up to, and 1 where none is missing: as little is divided.
  private static func presentWeights(_ columns: [NumberColumn], _ weights: [Double]) -> [Double] {
    var present = [Double](repeating: 0, count: columns.first?.count ?? 0)
    var isComplete = [Bool](repeating: true, count: present.count)
    var sums = present.mutableSpan
    var flags = isComplete.mutableSpan
    for (column, weight) in zip(columns, weights) {
      let numbers = column.numbers.span
      for i in numbers.indices {
        if numbers[i].isNaN { flags[i] = false } else { sums[i] += weight }
      }
    }
    for i in sums.indices where flags[i] { sums[i] = 1 }
    return present
  }

  private static func weightedProduct(_ columns: [[Double]], weights: [Double]) -> MethodOutcome {
    let cut = columns.map { $0.map { max(0, $0) } }
    let factors = zip(cut, weights).map { WeightedProduct.scores([$0], weights: [$1]) }
    return MethodOutcome(
      scores: WeightedProduct.scores(cut, weights: weights),
      pieces: .parts(factors.map(NumberColumn.init(numbers:))),
      cutNegative: columns.contains { $0.contains { $0 < 0 } }
    )
  }

  private static func vikor(_ columns: [[Double]], weights: [Double], v: Double) -> MethodOutcome {
    let result = VIKOR(columns, upwards(columns), weights: weights, v: v)
    return MethodOutcome(
      scores: result.index.map { 1 - $0 },
      pieces: .parts(
        columns.indices.map { j in
          NumberColumn(numbers: result.regrets(of: j).map { 0 - $0 })
        }
      ),
      compromiseSet: result.compromise.accounts
    )
  }

  private static func spotis(_ columns: [[Double]], leaves: [WeightedCriterion]) -> MethodOutcome {
    let bounds = zip(columns, leaves).map { column, leaf -> (low: Double, high: Double) in
      guard let range = leaf.criterion.scale.bounds else {
        return ScaleFormulas.bounds(column) ?? (0, 1)
      }
      return (range.lowerBound, range.upperBound)
    }
    let ideal = bounds.map(\.high)
    let distances = SPOTIS.distances(
      columns,
      bounds: bounds,
      ideal: ideal,
      weights: leaves.map(\.weight)
    )
    let parts = columns.indices.map { j in
      SPOTIS.distances([columns[j]], bounds: [bounds[j]], ideal: [ideal[j]], weights: [1])
        .map { leaves[j].weight * (1 - $0) }
    }
    return MethodOutcome(
      scores: distances.map { 1 - $0 },
      pieces: .parts(parts.map(NumberColumn.init(numbers:)))
    )
  }

  private static func upwards(_ columns: [[Double]]) -> [Criterion.Direction] {
    [Criterion.Direction](repeating: .maximise, count: columns.count)
  }

  /// Refuses parameters out of their range.
  func validate() throws(SelectionError) {
    switch self {
    case .vikor(let v):
      guard (0...1).contains(v) else {
        throw .badParameter(name: "v", value: "\(v)", expected: "0...1", nil)
      }
    case .promethee(let thresholds): try PreferenceFunction.validate(thresholds, at: nil)
    default: return
    }
  }
}

extension PreferenceThresholds {
  /// These thresholds with whatever a criterion says of its own.
  func overridden(by own: PreferenceThresholds) -> PreferenceThresholds {
    var result = self
    result.function = own.function ?? function
    result.q = own.q ?? q
    result.p = own.p ?? p
    result.s = own.s ?? s
    return result
  }
}
