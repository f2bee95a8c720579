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
  package let rows: LinkRows

  /// Joins `runs` with `attainments` over `cycles`.
  ///
  /// - Complexity: O(n log n) in the accounts of the runs used and the attainments, O(n) where both
  ///   are in the order of their accounts
  package init(runs: [SelectionRun], cycles: [LinkedCycle], attainments: [Attainment]) {
    rows = Self.joined(runs, cycles, ListedAttainments(attainments))
  }

  /// Joins `runs` with the rows of `okr_accounts.csv` over `cycles`.
  package init(runs: [SelectionRun], cycles: [LinkedCycle], accounts: OKRAccountRows) {
    rows = Self.joined(runs, cycles, AccountAttainments(accounts))
  }

  private static func joined(
    _ runs: [SelectionRun],
    _ cycles: [LinkedCycle],
    _ attainments: some AttainmentSource
  ) -> LinkRows {
    let ordered = runs.sorted {
      $0.dataAsOf != $1.dataAsOf ? $0.dataAsOf < $1.dataAsOf : $0.id.isBytewiseLess(than: $1.id)
    }
    var scored: [Int: [Int]] = [:]
    var rows = LinkRows()
    for cycle in cycles {
      let number = cycle.start.flatMap { start in
        ordered.lastIndex { $0.dataAsOf <= start }
      }
      let accounts = number.map { ordered[$0].accounts } ?? []
      if let number, scored[number] == nil {
        scored[number] = firstOfEach(Array(accounts.indices)) { accounts[$0].account }
      }
      let known = number.flatMap { scored[$0] } ?? []
      let attained = attainments.indices(in: cycle.id)
      add(
        to: &rows,
        cycle.id,
        run: number.map { ordered[$0].id },
        known.lazy.map { accounts[$0] },
        attained.lazy.map { attainments.attainment(at: $0) }
      )
    }
    rows.sort()
    return rows
  }

  /// How many rows each class has; classes without rows are left out.
  package var classCounts: [(linkClass: LinkRow.Class, count: Int)] {
    LinkRow.Class.allCases.compactMap { linkClass in
      let count = rows.indices.count { rows.linkClass(at: $0) == linkClass }
      return count > 0 ? (linkClass, count) : nil
    }
  }

  /// The elements at `indices` in the order of their accounts, of each account the first.
  fileprivate static func firstOfEach(_ indices: [Int], _ account: (Int) -> String) -> [Int] {
    let ids = indices.map(account)
    let isAscending = zip(ids, ids.dropFirst()).allSatisfy { $0.isBytewiseLess(than: $1) }
    guard !isAscending else { return indices }
    var result: [Int] = []
    result.reserveCapacity(ids.count)
    var last: String?
    for index in BytewiseOrder(of: ids).indices where ids[index] != last {
      last = ids[index]
      result.append(indices[index])
    }
    return result
  }

  /// Adds the rows of one cycle; both sides are in the order of their accounts.
  private static func add<Selections: RandomAccessCollection, Attainments: RandomAccessCollection>(
    to rows: inout LinkRows,
    _ cycle: String,
    run: String?,
    _ scored: Selections,
    _ reached: Attainments
  )
  where
    Selections.Element == SelectionRun.Account, Selections.Index == Int,
    Attainments.Element == Attainment, Attainments.Index == Int
  {
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

/// Attainments as the link asks for them, whole ones only where they are needed.
private protocol AttainmentSource {
  /// Those in a cycle in the order of their accounts, of each account the first.
  func indices(in cycle: String) -> [Int]
  func attainment(at index: Int) -> SelectionLink.Attainment
}

/// Attainments one by one.
private struct ListedAttainments: AttainmentSource {
  let list: [SelectionLink.Attainment]
  private let byCycle: [String: [Int]]

  init(_ list: [SelectionLink.Attainment]) {
    self.list = list
    byCycle = Dictionary(grouping: list.indices) { list[$0].cycle }
  }

  func indices(in cycle: String) -> [Int] {
    SelectionLink.firstOfEach(byCycle[cycle] ?? []) { list[$0].account }
  }

  func attainment(at index: Int) -> SelectionLink.Attainment { list[index] }
}

/// The attainments of `okr_accounts.csv`, which stand by account, each with a cycle once.
private struct AccountAttainments: AttainmentSource {
  let rows: OKRAccountRows
  private let byCycle: Groups

  init(_ rows: OKRAccountRows) {
    self.rows = rows
    byCycle = Groups(
      rows.indices.map { Int32(rows.cycleNumber(at: $0)) },
      count: rows.cycleTexts.count
    )
  }

  func indices(in cycle: String) -> [Int] {
    guard let number = rows.cycleTexts.firstIndex(of: cycle) else { return [] }
    return byCycle[number].map { Int($0) }
  }

  func attainment(at index: Int) -> SelectionLink.Attainment {
    SelectionLink.Attainment(
      account: rows.account(at: index),
      cycle: rows.cycle(at: index),
      value: rows.attainment(at: index),
      coverage: rows.coverage(at: index),
      keyResults: rows.keyResults(at: index)
    )
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
