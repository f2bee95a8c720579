// SPDX-License-Identifier: Apache-2.0

/// Numbers the texts of a column as they stand in plain rows, many rows at a time.
struct WrittenTexts {
  /// The column in the file.
  let column: Int
  /// Per row of the range asked for last the number of its text, from 1 on in the order of the rows;
  /// ``empty`` for none, -1 for one that needs a look.
  private(set) var numbers: [Int32] = []

  /// The number of a cell without any text.
  static let empty = 0

  private let limit: Int
  private var table: TextTable
  private var flags: [UInt8] = []

  /// Numbers no more than `limit` texts.
  init(column: Int, limit: Int) {
    self.column = column
    self.limit = limit
    table = TextTable(field: column, empty: Int32(Self.empty), limit: limit)
  }

  /// Numbers the texts of some rows.
  mutating func number(_ rows: Range<Int>, of block: RowBlock) {
    let missing = rows.count - numbers.count
    if missing > 0 { numbers.append(contentsOf: repeatElement(0, count: missing)) }
    flags = Array(repeating: 0, count: rows.count)
    block.number(rows, with: &table, &numbers, &flags)
  }

  /// Forgets all texts.
  mutating func removeAll() {
    (table, numbers, flags) = (
      TextTable(field: column, empty: Int32(Self.empty), limit: limit), [], []
    )
  }
}
