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
  /// - Complexity: O(rows · cycles)
  package static func rows(of sheet: OKRSheet, _ accounts: OKRAccountRows) -> [TransitionRow] {
    let dated = sheet.cycles.filter { $0.start != nil }.sorted { a, b in
      guard let first = a.start, let second = b.start, first != second else {
        return a.id.isBytewiseLess(than: b.id)
      }
      return first < second
    }
    let moves = zip(dated, dated.dropFirst()).map { (from: $0.id, to: $1.id) }
    let numbers = sheet.objectives.cycles.texts
    let steps = moves.map { move in
      (from: numbers.firstIndex(of: move.from), to: numbers.firstIndex(of: move.to))
    }
    var counts = moves.map { _ in Counts() }
    var zones = [Int?](repeating: nil, count: numbers.count)
    var start = 0
    while start < accounts.count {
      var end = start
      while end < accounts.count, accounts.group(at: end) == accounts.group(at: start) {
        zones[accounts.cycleNumber(at: end)] = zone(of: accounts.attainment(at: end))
        end += 1
      }
      for (index, step) in steps.enumerated() {
        counts[index].add(from: step.from.flatMap { zones[$0] }, to: step.to.flatMap { zones[$0] })
      }
      for row in start..<end { zones[accounts.cycleNumber(at: row)] = nil }
      start = end
    }
    return zip(moves, counts).flatMap { rows($0, $1) }
  }

  /// The zone of an attainment, nil without one.
  private static func zone(of attainment: Double?) -> Int? {
    attainment.flatMap { Zone.allCases.firstIndex(of: Zone(progress: $0)) }
  }

  /// How many accounts moved from which zone to which.
  private struct Counts {
    var moved = [[Int]](
      repeating: [Int](repeating: 0, count: Zone.allCases.count),
      count: Zone.allCases.count
    )
    var left = [Int](repeating: 0, count: Zone.allCases.count)
    var entered = 0
    var isEmpty = true

    mutating func add(from: Int?, to: Int?) {
      switch (from, to) {
      case (let from?, let to?): moved[from][to] += 1
      case (let from?, nil): left[from] += 1
      case (nil, _?): entered += 1
      case (nil, nil): return
      }
      isEmpty = false
    }
  }

  private static func rows(
    _ cycles: (from: String, to: String),
    _ counts: Counts
  ) -> [TransitionRow] {
    guard !counts.isEmpty else { return [] }
    let zones = Zone.allCases
    let moved = zones.indices.flatMap { before in
      let all = counts.moved[before].reduce(0, +)
      return zones.indices.map { after in
        TransitionRow(
          fromCycle: cycles.from,
          toCycle: cycles.to,
          from: zones[before],
          to: zones[after],
          accounts: counts.moved[before][after],
          share: all > 0 ? Double(counts.moved[before][after]) / Double(all) : nil
        )
      }
    }
    let left = zones.indices.map { zone in
      TransitionRow(
        fromCycle: cycles.from,
        toCycle: cycles.to,
        from: zones[zone],
        accounts: counts.left[zone]
      )
    }
    let entered = TransitionRow(
      fromCycle: cycles.from,
      toCycle: cycles.to,
      accounts: counts.entered
    )
    return moved + left + [entered]
  }
}
