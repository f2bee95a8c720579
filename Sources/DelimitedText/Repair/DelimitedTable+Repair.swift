// SPDX-License-Identifier: Apache-2.0

extension DelimitedTable {
  private static let mostRows = 500
  /// Of a very wide table, fewer rows are looked at.
  private static let mostCells = 40_000
  /// Rows of the first part of the table show what its columns hold.
  private static let sampleSize = 1 << 18
  /// A row of so many fields too many, or so many bytes, is not repaired.
  private static let mostSurplusFields = 32
  private static let mostColumns = 1000
  private static let mostBytes = 1 << 16

  /// Brings a data row of another number of fields than the header into its columns where exactly
  /// one reading fits what the regular rows hold there, and marks it where that is undecided.
  ///
  /// *Definition* Readings are: an empty field too many is left out; the delimiter stands in one
  /// text without quotes; one delimiter is missing between two columns of fixed forms; or the row
  /// was written with another delimiter. A reading in which the delimiter may belong to a number
  /// forbids every other one.
  func repair(_ record: inout Record) {
    guard settings.repairsRows, isSpoilt(record) else { return }
    let sample = record.around.sample ?? columnSample()
    record.around.sample = sample
    guard !sample.natures.isEmpty, let spareFields = sample.spareFields else { return }
    // What every row has at its end is no part of the question.
    let spare = record.removeLastFields(spareFields)
    repair(&record, sample)
    if record.repair == nil { record.append(spare) }
  }

  private func repair(_ record: inout Record, _ sample: ColumnSample) {
    guard isSpoilt(record) else { return }
    let isWrong = record.fieldCount < header.count || record.hasSurplusText(beyond: header.count)
    let fitting = RowFitting(record, to: sample.natures)
    guard isWrong || !fitting.fitsAsItStands else { return }
    var readings = RowReadings()
    if !record.hasMalformedQuote { fitting.addReadings(of: record, to: &readings) }
    guard isWrong else { return mend(&record, by: readings) }
    var split = emptyRecord()
    split.bytes = record.bytes
    for delimiter in DialectDetector.delimiters where delimiter != dialect.delimiter {
      guard !readings.isSettled else { break }
      guard splitAnew(record, by: delimiter, into: &split) else { continue }
      RowFitting(split, to: sample.natures)
        .addReadings(of: split, splitBy: delimiter, to: &readings)
    }
    if case .repaired(.otherDelimiter(let delimiter, _), _)? = readings.only,
      splitAnew(record, by: delimiter, into: &split)
    {
      record.takeFields(of: split)
    }
    mend(&record, by: readings)
  }

  private func mend(_ record: inout Record, by readings: RowReadings) {
    if case .repaired(let repair, let cut)? = readings.only {
      record.mend(repair, cut: cut, columnCount: header.count)
    } else {
      record.isUndecided = readings.first != nil
    }
  }

  private func isSpoilt(_ record: borrowing Record) -> Bool {
    let count = header.count
    guard count > 1, count <= Self.mostColumns,
      record.end - record.start <= Self.mostBytes,
      record.fieldCount <= count + Self.mostSurplusFields
    else { return false }
    return record.fieldCount != count
  }

  /// Splits the bytes of a record by another delimiter; false where it is none of the row's.
  private func splitAnew(
    _ record: borrowing Record,
    by delimiter: UInt8,
    into split: inout Record
  ) -> Bool {
    var found = 0
    for offset in record.start..<record.end where record.bytes[offset] == delimiter { found += 1 }
    guard found >= header.count - 1 else { return false }
    var scanner = RecordScanner(dialect: dialect, position: record.start, line: record.line)
      .reading(delimiter: delimiter)
    return scanner.next(record.bytes, into: &split) && split.end == record.end
      && !split.hasMalformedQuote && split.fieldCount >= header.count
      && split.fieldCount <= header.count + Self.mostSurplusFields
  }

  /// What the columns hold in the first part of the table, up to where another table begins.
  func columnSample() -> ColumnSample {
    let end = min(bodyStart + Self.sampleSize, text.content.count)
    let isWhole = end == text.content.count
    var record = emptyRecord()
    record.bytes = text.utf8(bodyStart..<end)
    var below = emptyRecord()
    below.bytes = record.bytes
    var scanner = RecordScanner(dialect: dialect, position: 0, line: bodyLine)
    var tally = SampleTally(header.count, styles: NumberStyle.candidates(under: settings))
    var isAfterBlank = false
    while tally.rows < Self.mostRows, tally.rows * header.count < Self.mostCells {
      let start = scanner
      guard scanner.next(record.bytes, into: &record),
        isWhole || scanner.isSettled(in: record.bytes)
      else { break }
      let kind = record.looks
      defer { isAfterBlank = kind == .blank }
      if kind == .blank { tally.endBlock() }
      guard kind == .data else { continue }
      if record.fieldCount != usualWidth || isAfterBlank, record.holdsTextsOnly,
        otherTable(in: &below, start, isWhole: isWhole, tally.figures, isAfterBlank: isAfterBlank)
          != nil
      {
        break
      }
      tally.add(record)
    }
    return tally.sample
  }

  /// The first of some columns that seem to have the names of their right neighbours: the rows have
  /// more fields than the header names, and a column that should hold numbers holds none, while the
  /// one to its right holds nothing else.
  package func shiftedColumn(among numbers: [Int]) -> Int? {
    guard surplusFields > 0, !numbers.isEmpty else { return nil }
    let natures = columnSample().natures
    return numbers.first { column in
      guard column + 1 < natures.count, case .number = natures[column + 1].kind else {
        return false
      }
      return natures[column].kind != .empty && !natures[column].holdsNumber
    }
  }
}
