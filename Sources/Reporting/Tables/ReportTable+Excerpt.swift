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
    let wanted = WantedIDs(ids)
    let column = columns.firstIndex { $0.name == "account" }
    if let column, case .numbered(let texts, let number)? = sources?[column] {
      let isWanted = texts.map { wanted.contains($0) }
      return (0..<rowCount).filter { row in number(row) >= 0 && isWanted[number(row)] }
    }
    if let accountIDOfRow { return (0..<rowCount).filter { wanted.contains(accountIDOfRow($0)) } }
    guard let column else { return nil }
    return (0..<rowCount).filter { row in
      let cell = sources?[column].cell(row) ?? cells(of: row)[column]
      guard case .text(let id) = cell else { return false }
      return wanted.contains(id)
    }
  }
}

/// Some ids among very many, nearly all of which are ruled out by a few bits of their hash.
private struct WantedIDs {
  private let ids: Set<String>
  private var bits = [UInt64](repeating: 0, count: 1024)

  init(_ ids: Set<String>) {
    self.ids = ids
    for id in ids {
      let (word, bit) = Self.place(of: id)
      bits[word] |= bit
    }
  }

  func contains(_ id: String) -> Bool {
    let (word, bit) = Self.place(of: id)
    return bits[word] & bit != 0 && ids.contains(id)
  }

  private static func place(of id: String) -> (word: Int, bit: UInt64) {
    let hash = TextWords.hash(of: id.utf8.span)
    return (Int(truncatingIfNeeded: hash >> 6 & 1023), 1 << (hash & 63))
  }
}
