// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Notices where another table of the same width begins in a file without a blank line before it, so
/// that its rows do not count as data of the first.
///
/// Such a table shows by its header: no cell is a number, and half of its cells or more, at least
/// two, are names of the file's own columns. It ends where the file's own header returns.
struct OtherTable {
  /// The other table while rows belong to it.
  private(set) var start: OtherTableStart?
  private let names: Set<String>
  private let cell: SourceColumns.ValueCell?

  init(header: [String], _ columns: SourceColumns) {
    names = Set(header).subtracting([""])
    cell = columns.cells.first
  }

  /// Whether `record` belongs to another table, which `layout` is then told.
  mutating func holds(_ record: borrowing Record, _ layout: inout LayoutFindings) -> Bool {
    if start == nil, begins(with: record) {
      let names = (0..<record.fieldCount).map { record.text($0) }
      start = OtherTableStart(line: record.line, headerLine: record.line, names: names)
    }
    guard let start else { return false }
    layout.addLine(of: start)
    return true
  }

  private func begins(with record: borrowing Record) -> Bool {
    // Nearly every row has a number where the file's own header says so.
    guard let cell, !record.isEmpty(cell.column),
      case .invalid = record.number(cell.column, style: cell.style)
    else { return false }
    return isHeader(record)
  }

  private func isHeader(_ record: borrowing Record) -> Bool {
    var (known, filled) = (0, 0)
    for column in 0..<record.fieldCount where !record.isEmpty(column) {
      if case .number = record.number(column, style: .point) { return false }
      filled += 1
      known += names.contains(record.text(column)) ? 1 : 0
    }
    return known >= 2 && known * 2 >= filled
  }

  /// Notes that the file's own header returns.
  mutating func end() { start = nil }
}
