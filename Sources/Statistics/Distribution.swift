// SPDX-License-Identifier: Apache-2.0
#if canImport(Glibc)
  import Glibc
#endif

/// Probabilities and quantiles of the distributions that small samples need.
package enum Distribution {
  /// The regularised incomplete beta function `I_x(a, b)`, by its continued fraction.
  ///
  /// Press et al., Numerical Recipes (2007), 6.4, with Lentz's method.
  package static func beta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)
    )
    return x < (a + 1) / (a + b + 2)
      ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// The quantile of the beta distribution, by bisection to the last bit.
  package static func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
    bisect(from: 0, to: 1) { beta($0, a, b) < p }
  }

  /// The two-sided probability of a Student t value at least as far from 0 as `t`.
  package static func studentTwoSided(_ t: Double, degreesOfFreedom n: Double) -> Double {
    t.isInfinite ? 0 : beta(n / (n + t * t), n / 2, 0.5)
  }

  /// The quantile of Student's t for `p` of at least one half; nil without degrees of freedom.
  package static func studentQuantile(_ p: Double, degreesOfFreedom n: Double) -> Double? {
    guard n > 0, p >= 0.5, p < 1 else { return nil }
    let tail = 2 * (1 - p)
    var high = 1.0
    while studentTwoSided(high, degreesOfFreedom: n) > tail, high < 1e15 { high *= 2 }
    return bisect(from: 0, to: high) { studentTwoSided($0, degreesOfFreedom: n) > tail }
  }

  /// The quantile of the standard normal distribution, by bisection to the last bit.
  package static func normalQuantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    return bisect(from: -40, to: 40) { 0.5 * erfc(-$0 / 2.0.squareRoot()) < p }
  }

  /// The probability of exactly `x` successes in `drawn` of `total`, `successes` of them successes.
  package static func hypergeometric(
    _ x: Int,
    drawn: Int,
    successes: Int,
    total: Int
  ) -> Double {
    let failures = total - successes
    guard x >= 0, x <= successes, drawn - x >= 0, drawn - x <= failures else { return 0 }
    return exp(
      logChoose(successes, x) + logChoose(failures, drawn - x) - logChoose(total, drawn)
    )
  }

  private static func logChoose(_ n: Int, _ k: Int) -> Double {
    logGamma(Double(n + 1)) - logGamma(Double(k + 1)) - logGamma(Double(n - k + 1))
  }

  /// The natural logarithm of the gamma function for positive `x`.
  package static func logGamma(_ x: Double) -> Double { lgamma(x) }

  private static func bisect(
    from low: Double,
    to high: Double,
    isBelow: (Double) -> Bool
  ) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if isBelow(middle) { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var result = d
    for step in 1...500 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      var factor = 1.0
      for term in [even, odd] {
        d = 1 + term * d
        d = 1 / (abs(d) < tiny ? tiny : d)
        c = 1 + term / c
        c = abs(c) < tiny ? tiny : c
        factor = c * d
        result *= factor
      }
      if abs(factor - 1) < 1e-16 { break }
    }
    return result
  }
}
