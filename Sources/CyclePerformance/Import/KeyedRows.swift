// SPDX-License-Identifier: Apache-2.0

/// The keys seen so far, each with its first row and its place in the sheet.
struct KeyedRows {
  /// What a key turns out to be.
  enum Claim: Equatable {
    /// Nobody had it before.
    case first
    /// The element at `index` has it; `isIdentical` when the rows are equal cell by cell.
    case again(index: Int, isIdentical: Bool)
  }

  private var entries: [String: (index: Int, cells: [String])] = [:]

  /// The index of `key` in the sheet, nil when it is unknown.
  subscript(key: String) -> Int? { entries[key]?.index }

  /// Takes `key` for the element at `index`, unless an earlier row has it.
  mutating func claim(_ key: String, by row: SheetRow, at index: Int) -> Claim {
    if let entry = entries[key] {
      return .again(index: entry.index, isIdentical: entry.cells == row.cells)
    }
    entries[key] = (index, row.cells)
    return .first
  }
}
