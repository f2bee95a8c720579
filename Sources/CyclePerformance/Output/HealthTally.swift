// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Counts everything account by account.
struct HealthTally {
  private let day: CalendarDate
  private let accounts: OKRAccountRows
  /// The cycles by the numbers that the objectives give them.
  private let cycles: [Cycle?]
  /// Their days.
  private let spans: [CycleDays?]
  private(set) var rows: [ProcessHealthRows.Counts]
  /// The row of each objective, -1 for those without account or cycle.
  private let rowOfObjective: [Int32]

  init(_ figures: OKRFigures, on day: CalendarDate) {
    self.day = day
    accounts = figures.accounts
    cycles = figures.cycles
    spans = figures.cycles.map { cycle in cycle?.days.map { CycleDays($0.start, $0.end) } }
    rows = Array(repeating: ProcessHealthRows.Counts(), count: accounts.count)
    rowOfObjective = figures.accountRowOfObjective
  }

  private func span(ofRow row: Int) -> CycleDays? { spans[accounts.cycleNumber(at: row)] }

  private func row(ofKeyResult index: Int, in sheet: OKRSheet) -> Int? {
    sheet.keyResults.objective(of: index).flatMap { row(ofObjective: $0) }
  }

  private func row(ofObjective index: Int) -> Int? {
    rowOfObjective[index] < 0 ? nil : Int(rowOfObjective[index])
  }

  mutating func countKeyResults(of sheet: OKRSheet) {
    for index in sheet.keyResults.indices {
      guard let row = row(ofKeyResult: index, in: sheet) else { continue }
      rows[row].keyResults += 1
      if sheet.keyResults.typedProgress(at: index) != nil { rows[row].typed += 1 }
    }
  }

  mutating func count(_ checkins: CheckinCounts, of sheet: OKRSheet) {
    var weeks = WeekSets(count: rows.count)
    var last = [Int32](repeating: 0, count: rows.count)
    let today = day.packed
    for (keyResult, count) in checkins.counts.enumerated() where count.checkins > 0 {
      guard let row = row(ofKeyResult: keyResult, in: sheet) else { continue }
      rows[row].reported += 1
      rows[row].checkins += count.checkins
      last[row] = max(last[row], count.last)
      weeks.insert(early: count.weeks, of: row)
    }
    for (keyResult, late) in checkins.lateWeeks {
      guard let row = row(ofKeyResult: keyResult, in: sheet) else { continue }
      weeks.insert(late: late, of: row)
    }
    for index in rows.indices {
      guard let span = self.span(ofRow: index), span.start <= today else { continue }
      let end = min(day.dayNumber, span.last)
      rows[index].weeks = Int32((end - span.first) / 7 + 1)
      rows[index].weeksWithCheckin = Int32(weeks.count(of: index))
      guard last[index] > 0 else { continue }
      let latest = CalendarDate(packed: last[index]).dayNumber
      rows[index].daysSinceCheckin = Int32(max(0, end - latest))
    }
  }

  /// A line of the file of check-ins, and the key result it is about.
  typealias CheckinLine = (line: Int, keyResult: Int32)

  /// The lines of check-ins that findings are about, or perhaps will be.
  static func checkinLines(of findings: [Finding], in sheet: OKRSheet) -> [CheckinLine] {
    let checkins = sheet.checkins
    let isShared =
      sheet.objectives.places.files.contains(checkins.file)
      || sheet.keyResults.places.files.contains(checkins.file)
    let lines = Set(findings.compactMap { $0.file == checkins.file ? $0.line : nil })
    guard isShared || !lines.isEmpty else { return [] }
    var found: [CheckinLine] = []
    for index in checkins.indices {
      let line = checkins.line(at: index)
      guard isShared || lines.contains(line) else { continue }
      found.append((line, Int32(checkins.keyResult(at: index))))
    }
    return found
  }

  /// Counts findings, of which `lines` are those about check-ins.
  mutating func count(_ findings: FindingList, about sheet: OKRSheet, _ lines: [CheckinLine]) {
    let places = rowsOfPlaces(of: sheet, lines)
    var (file, lines): (String?, LineRows?) = (nil, nil)
    let typedDiffers = OKRCode.typedDiffers.code
    var marks: [Mark] = []
    marks.reserveCapacity(Self.mostMarks)
    for index in findings.indices {
      let place = findings.location(at: index)
      if place.file != file {
        file = place.file
        lines = file.flatMap { places[$0] }
      }
      guard let line = place.line, let row = lines?[line] else { continue }
      let kind = findings.kind(at: index)
      let isTyped = kind.code == typedDiffers
      marks.append(Mark(row: Int32(row), severity: kind.severity, isTyped: isTyped))
      if marks.count == Self.mostMarks { add(&marks) }
    }
    add(&marks)
  }

  /// A finding about a row.
  private struct Mark {
    let row: Int32
    let severity: Finding.Severity
    let isTyped: Bool
  }

  private static let mostMarks = 1024

  /// Counts findings; rows lie all over the memory, and come together when nothing else is done.
  private mutating func add(_ marks: inout [Mark]) {
    for mark in marks {
      let row = Int(mark.row)
      switch mark.severity {
      case .error: rows[row].errors += 1
      case .warning: rows[row].warnings += 1
      case .info: rows[row].hints += 1
      }
      if mark.isTyped { rows[row].typedDiffering += 1 }
    }
    marks.removeAll(keepingCapacity: true)
  }

  /// The row that each line of each file counts for; of check-ins only lines with findings.
  private func rowsOfPlaces(of sheet: OKRSheet, _ lines: [CheckinLine]) -> [String: LineRows] {
    var places: [String: LineRows] = [:]
    add(sheet.objectives.places, sheet.objectives.indices, to: &places) { row(ofObjective: $0) }
    add(sheet.keyResults.places, sheet.keyResults.indices, to: &places) { index in
      row(ofKeyResult: index, in: sheet)
    }
    for (line, keyResult) in lines {
      let row = row(ofKeyResult: Int(keyResult), in: sheet)
      places[sheet.checkins.file, default: LineRows()][line] = row
    }
    return places
  }

  private func add(
    _ places: PlaceList,
    _ indices: Range<Int>,
    to lines: inout [String: LineRows],
    row: (Int) -> Int?
  ) {
    for (number, file) in places.files.enumerated() {
      var rows = lines.removeValue(forKey: file) ?? LineRows()
      for index in indices where places.fileNumber(at: index) == number {
        rows[places.line(at: index)] = row(index)
      }
      lines[file] = rows
    }
  }

  mutating func judgeReviews(of sheet: OKRSheet) {
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

  /// Adds some of the first 64 weeks, a bit for each.
  mutating func insert(early weeks: UInt64, of row: Int) { early[row] |= weeks }

  /// Adds weeks behind them.
  mutating func insert(late weeks: Set<Int>, of row: Int) {
    late[row, default: []].formUnion(weeks)
  }

  func count(of row: Int) -> Int {
    early[row].nonzeroBitCount + (late.isEmpty ? 0 : late[row]?.count ?? 0)
  }
}
