// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// The keys seen so far, each with its first row and its place in the sheet.
struct KeyedRows {
  /// A row of one of the files that were read.
  struct Row: Equatable {
    /// The file's position among those that were read.
    var file: Int32
    /// The row within it, -1 for none.
    var row: Int32
  }

  /// What a key turns out to be.
  enum Claim: Equatable {
    /// Nobody had it before.
    case first
    /// The element at `index` has it, since `row`.
    case again(index: Int, row: Row)
  }

  private var keys = TextInterner()
  private var entries: [(index: Int32, row: Row)] = []

  /// The index of `key` in the sheet, nil when it is unknown.
  subscript(key: String) -> Int? { keys.number(of: key).map { Int(entries[$0].index) } }

  /// Takes `key` for the element at `index`, unless an earlier row has it.
  mutating func claim(_ key: String, by row: Row, at index: Int) -> Claim {
    let number = keys.index(of: key)
    guard number == entries.count else {
      return .again(index: Int(entries[number].index), row: entries[number].row)
    }
    entries.append((Int32(index), row))
    return .first
  }
}
