// SPDX-License-Identifier: Apache-2.0
import Accounts

/// One line of `transitions.csv`: how many accounts moved from one zone of attainment to another
/// between two cycles that follow each other.
public struct TransitionRow: Sendable, Equatable {
  /// The earlier cycle.
  public var fromCycle: String
  /// The later cycle.
  public var toCycle: String
  /// The zone before; nil for accounts that only the later cycle has.
  public var from: Zone?
  /// The zone after; nil for accounts that only the earlier cycle has.
  public var to: Zone?
  /// How many accounts.
  public var accounts: Int
  /// Their share of the accounts with that zone before; nil where nobody was in it.
  public var share: Double?

  /// The movements between cycles by their first day, those without one left out.
  ///
  /// - Complexity: O(n log n) in the rows
  package static func rows(of sheet: OKRSheet, _ accounts: [OKRAccountRow]) -> [TransitionRow] {
    let dated = sheet.cycles.filter { $0.start != nil }.sorted { a, b in
      guard let first = a.start, let second = b.start, first != second else {
        return a.id.isBytewiseLess(than: b.id)
      }
      return first < second
    }
    var states: [String: [String: String]] = [:]
    for row in accounts {
      guard let value = row.attainment else { continue }
      states[row.cycle, default: [:]][row.account] = Zone(progress: value).rawValue
    }
    return zip(dated, dated.dropFirst()).flatMap { earlier, later in
      rows(
        (earlier.id, later.id),
        from: states[earlier.id] ?? [:],
        to: states[later.id] ?? [:]
      )
    }
  }

  private static func rows(
    _ cycles: (from: String, to: String),
    from: [String: String],
    to: [String: String]
  ) -> [TransitionRow] {
    guard !from.isEmpty || !to.isEmpty else { return [] }
    let zones = Zone.allCases
    let table = TransitionTable(from: from, to: to, states: zones.map(\.rawValue), alpha: 0)
    let moved = zones.indices.flatMap { before in
      zones.indices.map { after in
        TransitionRow(
          fromCycle: cycles.from,
          toCycle: cycles.to,
          from: zones[before],
          to: zones[after],
          accounts: table.counts[before][after],
          share: table.probabilities[before][after]
        )
      }
    }
    let entered = TransitionRow(
      fromCycle: cycles.from,
      toCycle: cycles.to,
      accounts: table.entered.count
    )
    let left = zones.map { zone in
      TransitionRow(
        fromCycle: cycles.from,
        toCycle: cycles.to,
        from: zone,
        accounts: table.left.count { from[$0] == zone.rawValue }
      )
    }
    return moved + left + [entered]
  }
}
