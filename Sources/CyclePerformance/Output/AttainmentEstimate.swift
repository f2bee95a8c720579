// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

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

  /// Estimates for all accounts with an attainment, by account.
  ///
  /// - Complexity: O(n log n) in the rows
  package static func rows(_ figures: OKRFigures) -> [AttainmentEstimate] {
    var attained: [String: [Double]] = [:]
    for row in figures.accounts {
      if let value = row.attainment { attained[row.account, default: []].append(value) }
    }
    var hits: [String: (hits: Int, trials: Int)] = [:]
    for row in figures.keyResults where row.isHit != nil {
      guard let account = row.account else { continue }
      hits[account, default: (0, 0)].trials += 1
      if row.isHit == true { hits[account, default: (0, 0)].hits += 1 }
    }
    var groups: [String: GroupShrinkage.Group] = [:]
    var reason: String?
    do {
      for group in try GroupShrinkage(attained).groups { groups[group.id] = group }
    } catch {
      reason = error.rawValue
    }
    // The quantiles are the costly part, and few counts differ.
    var rates: [[Int]: HitRate] = [:]
    return attained.keys.sorted { $0.isBytewiseLess(than: $1) }.map { account in
      let values = attained[account] ?? []
      let count = hits[account] ?? (0, 0)
      let known = rates[[count.hits, count.trials]]
      let rate = known ?? HitRate(hits: count.hits, trials: count.trials, a: 1, b: 1)
      rates[[count.hits, count.trials]] = rate
      return AttainmentEstimate(
        account: account,
        cycles: values.count,
        mean: values.reduce(0, +) / Double(values.count),
        estimate: groups[account]?.shrunk,
        standardError: groups[account]?.standardError,
        pull: groups[account]?.pull,
        keyResults: count.trials,
        hits: count.hits,
        hitRate: rate?.mean,
        hitRateInterval: rate?.interval80,
        reason: reason
      )
    }
  }
}
