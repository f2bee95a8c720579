// SPDX-License-Identifier: Apache-2.0
import Accounts
package import DelimitedText
import Selection

/// Some rows of a table as text: every cell is rendered once, and printed in as many formats as are
/// wanted.
package struct RenderedRows: ~Copyable {
  /// How many rows are rendered at a time.
  ///
  /// A batch and what is printed of it stay in the nearer caches. A power of two would put the cells
  /// of a row where caches keep few things at once.
  private static let batch = 250

  private let table: ReportTable
  private var cells = TextCells()
  private var row: [Cell] = []
  private var gathered = GatheredNumbers(capacity: RenderedRows.batch)
  private var rows = 0..<0
  private let stored: StoredTexts

  private init(_ table: ReportTable) {
    self.table = table
    stored = StoredTexts(table.sources ?? [], rowCount: table.rowCount)
  }

  /// Hands the rows of a table over, some at a time.
  package static func forEachBatch(
    of table: ReportTable,
    _ body: (borrowing RenderedRows) -> Void
  ) {
    var batch = RenderedRows(table)
    while batch.rows.upperBound < table.rowCount {
      let start = batch.rows.upperBound
      batch.render(start..<min(start + Self.batch, table.rowCount))
      body(batch)
    }
  }

  // MARK: Pieces

  /// How many batches make a piece.
  private static let pieceBatches = 8

  /// Whether pieces of a table cost no more than the table as a whole.
  static func canSplit(_ table: ReportTable) -> Bool {
    table.appendText == nil && StoredTexts.isCheap(table.sources ?? [], rowCount: table.rowCount)
  }

  /// Hands the rows of a table over in the two forms that `first` and `second` give them, piece by
  /// piece in their order; so many threads make pieces.
  static func forEachPiece(
    of table: ReportTable,
    threads: Int,
    first: @escaping @Sendable (borrowing RenderedRows, inout TextBuffer) -> Void,
    second: @escaping @Sendable (borrowing RenderedRows, inout TextBuffer) -> Void,
    _ body: (_ first: [UInt8], _ second: [UInt8]) -> Void
  ) {
    let size = batch * pieceBatches
    forEachInOrder((table.rowCount + size - 1) / size, threads: threads) { piece in
      var batch = RenderedRows(table)
      var one = TextBuffer()
      var other = TextBuffer()
      let end = min((piece + 1) * size, table.rowCount)
      for start in stride(from: piece * size, to: end, by: Self.batch) {
        batch.render(start..<min(start + Self.batch, end))
        first(batch, &one)
        second(batch, &other)
      }
      return (one.bytes, other.bytes)
    } take: { pair in
      body(pair.0, pair.1)
    }
  }

  // MARK: Rendering

  private mutating func render(_ rows: Range<Int>) {
    cells.removeAll(reserving: rows.count * table.columns.count)
    self.rows = rows
    guard let sources = table.sources else {
      for row in rows {
        if let append = table.appendCells { append(row, &cells) } else { renderRow(row) }
      }
      return
    }
    for (column, source) in sources.enumerated() {
      if !stored.append(column, rows, to: &cells) { render(source, rows) }
    }
  }

  private mutating func renderRow(_ number: Int) {
    row.removeAll(keepingCapacity: true)
    table.appendRow(number, &row)
    for cell in row { render(cell) }
  }

  private mutating func render(_ source: CellSource, _ rows: Range<Int>) {
    switch source {
    case .texts(let texts, let order):
      let texts = texts.span
      for row in rows { cells.append(texts[order.dataRow(row)]) }
    case .optionalTexts(let texts, let order):
      for row in rows { cells.append(texts[order.dataRow(row)]) }
    case .names(let names, let order):
      let (texts, numbers) = (names.texts.span, names.numbers.span)
      for row in rows { cells.append(texts[Int(numbers[order.dataRow(row)])]) }
    case .numbers(let numbers, let order):
      // Gathered first, as places all over the memory are read many at a time that way.
      gathered.gather(numbers, order, rows)
      gathered.append(to: &cells)
    case .contributions(let parts, let order):
      gathered.gather(parts.numbers, order, rows)
      if let shares = parts.shares { gathered.multiply(by: shares, order, rows) }
      gathered.append(to: &cells)
    case .amounts(let amounts, let decimals, let order):
      for row in rows { cells.append(amounts[order.dataRow(row)], decimals: decimals) }
    case .integers(let numbers, let order):
      for row in rows { cells.append(numbers[order.dataRow(row)]) }
    case .numbered(let texts, let number):
      for row in rows { cells.append(number(row) < 0 ? nil : texts[number(row)]) }
    case .written(let write, _): for row in rows { write(row, &cells) }
    case .eachNumber(let make):
      for row in rows { cells.append(make(row) ?? .nan) }
    case .eachInteger(let make): for row in rows { cells.append(make(row)) }
    case .eachDecimal(let decimals, let make):
      for row in rows { cells.append(make(row).map { Int128($0) }, decimals: decimals) }
    case .eachText(let make): for row in rows { cells.append(make(row)) }
    case .each(let make): for row in rows { render(make(row)) }
    }
  }

  private mutating func render(_ cell: Cell) {
    switch cell {
    case .text(let field): cells.append(field)
    case .integer(let number): cells.append(number)
    case .decimal(let decimal): cells.append(decimal.significand, decimals: decimal.scale)
    case .real(let number): cells.append(number)
    case .missing: cells.appendMissing()
    }
  }

  // MARK: Printing

  private var layout: TextCells.Layout {
    let columns = table.columns.count
    return table.sources == nil
      ? .byRow(rows: rows.count, columns: columns) : .byColumn(rows: rows.count, columns: columns)
  }

  /// Appends the rows as delimited text.
  package func appendSeparated(_ dialect: WriterDialect, to out: inout TextBuffer) {
    cells.appendSeparated(layout, dialect, to: &out)
  }

  /// Appends the rows as JSON objects with `separator` between them and `start` before each.
  package func appendObjects(
    _ keys: borrowing JSONKeys,
    separator: String,
    start: String,
    to out: inout TextBuffer
  ) {
    let isTruth = table.columns.map { $0.type == .boolean }
    let layout = layout
    for row in 0..<rows.count {
      if rows.lowerBound + row > 0 { out.append(separator) }
      out.append(start)
      for column in isTruth.indices {
        keys.append(column, to: &out)
        appendValue(layout.cell(row, column), isTruth: isTruth[column], to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private func appendValue(_ cell: Int, isTruth: Bool, to out: inout TextBuffer) {
    switch cells.kind(cell) {
    case .missing: out.append("null")
    case .number: cells.append(cell, to: &out)
    case _ where isTruth: out.append(cells.field(cell) == "true" ? "true" : "false")
    case .text where cells.needsEscapes(cell): JSONText.append(cells.field(cell), to: &out)
    case .plain, .text:
      out.append(UInt8(ascii: "\""))
      cells.append(cell, to: &out)
      out.append(UInt8(ascii: "\""))
    }
  }
}
