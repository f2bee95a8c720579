// SPDX-License-Identifier: Apache-2.0
import DelimitedText

extension ReportTable {
  /// The table with these of its rows, in this order.
  package func keeping(_ rows: [Int]) -> ReportTable {
    let append = appendRow
    return ReportTable(name, title, columns: columns, rowCount: rows.count) { row, cells in
      append(rows[row], &cells)
    }
  }
}
