// SPDX-License-Identifier: Apache-2.0
import Glibc
import Statistics

/// Weights that say how the data vary, a diagnostic beside the weights that the company wants.
///
/// Columns hold one value per account, without gaps. Every method answers nil where it is
/// undefined: one account, values it cannot take, or nothing but constant columns.
package enum ObjectiveWeights {
  /// A method, by its name in the programme.
  package enum Method: String, Sendable, CaseIterable {
    case entropy
    case critic
    case merec
    case standardDeviation = "stddev"
  }

  /// The weights of `method` for the columns, with its usual normalisation.
  package static func weights(
    _ method: Method,
    _ columns: [[Double]],
    _ directions: [Criterion.Direction]
  ) -> [Double]? {
    switch method {
    case .entropy: entropy(columns)?.weights
    case .critic: critic(columns, directions)
    case .merec: merec(columns, directions)
    case .standardDeviation: standardDeviation(normalised(columns, directions))
    }
  }

  /// The first column whose values a method cannot take, by index; nil where all can be taken.
  ///
  /// Entropy needs values of 0 or more that are not all 0, MEREC values above 0.
  package static func refused(by method: Method, _ columns: [[Double]]) -> Int? {
    switch method {
    case .entropy: columns.firstIndex { $0.contains { $0 < 0 } || $0.allSatisfy { $0 == 0 } }
    case .merec: columns.firstIndex { $0.contains { $0 <= 0 } }
    case .critic, .standardDeviation: nil
    }
  }

  /// Shannon's entropy per column of shares, and weights in proportion to 1 - entropy.
  ///
  /// *Definition* e = -Σ p ln p / ln m with p = x / Σx and 0 ln 0 = 0. Negative values have no
  /// shares: no answer.
  package static func entropy(_ columns: [[Double]]) -> (weights: [Double], entropies: [Double])? {
    guard let m = columns.first?.count, m > 1 else { return nil }
    var entropies: [Double] = []
    for column in columns {
      var total = 0.0
      for value in column { total += value }
      guard total > 0, total.isFinite, column.allSatisfy({ $0 >= 0 }) else { return nil }
      guard !ScaleFormulas.isConstant(column) else {
        entropies.append(1)
        continue
      }
      var sum = 0.0
      for value in column where value / total > 0 { sum += value / total * log(value / total) }
      entropies.append(-sum / log(Double(m)))
    }
    // Rounding may leave a constant column a little above 1; a weight is never below 0.
    guard let weights = shares(entropies.map { max(0, 1 - $0) }) else { return nil }
    return (weights, entropies)
  }

  /// Standard deviation of the min-max normalised column times its conflict with the others.
  ///
  /// *Definition* c = s Σ (1 - r) with the sample standard deviation and Pearson's r (Diakoulaki,
  /// Mavrotas and Papayannakis 1995). A constant column weighs 0 and takes part in no correlation.
  package static func critic(
    _ columns: [[Double]],
    _ directions: [Criterion.Direction]
  ) -> [Double]? {
    let scaled = normalised(columns, directions)
    let deviations = scaled.map(sampleDeviation)
    let centred = scaled.map(Correlation.Deviations.init)
    var contents: [Double] = []
    for j in scaled.indices {
      var conflict = 0.0
      for k in scaled.indices {
        guard let r = centred[j].pearson(centred[k]) else { continue }
        conflict += 1 - r
      }
      contents.append(deviations[j] * conflict)
    }
    // A single varying criterion conflicts with nobody and still is all the information there is.
    return shares(contents) ?? shares(deviations)
  }

  /// Effect of removing each criterion on the accounts' overall performance.
  ///
  /// *Definition* n = min/x for maximised and x/max for minimised criteria, S = ln(1 + Σ|ln n|/m),
  /// weights in proportion to Σ|S without j - S| (Keshavarz-Ghorabaee and others 2021). Values of 0
  /// or less have no logarithm: no answer.
  package static func merec(
    _ columns: [[Double]],
    _ directions: [Criterion.Direction]
  ) -> [Double]? {
    guard let m = columns.first?.count, m > 0 else { return nil }
    guard columns.allSatisfy({ $0.allSatisfy { $0 > 0 } }) else { return nil }
    let count = Double(columns.count)
    let logs = zip(columns, directions).map { column, direction in
      let (low, high) = ScaleFormulas.bounds(column) ?? (1, 1)
      return column.map { log(direction == .maximise ? low / $0 : $0 / high).magnitude }
    }
    var effects = [Double](repeating: 0, count: columns.count)
    for i in 0..<m {
      var total = 0.0
      for column in logs { total += column[i] }
      let whole = log(1 + total / count)
      for j in logs.indices {
        effects[j] += (log(1 + max(0, total - logs[j][i]) / count) - whole).magnitude
      }
    }
    return shares(effects)
  }

  /// Sample standard deviations of the columns, divided by their sum.
  package static func standardDeviation(_ columns: [[Double]]) -> [Double]? {
    shares(columns.map(sampleDeviation))
  }

  /// Min-max normalised columns, costs as costs.
  private static func normalised(
    _ columns: [[Double]],
    _ directions: [Criterion.Direction]
  ) -> [[Double]] {
    zip(columns, directions).map { ScaleFormulas.minMax($0, $1) }
  }

  private static func sampleDeviation(_ values: [Double]) -> Double {
    guard values.count > 1, !ScaleFormulas.isConstant(values) else { return 0 }
    var total = 0.0
    for value in values { total += value }
    let mean = total / Double(values.count)
    var squares = 0.0
    for value in values { squares += (value - mean) * (value - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// The parts divided by their sum, nil when that is no positive number.
  private static func shares(_ parts: [Double]) -> [Double]? {
    var total = 0.0
    for part in parts { total += part }
    guard total > 0, total.isFinite else { return nil }
    return parts.map { $0 / total }
  }
}
