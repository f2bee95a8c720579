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
  /// - Complexity: O(n) in the rows
  package static func rows(_ figures: OKRFigures) -> [AttainmentEstimate] {
    let record = AttainmentRecord(figures)
    let counts = hitCounts(of: figures)
    var groups: [GroupShrinkage.Group] = []
    var reason: String?
    do {
      groups = try GroupShrinkage(ids: record.accounts, values: record.values).groups
    } catch {
      reason = error.rawValue
    }
    // The quantiles are the costly part, and few counts differ.
    var rates: [HitCount: HitRate] = [:]
    return record.accounts.indices.map { index in
      let values = record.values[index]
      let count = counts[record.groups[index]]
      let rate = rates[count] ?? HitRate(hits: count.hits, trials: count.trials, a: 1, b: 1)
      rates[count] = rate
      let group = groups.isEmpty ? nil : groups[index]
      return AttainmentEstimate(
        account: record.accounts[index],
        cycles: values.count,
        mean: values.reduce(0, +) / Double(values.count),
        estimate: group?.shrunk,
        standardError: group?.standardError,
        pull: group?.pull,
        keyResults: count.trials,
        hits: count.hits,
        hitRate: rate?.mean,
        hitRateInterval: rate?.interval80,
        reason: reason
      )
    }
  }

  /// Key results with progress, and the successes among them.
  private struct HitCount: Hashable {
    var hits = 0
    var trials = 0
  }

  /// The counts of each account, by its number in the sheet.
  private static func hitCounts(of figures: OKRFigures) -> [HitCount] {
    let groups = figures.sheet.objectives.groups
    var counts = [HitCount](repeating: HitCount(), count: groups.texts.count)
    for index in figures.keyResults.indices {
      guard let isHit = figures.keyResults.isHit(at: index),
        let objective = figures.sheet.keyResults.objective(of: index)
      else { continue }
      let group = Int(groups.numbers[objective])
      counts[group].trials += 1
      if isHit { counts[group].hits += 1 }
    }
    return counts
  }
}

/// What each account attained, cycle by cycle, in the order of their ids.
private struct AttainmentRecord {
  /// The accounts with an attainment.
  private(set) var accounts: [String] = []
  /// The number of each in the sheet.
  private(set) var groups: [Int] = []
  /// What each attained.
  private(set) var values: [ArraySlice<Double>] = []

  init(_ figures: OKRFigures) {
    let all = figures.accounts
    let rows = all.indices.filter { all.attainment(at: $0) != nil }
    let attained = rows.compactMap { all.attainment(at: $0) }
    var start = 0
    while start < rows.count {
      let group = all.group(at: rows[start])
      var end = start + 1
      while end < rows.count, all.group(at: rows[end]) == group { end += 1 }
      accounts.append(all.account(at: rows[start]))
      groups.append(group)
      values.append(attained[start..<end])
      start = end
    }
  }
}
