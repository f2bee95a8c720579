// SPDX-License-Identifier: Apache-2.0
import DelimitedText

extension ReportTable {
  /// The table with those of its rows of whose text in `column` `isKept` says so; asked row by row,
  /// in order.
  ///
  /// - Complexity: O(n) in the rows, of which only the one cell is made where the table is made of
  ///   whole columns
  package func keeping(
    by column: String = "account",
    _ isKept: (String) -> Bool
  ) -> ReportTable {
    guard let index = columns.firstIndex(where: { $0.name == column }) else { return self }
    var cells: [Cell] = []
    let rows = (0..<rowCount).filter { row in
      if let sources { return Self.isText(sources[index].cell(row), isKept) }
      cells.removeAll(keepingCapacity: true)
      appendRow(row, &cells)
      return Self.isText(cells[index], isKept)
    }
    let append = appendRow
    return ReportTable(name, title, columns: columns, rowCount: rows.count) { row, cells in
      append(rows[row], &cells)
    }
  }

  private static func isText(_ cell: Cell, _ isKept: (String) -> Bool) -> Bool {
    if case .text(let text) = cell { isKept(text) } else { false }
  }
}
