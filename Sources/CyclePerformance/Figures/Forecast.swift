// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Where progress is heading at the end of a cycle, from the check-ins so far.
///
/// Lines are least squares on the check-ins, one through the origin, one with intercept on the
/// check-ins and the point (0, 0), read at the end of the cycle.
public struct Forecast: Sendable, Equatable {
  /// The last progress over the share of the cycle; nil before the grace share.
  public var pace: Double?
  /// The line through the origin.
  public var originSlope: Double?
  /// The line with intercept; nil below two check-ins.
  public var linear: Double?
  /// The 80 % prediction interval of ``linear``, with t of n - 2 degrees of freedom.
  public var interval: ClosedRange<Double>?
  /// `f · pace + (1 - f) · prior`; nil without pace or prior.
  public var shrunk: Double?

  /// Looks ahead from check-ins at `elapsed` shares of the cycle with these `progress` values.
  package init(elapsed: [Double], progress: [Double], prior: Double?, grace: Double) {
    let count = min(elapsed.count, progress.count)
    guard count > 0 else { return }
    let x = [0] + elapsed.prefix(count)
    let y = [0] + progress.prefix(count)
    if Band.reaches(x[count], grace), x[count] > 0 {
      pace = finite(y[count] / x[count])
      if let pace, let prior { shrunk = finite(x[count] * pace + (1 - x[count]) * prior) }
    }
    let squares = zip(x, x).reduce(0) { $0 + $1.0 * $1.1 }
    let products = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
    if squares > 0 { originSlope = finite(products / squares) }
    if count >= 2 { fitLine(x, y) }
  }

  private mutating func fitLine(_ x: [Double], _ y: [Double]) {
    let n = Double(x.count)
    let meanX = x.reduce(0, +) / n
    let meanY = y.reduce(0, +) / n
    let spread = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    guard spread > 0 else { return }
    let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let slope = covariance / spread
    let atEnd = meanY + slope * (1 - meanX)
    guard atEnd.isFinite else { return }
    linear = atEnd
    let residuals = zip(x, y).reduce(0) { sum, point in
      let residual = point.1 - meanY - slope * (point.0 - meanX)
      return sum + residual * residual
    }
    let variance = residuals / (n - 2) * (1 + 1 / n + (1 - meanX) * (1 - meanX) / spread)
    guard let t = Distribution.studentQuantile(0.9, degreesOfFreedom: n - 2) else { return }
    let half = t * variance.squareRoot()
    guard half.isFinite else { return }
    interval = (atEnd - half)...(atEnd + half)
  }

  private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
