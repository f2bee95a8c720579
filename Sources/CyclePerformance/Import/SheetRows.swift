// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import DelimitedText

/// One row of an OKR file: its cells as text, decoded and trimmed.
package struct SheetRow: Sendable, Equatable {
  /// The physical line of the record's start, 1-based.
  package var line: Int
  /// The cells from left to right; missing ones at the end count as empty.
  package var cells: [String]

  /// A row of `cells` that starts in `line`.
  package init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells
  }
}

/// One OKR file, column by column: each distinct text of a column once, and its number per row.
///
/// What a text means is found out once, however many rows have it. The header may be preceded by
/// title rows: where a later row fits the known headers better, that one is the header.
package struct SheetRows: Sendable {
  /// One column.
  struct Column: Sendable {
    /// The number of the text in each row, -1 where the row ends before this column.
    fileprivate(set) var numbers: [Int32]
    fileprivate var distinct = ColumnTexts()

    /// The distinct texts, by number.
    var texts: [String] { distinct.texts }

    /// Adds the cells of regular rows in the file's column at `index`.
    fileprivate mutating func add(
      _ index: Int,
      of rows: borrowing RegularRows,
      _ range: Range<Int>
    ) {
      var first = range.lowerBound
      while first < range.upperBound {
        let next = first..<min(first + RowBatch.most, range.upperBound)
        if distinct.areFar { rows.forEachContent(of: index, in: next) { distinct.ask(for: $0) } }
        rows.forEachContent(of: index, in: next) { cell in
          numbers.append(Int32(distinct.index(of: cell)))
        }
        first = next.upperBound
      }
    }
  }

  /// The header's cells.
  package var header: [String]
  /// The header's physical line.
  package var headerLine: Int
  /// What stands above the header of the file.
  private(set) var titles: [String] = []
  /// The columns, those without a header among them.
  private(set) var columns: [Column] = []
  /// What there is to say about the layout of rows.
  private(set) var layout: [Finding] = []
  private var lines: [Int] = []

  /// No rows yet under `header`.
  private init(header: [String], headerLine: Int) {
    self.header = header
    self.headerLine = headerLine
    columns = header.map { _ in Column(numbers: []) }
  }

  /// The rows `rows` under `header`.
  package init(header: [String], headerLine: Int = 1, rows: [SheetRow]) {
    self.init(header: header, headerLine: headerLine)
    for row in rows {
      startRow(line: row.line, width: row.cells.count)
      for (column, cell) in row.cells.enumerated() {
        columns[column].numbers.append(Int32(columns[column].distinct.index(of: cell)))
      }
      endRow()
    }
    close()
  }

  /// The rows of `table`, of which those that are data count as used; messages call it `file`.
  ///
  /// So many threads may read ahead, which shows in nothing but the time.
  package init(
    _ table: DelimitedTable,
    file: String,
    counting counts: inout RowCounts,
    threads: Int = 1
  ) {
    self.init(header: table.header, headerLine: table.format.headerLine)
    titles = table.titles.texts
    counts.structure += table.preambleLines
    var batch = RowBatch(
      LayoutFindings(file: file, table: table),
      columnCount: table.header.count
    )
    if let plan = RegularRows.Plan(anyRowsOf: table) {
      read(RegularRows(of: table, plan: plan, threads: threads), &batch, &counts)
    } else {
      table.forEachRecord { record in
        batch.add(record, &counts)
        if batch.isFull { take(&batch) }
      }
    }
    take(&batch)
    close()
    layout = batch.layout.finished()
  }

  /// Adds rows: regular ones column by column, the others through `batch`.
  private mutating func read(
    _ rows: consuming RegularRows,
    _ batch: inout RowBatch,
    _ counts: inout RowCounts
  ) {
    while true {
      switch rows.next() {
      case .end: return
      // No text is asked for.
      case .unknownText: continue
      case .record:
        rows.takeRecord { record in batch.add(record, &counts) }
        if batch.isFull { take(&batch) }
      case .rows(let range):
        take(&batch)
        take(range, of: rows)
        counts.used += range.count
      }
    }
  }

  /// Adds regular rows, which have the header's columns.
  private mutating func take(_ range: Range<Int>, of rows: borrowing RegularRows) {
    for row in range { lines.append(rows.line(ofRow: row)) }
    for column in columns.indices {
      guard column < header.count else {
        columns[column].numbers.append(contentsOf: repeatElement(-1, count: range.count))
        continue
      }
      // Taken out, so that nothing is asked twice per row.
      var own = Column(numbers: [])
      swap(&own, &columns[column])
      own.add(column, of: rows, range)
      swap(&own, &columns[column])
    }
  }

  /// Adds the rows of a batch.
  private mutating func take(_ batch: inout RowBatch) {
    for row in batch.rows {
      for cell in row.cells where cell - row.cells.lowerBound < columns.count {
        batch.withCell(cell) { columns[cell - row.cells.lowerBound].distinct.ask(for: $0) }
      }
    }
    for row in batch.rows {
      startRow(line: row.line, width: row.cells.count)
      for cell in row.cells {
        let column = cell - row.cells.lowerBound
        let number = batch.withCell(cell) { columns[column].distinct.index(of: $0) }
        columns[column].numbers.append(Int32(number))
      }
      endRow()
    }
    batch.removeAll()
  }

  private mutating func close() {
    for column in columns.indices { columns[column].distinct.close() }
  }

  private mutating func startRow(line: Int, width: Int) {
    while columns.count < width {
      columns.append(Column(numbers: Array(repeating: -1, count: lines.count)))
    }
    lines.append(line)
  }

  private mutating func endRow() {
    for column in columns.indices where columns[column].numbers.count < lines.count {
      columns[column].numbers.append(-1)
    }
  }
}

