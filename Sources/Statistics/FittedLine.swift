// SPDX-License-Identifier: Apache-2.0

/// A straight line by least squares.
package struct FittedLine: Sendable, Equatable {
  /// The rise per unit.
  package let slope: Double
  /// The value at 0.
  package let intercept: Double

  /// Fits `points`; nil below two points, or where they share one x.
  package init?(_ points: [(Double, Double)]) {
    guard points.count >= 2 else { return nil }
    let n = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.0 } / n
    let meanY = points.reduce(0) { $0 + $1.1 } / n
    let spread = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
    guard spread > 0 else { return nil }
    slope = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
    intercept = meanY - slope * meanX
    guard slope.isFinite, intercept.isFinite else { return nil }
  }
}
