// SPDX-License-Identifier: Apache-2.0

/// A share of hits with what was known before, for accounts with few cycles.
package struct HitRate: Sendable, Equatable {
  /// The beta distribution after the hits: its two parameters.
  package let posterior: (a: Double, b: Double)
  /// Its mean.
  package let mean: Double
  /// Its 10 % and 90 % quantiles.
  package let interval80: ClosedRange<Double>
  /// Hits over trials; nil without trials.
  package let raw: Double?
  /// The interval of Wilson (1927) at 95 % for ``raw``; nil without trials.
  package let wilson95: ClosedRange<Double>?

  /// The rate after `hits` of `trials`, with a beta prior of `a` and `b`.
  ///
  /// - Returns: nil where counts or prior make no sense.
  package init?(hits: Int, trials: Int, a: Double, b: Double) {
    guard hits >= 0, trials >= hits, a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    let (after, missed) = (a + Double(hits), b + Double(trials - hits))
    posterior = (after, missed)
    mean = after / (after + missed)
    let low = Distribution.betaQuantile(0.1, after, missed)
    interval80 = low...max(low, Distribution.betaQuantile(0.9, after, missed))
    raw = trials > 0 ? Double(hits) / Double(trials) : nil
    wilson95 = Self.wilson(hits: Double(hits), trials: Double(trials))
  }

  private static func wilson(hits: Double, trials: Double) -> ClosedRange<Double>? {
    guard trials > 0, let z = Distribution.normalQuantile(0.975) else { return nil }
    let share = hits / trials
    let shrink = 1 + z * z / trials
    let center = (share + z * z / (2 * trials)) / shrink
    let spread = share * (1 - share) / trials + z * z / (4 * trials * trials)
    let half = z / shrink * spread.squareRoot()
    return (center - half)...(center + half)
  }

  package static func == (a: HitRate, b: HitRate) -> Bool {
    a.posterior == b.posterior && a.interval80 == b.interval80 && a.raw == b.raw
      && a.wilson95 == b.wilson95
  }
}
