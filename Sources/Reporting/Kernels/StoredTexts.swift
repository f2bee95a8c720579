// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// The texts of columns that a table shows in another order than they are stored in.
///
/// Texts lie all over the memory, and their owners are counted there. So they are rendered once as
/// they are stored, and taken from one piece of memory when their rows come.
struct StoredTexts: ~Copyable {
  private var cells = TextCells()
  /// Per column the order of its rows and its first cell, nil for those that are rendered by row.
  private var columns: [(first: Int, places: [Int])?] = []

  /// Renders the texts of the columns of a table of `rowCount` rows for which that is worth while.
  init(_ sources: [CellSource], rowCount: Int) {
    var (count, length) = (0, 0)
    for source in sources {
      guard case .texts(let texts, .rows(let places)) = source, texts.count <= rowCount else {
        columns.append(nil)
        continue
      }
      columns.append((count, places))
      count += texts.count
      for text in texts { length += text.utf8.count }
    }
    cells.removeAll(reserving: count)
    cells.reserve(length)
    for source in sources {
      guard case .texts(let texts, .rows) = source, texts.count <= rowCount else { continue }
      for text in texts { cells.append(text) }
    }
  }

  /// Appends the cells of a column in some rows to others; false where they are not here.
  func append(_ column: Int, _ rows: Range<Int>, to others: inout TextCells) -> Bool {
    guard let (first, places) = columns[column] else { return false }
    others.append(cells, from: first, at: places[rows])
    return true
  }
}
