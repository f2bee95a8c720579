// SPDX-License-Identifier: Apache-2.0
import Accounts
package import DelimitedText

/// Some rows of a table as text: every cell is rendered once, and printed in as many formats as are
/// wanted.
package struct RenderedRows: ~Copyable {
  /// How many rows are rendered at a time.
  ///
  /// A batch and what is printed of it stay in the nearer caches.
  private static let batch = 256

  private let table: ReportTable
  private var text = TextBuffer(capacity: 1 << 18)
  /// Where each cell ends and what it is; it begins where the one before it ends.
  private var marks = CellMarks()
  private var cells: [Cell] = []
  private var gathered = GatheredNumbers(capacity: RenderedRows.batch)
  private var rows = 0..<0

  private init(_ table: ReportTable) { self.table = table }

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

  // MARK: Rendering

  private mutating func render(_ rows: Range<Int>) {
    text.removeAll()
    marks.removeAll(reserving: rows.count * table.columns.count)
    self.rows = rows
    guard let sources = table.sources else {
      for row in rows { renderRow(row) }
      return
    }
    for source in sources { render(source, rows) }
  }

  private mutating func renderRow(_ row: Int) {
    cells.removeAll(keepingCapacity: true)
    table.appendRow(row, &cells)
    for cell in cells { render(cell) }
  }

  private mutating func render(_ source: CellSource, _ rows: Range<Int>) {
    switch source {
    case .texts(let texts, let order):
      bringNear(texts, order, rows)
      // Read where they stand: a text that is taken out of its list counts one more user of it.
      unsafe texts.withUnsafeBufferPointer { texts in
        for row in rows { unsafe render(texts[order.dataRow(row)]) }
      }
    case .optionalTexts(let texts, let order):
      unsafe texts.withUnsafeBufferPointer { texts in
        for row in rows {
          if let text = unsafe texts[order.dataRow(row)] { render(text) } else { close(.missing) }
        }
      }
    case .numbers(let numbers, let order):
      // Gathered first, as places all over the memory are read many at a time that way.
      gathered.gather(numbers, order, rows)
      for index in 0..<rows.count { render(gathered[index]) }
    case .amounts(let amounts, let decimals, let order):
      for row in rows { render(amounts[order.dataRow(row)], decimals) }
    case .integers(let numbers, let order):
      for row in rows {
        text.append(numbers[order.dataRow(row)])
        close(.number)
      }
    case .each(let make):
      for row in rows { render(make(row)) }
    }
  }

  /// Reads the texts' headers before the texts are needed: places all over the memory are read many
  /// at a time that way.
  private mutating func bringNear(
    _ texts: [String],
    _ order: CellSource.Order,
    _ rows: Range<Int>
  ) {
    guard case .rows(let places) = order else { return }
    var length = 0
    for row in rows { length &+= texts[places[row]].utf8.count }
    text.reserve(length)
  }

  private mutating func render(_ cell: Cell) {
    switch cell {
    case .text(let field): render(field)
    case .integer(let number):
      text.append(number)
      close(.number)
    case .decimal(let decimal): render(decimal.significand, decimal.scale)
    case .real(let number): render(number)
    case .missing: close(.missing)
    }
  }

  private mutating func render(_ field: String) {
    let start = text.count
    text.append(field)
    close(text.isPlain(start..<text.count) ? .plain : .text)
  }

  /// What is no finite number, which no stage hands over, is missing.
  private mutating func render(_ number: Double) {
    guard number.isFinite else {
      close(.missing)
      return
    }
    NumberText.append(number, to: &text, decimalMark: UInt8(ascii: "."))
    close(.number)
  }

  private mutating func render(_ units: Int128?, _ decimals: Int) {
    guard let units else {
      close(.missing)
      return
    }
    NumberText.append(units, decimals: decimals, to: &text, decimalMark: UInt8(ascii: "."))
    close(.number)
  }

  @inline(__always)
  private mutating func close(_ kind: CellMarks.Kind) { marks.close(kind, at: text.count) }

  // MARK: Printing

  /// The number of a cell in the order of rendering.
  private func place(_ row: Int, _ column: Int) -> Int {
    table.sources == nil ? row * table.columns.count + column : column * rows.count + row
  }

  private func field(_ place: Int) -> String {
    String(decoding: marks.range(place).map { text[$0] }, as: UTF8.self)
  }

  /// Appends the rows as delimited text.
  package func appendSeparated(_ dialect: WriterDialect, to out: inout TextBuffer) {
    let columns = table.columns.count
    for row in 0..<rows.count {
      let start = out.count
      for column in 0..<columns {
        if column > 0 { out.append(dialect.delimiter) }
        appendField(place(row, column), dialect, to: &out)
      }
      if columns == 1, out.count == start { out.append([0x22, 0x22]) }
      out.append(dialect.lineBreak)
    }
  }

  private func appendField(_ place: Int, _ dialect: WriterDialect, to out: inout TextBuffer) {
    switch marks.kind(place) {
    case .missing: return
    case .number where dialect.decimalMark != UInt8(ascii: "."):
      let start = out.count
      for index in marks.range(place) {
        out.append(text[index] == UInt8(ascii: ".") ? dialect.decimalMark : text[index])
      }
      dialect.quoteIfDelimited(&out, from: start)
    case .number, .plain: out.append(text, marks.range(place))
    case .text: dialect.append(field(place), to: &out)
    }
  }

  /// Appends the rows as JSON objects with `separator` between them and `start` before each.
  package func appendObjects(
    _ keys: borrowing JSONKeys,
    separator: String,
    start: String,
    to out: inout TextBuffer
  ) {
    let isTruth = table.columns.map { $0.type == .boolean }
    for row in 0..<rows.count {
      if rows.lowerBound + row > 0 { out.append(separator) }
      out.append(start)
      for column in isTruth.indices {
        keys.append(column, to: &out)
        appendValue(place(row, column), isTruth: isTruth[column], to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private func appendValue(_ place: Int, isTruth: Bool, to out: inout TextBuffer) {
    switch marks.kind(place) {
    case .missing: out.append("null")
    case .number: out.append(text, marks.range(place))
    case _ where isTruth: out.append(field(place) == "true" ? "true" : "false")
    case .plain:
      out.append(UInt8(ascii: "\""))
      out.append(text, marks.range(place))
      out.append(UInt8(ascii: "\""))
    case .text: JSONText.append(field(place), to: &out)
    }
  }
}
