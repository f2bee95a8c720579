// SPDX-License-Identifier: Apache-2.0
import Glibc
import Statistics

/// The formulas of the scales on values without gaps.
///
/// Each is a fixed order of plain `Double` operations, account by account, so that the same values
/// give the same bits everywhere. Callers look after missing values, one account and constant
/// columns; a formula answers with numbers that are not finite where it has no meaning.
package enum ScaleFormulas {
  /// (v - min) / (max - min), or (max - v) / (max - min); 1 for every value of a constant column.
  package static func minMax(
    _ values: consuming [Double],
    _ direction: Criterion.Direction
  ) -> [Double] {
    guard let (low, high) = bounds(values) else { return [] }
    let width = high - low
    guard width > 0 else { return [Double](repeating: 1, count: values.count) }
    var numbers = values.mutableSpan
    switch direction {
    case .maximise: for i in numbers.indices { numbers[i] = (numbers[i] - low) / width }
    case .minimise: for i in numbers.indices { numbers[i] = (high - numbers[i]) / width }
    }
    return values
  }

  /// v / sqrt(sum v²), or 1 - that (Hwang and Yoon 1981).
  ///
  /// A column of zeros has no norm; it is treated like every other constant column.
  package static func vector(
    _ values: consuming [Double],
    _ direction: Criterion.Direction
  ) -> [Double] {
    var squares = 0.0
    for i in values.indices { squares += values[i] * values[i] }
    let norm = squares.squareRoot()
    guard norm > 0 else {
      let share = 1 / Double(values.count).squareRoot()
      let utility = direction == .maximise ? share : 1 - share
      return [Double](repeating: utility, count: values.count)
    }
    var numbers = values.mutableSpan
    switch direction {
    case .maximise: for i in numbers.indices { numbers[i] /= norm }
    case .minimise: for i in numbers.indices { numbers[i] = 1 - numbers[i] / norm }
    }
    return values
  }

  /// v / sum v, or (1/v) / sum(1/v); a constant column gives 1/n.
  package static func sum(_ values: [Double], _ direction: Criterion.Direction) -> [Double] {
    if isConstant(values) {
      return [Double](repeating: 1 / Double(values.count), count: values.count)
    }
    let parts = direction == .maximise ? values : values.map { 1 / $0 }
    var total = 0.0
    for part in parts { total += part }
    return parts.map { $0 / total }
  }

  /// v / max, or min / v; 1 for every value of a constant column.
  package static func maxRatio(_ values: [Double], _ direction: Criterion.Direction) -> [Double] {
    guard let (low, high) = bounds(values), high > low else {
      return [Double](repeating: 1, count: values.count)
    }
    return direction == .maximise ? values.map { $0 / high } : values.map { low / $0 }
  }

  /// (n - average rank) / (n - 1) with rank 1 the best; 1 for every value of a constant column.
  static func rank(_ values: [Double], _ direction: Criterion.Direction) -> [Double] {
    guard !isConstant(values) else { return [Double](repeating: 1, count: values.count) }
    let ranks = Ranks.average(direction == .maximise ? values.map { -$0 } : values)
    let n = Double(values.count)
    return ranks.map { (n - $0) / (n - 1) }
  }

  /// (count worse + half the count equal) / (n - 1), itself left out; 0.5 for one value.
  static func percentile(_ values: [Double], _ direction: Criterion.Direction) -> [Double] {
    guard values.count > 1 else { return [Double](repeating: 0.5, count: values.count) }
    // The average rank counted from the worst is 1 + worse + half the others that are equal.
    let ranks = Ranks.average(direction == .maximise ? values : values.map { -$0 })
    return ranks.map { ($0 - 1) / Double(values.count - 1) }
  }

  /// (v - mean) / population standard deviation, or its negative; 0 for a constant column.
  static func zScore(_ values: [Double], _ direction: Criterion.Direction) -> [Double] {
    let zeros = [Double](repeating: 0, count: values.count)
    guard !isConstant(values) else { return zeros }
    let n = Double(values.count)
    var total = 0.0
    for value in values { total += value }
    let mean = total / n
    var squares = 0.0
    for value in values { squares += (value - mean) * (value - mean) }
    let deviation = (squares / n).squareRoot()
    guard deviation > 0 else { return zeros }
    return values.map { direction == .maximise ? ($0 - mean) / deviation : (mean - $0) / deviation }
  }

  /// Min-max of the natural logarithms of positive values.
  static func logarithmic(_ values: [Double], _ direction: Criterion.Direction) -> [Double] {
    minMax(values.map { log($0) }, direction)
  }

  /// Min-max after cutting at the 5th and 95th percentile (linear interpolation).
  static func winsorised(_ values: [Double], _ direction: Criterion.Direction) -> [Double] {
    let sorted = values.sorted()
    guard let low = Quantiles.percentile(0.05, ofSorted: sorted),
      let high = Quantiles.percentile(0.95, ofSorted: sorted)
    else { return [] }
    return minMax(values.map { min(max($0, low), high) }, direction)
  }

  /// 1 - |v - target| / max |v - target|, or the second part; 1 for a constant column.
  static func target(
    _ values: [Double],
    _ target: Double,
    _ direction: Criterion.Direction
  ) -> [Double] {
    var farthest = 0.0
    for value in values { farthest = max(farthest, (value - target).magnitude) }
    guard farthest > 0, !isConstant(values) else {
      return [Double](repeating: 1, count: values.count)
    }
    let distances = values.map { ($0 - target).magnitude / farthest }
    return direction == .maximise ? distances.map { 1 - $0 } : distances
  }

  /// (v - from) / (to - from) cut to 0...1, or its mirror image.
  static func fixed(
    _ value: Double,
    from: Double,
    to: Double,
    _ direction: Criterion.Direction
  ) -> Double {
    let utility =
      direction == .maximise ? (value - from) / (to - from) : (to - value) / (to - from)
    return min(1, max(0, utility))
  }

  /// Linear between the points, flat beyond the ends, or its mirror image.
  static func piecewise(
    _ value: Double,
    _ points: [ScalePoint],
    _ direction: Criterion.Direction
  ) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    var utility = value <= first.value ? first.utility : last.utility
    for (left, right) in zip(points, points.dropFirst())
    where value > left.value && value < right.value {
      let share = (value - left.value) / (right.value - left.value)
      utility = left.utility + share * (right.utility - left.utility)
    }
    for point in points where point.value == value { utility = point.utility }
    return direction == .maximise ? utility : 1 - utility
  }

  /// The smallest and largest value, nil without values.
  static func bounds(_ values: [Double]) -> (low: Double, high: Double)? {
    guard let first = values.first else { return nil }
    let numbers = values.span
    // Eight side by side, for one comparison need not wait for the one before.
    var lows = SIMD8(repeating: first)
    var highs = lows
    var next = 0
    while next + 8 <= numbers.count {
      var part = lows
      for lane in 0..<8 { part[lane] = numbers[next + lane] }
      lows.replace(with: part, where: part .< lows)
      highs.replace(with: part, where: part .> highs)
      next += 8
    }
    var (low, high) = (lows.min(), highs.max())
    for i in next..<numbers.count {
      low = min(low, numbers[i])
      high = max(high, numbers[i])
    }
    return (low, high)
  }

  /// Whether all values are equal.
  static func isConstant(_ values: [Double]) -> Bool {
    values.allSatisfy { $0 == values.first }
  }
}
