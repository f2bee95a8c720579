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
package struct DelimitedWriter: ~Copyable {
  /// The text written so far.
  package var bytes: [UInt8] { text.bytes }

  private var text = TextBuffer()
  private let dialect: WriterDialect

  /// Starts a file.
  package init(dialect: WriterDialect) {
    self.dialect = dialect
    if dialect.hasByteOrderMark { text.append([0xEF, 0xBB, 0xBF]) }
  }

  /// Appends a row.
  package mutating func append(_ row: [Cell]) {
    let start = text.count
    for (column, cell) in row.enumerated() {
      if column > 0 { text.append(dialect.delimiter) }
      append(cell)
    }
    if row.count == 1, text.count == start { text.append([0x22, 0x22]) }
    text.append(dialect.lineBreak)
  }

  private mutating func append(_ cell: Cell) {
    switch cell {
    case .text(let field): dialect.append(field, to: &text)
    case .integer(let value): text.append(value)
    case .decimal(let value):
      let start = text.count
      NumberText.append(
        value.significand,
        decimals: value.scale,
        to: &text,
        decimalMark: dialect.decimalMark
      )
      dialect.quoteIfDelimited(&text, from: start)
    case .real(let value):
      let start = text.count
      NumberText.append(value, to: &text, decimalMark: dialect.decimalMark)
      dialect.quoteIfDelimited(&text, from: start)
    case .missing: break
    }
  }
}

extension WriterDialect {
  /// Appends a text field, in quotes where it needs them.
  package func append(_ field: String, to text: inout TextBuffer) {
    append(field.utf8.span, to: &text)
  }

  /// Appends the bytes of a text field, in quotes where it needs them.
  func append(_ field: Span<UInt8>, to text: inout TextBuffer) {
    guard !field.isEmpty else { return }
    let isFormula = protectsFormulas && Self.startsFormula(field[0])
    let needsQuotes = needsQuotes(field, isFormula: isFormula)
    if needsQuotes { text.append(UInt8(ascii: "\"")) }
    if isFormula { text.append(UInt8(ascii: "'")) }
    guard needsQuotes else {
      text.append(field)
      return
    }
    text.append(doublingQuotes: field)
    text.append(UInt8(ascii: "\""))
  }

  /// Puts the number that begins at `start` in quotes where its decimal mark is the delimiter.
  package func quoteIfDelimited(_ text: inout TextBuffer, from start: Int) {
    guard decimalMark == delimiter, (start..<text.count).contains(where: { text[$0] == delimiter })
    else { return }
    let number = (start..<text.count).map { text[$0] }
    text.removeAll(from: start)
    text.append([UInt8(ascii: "\"")] + number + [UInt8(ascii: "\"")])
  }

  /// A blank in front needs none where an apostrophe stands before it.
  private func needsQuotes(_ field: Span<UInt8>, isFormula: Bool) -> Bool {
    if !isFormula && Self.isBlank(field[0]) || Self.isBlank(field[field.count - 1]) { return true }
    for index in field.indices {
      let byte = field[index]
      if byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D {
        return true
      }
    }
    return false
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
