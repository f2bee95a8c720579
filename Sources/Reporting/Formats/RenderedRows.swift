// SPDX-License-Identifier: Apache-2.0
import Accounts
package import DelimitedText

/// Some rows of a table as text: every cell is rendered once, and printed in as many formats as are
/// wanted.
package struct RenderedRows: ~Copyable {
  /// What a cell holds.
  private enum Kind: UInt8 {
    case missing
    case number
    /// A text that no format needs to quote or escape.
    case plain
    case text
  }

  /// How many rows are rendered at a time.
  private static let batch = 1024

  private let table: ReportTable
  private var text = TextBuffer(capacity: 1 << 18)
  /// Where each cell ends, behind a 0; it begins where the one before it ends.
  private var ends: [Int] = []
  private var kinds: [Kind] = []
  private var cells: [Cell] = []
  private var gathered: [Double?] = []
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
    ends.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    ends.append(0)
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
      for row in rows { render(texts[order.dataRow(row)]) }
    case .optionalTexts(let texts, let order):
      for row in rows {
        if let text = texts[order.dataRow(row)] { render(text) } else { close(.missing) }
      }
    case .numbers(let numbers, let order):
      // Gathered first, as places all over the memory are read many at a time that way.
      gathered.removeAll(keepingCapacity: true)
      for row in rows { gathered.append(numbers[order.dataRow(row)]) }
      for index in gathered.indices { render(gathered[index]) }
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

  /// A number that is none, which no stage hands over, would be missing.
  private mutating func render(_ number: Double?) {
    guard let number, number.isFinite else {
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

  private mutating func close(_ kind: Kind) {
    ends.append(text.count)
    kinds.append(kind)
  }

  // MARK: Printing

  /// The number of a cell in the order of rendering.
  private func place(_ row: Int, _ column: Int) -> Int {
    table.sources == nil ? row * table.columns.count + column : column * rows.count + row
  }

  private func field(_ place: Int) -> String {
    String(decoding: (ends[place]..<ends[place + 1]).map { text[$0] }, as: UTF8.self)
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
    switch kinds[place] {
    case .missing: return
    case .number where dialect.decimalMark != UInt8(ascii: "."):
      let start = out.count
      for index in ends[place]..<ends[place + 1] {
        out.append(text[index] == UInt8(ascii: ".") ? dialect.decimalMark : text[index])
      }
      dialect.quoteIfDelimited(&out, from: start)
    case .number, .plain: out.append(text, ends[place]..<ends[place + 1])
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
    let range = ends[place]..<ends[place + 1]
    switch kinds[place] {
    case .missing: out.append("null")
    case .number: out.append(text, range)
    case _ where isTruth: out.append(field(place) == "true" ? "true" : "false")
    case .plain:
      out.append(UInt8(ascii: "\""))
      out.append(text, range)
      out.append(UInt8(ascii: "\""))
    case .text: JSONText.append(field(place), to: &out)
    }
  }
}

/// The names of a table's columns as they stand before each value of a JSON object.
package struct JSONKeys: ~Copyable {
  private var text = TextBuffer()
  private var ends = [0]

  /// Takes the names of `columns`.
  package init(_ columns: [ReportTable.Column]) {
    for (index, column) in columns.enumerated() {
      text.append(index == 0 ? "{" : ", ")
      JSONText.append(column.name, to: &text)
      text.append(": ")
      ends.append(text.count)
    }
  }

  /// Appends what stands before the value of a column.
  func append(_ column: Int, to out: inout TextBuffer) {
    out.append(text, ends[column]..<ends[column + 1])
  }
}
