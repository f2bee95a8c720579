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
  /// - Complexity: O(n log n) in the accounts of the runs used and the attainments, O(n) where both
  ///   are in the order of their accounts
  package init(runs: [SelectionRun], cycles: [LinkedCycle], attainments: [Attainment]) {
    let ordered = runs.sorted {
      $0.dataAsOf != $1.dataAsOf ? $0.dataAsOf < $1.dataAsOf : $0.id.isBytewiseLess(than: $1.id)
    }
    var scored: [Int: [SelectionRun.Account]] = [:]
    let reached = Self.byCycle(attainments)
    var rows: [LinkRow] = []
    for cycle in cycles {
      let number = cycle.start.flatMap { start in
        ordered.lastIndex { $0.dataAsOf <= start }
      }
      if let number, scored[number] == nil {
        scored[number] = Self.firstOfEach(ordered[number].accounts, \.account)
      }
      rows += Self.rows(
        of: cycle.id,
        run: number.map { ordered[$0].id },
        number.flatMap { scored[$0] } ?? [],
        reached[cycle.id] ?? []
      )
    }
    // A stable sort of one ascending part per cycle.
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

  /// The attainments of each cycle, in the order of their accounts.
  private static func byCycle(_ attainments: [Attainment]) -> [String: [Attainment]] {
    Dictionary(grouping: attainments, by: \.cycle).mapValues { firstOfEach($0, \.account) }
  }

  /// The elements in the order of their accounts, of each account the first.
  private static func firstOfEach<Element>(
    _ elements: [Element],
    _ account: (Element) -> String
  ) -> [Element] {
    let ids = elements.map(account)
    let isAscending = zip(ids, ids.dropFirst()).allSatisfy { $0.isBytewiseLess(than: $1) }
    guard !isAscending else { return elements }
    var result: [Element] = []
    result.reserveCapacity(ids.count)
    var last: String?
    for index in BytewiseOrder(of: ids).indices where ids[index] != last {
      last = ids[index]
      result.append(elements[index])
    }
    return result
  }

  /// The rows of one cycle; both sides are in the order of their accounts.
  private static func rows(
    of cycle: String,
    run: String?,
    _ scored: [SelectionRun.Account],
    _ reached: [Attainment]
  ) -> [LinkRow] {
    var rows: [LinkRow] = []
    rows.reserveCapacity(max(scored.count, reached.count))
    var (left, right) = (0, 0)
    while left < scored.count || right < reached.count {
      let selection = left < scored.count ? scored[left] : nil
      let okr = right < reached.count ? reached[right] : nil
      let hasSelection =
        okr.map { other in
          selection.map { !other.account.isBytewiseLess(than: $0.account) } ?? false
        } ?? true
      let hasOKR =
        selection.map { other in
          okr.map { !other.account.isBytewiseLess(than: $0.account) } ?? false
        } ?? true
      rows.append(
        row(of: cycle, run: run, hasSelection ? selection : nil, hasOKR ? okr : nil)
      )
      if hasSelection { left += 1 }
      if hasOKR { right += 1 }
    }
    return rows
  }

  private static func row(
    of cycle: String,
    run: String?,
    _ selection: SelectionRun.Account?,
    _ okr: Attainment?
  ) -> LinkRow {
    LinkRow(
      account: selection?.account ?? okr?.account ?? "",
      cycle: cycle,
      run: run,
      score: selection?.score,
      rank: selection?.rank,
      isSelected: selection?.isSelected,
      linkClass: linkClass(isSelected: selection?.isSelected, hasOKR: okr != nil),
      attainment: okr?.value,
      coverage: okr?.coverage,
      keyResults: okr?.keyResults
    )
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

extension SelectionLink.Attainment {
  /// What a row of `okr_accounts.csv` says.
  package init(_ row: OKRAccountRow) {
    self.init(
      account: row.account,
      cycle: row.cycle,
      value: row.attainment,
      coverage: row.coverage,
      keyResults: row.keyResults
    )
  }
}
