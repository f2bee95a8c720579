// SPDX-License-Identifier: Apache-2.0
public import Accounts
public import CyclePerformance
package import Reporting

/// What the OKR cycles of a programme came to, and how they relate to selection.
public struct CycleOutcome: Sendable {
  /// Everything the OKR files hold.
  public var sheet: OKRSheet
  /// The day of the figures.
  public var day: CalendarDate
  /// One row per key result.
  public var keyResults: OKRKeyResultRows
  /// One row per account and cycle.
  public var accounts: OKRAccountRows
  /// One row per cycle, over all accounts.
  public var overview: [CycleOverview]
  /// How each account keeps to the process.
  public var health: ProcessHealthRows
  /// What each account attains, drawn together where little is known.
  public var estimates: AttainmentEstimates
  /// Where accounts are heading in running cycles.
  public var forecasts: [AccountForecast]
  /// How accounts moved between cycles.
  public var transitions: [TransitionRow]
  /// What selection said before each cycle, and what came of it.
  public var link: LinkRows
  /// How many link rows each class has.
  public var classCounts: [(linkClass: LinkRow.Class, count: Int)]
  /// How scores relate to what was attained after them.
  public var statistics: [Estimate]
  /// How single criteria relate to what was attained after them.
  public var criteria: [CriterionRelation]
  /// Whether these criteria were computed again for the back-test, as no earlier run has any.
  public var areCriteriaBacktested = false
  /// How business figures moved around the cycles.
  public var effect: [EffectRow]
  /// The business figures themselves, account by account.
  public var development: [KPIDevelopment]
  /// Whether other criteria would have picked those who attained; nil unless asked for.
  public var backtest: [BacktestRow]?
  /// The account plans, of the first accounts with OKRs only.
  package var plans: AccountPlanBook
  /// Whether stated confidence came true.
  package var calibration: OKRCalibration
  /// How much of the potential was realised; nil without both values.
  package var potential: PotentialCalibration?
  /// What the link joined, for a back-test.
  package var linked: Linked

  /// Whether something was attained, but no run stands before any of it.
  public var isWithoutEarlierRun: Bool {
    let attained = link.indices.lazy.filter { link.attainment(at: $0) != nil }
    return !attained.isEmpty && attained.allSatisfy { link.run(at: $0) == nil }
  }

  /// The most accounts that get an account plan of their own; pages are for people.
  package static let mostAccountPlans = 1_000

  /// The two sides of the link.
  package struct Linked: Sendable {
    /// Earlier runs.
    package var history: [SelectionRun]
    /// The cycles.
    package var cycles: [SelectionLink.LinkedCycle]
  }
}
