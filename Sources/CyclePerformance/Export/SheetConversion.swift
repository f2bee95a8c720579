// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText

/// An OKR sheet written in one of its two forms, so that reading it again gives the same figures.
///
/// Rows with errors are left out: they enter no figure, and a cell that could not be read cannot be
/// written either. Ids stay; those of a flat sheet become the ids of the seven files. An objective
/// or goal without a title takes its id for one, which the seven files require. A flat sheet stands
/// alone; what one row per key result cannot hold is written beside it.
package struct SheetConversion: Sendable {
  /// The files, in the order in which they refer to each other.
  package let files: [ConvertedFile]

  /// Converts `sheet` to `form`.
  ///
  /// - Parameters:
  ///   - sheet: the sheet as it was read
  ///   - form: what to write
  ///   - day: the day of the figures; the flat sheet's values are those of this day
  ///   - names: the name of each account, for the flat sheet
  ///   - isGerman: whether headers, words, days and decimals are German
  /// - Complexity: O(n log n) in the rows of the sheet
  package init(
    _ sheet: OKRSheet,
    to form: SheetForm,
    on day: CalendarDate,
    names: [String: String],
    isGerman: Bool
  ) {
    let rows = ConvertedRows(sheet, on: day)
    let cells = SheetCells(rows: rows, names: names, form: CellForm(isGerman: isGerman))
    let beside = [cells.cycles, cells.moals, cells.milestones, cells.checkins, cells.reviews]
    files =
      switch form {
      case .flat: [cells.flat] + beside.filter { $0.rowCount > 0 }
      case .normalised:
        Array(beside[..<3]) + [cells.objectives, cells.keyResults] + Array(beside[3...])
      }
  }
}

/// The rows of a sheet that are converted, in their published order.
struct ConvertedRows: Sendable {
  let sheet: OKRSheet
  /// The objectives, by account, cycle and id.
  let objectives: [Int]
  /// Every objective with each of its key results, or with none.
  let flat: [(objective: Int, keyResult: Int?)]
  /// The key results, in the order of ``flat``.
  let keyResults: [Int]
  /// The check-ins, by id of their key result and day.
  let checkins: [Int]
  /// The position of each cycle in the sheet.
  let cycles: [String: Int]
  /// The position of each goal in the sheet.
  let moals: [String: Int]
  /// The objective of each id.
  let objectiveOfID: [String: Int]
  /// The latest value reported for each key result, nil without any.
  let reported: [KeyResultValue?]

  init(_ sheet: OKRSheet, on day: CalendarDate) {
    self.sheet = sheet
    cycles = Self.positions(sheet.cycles.map(\.id))
    moals = Self.positions(sheet.moals.map(\.id))
    let objectives = Self.orderedObjectives(of: sheet)
    self.objectives = objectives
    objectiveOfID = Dictionary(
      objectives.map { (sheet.objectives.ids[$0], $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let below = Self.keyResults(of: sheet)
    flat = objectives.flatMap { objective -> [(objective: Int, keyResult: Int?)] in
      below[objective].isEmpty ? [(objective, nil)] : below[objective].map { (objective, $0) }
    }
    keyResults = flat.compactMap(\.keyResult)
    var position = [Int?](repeating: nil, count: sheet.keyResults.count)
    for (place, keyResult) in keyResults.enumerated() { position[keyResult] = place }
    var reported = [KeyResultValue?](repeating: nil, count: sheet.keyResults.count)
    for checkin in sheet.checkins where checkin.exclusion == nil && checkin.date <= day {
      if let value = checkin.value { reported[checkin.keyResult] = value }
    }
    self.reported = reported
    checkins = sheet.checkins.indices.filter {
      sheet.checkins[$0].exclusion == nil && position[sheet.checkins[$0].keyResult] != nil
    }.sorted { a, b in
      let (first, second) = (sheet.checkins[a], sheet.checkins[b])
      guard first.keyResult != second.keyResult else { return a < b }
      return (position[first.keyResult] ?? 0) < (position[second.keyResult] ?? 0)
    }
  }

  private static func positions(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func orderedObjectives(of sheet: OKRSheet) -> [Int] {
    let readable = sheet.objectives.indices.filter { sheet.objectives.isReadable(at: $0) }
    let keys = readable.map { index -> (index: Int, account: String, cycle: String) in
      (index, sheet.objectives.account(at: index), sheet.objectives.cycle(at: index))
    }
    return keys.sorted { a, b in
      if a.account != b.account { return a.account.isBytewiseLess(than: b.account) }
      if a.cycle != b.cycle { return a.cycle.isBytewiseLess(than: b.cycle) }
      return sheet.objectives.ids.isLess(a.index, b.index)
    }.map(\.index)
  }

  private static func keyResults(of sheet: OKRSheet) -> [[Int]] {
    var below = [[Int]](repeating: [], count: sheet.objectives.count)
    for index in sheet.keyResults.indices where sheet.keyResults.exclusion(at: index) == nil {
      if let objective = sheet.keyResults.objective(of: index) { below[objective].append(index) }
    }
    return below.map { members in members.sorted { sheet.keyResults.ids.isLess($0, $1) } }
  }
}