/// Some rows of a file, cell by cell, with what there is to say about their layout.
///
/// What is known of a text is far off in memory; asked for many at a time, one comes while others
/// are on their way.
private struct RowBatch {
  static let most = 64

  /// What there is to say about the layout of all rows.
  private(set) var layout: LayoutFindings
  private let columnCount: Int
  /// The lines of the rows, and the numbers of their cells.
  private(set) var rows: [(line: Int, cells: Range<Int>)] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  init(_ layout: LayoutFindings, columnCount: Int) {
    (self.layout, self.columnCount) = (layout, columnCount)
  }

  var isFull: Bool { rows.count >= Self.most }

  /// Adds a record that is data, and counts any.
  mutating func add(_ record: borrowing Record, _ counts: inout RowCounts) {
    layout.lookAtAll(of: record)
    guard record.kind == .data else {
      counts.structure += 1
      return
    }
    counts.used += 1
    let first = ends.count - 1
    let width = max(record.fieldCount, columnCount)
    for column in 0..<width {
      record.appendContent(column, to: &bytes)
      ends.append(bytes.count)
    }
    rows.append((record.line, first..<first + width))
  }

  func withCell<Answer>(_ cell: Int, _ body: (Span<UInt8>) -> Answer) -> Answer {
    body(bytes.span.extracting(ends[cell]..<ends[cell + 1]))
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ends.append(0)
  }
}

// MARK: - Rows

extension SheetRows {
  /// How many rows there are.
  package var count: Int { lines.count }

  /// The physical line of a row.
  func line(of row: Int) -> Int { lines[row] }

  /// The text of a cell; empty where the row ends before it.
  func text(_ row: Int, _ column: Int) -> String {
    let number = columns[column].numbers[row]
    return number < 0 ? "" : columns[column].texts[Int(number)]
  }

  /// The cells of a row.
  func cells(of row: Int) -> [String] {
    columns.indices.filter { columns[$0].numbers[row] >= 0 }.map { text(row, $0) }
  }

  /// The texts above the header, where so many rows stand above it; the first line of the file, that
  /// of the header otherwise, is one of them then.
  func titles(above firstRow: Int) -> [String] {
    guard firstRow > 0 else { return titles }
    return titles + header + (0..<firstRow - 1).flatMap(cells)
  }

  /// Whether a row has the cells of a row of `other`.
  func isRow(_ row: Int, equalTo otherRow: Int, of other: SheetRows) -> Bool {
    cells(of: row) == other.cells(of: otherRow)
  }
}

/// One OKR file together with what the programme says of it.
package struct SheetSource: Sendable {
  /// The file as the programme names it.
  package var file: OKRMapping.File
  /// Its rows; only the header where it is read from ``table`` in batches.
  package var rows: SheetRows
  /// The file itself, for one that is read in batches.
  package var table: DelimitedTable?

  /// The rows of `file`.
  package init(_ file: OKRMapping.File, rows: SheetRows) {
    self.file = file
    self.rows = rows
  }

  /// The file `file`, of which no row is kept as text that need not be.
  package init(_ file: OKRMapping.File, streaming table: DelimitedTable) {
    self.file = file
    self.table = table
    rows = SheetRows(header: table.header, headerLine: table.format.headerLine, rows: [])
  }
}
