// SPDX-License-Identifier: Apache-2.0

/// What a field to be written holds.
package enum Cell: Sendable, Equatable {
  /// Text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// An exact decimal number, written without trailing zeros.
  case decimal(ExactDecimal)
  /// A binary number, written as `NumberText.shortest(_:)` does; it must be finite.
  case real(Double)
  /// Nothing; the field stays empty.
  case missing
}

/// The conventions of a file to be written.
package struct WriterDialect: Sendable, Equatable {
  /// Stands between fields.
  package let delimiter: UInt8
  /// Stands before decimals.
  package let decimalMark: UInt8
  /// Ends a record.
  package let lineBreak: [UInt8]
  /// Whether the file starts with the byte order mark of UTF-8.
  package let hasByteOrderMark: Bool
  /// Whether text that a spreadsheet would take for a formula gets an apostrophe in front.
  package let protectsFormulas: Bool

  /// RFC 4180 with LF: comma, point, no byte order mark; what programs read.
  package static let rfc4180 = WriterDialect(
    delimiter: UInt8(ascii: ","),
    decimalMark: UInt8(ascii: "."),
    lineBreak: [0x0A],
    hasByteOrderMark: false,
    protectsFormulas: false
  )
  /// What a German Excel opens by double click: semicolon, decimal comma, CR LF, byte order mark.
  package static let excelGerman = WriterDialect(
    delimiter: UInt8(ascii: ";"),
    decimalMark: UInt8(ascii: ","),
    lineBreak: [0x0D, 0x0A],
    hasByteOrderMark: true,
    protectsFormulas: true
  )
  /// What an English Excel opens by double click: comma, point, CR LF, byte order mark.
  package static let excelEnglish = WriterDialect(
    delimiter: UInt8(ascii: ","),
    decimalMark: UInt8(ascii: "."),
    lineBreak: [0x0D, 0x0A],
    hasByteOrderMark: true,
    protectsFormulas: true
  )
}

/// Writes rows as delimited text in UTF-8.
///
/// Quotes stand only where a field needs them: around delimiters, quotes and line breaks, around
/// blanks at either end, and around the empty field of a row that has no other.
package struct DelimitedWriter: Sendable {
  /// The text written so far.
  package private(set) var bytes: [UInt8] = []

  private let dialect: WriterDialect

  /// Starts a file.
  package init(dialect: WriterDialect) {
    self.dialect = dialect
    if dialect.hasByteOrderMark { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
  }

  /// Hands over the text written since the last call, for files that are written in pieces.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Appends a row.
  package mutating func append(_ row: [Cell]) {
    let start = bytes.count
    for (column, cell) in row.enumerated() {
      if column > 0 { bytes.append(dialect.delimiter) }
      append(cell)
    }
    if row.count == 1, bytes.count == start { appendQuoted("") }
    bytes.append(contentsOf: dialect.lineBreak)
  }

  /// Appends a row that goes on with fields whose bytes the caller has: numbers and plain words that
  /// need no quotes.
  ///
  /// - Parameters:
  ///   - row: the first fields, at least two.
  ///   - most: the most bytes that the rest may take.
  ///   - rest: writes the rest from a place on, each field with a delimiter in front, and answers the
  ///     place behind it.
  package mutating func append(
    _ row: [Cell],
    most: Int,
    rest: (_ delimiter: UInt8, _ start: Int, _ bytes: inout MutableSpan<UInt8>) -> Int
  ) {
    let dialect = dialect
    append(row)
    bytes.removeLast(dialect.lineBreak.count)
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: most))
    var span = bytes.mutableSpan
    let end = rest(dialect.delimiter, start, &span)
    bytes.removeLast(start + most - end)
    bytes.append(contentsOf: dialect.lineBreak)
  }

  private mutating func append(_ cell: Cell) {
    switch cell {
    case .text(let text): append(text)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .decimal(let value): append(value)
    case .real(let value):
      let start = bytes.count
      NumberText.append(value, to: &bytes, decimalMark: dialect.decimalMark)
      quoteIfDelimited(from: start)
    case .missing: break
    }
  }

  private mutating func append(_ value: ExactDecimal) {
    let start = bytes.count
    for byte in value.description.utf8 {
      bytes.append(byte == UInt8(ascii: ".") ? dialect.decimalMark : byte)
    }
    quoteIfDelimited(from: start)
  }

  /// A number needs quotes only where its decimal mark is the delimiter.
  private mutating func quoteIfDelimited(from start: Int) {
    guard dialect.decimalMark == dialect.delimiter,
      bytes[start...].contains(dialect.delimiter)
    else { return }
    bytes.insert(UInt8(ascii: "\""), at: start)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ text: String) {
    let isFormula = dialect.protectsFormulas && text.utf8.first.map(Self.startsFormula) ?? false
    let shown = isFormula ? "'" + text : text
    if needsQuotes(shown) {
      appendQuoted(shown)
    } else {
      bytes.append(contentsOf: shown.utf8)
    }
  }

  private func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    if Self.isBlank(first) || Self.isBlank(last) { return true }
    return text.utf8.contains {
      $0 == dialect.delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
  }

  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The first characters that make spreadsheets compute (OWASP, "CSV Injection").
  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}
