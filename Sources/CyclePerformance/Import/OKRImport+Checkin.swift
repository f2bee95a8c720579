// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - Check-ins

extension OKRImport {
  mutating func readCheckin(_ reader: inout RowReader) {
    let id = checkinKey(&reader)
    let index = id.flatMap(keyResult(named:))
    if let id, index == nil { reader.reportOrphan(.keyResult, target: id) }
    let cycle = index.flatMap(cycle(ofKeyResult:))
    let day = reader.checkinDay(in: cycle, asOf: asOf)
    let keyResult = index.map { sheet.keyResults[$0] }
    let value = reader.checkinValue(of: keyResult)
    let confidence = reader.confidence()
    if let day, let id { reader.checkTime(day.date, of: cycle, key: id, asOf: asOf) }
    if let index, let day {
      sheet.checkins.append(
        Checkin(
          keyResult: index,
          date: day.date,
          second: day.second,
          value: value,
          confidence: confidence,
          comment: reader.text(.comment),
          exclusion: reader.fault,
          place: reader.place
        )
      )
    }
  }

  /// The id that a check-in names: its own, or the parts of a flat sheet's key.
  private func checkinKey(_ reader: inout RowReader) -> String? {
    if let id = reader.text(.keyResult) { return id }
    guard reader.table.has(.account) else { return reader.required(.keyResult) }
    let parts = [OKRColumn.account, .cycle, .objective, .number].map { reader.required($0) }
    guard !parts.contains(nil) else { return nil }
    return parts.compactMap { $0 }.joined(separator: "/")
  }

  private func cycle(ofKeyResult index: Int) -> Cycle? {
    let cycle = cycleIndex(ofObjective: sheet.keyResults.objectives[index])
    return cycle < 0 ? nil : sheet.cycles[Int(cycle)]
  }

  /// The position of an objective's cycle, -1 where it or the objective is unknown.
  func cycleIndex(ofObjective objective: Int32) -> Int32 {
    guard objective >= 0, let cycle = cycles[sheet.objectives.cycle(at: Int(objective))] else {
      return -1
    }
    return Int32(cycle)
  }

  /// Whether plain rows may report on a key result: it is measured in numbers and, where they name
  /// weeks, its cycle has days to count them from.
  func isPlain(_ index: Int, byWeek: Bool) -> Bool {
    switch sheet.keyResults.kind(at: index) {
    case .boolean, .milestone, .ordinal: return false
    case .metric, .atLeast, .atMost, .between, .zones: break
    }
    guard byWeek else { return true }
    let cycle = cyclesOfKeyResults[index]
    return cycle >= 0 && sheet.cycles[Int(cycle)].days != nil
  }

  /// The day of a plain row as `yyyymmdd`: as it stands there, or the last one of its week.
  mutating func plainDay(_ day: Int32, byWeek: Bool, of keyResult: Int) -> Int32? {
    guard byWeek else { return day }
    let (cycle, week) = (Int(cyclesOfKeyResults[keyResult]), Int(day))
    if week < weekDays[cycle].count, weekDays[cycle][week] > 0 { return weekDays[cycle][week] }
    guard let date = sheet.cycles[cycle].lastDay(ofWeek: week, asOf: asOf)?.packed else {
      return nil
    }
    while weekDays[cycle].count <= week { weekDays[cycle].append(0) }
    weekDays[cycle][week] = date
    return date
  }

  /// Whether there is something to say about the day of a plain row.
  func isRemarkable(_ packed: Int32, of keyResult: Int) -> Bool {
    let cycle = cyclesOfKeyResults[keyResult]
    let days = cycle < 0 ? nil : packedDays[Int(cycle)]
    return packed > packedAsOf || days.map { packed < $0.start || packed > $0.end } ?? false
  }

  /// Says what there is to say about the day of a plain row.
  mutating func noteDay(_ packed: Int32, of keyResult: Int, line: Int, found: String) {
    let cycle = cyclesOfKeyResults[keyResult]
    findings += Finding.checkinTime(
      CalendarDate(packed: packed),
      of: cycle < 0 ? nil : sheet.cycles[Int(cycle)],
      asOf: asOf,
      at: SheetPlace(file: checkinFile, line: line),
      key: sheet.keyResults.ids[keyResult],
      found: found
    )
  }

  /// Settles the check-ins once all are read, when nothing is looked up by its key any more.
  mutating func finishCheckins() {
    keyResults = KeyedList()
    keyResultAliases = [:]
    cyclesOfKeyResults = []
    findings += CheckinConflicts.resolve(&sheet)
  }
}
