// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - Check-ins

extension OKRImport {
  mutating func readCheckin(_ row: RowReader) {
    var reader = row
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
    keep(reader)
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
    guard let objective = sheet.keyResults[index].objective,
      let cycle = cycles[sheet.objectives[objective].cycle]
    else { return nil }
    return sheet.cycles[cycle]
  }

  mutating func finishCheckins() {
    findings += CheckinConflicts.resolve(&sheet)
  }
}
