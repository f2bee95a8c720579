// SPDX-License-Identifier: Apache-2.0

/// What a record is by its looks alone.
package enum RecordKind: Sendable, Equatable {
  /// Anything else.
  case data
  /// No characters, or only delimiters and blanks.
  case blank
  /// Only dashes, equals signs or underscores, two or more in a field.
  case separator
  /// The header again.
  case repeatedHeader
  /// A line that stands above the header, again, or a page number.
  case title
  /// A line of another table below the first.
  case otherTable
}

/// One record of a table, valid only inside the closure that receives it.
///
/// Fields are numbered from 0; a column beyond the last field reads as empty. Nothing is decoded
/// or copied until a member asks for it.
package struct Record: ~Copyable {
  /// Physical line of the record's start, 1-based.
  package private(set) var line = 1
  /// Whether a quote was never closed, or text follows a closing quote; such quotes are read as
  /// plain characters.
  package internal(set) var hasMalformedQuote = false

  /// How the fields were brought into the header's columns; nil for nearly every record.
  package private(set) var repair: RowRepair?
  /// Whether the record has another number of fields than the header, and several readings of it
  /// fit the columns, or one that is not proven.
  package internal(set) var isUndecided = false
  /// What the pass remembers of other records.
  var around = RecordSurroundings()

  /// The bytes around the record, UTF-8.
  var bytes: [UInt8]
  /// Offset of the record's first byte.
  private(set) var start = 0
  /// Offset after the record's last byte, before its line break.
  var end = 0
  private var fields: [FieldSpan] = []
  private let quote: UInt8
  private let header: HeaderMatcher

  init(of bytes: [UInt8], quote: UInt8, header: HeaderMatcher) {
    self.bytes = bytes
    self.quote = quote
    self.header = header
  }

  mutating func reset(start: Int, line: Int) {
    self.start = start
    self.line = line
    end = start
    hasMalformedQuote = false
    repair = nil
    isUndecided = false
    fields.removeAll(keepingCapacity: true)
  }

  mutating func append(_ field: FieldSpan) { fields.append(field) }

  /// Brings the fields into the header's columns as a repair says; `cut` is the offset at which one
  /// field becomes two.
  mutating func mend(_ repair: RowRepair, cut: Int, columnCount: Int) {
    switch repair {
    case .emptyFieldLeftOut(let column): fields.remove(at: column)
    case .delimiterMissing(let column):
      let field = fields[column - 1]
      fields[column - 1] = FieldSpan(field.start, cut)
      fields.insert(FieldSpan(cut, field.end), at: column)
    case .delimiterInText(let column), .otherDelimiter(_, .some(let column)):
      let last = column + fields.count - columnCount
      fields[column] = FieldSpan(fields[column].start, fields[last].end)
      fields.removeSubrange(column + 1..<last + 1)
    case .otherDelimiter(_, nil): break
    }
    hasMalformedQuote = false
    isUndecided = false
    self.repair = repair
  }

  /// Removes so many fields at the end where they are empty, and gives them back.
  mutating func removeLastFields(_ count: Int) -> [FieldSpan] {
    guard count < fields.count, !hasSurplusText(beyond: fields.count - count) else { return [] }
    defer { fields.removeLast(count) }
    return Array(fields.suffix(count))
  }

  /// Appends fields.
  mutating func append(_ more: [FieldSpan]) { fields += more }

  /// Takes the fields of the same bytes as `other` splits them.
  mutating func takeFields(of other: borrowing Record) { fields = other.fields }

  /// How many fields the record has, at least 1.
  package var fieldCount: Int { fields.count }

  /// What the record is.
  package var kind: RecordKind {
    let looks = looks
    return around.otherTable == nil || looks == .blank ? looks : .otherTable
  }

  /// The other table that the record stands in; nil for the records of the table itself.
  package var otherTable: OtherTableStart? { around.otherTable }

  /// What the record looks like by itself.
  var looks: RecordKind {
    if isBlank { return .blank }
    if isSeparator { return .separator }
    if header.matches(self) { return .repeatedHeader }
    return header.isTitle(self) ? .title : .data
  }

  /// The text of a field: unquoted, trimmed, and free of spreadsheet wrappers such as `="0012"` and
  /// the apostrophe before a number.
  package func text(_ column: Int) -> String {
    withContent(column) { cell in decodedText(of: cell) }
  }

  /// The texts of the fields that are not empty.
  var filledTexts: [String] {
    var texts: [String] = []
    for column in fields.indices where !isEmpty(column) { texts.append(text(column)) }
    return texts
  }

  /// Whether a field is missing or holds nothing but blanks.
  package func isEmpty(_ column: Int) -> Bool {
    guard column >= 0, column < fields.count else { return true }
    let field = fields[column]
    return trimmedRange(of: bytes.span.extracting(field.start..<field.end)).isEmpty
  }

  /// The bytes of the record as it stands, without its last line break.
  var ownBytes: [UInt8] { Array(bytes[start..<end]) }

  /// The record as it stands, without its last line break; only the beginning of a very long one.
  package func rawText() -> String {
    let most = 1 << 16
    guard end - start > most else { return String(decoding: bytes[start..<end], as: UTF8.self) }
    return String(decoding: bytes[start..<start + most], as: UTF8.self) + "…"
  }

  /// Whether any field after the first `columnCount` holds text.
  package func hasSurplusText(beyond columnCount: Int) -> Bool {
    var column = max(0, columnCount)
    while column < fields.count {
      if !isEmpty(column) { return true }
      column += 1
    }
    return false
  }

  /// The number in a field, read in `style`.
  package func number(_ column: Int, style: NumberStyle) -> NumberCell {
    withContent(column) { cell in NumberReader.read(cell, style: style) }
  }

  /// The day or period in a field, read in `style`.
  package func calendar(_ column: Int, style: DateStyle) -> CalendarCell {
    withContent(column) { cell in CalendarReader.read(cell, style: style) }
  }

  /// Appends the field's bytes as `text(_:)` shows them.
  package func appendContent(_ column: Int, to bytes: inout [UInt8]) {
    withContent(column) { cell in TextWords.append(cell, to: &bytes) }
  }

  /// Calls `body` with the field's bytes as `text(_:)` shows them.
  func withContent<Result>(_ column: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    guard column >= 0, column < fields.count else { return body([UInt8]().span) }
    let field = fields[column]
    if field.hasDoubledQuotes {
      let plain = bytes[field.start..<field.end].collapsingDoubled(quote)
      return body(plain.span.extracting(contentRange(of: plain.span)))
    }
    let raw = bytes.span.extracting(field.start..<field.end)
    return body(raw.extracting(contentRange(of: raw)))
  }

  /// Calls `body` with the text that fields without quotes are together.
  func withJoined<Result>(
    _ joined: ClosedRange<Int>,
    _ body: (Span<UInt8>) -> Result
  ) -> Result {
    let (first, last) = (fields[joined.lowerBound], fields[joined.upperBound])
    let raw = bytes.span.extracting(first.start..<last.end)
    return body(raw.extracting(contentRange(of: raw)))
  }

  /// Whether the record has as many bytes as delimiters or fewer, so that no field is filled.
  var isBare: Bool { end - start < fields.count }

  /// Whether a field is filled, and none holds a figure, a day or a marker for missing values.
  var holdsTextsOnly: Bool {
    var holdsText = false
    for column in fields.indices {
      let look = withContent(column) { CellLook($0) }
      guard look == .text || look == .empty else { return false }
      if look == .text { holdsText = true }
    }
    return holdsText
  }

  /// Whether a field stands in quotes.
  func isQuoted(_ column: Int) -> Bool {
    column >= 0 && column < fields.count && fields[column].isQuoted
  }

  /// Where a field's text stands in the bytes around the record.
  func place(of column: Int) -> Range<Int> { fields[column].start..<fields[column].end }

  private var isBlank: Bool {
    for column in fields.indices where !isEmpty(column) { return false }
    return true
  }

  private var isSeparator: Bool {
    var longest = 0
    for field in fields {
      let cell = bytes.span.extracting(field.start..<field.end)
      let range = trimmedRange(of: cell)
      for offset in range {
        switch cell[offset] {
        case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"): continue
        default: return false
        }
      }
      longest = max(longest, range.count)
    }
    return longest >= 2
  }
}

extension ArraySlice<UInt8> {
  /// The bytes with each pair of `quote` made one.
  func collapsingDoubled(_ quote: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var skipsNext = false
    for byte in self {
      if byte == quote, skipsNext {
        skipsNext = false
        continue
      }
      skipsNext = byte == quote
      result.append(byte)
    }
    return result
  }
}

/// Recognises a record that repeats the header or a title above it.
struct HeaderMatcher: Sendable {
  /// The header's texts; empty before the header is known.
  let texts: [String]
  /// What stands above the header.
  var titles = TitleLines.none

  fileprivate func matches(_ record: borrowing Record) -> Bool {
    guard texts.count == record.fieldCount, texts.count > 0 else { return false }
    for column in texts.indices {
      let isEqual = record.withContent(column) { cell in
        hasBytes(cell, texts[column])
      }
      guard isEqual else { return false }
    }
    return true
  }

  fileprivate func isTitle(_ record: borrowing Record) -> Bool {
    guard texts.count > 1 else { return false }
    var count = 0
    for column in 0..<record.fieldCount where !record.isEmpty(column) {
      count += 1
      // Nearly every row ends here, before any text is made.
      guard count <= titles.mostCells else { return false }
    }
    return titles.contains(record.filledTexts)
  }
}
