// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Selection

/// Ranks the accounts again as they stood before each OKR cycle, and compares who was picked with
/// who attained.
///
/// The programme runs once per cycle with data up to the month before it, so that nothing known
/// only afterwards can help. Only closed cycles count: before, nobody has attained anything yet.
/// Lists and decisions of people are left out: criteria are on trial, the programme's own and those
/// of its scenarios, but for shocks, which never happened. Values without periods have no history;
/// they are the same in every run. Where no earlier run says what its criteria were, those that rest
/// on dated values are also related to what was attained, one by one.
struct Backtesting {
  let programme: Programme
  let options: RunOptions

  /// Adds the back-test to a run that has OKR cycles.
  ///
  /// - Throws: ``RunError`` as ``Programme/run(_:)`` does.
  func run(_ run: inout Run) throws(RunError) {
    guard let outcome = run.cycles, let mapping = programme.okr else { return }
    let closed = Set(outcome.sheet.cycles.filter { $0.isClosed(on: outcome.day) }.map(\.id))
    let cycles = outcome.linked.cycles.filter { closed.contains($0.id) }
    if cycles.isEmpty { run.findings.append(Self.nothingClosed(on: outcome.day)) }
    var runs: [String: [SelectionRun]] = [:]
    var names: [String] = []
    let dated = outcome.criteria.isEmpty ? DatedCriteria(programme, run.accounts).names : []
    for month in Set(cycles.compactMap { $0.start.map(Self.monthBefore) }).sorted() {
      guard let day = CalendarDate(lastDayOf: month) else { continue }
      for (name, outcome) in try outcomes(upTo: month) {
        if runs[name] == nil { names.append(name) }
        var earlier = SelectionRun(id: month.description, dataAsOf: day, outcome.ranking)
        if name == Self.own {
          earlier.criteria = SelectionRun.criteria(of: outcome.ranking).filter {
            dated.contains($0.name)
          }
        }
        runs[name, default: []].append(earlier)
      }
    }
    var sets = names.map { CriteriaSet(name: $0, runs: runs[$0] ?? []) }
    if !outcome.linked.history.isEmpty {
      sets.append(CriteriaSet(name: "history", runs: outcome.linked.history))
    }
    run.cycles?.backtest = BacktestRow.rows(
      sets,
      cycles: cycles,
      attainments: outcome.accounts.map(SelectionLink.Attainment.init),
      profile: mapping.profile
    )
    guard !dated.isEmpty, let own = runs[Self.own] else { return }
    let link = SelectionLink(runs: own, cycles: cycles, accounts: outcome.accounts)
    run.cycles?.areCriteriaBacktested = true
    run.cycles?.criteria =
      CriteriaRelations(link.rows.usableForRegression, runs: own, profile: mapping.profile).rows
  }

  /// The name of the programme's own criteria among the sets.
  private static let own = "programme"

  private static func nothingClosed(on day: CalendarDate) -> Finding {
    Finding(
      .warning,
      "K-S092",
      found: day.description,
      message: LocalizedText(
        de:
          "am Stichtag '\(day)' ist kein Zyklus abgeschlossen, also gibt es nichts nachzurechnen; "
          + "ein Zyklus ist es nach seinem letzten Tag oder mit dem Status abgeschlossen",
        en: "on the key date '\(day)' no cycle is closed, so there is nothing to test; a cycle is "
          + "closed after its last day or with the status closed"
      )
    )
  }

  /// What each set of criteria chooses on data up to `month`, by name, the programme itself first.
  private func outcomes(
    upTo month: Period
  ) throws(RunError) -> [(name: String, outcome: SelectionOutcome)] {
    var earlier = programme
    earlier.shortlistFiles = ShortlistFiles()
    earlier.okr = nil
    var once = options
    once.depth = .rank
    once.asOf = month
    once.onProgress = nil
    once.keepsChoices = true
    let run = try earlier.run(once)
    return (run.selection.map { [(Self.own, $0)] } ?? []) + run.choices
  }

  /// The last month that ends at or before the day.
  private static func monthBefore(_ start: CalendarDate) -> Period {
    let isLast = CalendarDate(lastDayOf: start.period) == start
    return isLast ? start.period : Period(index: start.period.index - 1)
  }
}

extension SelectionRun {
  /// The utilities that `ranking` gives by each criterion, in the order of its rows.
  static func criteria(of ranking: Ranking) -> [Criterion] {
    ranking.columns.map { column in
      Criterion(
        name: column.criterion.name,
        utilities: ranking.rows.map { column.utilities[$0.account] }
      )
    }
  }

  /// What `ranking` says of its accounts, on data up to `day`.
  init(id: String, dataAsOf day: CalendarDate, _ ranking: Ranking) {
    let accounts = ranking.rows.map { row in
      Account(
        account: ranking.accounts[row.account],
        score: row.scoreBillionths.map { Double($0) / 1e9 },
        rank: row.rank,
        isSelected: row.status == .shortlisted
      )
    }
    self.init(id: id, dataAsOf: day, accounts: accounts)
  }
}
