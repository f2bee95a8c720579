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
    findings: [Finding],
    on day: CalendarDate
  ) -> [ProcessHealth] {
    var tally = HealthTally(sheet, figures.accounts, day)
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
  private let rowOfKey: [Key: Int]
  /// The row of each objective, nil for those without account or cycle.
  private let rowOfObjective: [Int?]

  init(_ sheet: OKRSheet, _ accounts: [OKRAccountRow], _ day: CalendarDate) {
    self.sheet = sheet
    self.day = day
    rows = accounts.map { ProcessHealth(account: $0.account, cycle: $0.cycle) }
    var rowOfKey: [Key: Int] = [:]
    for (index, row) in accounts.enumerated() {
      rowOfKey[Key(account: row.account, cycle: row.cycle)] = index
    }
    self.rowOfKey = rowOfKey
    rowOfObjective = sheet.objectives.map { rowOfKey[Key(account: $0.group, cycle: $0.cycle)] }
    cycles = Dictionary(sheet.cycles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func row(of keyResult: KeyResult) -> Int? {
    keyResult.objective.flatMap { rowOfObjective[$0] }
  }

  mutating func countKeyResults() {
    for keyResult in sheet.keyResults {
      guard let row = row(of: keyResult) else { continue }
      rows[row].keyResults += 1
      if keyResult.typedProgress != nil { rows[row].typed += 1 }
    }
  }

  mutating func countCheckins() {
    var weeks = [Set<Int>](repeating: [], count: rows.count)
    var last = [Int32](repeating: 0, count: rows.count)
    let today = day.packed
    let checkins = sheet.checkins
    var (previous, row): (Int, Int?) = (-1, nil)
    var days: (start: CalendarDate, end: CalendarDate)?
    for index in checkins.indices where checkins.packedDay(at: index) <= today {
      let keyResult = checkins.keyResult(at: index)
      if keyResult != previous {
        row = self.row(of: sheet.keyResults[keyResult])
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
      weeks[row].insert((date.dayNumber - days.start.dayNumber) / 7)
    }
    for index in rows.indices {
      guard let days = cycles[rows[index].cycle]?.days, days.start <= day else { continue }
      let end = min(day, days.end)
      rows[index].weeks = (end.dayNumber - days.start.dayNumber) / 7 + 1
      rows[index].weeksWithCheckin = weeks[index].count
      guard last[index] > 0 else { continue }
      let latest = CalendarDate(packed: last[index])
      rows[index].daysSinceCheckin = max(0, end.dayNumber - latest.dayNumber)
    }
  }

  mutating func count(_ findings: [Finding]) {
    var wanted: Set<SheetPlace> = []
    for finding in findings {
      if let place = Self.place(of: finding) { wanted.insert(place) }
    }
    var rowOfPlace: [SheetPlace: Int] = [:]
    for (index, objective) in sheet.objectives.enumerated() where wanted.contains(objective.place) {
      rowOfPlace[objective.place] = rowOfObjective[index]
    }
    for keyResult in sheet.keyResults where wanted.contains(keyResult.place) {
      rowOfPlace[keyResult.place] = row(of: keyResult)
    }
    let lines = Set(wanted.filter { $0.file == sheet.checkins.file }.map(\.line))
    for index in sheet.checkins.indices
    where !lines.isEmpty && lines.contains(sheet.checkins.line(at: index)) {
      let place = SheetPlace(file: sheet.checkins.file, line: sheet.checkins.line(at: index))
      rowOfPlace[place] = row(of: sheet.keyResults[sheet.checkins.keyResult(at: index)])
    }
    for finding in findings {
      guard let row = Self.place(of: finding).flatMap({ rowOfPlace[$0] }) else { continue }
      switch finding.severity {
      case .error: rows[row].errors += 1
      case .warning: rows[row].warnings += 1
      case .info: rows[row].hints += 1
      }
      if finding.code == OKRCode.typedDiffers.code { rows[row].typedDiffering += 1 }
    }
  }

  private static func place(of finding: Finding) -> SheetPlace? {
    guard let file = finding.file, let line = finding.line else { return nil }
    return SheetPlace(file: file, line: line)
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
