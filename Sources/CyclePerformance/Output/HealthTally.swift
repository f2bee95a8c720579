// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Counts everything account by account.
struct HealthTally {
  private let sheet: OKRSheet
  private let day: CalendarDate
  private let accounts: OKRAccountRows
  /// The cycles by the numbers that the objectives give them.
  private let cycles: [Cycle?]
  private(set) var rows: [ProcessHealthRows.Counts]
  /// The row of each objective, -1 for those without account or cycle.
  private let rowOfObjective: [Int32]

  init(_ sheet: OKRSheet, _ figures: OKRFigures, _ day: CalendarDate) {
    self.sheet = sheet
    self.day = day
    accounts = figures.accounts
    cycles = figures.cycles
    rows = Array(repeating: ProcessHealthRows.Counts(), count: accounts.count)
    rowOfObjective = figures.accountRowOfObjective
  }

  private func days(ofRow row: Int) -> (start: CalendarDate, end: CalendarDate)? {
    cycles[accounts.cycleNumber(at: row)]?.days
  }

  private func row(ofKeyResult index: Int) -> Int? {
    sheet.keyResults.objective(of: index).flatMap { row(ofObjective: $0) }
  }

  private func row(ofObjective index: Int) -> Int? {
    rowOfObjective[index] < 0 ? nil : Int(rowOfObjective[index])
  }

  mutating func countKeyResults() {
    for index in sheet.keyResults.indices {
      guard let row = row(ofKeyResult: index) else { continue }
      rows[row].keyResults += 1
      if sheet.keyResults.typedProgress(at: index) != nil { rows[row].typed += 1 }
    }
  }

  mutating func countCheckins() {
    var weeks = WeekSets(count: rows.count)
    var last = [Int32](repeating: 0, count: rows.count)
    let today = day.packed
    let checkins = sheet.checkins
    var (previous, row): (Int, Int?) = (-1, nil)
    var days: (start: CalendarDate, end: CalendarDate)?
    for index in checkins.indices where checkins.packedDay(at: index) <= today {
      let keyResult = checkins.keyResult(at: index)
      if keyResult != previous {
        row = self.row(ofKeyResult: keyResult)
        days = row.flatMap { self.days(ofRow: $0) }
        if let row { rows[row].reported += 1 }
        previous = keyResult
      }
      guard let row else { continue }
      rows[row].checkins += 1
      let packed = checkins.packedDay(at: index)
      last[row] = max(last[row], packed)
      guard let days, days.start.packed <= packed, packed <= days.end.packed else { continue }
      let date = CalendarDate(packed: packed)
      weeks.insert((date.dayNumber - days.start.dayNumber) / 7, of: row)
    }
    for index in rows.indices {
      guard let days = self.days(ofRow: index), days.start <= day else { continue }
      let end = min(day, days.end)
      rows[index].weeks = Int32((end.dayNumber - days.start.dayNumber) / 7 + 1)
      rows[index].weeksWithCheckin = Int32(weeks.count(of: index))
      guard last[index] > 0 else { continue }
      let latest = CalendarDate(packed: last[index])
      rows[index].daysSinceCheckin = Int32(max(0, end.dayNumber - latest.dayNumber))
    }
  }

  mutating func count(_ findings: FindingList) {
    let places = rowsOfPlaces(findings)
    for index in findings.indices {
      let place = findings.location(at: index)
      guard let file = place.file, let line = place.line, let row = places[file]?[line]
      else { continue }
      let kind = findings.kind(at: index)
      switch kind.severity {
      case .error: rows[row].errors += 1
      case .warning: rows[row].warnings += 1
      case .info: rows[row].hints += 1
      }
      if kind.code == OKRCode.typedDiffers.code { rows[row].typedDiffering += 1 }
    }
  }

  /// The row that each line of each file counts for; of check-ins only lines with findings.
  private func rowsOfPlaces(_ findings: FindingList) -> [String: LineRows] {
    var places: [String: LineRows] = [:]
    for index in sheet.objectives.indices {
      let place = sheet.objectives.place(at: index)
      places[place.file, default: LineRows()][place.line] = row(ofObjective: index)
    }
    for index in sheet.keyResults.indices {
      let place = sheet.keyResults.place(at: index)
      places[place.file, default: LineRows()][place.line] = row(ofKeyResult: index)
    }
    let checkins = sheet.checkins
    let lines = Set(
      findings.indices.compactMap { index in
        let place = findings.location(at: index)
        return place.file == checkins.file ? place.line : nil
      }
    )
    for index in checkins.indices where !lines.isEmpty && lines.contains(checkins.line(at: index)) {
      places[checkins.file, default: LineRows()][checkins.line(at: index)] =
        row(ofKeyResult: checkins.keyResult(at: index))
    }
    return places
  }

  mutating func judgeReviews() {
    guard sheet.hasReviews else { return }
    let reviewed = Set(sheet.reviews.map { [$0.account, $0.cycle] })
    for index in rows.indices {
      let isClosed = cycles[accounts.cycleNumber(at: index)]?.isClosed(on: day) ?? false
      let isReviewed = reviewed.contains([accounts.account(at: index), accounts.cycle(at: index)])
      rows[index].isReviewed = isReviewed ? true : isClosed ? false : nil
    }
  }
}

/// The row that each line of a file counts for.
private struct LineRows {
  private var rows: [Int32] = []

  subscript(line: Int) -> Int? {
    get { rows.indices.contains(line) && rows[line] >= 0 ? Int(rows[line]) : nil }
    set {
      while rows.count <= line { rows.append(-1) }
      rows[line] = Int32(newValue ?? -1)
    }
  }
}

/// Sets of weeks, of which hardly any is beyond the first year.
private struct WeekSets {
  private var early: [UInt64]
  private var late: [Int: Set<Int>] = [:]

  init(count: Int) { early = Array(repeating: 0, count: count) }

  mutating func insert(_ week: Int, of row: Int) {
    if week < 64 { early[row] |= 1 << UInt64(week) } else { late[row, default: []].insert(week) }
  }

  func count(of row: Int) -> Int {
    early[row].nonzeroBitCount + (late.isEmpty ? 0 : late[row]?.count ?? 0)
  }
}
