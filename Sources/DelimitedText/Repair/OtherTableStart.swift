// SPDX-License-Identifier: Apache-2.0

/// Where another table begins below the rows of the first.
package struct OtherTableStart: Sendable, Equatable {
  /// Physical line of its first line: a title, or its header.
  package let line: Int
  /// Physical line of its header.
  package let headerLine: Int
  /// The texts of its header.
  package let names: [String]

  /// A table whose header stands in `headerLine` with these names, and that begins in `line`.
  package init(line: Int, headerLine: Int, names: [String]) {
    self.line = line
    self.headerLine = headerLine
    self.names = names
  }
}

/// What a first block of rows shows of a column, as far as headers differ from rows.
struct FigureColumn: Sendable {
  /// Whether every filled cell is a figure or day, which no header is.
  var isFigures: Bool
  /// Whether no cell was empty.
  var isAlwaysFilled: Bool
}

/// Recognises the header of another table in the lines from a suspicious one on.
///
/// *Definition* A few titles and blank lines may come first. The header has two names or more, all
/// different, side by side, and no figure. Every line below it, up to a blank one, has its number of
/// fields and fills no other column, and one of them holds a figure or day. And the table is no part
/// of the first: its rows have another number of fields than the first; or, after a blank line, a
/// name stands over the figures of a column, or a column that is always filled stays empty.
struct OtherTableSearch {
  /// So many lines are looked at.
  private static let mostLines = 60
  private static let mostTitles = 4

  let header: [String]
  let columns: [FigureColumn]
  /// Whether a blank line stands before the suspicious one.
  var isAfterBlank: Bool
  /// Whether a header of the same width without a blank line before it is looked for, too.
  var acceptsKnownNames = false

  /// One line, as far as it matters.
  private struct Line {
    var number: Int
    var fieldCount: Int
    var looks: [CellLook]
    var isRepeatedHeader: Bool

    /// The columns from the first filled one to the last; nil on a blank line.
    var filled: ClosedRange<Int>? {
      guard let first = looks.firstIndex(where: { $0 != .empty }),
        let last = looks.lastIndex(where: { $0 != .empty })
      else { return nil }
      return first...last
    }
  }

  /// Searches from the next record of `scanner` on; `isWhole` says that nothing follows the bytes.
  func start(
    _ record: inout Record,
    _ scanner: RecordScanner,
    isWhole: Bool
  ) -> OtherTableStart? {
    var scanner = scanner
    var titles = 0
    var isAfterBlank = isAfterBlank
    let line = scanner.line
    while titles <= Self.mostTitles {
      guard let next = next(&scanner, &record, isWhole), !next.isRepeatedHeader else { return nil }
      if let span = next.filled, span.count > 1 {
        let names = span.map { record.text($0) }
        guard isHeader(next, span, names) else { return nil }
        guard isAfterBlank || isOtherwiseOther(next, names) else { return nil }
        let rows = rows(&scanner, &record, isWhole)
        guard belong(rows, to: next, span) else { return nil }
        return OtherTableStart(line: line, headerLine: next.number, names: names)
      }
      // A line with one text is a title, which stands after a blank line.
      guard next.filled.map({ isAfterBlank && next.looks[$0.lowerBound] == .text }) ?? true else {
        return nil
      }
      if next.filled == nil { isAfterBlank = true }
      titles += 1
    }
    return nil
  }

  private func next(
    _ scanner: inout RecordScanner,
    _ record: inout Record,
    _ isWhole: Bool
  ) -> Line? {
    guard scanner.next(record.bytes, into: &record), !record.hasMalformedQuote,
      isWhole || scanner.isSettled(in: record.bytes)
    else { return nil }
    var looks: [CellLook] = []
    for column in 0..<record.fieldCount {
      looks.append(record.withContent(column) { CellLook($0) })
    }
    let isRepeatedHeader = record.kind == .repeatedHeader
    return Line(
      number: record.line,
      fieldCount: record.fieldCount,
      looks: looks,
      isRepeatedHeader: isRepeatedHeader
    )
  }

  /// The lines up to a blank one.
  private func rows(
    _ scanner: inout RecordScanner,
    _ record: inout Record,
    _ isWhole: Bool
  ) -> [Line] {
    var rows: [Line] = []
    while rows.count < Self.mostLines, let row = next(&scanner, &record, isWhole),
      row.filled != nil, !row.isRepeatedHeader
    {
      rows.append(row)
    }
    return rows
  }

  private func isHeader(_ line: Line, _ span: ClosedRange<Int>, _ names: [String]) -> Bool {
    line.looks[span].allSatisfy { $0 == .text } && Set(names).count == names.count
      && columns.contains(where: \.isFigures)
  }

  /// Whether the line begins another table without a blank one before it.
  private func isOtherwiseOther(_ line: Line, _ names: [String]) -> Bool {
    if line.fieldCount != header.count { return true }
    let known = names.count { header.contains($0) }
    return acceptsKnownNames && known >= 2 && known * 2 >= names.count
  }

  private func belong(_ rows: [Line], to names: Line, _ span: ClosedRange<Int>) -> Bool {
    let holdsFigure = rows.contains { row in
      row.looks.contains { $0 == .figure || $0 == .day || $0 == .neutral }
    }
    guard holdsFigure,
      rows.allSatisfy({ row in
        row.fieldCount >= names.fieldCount
          && row.filled.map { span.contains($0.lowerBound) && span.contains($0.upperBound) } ?? true
      })
    else { return false }
    guard names.fieldCount == header.count else {
      return rows.allSatisfy { $0.fieldCount != header.count }
    }
    return columns.indices.contains { column in
      columns[column].isFigures
        && (span.contains(column) || columns[column].isAlwaysFilled)
    }
  }
}
