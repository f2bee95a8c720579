// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Notices where another table begins in a file, so that its rows do not count as data of the first.
///
/// Another table shows by its header: no cell is a number, and half of its cells or more, at least
/// two, are names of the file's own columns. It ends where the file's own header returns.
struct OtherTable {
  /// The line of the other table's header while rows belong to it.
  private(set) var headerLine: Int?
  private let file: String
  private let names: Set<String>
  private let cell: SourceColumns.ValueCell?

  init(file: String, header: [String], _ columns: SourceColumns) {
    self.file = file
    names = Set(header).subtracting([""])
    cell = columns.cells.first
  }

  /// Whether `record` is the header of another table, which begins here.
  mutating func begins(with record: borrowing Record) -> Bool {
    // Nearly every row has a number where the file's own header says so.
    guard let cell, !record.isEmpty(cell.column),
      case .invalid = record.number(cell.column, style: cell.style), isHeader(record)
    else { return false }
    headerLine = record.line
    return true
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
  mutating func end() { headerLine = nil }

  /// Why a row of the other table is rejected; nil for rows of the first.
  func finding(_ record: borrowing Record) -> Finding? {
    guard let headerLine else { return nil }
    return Finding(
      .error,
      "K-D090",
      file: file,
      line: record.line,
      message: LocalizedText(
        de: "die Zeile gehört zu einer anderen Tabelle, deren Kopf in Zeile \(headerLine) steht; "
          + "legen Sie für sie eine eigene Datei an",
        en: "the row belongs to another table, whose header stands in line \(headerLine); put "
          + "that table into a file of its own"
      )
    )
  }
}
