// SPDX-License-Identifier: Apache-2.0

/// How many accounts have a value for one criterion, in one system and country (S004).
public struct CoverageRow: Sendable, Equatable {
  /// Whether a criterion can carry a ranking.
  public enum Verdict: String, Sendable {
    /// At least 95 % of the revenue and 80 % of the accounts have a value.
    case usable
    /// Some accounts have a value.
    case partial
    /// Less than half of the accounts or of the revenue has one.
    case notUsable = "not usable"
  }

  /// The criterion's name.
  public var criterion: String
  /// The system, empty where sources name none.
  public var system: String
  /// The country attribute, empty where there is none.
  public var country: String
  /// Accounts in this cell.
  public var accounts: Int
  /// Accounts with a value.
  public var withValue: Int
  /// Revenue of the accounts with a value divided by the revenue of all, by their positive values;
  /// nil without a value named `revenue`.
  public var revenueShare: Double?

  /// Accounts with a value divided by all accounts of the cell.
  public var accountShare: Double { Double(withValue) / Double(accounts) }

  /// The verdict by the limits of S004's practice.
  public var verdict: Verdict {
    let revenue = revenueShare ?? accountShare
    if revenue >= 0.95, accountShare >= 0.8 { return .usable }
    return revenue < 0.5 || accountShare < 0.5 ? .notUsable : .partial
  }
}

extension CoverageRow {
  /// Coverage per criterion, system and country, over all accounts before any gate.
  ///
  /// An account with rows in two systems counts in both.
  package static func rows(
    criteria: [(name: String, numbers: [Double?])],
    consolidation: Consolidation
  ) -> [CoverageRow] {
    let table = consolidation.table
    let country = table.attributes.first { $0.name == "country" }?.texts
    let revenue = table.value(named: "revenue")
    var cells: [Cell: [Int]] = [:]
    for row in table.ids.indices {
      let systems = consolidation.systems[row].isEmpty ? [""] : consolidation.systems[row]
      for system in systems {
        cells[Cell(system: system, country: country?[row] ?? ""), default: []].append(row)
      }
    }
    let ordered = cells.sorted { $0.key < $1.key }
    return criteria.flatMap { criterion in
      ordered.map { cell, rows in
        let present = rows.filter { criterion.numbers[$0] != nil }
        let all = revenue.map { positive($0, rows) } ?? 0
        let share = revenue.flatMap { all > 0 ? positive($0, present) / all : nil }
        return CoverageRow(
          criterion: criterion.name,
          system: cell.system,
          country: cell.country,
          accounts: rows.count,
          withValue: present.count,
          revenueShare: share
        )
      }
    }.sorted { $0.criterion.isBytewiseLess(than: $1.criterion) }
  }

  /// Coverage per criterion over all accounts of all systems and countries.
  package static func overall(
    criteria: [(name: String, numbers: [Double?])],
    table: AccountTable
  ) -> [CoverageRow] {
    guard table.count > 0 else { return [] }
    let revenue = table.value(named: "revenue")
    let rows = Array(table.ids.indices)
    let all = revenue.map { positive($0, rows) } ?? 0
    return criteria.map { criterion in
      let present = rows.filter { criterion.numbers[$0] != nil }
      return CoverageRow(
        criterion: criterion.name,
        system: "",
        country: "",
        accounts: rows.count,
        withValue: present.count,
        revenueShare: revenue.flatMap { all > 0 ? positive($0, present) / all : nil }
      )
    }
  }

  private static func positive(_ revenue: ValueColumn, _ rows: [Int]) -> Double {
    nearestDouble(
      rows.reduce(Int128(0)) { $0 + max(0, revenue.totals[$1] ?? 0) },
      decimals: revenue.decimals
    )
  }

  private struct Cell: Hashable, Comparable {
    var system: String
    var country: String

    static func < (a: Cell, b: Cell) -> Bool {
      a.system == b.system
        ? a.country.isBytewiseLess(than: b.country) : a.system.isBytewiseLess(than: b.system)
    }
  }
}
