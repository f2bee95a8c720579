// SPDX-License-Identifier: Apache-2.0

extension DelimitedTable {
  /// The lines below a suspicious one stand within so many bytes.
  private static let searchSize = 1 << 14
  /// So many suspicious lines are looked at in one pass.
  private static let mostSearches = 500

  /// How many fields rows have: those of the header, and empty ones where all first rows have them.
  var usualWidth: Int { header.count + surplusFields }

  /// Whether a record just read is more than a row among others: of another number of fields, with a
  /// quote out of place, bare, behind a blank line, or of another table.
  func isRemarkable(_ record: borrowing Record) -> Bool {
    record.fieldCount != usualWidth || record.hasMalformedQuote || record.isBare
      || record.line == record.around.lineAfterBlank || record.around.otherTable != nil
      || settings.table != nil
  }

  /// Finds out what a remarkable record is: a blank line, a row of another table, which may begin
  /// here, or a spoilt row, which is repaired where that is possible.
  ///
  /// The bytes around the record stand at `window` in the file, the next record in line `nextLine`.
  func understand(_ record: inout Record, window: Int, nextLine: Int) {
    let kind = record.looks
    if kind == .blank {
      record.around.lineAfterBlank = nextLine
    } else if let other = record.otherTable {
      if kind == .repeatedHeader, settings.table == nil { record.around.otherTable = nil }
      if record.line == other.headerLine { noteOffset(of: &record, window) }
    } else if settings.table != nil, kind == .repeatedHeader, record.line > bodyLine {
      let line = record.line
      record.around.otherTable = OtherTableStart(line: line, headerLine: line, names: header)
      noteOffset(of: &record, window)
    } else if kind == .data {
      record.around.otherTable = otherTable(from: &record, window)
      if record.otherTable == nil { repair(&record) }
    }
  }

  private func noteOffset(of record: inout Record, _ window: Int) {
    record.around.offset = window + text.fileLength(from: window, utf8Count: record.start)
  }

  /// The other table that begins with a data record.
  private func otherTable(from record: inout Record, _ window: Int) -> OtherTableStart? {
    let isAfterBlank = record.line == record.around.lineAfterBlank
    let isSuspicious =
      isAfterBlank || record.fieldCount != usualWidth || settings.table != nil
    guard isSuspicious, header.count > 1, !record.hasMalformedQuote, record.holdsTextsOnly,
      record.around.searches < Self.mostSearches
    else { return nil }
    record.around.searches += 1
    let sample = record.around.sample ?? columnSample()
    record.around.sample = sample
    noteOffset(of: &record, window)
    let start = record.around.offset
    let end = min(start + Self.searchSize, text.content.count)
    var below = emptyRecord()
    below.bytes = text.utf8(start..<end)
    return otherTable(
      in: &below,
      RecordScanner(dialect: dialect, position: 0, line: record.line),
      isWhole: end == text.content.count,
      sample.figures,
      isAfterBlank: isAfterBlank
    )
  }

  /// The other table that begins with the next record of `scanner`.
  func otherTable(
    in record: inout Record,
    _ scanner: RecordScanner,
    isWhole: Bool,
    _ figures: [FigureColumn],
    isAfterBlank: Bool
  ) -> OtherTableStart? {
    OtherTableSearch(
      header: header,
      columns: figures,
      isAfterBlank: isAfterBlank,
      acceptsKnownNames: settings.table != nil
    ).start(&record, scanner, isWhole: isWhole)
  }

  /// The table that begins below this one, and how many records stand before its header from the
  /// first of this table on.
  func nextTable() -> (start: OtherTableStart, offset: Int, recordsBefore: Int)? {
    var found: (start: OtherTableStart, offset: Int, recordsBefore: Int)?
    var records = 0
    scanRecords { record in
      defer { records += 1 }
      guard let start = record.otherTable else { return .goOn }
      guard record.line == start.headerLine else { return .goOn }
      found = (start, record.around.offset, records)
      return .stop
    }
    return found
  }
}
