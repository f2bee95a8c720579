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

  /// The table with the rows of these accounts; whole where it has no accounts.
  ///
  /// - Complexity: O(n) in the rows, of which only the account is made where the table is made of
  ///   whole columns
  package func keeping(account accounts: Set<String>) -> ReportTable {
    guard let column = columns.firstIndex(where: { $0.name == "account" }) else { return self }
    var cells: [Cell] = []
    let rows = (0..<rowCount).filter { row in
      cells.removeAll(keepingCapacity: true)
      if let sources {
        cells.append(sources[column].cell(row))
      } else {
        appendRow(row, &cells)
      }
      guard case .text(let account)? = sources == nil ? cells[column] : cells.first else {
        return false
      }
      return accounts.contains(account)
    }
    return keeping(rows)
  }
}
