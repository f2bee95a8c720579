// SPDX-License-Identifier: Apache-2.0
package import Accounts

extension Scale {
  /// The utilities of a column of values, in which larger is better unless `direction` mirrors it.
  ///
  /// *Missing values* stay missing and count for nobody else's utility; a value that is no finite
  /// number is missing. *One account* gets 1 (0 on z-score, 0.5 on percentile) on scales that look
  /// at the other accounts. *Constant columns* give everybody the same. *Range* 0...1 but for
  /// z-score, which has none, and vector, which goes below 0 with negative values.
  ///
  /// Values that nobody else holds become their utilities where they lie.
  ///
  /// - Complexity: O(n log n)
  package func utilities(
    of values: consuming NumberColumn,
    direction: Criterion.Direction
  ) -> ScaledColumn {
    var column = ScaledColumn(utilities: [])
    var numbers = values.numbers
    values.numbers = []
    let isLog = self == .log
    if isLog { column.dropped = numbers.count { $0.isFinite && $0 <= 0 } }
    let canUse = { (value: Double) in value.isFinite && (!isLog || value > 0) }
    guard !numbers.allSatisfy(canUse) else {
      let scaled = scaledValues(consume numbers, direction, noting: &column)
      column.utilities = NumberColumn(numbers: scaled)
      return column
    }
    let scaled = scaledValues(numbers.filter(canUse), direction, noting: &column)
    var places = numbers.mutableSpan
    var next = 0
    for place in places.indices {
      guard canUse(places[place]) else {
        places[place] = .nan
        continue
      }
      places[place] = scaled[next]
      next += 1
    }
    column.utilities = NumberColumn(numbers: numbers)
    return column
  }

  /// Whether another account's value can move an account's utility.
  package var dependsOnData: Bool {
    switch self {
    case .fixed, .points: false
    default: true
    }
  }

  /// The range in which a missing value's utility may lie; nil where the scale has no bounds of
  /// its own.
  package var bounds: ClosedRange<Double>? {
    switch self {
    case .zScore, .vector, .sum: nil
    default: 0...1
    }
  }

  /// The utilities of values without gaps; refused columns give 0 to everybody.
  private func scaledValues(
    _ values: consuming [Double],
    _ direction: Criterion.Direction,
    noting column: inout ScaledColumn
  ) -> [Double] {
    let count = values.count
    guard count > 0 else { return [] }
    if dependsOnData {
      column.isConstant = ScaleFormulas.isConstant(values)
      if count == 1 { return [utilityOfOnlyAccount] }
    } else if case .fixed(let from, let to) = self {
      column.clamped = values.count { $0 < Swift.min(from, to) || $0 > Swift.max(from, to) }
    }
    column.refusal = column.isConstant ? nil : refusal(of: values, direction)
    if column.refusal == nil {
      let utilities = formula(consume values, direction)
      if utilities.allSatisfy(\.isFinite) { return utilities }
      column.refusal = .outOfRange
    }
    return [Double](repeating: 0, count: count)
  }

  private var utilityOfOnlyAccount: Double {
    switch self {
    case .zScore: 0
    case .percentile: 0.5
    default: 1
    }
  }

  private func refusal(
    of values: [Double],
    _ direction: Criterion.Direction
  ) -> ScaledColumn.Refusal? {
    switch (self, direction) {
    case (.sum, .maximise), (.max, .maximise):
      values.contains { $0 < 0 } ? .negativeValues : nil
    case (.sum, .minimise), (.max, .minimise):
      values.contains { $0 <= 0 } ? .valuesNotPositive : nil
    default: nil
    }
  }

  private func formula(
    _ values: consuming [Double],
    _ direction: Criterion.Direction
  ) -> [Double] {
    switch self {
    case .fixed(let from, let to):
      return values.map { ScaleFormulas.fixed($0, from: from, to: to, direction) }
    case .points(let points):
      return values.map { ScaleFormulas.piecewise($0, points, direction) }
    case .rank: return ScaleFormulas.rank(values, direction)
    case .percentile: return ScaleFormulas.percentile(values, direction)
    case .log: return ScaleFormulas.logarithmic(values, direction)
    default: return scaleFreeFormula(consume values, direction)
    }
  }

  /// The formulas whose result does not change when all values are multiplied by one number.
  ///
  /// Extreme columns are first brought near 1 by a power of two, which changes no digit, so that
  /// no square, difference or sum leaves the range of numbers.
  private func scaleFreeFormula(
    _ values: consuming [Double],
    _ direction: Criterion.Direction
  ) -> [Double] {
    let factor = Self.rescaling(values, reference: targetValue)
    if factor != 1 { values = values.map { $0 * factor } }
    return switch self {
    case .vector: ScaleFormulas.vector(consume values, direction)
    case .sum: ScaleFormulas.sum(values, direction)
    case .max: ScaleFormulas.maxRatio(values, direction)
    case .zScore: ScaleFormulas.zScore(values, direction)
    case .winsorised: ScaleFormulas.winsorised(values, direction)
    case .target(let target): ScaleFormulas.target(values, target * factor, direction)
    default: ScaleFormulas.minMax(consume values, direction)
    }
  }

  private var targetValue: Double {
    if case .target(let value) = self { value } else { 0 }
  }

  /// 1 for ordinary columns, else the power of two that brings the largest magnitude near 1.
  private static func rescaling(_ values: [Double], reference: Double) -> Double {
    let (low, high) = ScaleFormulas.bounds(values) ?? (0, 0)
    let largest = Swift.max(reference.magnitude, low.magnitude, high.magnitude)
    guard largest > 0, largest > 0x1p400 || largest < 0x1p-400 else { return 1 }
    return Double(sign: .plus, exponent: Swift.min(1000, -largest.exponent), significand: 1)
  }
}
