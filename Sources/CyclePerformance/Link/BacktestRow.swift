// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

/// One line of `backtest.csv`: whether a set of criteria would have picked those who attained.
///
/// Only accounts with OKRs have an attainment; what the others would have attained nobody knows.
public struct BacktestRow: Sendable, Equatable {
  /// Why there are no figures.
  public enum Reason: String, Sendable, CaseIterable {
    /// No run of the set ends before the cycle.
    case noRun = "no_run"
    /// Fewer accounts with score and attainment than the minimum.
    case tooFewData = "too_few_data"
    /// The run picked none of them.
    case nothingPicked = "nothing_picked"
  }

  /// The cycle.
  public var cycle: String
  /// The set of criteria.
  public var set: String
  /// The run that was used.
  public var run: String?
  /// Accounts with score and attainment.
  public var count = 0
  /// How many the set picks of them: as many as its run selected.
  public var picked = 0
  /// The share of successes among those picked.
  public var precision: Double?
  /// The share of successes that were picked.
  public var recall: Double?
  /// The share of successes among all.
  public var baseRate: Double?
  /// Precision over base rate.
  public var lift: Double?
  /// How often a success scores above a failure.
  public var auc: Double?
  /// The mean attainment of those picked.
  public var meanPicked: Double?
  /// The mean attainment of the rest.
  public var meanRest: Double?
  /// How much better the best by attainment did than those picked.
  public var regret: Double?
  /// The probability of as many successes by chance.
  public var chance: Double?
  /// The same, adjusted for the sets compared in the cycle (Holm 1979).
  public var chanceHolm: Double?
  /// The same, after Benjamini and Hochberg (1995).
  public var chanceBH: Double?
  /// Why there are no figures.
  public var reason: Reason?
  /// The accounts picked, by id.
  public var accounts: [String] = []

  /// Tests every set on every cycle that has attainments, by cycle, then in the order of `sets`.
  ///
  /// - Complexity: O(sets · n log n)
  package static func rows(
    _ sets: [CriteriaSet],
    cycles: [SelectionLink.LinkedCycle],
    attainments: [SelectionLink.Attainment],
    profile: RuleProfile
  ) -> [BacktestRow] {
    let known = Set(attainments.filter { $0.value != nil }.map(\.cycle))
    let tested = cycles.filter { known.contains($0.id) }
      .sorted { $0.id.isBytewiseLess(than: $1.id) }
    let links = sets.map {
      Dictionary(
        grouping: SelectionLink(runs: $0.runs, cycles: tested, attainments: attainments).rows,
        by: \.cycle
      )
    }
    return tested.flatMap { cycle in
      adjusted(
        zip(sets, links).map { set, link in
          row(of: set.name, in: cycle.id, link[cycle.id] ?? [], profile)
        }
      )
    }
  }

  private static func row(
    of set: String,
    in cycle: String,
    _ link: [LinkRow],
    _ profile: RuleProfile
  ) -> BacktestRow {
    var row = BacktestRow(cycle: cycle, set: set)
    row.run = link.first { $0.run != nil }?.run
    guard row.run != nil else {
      row.reason = .noRun
      return row
    }
    let usable = link.filter(\.isUsableForRegression)
    row.count = usable.count
    row.picked = usable.count { $0.isSelected == true }
    guard usable.count >= profile.minAccountCycles else {
      row.reason = .tooFewData
      return row
    }
    guard row.picked > 0 else {
      row.reason = .nothingPicked
      return row
    }
    let test = Backtest(
      usable.map {
        Backtest.Row(account: $0.account, score: $0.score ?? 0, attainment: $0.attainment)
      },
      k: row.picked,
      success: profile.success
    )
    row.fill(from: test)
    return row
  }

  private mutating func fill(from test: Backtest) {
    precision = test.precision
    recall = test.recall
    baseRate = test.baseRate
    lift = test.lift
    auc = test.auc
    meanPicked = test.meanSelected
    meanRest = test.meanRest
    regret = test.regret
    chance = test.chance
    accounts = test.selected.sorted { $0.isBytewiseLess(than: $1) }
  }

  /// The rows of one cycle with probabilities adjusted for how many sets were tried.
  private static func adjusted(_ rows: [BacktestRow]) -> [BacktestRow] {
    let tested = rows.indices.filter { rows[$0].chance != nil }
    let chances = tested.compactMap { rows[$0].chance }
    var result = rows
    for (index, value) in zip(tested, MultipleTests.holm(chances)) {
      result[index].chanceHolm = value
    }
    for (index, value) in zip(tested, MultipleTests.benjaminiHochberg(chances)) {
      result[index].chanceBH = value
    }
    return result
  }
}
