// SPDX-License-Identifier: Apache-2.0

/// Chooses the header among the first records.
struct HeaderChoice {
  private let rows: [SampleRow]
  /// The usual number of fields.
  let width: Int

  init(_ rows: [SampleRow]) {
    self.rows = rows
    var counts: [Int: Int] = [:]
    for row in rows where !row.isBlank { counts[row.looks.count, default: 0] += 1 }
    let mode = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    // In a draw, as in a file of two lines, a first row that is all names decides.
    let first = rows.first { !$0.isBlank }
    let isDraw = first.map { counts[$0.looks.count] == mode?.value } ?? false
    width =
      (isDraw ? first.flatMap { $0.isAllNames ? $0.looks.count : nil } : nil) ?? mode?.key ?? 0
  }

  /// Index of the header in the rows, or nil when no row holds a name.
  var index: Int? {
    guard let first = rows.firstIndex(where: { !$0.isBlank }) else { return nil }
    if isHeaderOfOtherWidth(first) { return first }
    guard let found = rows.indices.first(where: { isHeaderLike(rows[$0]) }) else {
      return rows.indices.first { isUsual(rows[$0]) && rows[$0].looks.contains(.text) }
    }
    return headerBelowTitle(at: found) ?? found
  }

  /// The first line of a header of several, of which `index` was found.
  ///
  /// An upper line with gaps does not look like a header, so that the lowest one is found; an upper
  /// line without gaps is found itself.
  func firstLine(ofHeaderAt index: Int, lines: Int) -> Int {
    let first = index - (lines - 1)
    guard first >= 0, rows[first..<index].allSatisfy({ isUsual($0) }) else { return index }
    return first
  }

  /// How many fields all filled rows below a header have; nil when they differ.
  func rowWidth(below header: Int) -> Int? {
    let widths = Set(rows[(header + 1)...].filter { !$0.isBlank }.map(\.looks.count))
    return widths.count == 1 ? widths.first : nil
  }

  /// So many rows must show that names are missing.
  private static let rowsForMissingNames = 10

  /// How many fields more than names the rows below a header have, where all have as many and most
  /// fill the last; delimiters at the ends of lines leave it empty.
  func missingNames(below header: Int, names: Int) -> Int {
    guard let width = rowWidth(below: header), width > names else { return 0 }
    let below = rows[(header + 1)...].filter { !$0.isBlank }
    let filled = below.count { $0.looks[width - 1] != .empty }
    guard below.count >= Self.rowsForMissingNames, filled * 2 >= below.count else { return 0 }
    return width - names
  }

  /// Whether the header looks like one of the other rows: each of its cells is what nearly all
  /// cells of the column are, and two of them or more are figures or days.
  ///
  /// Years, months and small numbers prove nothing, because headers hold them, too.
  func looksLikeData(at header: Int) -> Bool {
    guard isUsual(rows[header]) else { return false }
    let others = (rows[..<header] + rows[(header + 1)...]).filter { isUsual($0) }
    var proofs = 0
    for (column, look) in rows[header].looks.enumerated() where look.isFilled {
      let looks = others.map { $0.looks[column] }.filter(\.isFilled)
      guard looks.count(where: { $0.isLike(look) }) * 5 >= looks.count * 4 else { return false }
      if look == .figure || look == .day, looks.contains(look) { proofs += 1 }
    }
    return proofs >= 2
  }

  private func isUsual(_ row: SampleRow) -> Bool { !row.isBlank && row.looks.count == width }

  private func isHeaderLike(_ row: SampleRow) -> Bool {
    isUsual(row) && row.hasNames && row.filledCells * 2 >= width
  }

  /// Whether the first filled row is a header with a field more or less than the rows below.
  private func isHeaderOfOtherWidth(_ first: Int) -> Bool {
    let row = rows[first]
    guard width >= 2, row.looks.count >= 2, abs(row.looks.count - width) == 1, row.hasNames,
      row.filledCells * 2 >= width,
      let next = rows[(first + 1)...].first(where: { !$0.isBlank })
    else { return false }
    return next.looks.count == width && next.looks.contains { $0 == .figure || $0 == .day }
  }

  /// The header-like row after a first blank one, where a figure column below tells it from the
  /// rows under the title.
  private func headerBelowTitle(at title: Int) -> Int? {
    guard let blank = rows[(title + 1)...].firstIndex(where: { $0.isBlank }),
      let header = rows[blank...].firstIndex(where: { !$0.isBlank }), isHeaderLike(rows[header])
    else { return nil }
    let columns = figureColumns(below: header)
    let isNamed = columns.allSatisfy { [.text, .neutral].contains(rows[header].looks[$0.column]) }
    let isTitle = !rows[title + 1..<blank].contains { fits($0, columns) }
    return !columns.isEmpty && isNamed && isTitle ? header : nil
  }

  private struct FigureColumn {
    var column: Int
    var look: CellLook
  }

  /// Whether a row has the figure of at least one column, and no text where others have figures.
  private func fits(_ row: SampleRow, _ columns: [FigureColumn]) -> Bool {
    guard isUsual(row) else { return false }
    return columns.contains { row.looks[$0.column] == $0.look || row.looks[$0.column] == .neutral }
      && !columns.contains { row.looks[$0.column] == .text }
  }

  /// The columns in which at least four of five filled cells below `header` are numbers, or days.
  private func figureColumns(below header: Int) -> [FigureColumn] {
    let usual = rows[(header + 1)...].filter { isUsual($0) }
    return (0..<width).flatMap { column in
      let looks = usual.map { $0.looks[column] }.filter { $0 != .empty && $0 != .missing }
      return [CellLook.figure, .day].compactMap { look in
        let matching = looks.count { $0 == look || $0 == .neutral }
        let isFigureColumn = looks.contains(look) && matching * 5 >= looks.count * 4
        return isFigureColumn ? FigureColumn(column: column, look: look) : nil
      }
    }
  }
}

extension CellLook {
  /// Whether a value stands in the cell.
  fileprivate var isFilled: Bool { self != .empty && self != .missing }

  /// Whether both may stand in one column: the same, or something that figures and days also are.
  fileprivate func isLike(_ other: CellLook) -> Bool {
    self == other || (self == .neutral && other != .text) || (other == .neutral && self != .text)
  }
}
