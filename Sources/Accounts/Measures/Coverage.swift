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

/// The coverage of all criteria, before any gate.
package struct Coverage {
  /// Per criterion, system and country; an account with rows in two systems counts in both.
  package var rows: [CoverageRow] = []
  /// Per criterion over all accounts of all systems and countries; empty without accounts.
  package var overall: [CoverageRow] = []

  /// Counts the accounts of `consolidation` that have a number for each criterion.
  package init(
    criteria: [(name: String, numbers: NumberColumn)],
    consolidation: Consolidation
  ) {
    let table = consolidation.table
    let places = Places(consolidation)
    let revenue = table.value(named: "revenue")
    let all = Tally(places, table.count, revenue) { _ in true }
    for criterion in criteria {
      let present = Tally(places, table.count, revenue) { criterion.numbers[$0] != nil }
      let row = { (cell: Cell, part: Tally.Sum, whole: Tally.Sum) in
        CoverageRow(
          criterion: criterion.name,
          system: cell.system,
          country: cell.country,
          accounts: whole.accounts,
          withValue: part.accounts,
          revenueShare: revenue.flatMap { part.share(of: whole, decimals: $0.decimals) }
        )
      }
      for place in places.ordered {
        rows.append(row(places.cells[place], present.cells[place], all.cells[place]))
      }
      guard table.count > 0 else { continue }
      overall.append(row(Cell(system: "", country: ""), present.overall, all.overall))
    }
    rows.sort { $0.criterion.isBytewiseLess(than: $1.criterion) }
  }

  /// The systems and countries, and which of them each account belongs to.
  private struct Places {
    private(set) var cells: [Cell] = []
    /// The numbers of the cells in their published order.
    private(set) var ordered: [Int] = []
    /// Per account the cell of its first system, which is the only one of nearly all.
    private(set) var first: [Int32] = []
    /// The cells of the other systems.
    private(set) var further: [(row: Int, cell: Int)] = []
    private var numbers: [Cell: Int] = [:]
    /// The system asked for last, and per country's text its cell with that system.
    private var last: (system: String, cells: [Int32])?

    init(_ consolidation: Consolidation) {
      let count = consolidation.table.count
      let country =
        consolidation.table.attributes.first { $0.name == "country" }?.texts
        ?? TextColumn(missing: count, of: [])
      first.reserveCapacity(count)
      for row in 0..<count {
        let systems = consolidation.systems[row]
        first.append(Int32(cell(systems.first ?? "", country, row)))
        for system in systems.dropFirst() { further.append((row, cell(system, country, row))) }
      }
      ordered = cells.indices.sorted { cells[$0] < cells[$1] }
    }

    private mutating func cell(_ system: String, _ country: TextColumn, _ row: Int) -> Int {
      let place = Int(country.numbers[row]) + 1
      if let last, last.system == system, last.cells[place] >= 0 { return Int(last.cells[place]) }
      let cell = Cell(system: system, country: country[row] ?? "")
      let number = numbers[cell] ?? cells.count
      if number == cells.count {
        numbers[cell] = number
        cells.append(cell)
      }
      // More texts than that are no countries.
      guard country.texts.count < Self.rememberedTexts else { return number }
      if last?.system != system {
        last = (system, Array(repeating: -1, count: country.texts.count + 1))
      }
      last?.cells[place] = Int32(number)
      return number
    }

    private static let rememberedTexts = 1 << 8
  }

  /// Accounts and positive revenue per place.
  private struct Tally {
    struct Sum {
      var accounts = 0
      var revenue: Int128 = 0

      /// The revenue as a share of another; nil where that is 0.
      func share(of whole: Sum, decimals: Int) -> Double? {
        let all = nearestDouble(whole.revenue, decimals: decimals)
        return all > 0 ? nearestDouble(revenue, decimals: decimals) / all : nil
      }
    }

    private(set) var cells: [Sum]
    /// All places, each account once.
    private(set) var overall = Sum()

    /// Adds the accounts that count up.
    init(_ places: Places, _ count: Int, _ revenue: ValueColumn?, counts: (Int) -> Bool) {
      cells = Array(repeating: Sum(), count: places.cells.count)
      for row in 0..<count where counts(row) { add(row, revenue, to: Int(places.first[row])) }
      for cell in cells {
        overall.accounts += cell.accounts
        overall.revenue += cell.revenue
      }
      for (row, cell) in places.further where counts(row) { add(row, revenue, to: cell) }
    }

    private mutating func add(_ row: Int, _ revenue: ValueColumn?, to cell: Int) {
      cells[cell].accounts += 1
      cells[cell].revenue += max(0, revenue?.totals[row] ?? 0)
    }
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
