// SPDX-License-Identifier: Apache-2.0
import DelimitedText

extension ReportTable {
  /// The same table with some of its rows, in the order given.
  package func showing(_ rows: [Int]) -> ReportTable {
    ReportTable(name, title, columns: columns, rowCount: rows.count) { [appendRow] index, cells in
      appendRow(rows[index], &cells)
    }
  }

  /// The rows of some accounts, nil for a table that names no account.
  ///
  /// - Parameters:
  ///   - isWanted: per account of the run whether its rows are wanted.
  ///   - ids: the ids of the wanted accounts, for tables that know no more than these.
  /// - Returns: the rows, ascending.
  /// - Complexity: O(rows)
  package func rows(of isWanted: [Bool], ids: Set<String>) -> [Int]? {
    if let accountOfRow { return (0..<rowCount).filter { isWanted[accountOfRow($0)] } }
    if let accountIDOfRow { return (0..<rowCount).filter { ids.contains(accountIDOfRow($0)) } }
    guard let column = columns.firstIndex(where: { $0.name == "account" }) else { return nil }
    return (0..<rowCount).filter { row in
      let cell = sources?[column].cell(row) ?? cells(of: row)[column]
      guard case .text(let id) = cell else { return false }
      return ids.contains(id)
    }
  }
}
