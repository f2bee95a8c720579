// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// Joins selection runs with what the accounts reached in the cycles after them.
///
/// A cycle uses the latest run whose data end at or before its first day and never a later one:
/// nothing known only afterwards may look like a prediction. Of runs with the same day the last by
/// id counts.
package struct SelectionLink: Sendable {
  /// A cycle as the link needs it.
  package struct LinkedCycle: Sendable {
    /// The id.
    package var id: String
    /// The first day; nil leaves the cycle without a run.
    package var start: CalendarDate?

    /// A cycle by id and first day.
    package init(id: String, start: CalendarDate?) {
      self.id = id
      self.start = start
    }
  }

  /// What one account reached in one cycle.
  package struct Attainment: Sendable {
    /// The account.
    package var account: String
    /// The cycle's id.
    package var cycle: String
    /// The attainment, nil without data.
    package var value: Double?
    /// The share of the weight that has data.
    package var coverage: Double?
    /// How many key results there are.
    package var keyResults: Int?

    /// An attainment, with what it rests on.
    package init(
      account: String,
      cycle: String,
      value: Double?,
      coverage: Double? = nil,
      keyResults: Int? = nil
    ) {
      self.account = account
      self.cycle = cycle
      self.value = value
      self.coverage = coverage
      self.keyResults = keyResults
    }
  }

  /// The rows, by account, then cycle.
  package let rows: [LinkRow]

  /// Joins `runs` with `attainments` over `cycles`.
  ///
  /// - Complexity: O(n log n) in the accounts of the runs used and the attainments
  package init(runs: [SelectionRun], cycles: [LinkedCycle], attainments: [Attainment]) {
    let ordered = runs.sorted {
      $0.dataAsOf != $1.dataAsOf ? $0.dataAsOf < $1.dataAsOf : $0.id.isBytewiseLess(than: $1.id)
    }
    let reached = Dictionary(grouping: attainments, by: \.cycle)
    var rows: [LinkRow] = []
    for cycle in cycles {
      let run = cycle.start.flatMap { start in ordered.last { $0.dataAsOf <= start } }
      rows += Self.rows(of: cycle.id, run: run, attainments: reached[cycle.id] ?? [])
    }
    self.rows = rows.sorted {
      $0.account != $1.account
        ? $0.account.isBytewiseLess(than: $1.account) : $0.cycle.isBytewiseLess(than: $1.cycle)
    }
  }

  /// How many rows each class has; classes without rows are left out.
  package var classCounts: [(linkClass: LinkRow.Class, count: Int)] {
    LinkRow.Class.allCases.compactMap { linkClass in
      let count = rows.count { $0.linkClass == linkClass }
      return count > 0 ? (linkClass, count) : nil
    }
  }

  private static func rows(
    of cycle: String,
    run: SelectionRun?,
    attainments: [Attainment]
  ) -> [LinkRow] {
    var scored: [String: SelectionRun.Account] = [:]
    for account in run?.accounts ?? [] where scored[account.account] == nil {
      scored[account.account] = account
    }
    var reached: [String: Attainment] = [:]
    for attainment in attainments where reached[attainment.account] == nil {
      reached[attainment.account] = attainment
    }
    return Set(scored.keys).union(reached.keys).map { account in
      let selection = scored[account]
      let okr = reached[account]
      return LinkRow(
        account: account,
        cycle: cycle,
        run: run?.id,
        score: selection?.score,
        rank: selection?.rank,
        isSelected: selection?.isSelected,
        linkClass: linkClass(isSelected: selection?.isSelected, hasOKR: okr != nil),
        attainment: okr?.value,
        coverage: okr?.coverage,
        keyResults: okr?.keyResults
      )
    }
  }

  private static func linkClass(isSelected: Bool?, hasOKR: Bool) -> LinkRow.Class {
    switch (isSelected, hasOKR) {
    case (true?, true): .selectedWithOKR
    case (true?, false): .selectedWithoutOKR
    case (false?, true): .otherWithOKR
    case (false?, false): .otherWithoutOKR
    case (nil, _): .unscoredWithOKR
    }
  }
}
