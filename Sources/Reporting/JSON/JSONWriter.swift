// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Prints JSON: two blanks of indentation, or everything on one line; rows of tables one per line.
package struct JSONWriter {
  private var text: [UInt8] = []
  private let isPretty: Bool

  private init(isPretty: Bool) { self.isPretty = isPretty }

  /// The document over several lines, with a line break at the end.
  package static func pretty(_ value: JSONValue) -> [UInt8] { pretty(.value(value)) }

  /// The document over several lines, with a line break at the end.
  package static func pretty(_ document: JSONDocument) -> [UInt8] {
    var bytes: [UInt8] = []
    write(document) { bytes += $0 }
    return bytes
  }

  /// Hands the document over several lines to `take`, piece by piece.
  package static func write(_ document: JSONDocument, into take: ([UInt8]) -> Void) {
    var writer = JSONWriter(isPretty: true)
    writer.write(document, depth: 0, into: take)
    writer.text.append(UInt8(ascii: "\n"))
    take(writer.text)
  }

  /// The document on one line, without a line break.
  package static func line(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(isPretty: false)
    writer.write(value, depth: 0)
    return writer.text
  }

  /// The table with one object per line.
  package static func lines(_ table: ReportTable) -> [UInt8] {
    var writer = JSONWriter(isPretty: false)
    let keys = writer.keys(of: table)
    var cells: [Cell] = []
    for row in 0..<table.rowCount {
      writer.write(row, of: table, keys, &cells)
      writer.text.append(UInt8(ascii: "\n"))
    }
    return writer.text
  }

  // MARK: Documents and rows

  private mutating func write(
    _ document: JSONDocument,
    depth: Int,
    into take: ([UInt8]) -> Void
  ) {
    switch document {
    case .value(let value): write(value, depth: depth)
    case .rows(let table): write(table, depth: depth, into: take)
    case .object(let parts):
      write("{", "}", parts.indices, depth) { writer, index in
        writer.write(parts[index].name)
        writer.append(": ")
        writer.write(parts[index].document, depth: depth + 1, into: take)
      }
    }
  }

  private mutating func write(
    _ table: ReportTable,
    depth: Int,
    into take: ([UInt8]) -> Void
  ) {
    let keys = keys(of: table)
    var cells: [Cell] = []
    write("[", "]", 0..<table.rowCount, depth) { writer, row in
      writer.write(row, of: table, keys, &cells)
      guard row % 1000 == 999 else { return }
      take(writer.text)
      writer.text.removeAll(keepingCapacity: true)
    }
  }

  /// The names of the columns as they stand before each value of a row.
  private func keys(of table: ReportTable) -> [[UInt8]] {
    table.columns.enumerated().map { index, column in
      var writer = JSONWriter(isPretty: false)
      writer.append(index == 0 ? "{" : ", ")
      writer.write(column.name)
      writer.append(": ")
      return writer.text
    }
  }

  private mutating func write(
    _ row: Int,
    of table: ReportTable,
    _ keys: [[UInt8]],
    _ cells: inout [Cell]
  ) {
    cells.removeAll(keepingCapacity: true)
    table.appendRow(row, &cells)
    for (index, cell) in cells.enumerated() {
      text.append(contentsOf: keys[index])
      write(cell, type: table.columns[index].type)
    }
    append("}")
  }

  /// Exact decimals keep all their digits; truth values become booleans.
  private mutating func write(_ cell: Cell, type: ReportTable.ColumnType) {
    switch cell {
    case .text(let text):
      if type == .boolean { append(text == "true" ? "true" : "false") } else { write(text) }
    case .integer(let number): append(String(number))
    case .decimal(let decimal): append(decimal.description)
    case .real(let number): append(number)
    case .missing: append("null")
    }
  }

  private mutating func append(_ number: Double) {
    guard number.isFinite else {
      append("null")
      return
    }
    NumberText.append(number, to: &text, decimalMark: UInt8(ascii: "."))
  }

  // MARK: Values

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .integer(let number): append(String(number))
    case .number(let number): append(number)
    case .string(let string): write(string)
    case .array(let elements):
      write("[", "]", elements.indices, depth) { writer, index in
        writer.write(elements[index], depth: depth + 1)
      }
    case .object(let members):
      write("{", "}", members.indices, depth) { writer, index in
        writer.write(members[index].name)
        writer.append(": ")
        writer.write(members[index].value, depth: depth + 1)
      }
    }
  }

  private mutating func write(
    _ open: String,
    _ close: String,
    _ indices: Range<Int>,
    _ depth: Int,
    element: (inout JSONWriter, Int) -> Void
  ) {
    append(open)
    for index in indices {
      if index > indices.lowerBound { append(isPretty ? "," : ", ") }
      breakLine(depth + 1)
      element(&self, index)
    }
    if !indices.isEmpty { breakLine(depth) }
    append(close)
  }

  private mutating func breakLine(_ depth: Int) {
    guard isPretty else { return }
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ piece: String) { text.append(contentsOf: piece.utf8) }

  private mutating func write(_ string: String) {
    text.append(UInt8(ascii: "\""))
    guard string.utf8.contains(where: { $0 < 32 || $0 == 0x22 || $0 == 0x5C }) else {
      text.append(contentsOf: string.utf8)
      text.append(UInt8(ascii: "\""))
      return
    }
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case 0..<32: append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
