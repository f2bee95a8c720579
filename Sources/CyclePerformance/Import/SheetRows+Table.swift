// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import DelimitedText

extension SheetRows {
  /// The records of a table that hold something, as text; the sheet's own rules judge them later.
  package init(_ table: DelimitedTable, counting counts: inout RowCounts) {
    var rows: [SheetRow] = []
    counts.structure += table.preambleLines
    table.forEachRecord { record in
      guard let row = SheetRow(record, of: table) else {
        counts.structure += 1
        return
      }
      counts.used += 1
      rows.append(row)
    }
    self.init(header: table.header, headerLine: table.format.headerLine, rows: rows)
  }
}

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
