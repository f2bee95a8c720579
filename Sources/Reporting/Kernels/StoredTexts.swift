// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// The texts of columns that a table shows in another order than they are stored in, or many times.
///
/// Texts lie all over the memory, and their owners are counted there. So they are rendered once as
/// they are stored, and taken from one piece of memory when their rows come.
struct StoredTexts: ~Copyable {
  /// Which text stands in which row.
  private enum Places {
    case rows([Int])
    case numbers(@Sendable (_ row: Int) -> Int)
  }

  private var cells = TextCells()
  /// Per column its first cell and the places of its rows, nil for those that are rendered by row.
  private var columns: [(first: Int, places: Places)?] = []

  /// Renders the texts of the columns of a table of `rowCount` rows for which that is worth while.
  init(_ sources: [CellSource], rowCount: Int) {
    let stored = sources.map { Self.stored($0, rowCount) }
    var (count, length) = (0, 0)
    for column in stored {
      columns.append(column.map { (count, $0.places) })
      for text in column?.texts ?? [] { length += text.utf8.count }
      count += column?.texts.count ?? 0
    }
    cells.removeAll(reserving: count)
    cells.reserve(length)
    for column in stored {
      for text in column?.texts ?? [] { cells.append(text) }
    }
  }

  /// Whether so few texts are rendered as they are stored that doing so again costs nothing.
  static func isCheap(_ sources: [CellSource], rowCount: Int) -> Bool {
    sources.allSatisfy { stored($0, rowCount)?.texts.count ?? 0 <= fewTexts }
  }

  private static let fewTexts = 1 << 6

  private static func stored(
    _ source: CellSource,
    _ rowCount: Int
  ) -> (texts: [String], places: Places)? {
    switch source {
    case .texts(let texts, .rows(let places)) where texts.count <= rowCount:
      (texts, .rows(places))
    case .names(let names, .rows(let places)) where names.texts.count <= rowCount:
      (names.texts, .numbers { row in Int(names.numbers[places[row]]) })
    case .optionalTexts(let texts, let order) where texts.texts.count <= fewTexts:
      (texts.texts, .numbers { row in Int(texts.numbers[order.dataRow(row)]) })
    case .numbered(let texts, let number) where texts.count <= rowCount:
      (texts, .numbers(number))
    default: nil
    }
  }

  /// Appends the cells of a column in some rows to others; false where they are not here.
  func append(_ column: Int, _ rows: Range<Int>, to others: inout TextCells) -> Bool {
    guard let (first, places) = columns[column] else { return false }
    switch places {
    case .rows(let places): others.append(cells, from: first, at: places[rows])
    case .numbers(let number): others.append(cells, from: first, at: rows.map(number)[...])
    }
    return true
  }
}
