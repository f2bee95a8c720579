// SPDX-License-Identifier: Apache-2.0
import DelimitedText

extension SheetRow {
  /// The cells of a record as text, nil for one that is no data.
  init?(_ record: borrowing Record, of table: DelimitedTable) {
    guard record.kind == .data else { return nil }
    var cells: [String] = []
    cells.reserveCapacity(table.header.count)
    for column in 0..<max(record.fieldCount, table.header.count) {
      cells.append(record.text(column))
    }
    self.init(line: record.line, cells: cells)
  }
}
