// SPDX-License-Identifier: Apache-2.0

/// One line of `okr_estimates.csv`: what an account attains over its cycles, drawn towards the
/// others where little is known of it.
///
/// Means by one-way random effects (method of moments), hit rates by a beta distribution that
/// starts even (a = b = 1). Targets are set by the teams themselves: who aims low attains more.
public struct AttainmentEstimate: Sendable, Equatable {
  /// The account.
  public var account: String
  /// Cycles with an attainment.
  public var cycles: Int
  /// Its mean attainment.
  public var mean: Double
  /// The estimate; nil with its reason.
  public var estimate: Double?
  /// The estimate's standard error.
  public var standardError: Double?
  /// The share of the common mean in the estimate.
  public var pull: Double?
  /// Key results with progress.
  public var keyResults: Int
  /// Those that are a success.
  public var hits: Int
  /// The estimated hit rate.
  public var hitRate: Double?
  /// Its 80 % interval.
  public var hitRateInterval: ClosedRange<Double>?
  /// Why there is no estimate: `too_few_groups` or `no_within_variance`.
  public var reason: String?
  /// The mean drawn together by James and Stein, where all accounts have equally many cycles.
  public var jamesStein: Double?
  /// Why there is none: `unequal_cycles`, or as in ``reason``.
  public var jamesSteinReason: String?
}
