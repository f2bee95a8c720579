// SPDX-License-Identifier: Apache-2.0

/// Values of equal known variance drawn towards their mean (positive-part James-Stein, towards the
/// grand mean after Lindley).
package struct JamesStein: Sendable, Equatable {
  /// The share of each distance from the mean that is kept, 0 to 1.
  package let factor: Double
  /// The values drawn together.
  package let shrunk: [Double]
  /// Their mean.
  package let mean: Double

  /// Draws `values` together; needs at least four.
  package init(_ values: [Double], variance: Double) throws(GroupShrinkage.Failure) {
    guard values.count >= 4 else { throw .tooFewGroups }
    let m = Double(values.count)
    let mean = values.reduce(0, +) / m
    let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let factor = spread > 0 ? max(0, 1 - (m - 3) * variance / spread) : 0
    self.mean = mean
    self.factor = factor
    shrunk = values.map { mean + factor * ($0 - mean) }
  }
}
