// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// One line of `okr_health.csv`: how well one account keeps to the process in one cycle.
///
/// It is for the OKR master, who watches over the process (S000), and about accounts, never persons.
public struct ProcessHealth: Sendable, Equatable {
  /// The account.
  public var account: String
  /// The cycle.
  public var cycle: String
  /// Its key results.
  public var keyResults = 0
  /// Key results with a check-in.
  public var reported = 0
  /// Check-ins up to the day of the figures.
  public var checkins = 0
  /// Weeks of the cycle that began up to that day; nil without dates.
  public var weeks: Int?
  /// Weeks of these with a check-in (S000 asks for a weekly event).
  public var weeksWithCheckin: Int?
  /// Days from the last check-in to that day, or to the cycle's end where that is earlier.
  public var daysSinceCheckin: Int?
  /// Error findings on its rows.
  public var errors = 0
  /// Warnings on its rows.
  public var warnings = 0
  /// Hints on its rows.
  public var hints = 0
  /// Key results with a typed percentage.
  public var typed = 0
  /// Typed percentages that differ from the computed ones by more than five points.
  public var typedDiffering = 0
  /// Whether there is a review; nil while the cycle runs or without a file of reviews.
  public var isReviewed: Bool?

  /// The health of every account in every cycle, in the order of ``OKRFigures/accounts``.
  ///
  /// - Complexity: O(n) in the rows of the sheet
  package static func rows(
    of sheet: OKRSheet,
    _ figures: OKRFigures,
    findings: FindingList,
    on day: CalendarDate
  ) -> [ProcessHealth] {
    var tally = HealthTally(sheet, figures, day)
    tally.countKeyResults()
    tally.countCheckins()
    tally.count(findings)
    tally.judgeReviews()
    return tally.rows
  }
}

/// Counts everything account by account.
private struct HealthTally {
  private struct Key: Hashable {
    var account: String
    var cycle: String
  }

  let sheet: OKRSheet
  let day: CalendarDate
  private(set) var rows: [ProcessHealth]
  private let cycles: [String: Cycle]
  /// The row of each objective, -1 for those without account or cycle.
  private let rowOfObjective: [Int32]

  init(_ sheet: OKRSheet, _ figures: OKRFigures, _ day: CalendarDate) {
    self.sheet = sheet
    self.day = day
    rows = figures.accounts.map { ProcessHealth(account: $0.account, cycle: $0.cycle) }
    rowOfObjective = figures.accountRowOfObjective
    cycles = Dictionary(sheet.cycles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
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
        days = row.flatMap { cycles[rows[$0].cycle]?.days }
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
      guard let days = cycles[rows[index].cycle]?.days, days.start <= day else { continue }
      let end = min(day, days.end)
      rows[index].weeks = (end.dayNumber - days.start.dayNumber) / 7 + 1
      rows[index].weeksWithCheckin = weeks.count(of: index)
      guard last[index] > 0 else { continue }
      let latest = CalendarDate(packed: last[index])
      rows[index].daysSinceCheckin = max(0, end.dayNumber - latest.dayNumber)
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
    let reviewed = Set(sheet.reviews.map { Key(account: $0.account, cycle: $0.cycle) })
    for index in rows.indices {
      let key = Key(account: rows[index].account, cycle: rows[index].cycle)
      let isClosed = cycles[key.cycle]?.isClosed(on: day) ?? false
      rows[index].isReviewed = reviewed.contains(key) ? true : isClosed ? false : nil
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
