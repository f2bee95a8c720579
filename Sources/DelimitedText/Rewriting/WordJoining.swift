// SPDX-License-Identifier: Apache-2.0

/// Puts the words of unquoted texts together again in a table whose fields are separated by blanks.
///
/// *Definition* Rows with as many fields as the header show what the cells of each column are. In a
/// row with more fields, the surplus ones belong to one text without quotes. They are joined where
/// exactly one column of texts can take them so that all other cells are what their columns hold;
/// any other row stays as it is.
struct WordJoining: TextRewriting {
  /// So many rows must show what the columns hold.
  private static let minimumRows = 10

  /// What a cell is, as far as it tells columns apart.
  private struct Kind: OptionSet {
    let rawValue: UInt8

    static let empty = Kind(rawValue: 1)
    static let quoted = Kind(rawValue: 2)
    static let number = Kind(rawValue: 4)
    static let day = Kind(rawValue: 8)
    /// Any other text with a digit, such as a code or a time.
    static let code = Kind(rawValue: 16)
    static let words = Kind(rawValue: 32)

    /// Whether a column of these kinds holds texts of several words.
    var areTexts: Bool {
      !isDisjoint(with: [.quoted, .words]) && isDisjoint(with: [.number, .day])
    }
  }

  /// What the columns hold.
  private var seen: [Kind]
  private let header: HeaderMatcher
  private let dialect: Dialect
  /// How many bytes stand before the next row: those up to the end of the header at first.
  private var bytesBefore: Int

  /// Learns from the rows in a part of the text, from `body` on; nil where no row is to be changed.
  init?(_ bytes: [UInt8], from body: RecordScanner, header: [String], dialect: Dialect) {
    guard dialect.delimiter == UInt8(ascii: " "), header.count > 1 else { return nil }
    seen = header.map { _ in [] }
    self.header = HeaderMatcher(texts: header)
    self.dialect = dialect
    bytesBefore = body.position
    var (exact, wider) = (0, 0)
    var record = Record(of: bytes, quote: dialect.quote, header: self.header)
    var scanner = body
    while scanner.next(bytes, into: &record) {
      guard record.kind == .data, !record.hasMalformedQuote else { continue }
      if record.fieldCount > header.count { wider += 1 }
      guard record.fieldCount == header.count else { continue }
      exact += 1
      for column in seen.indices { seen[column].formUnion(Self.kind(of: record, column)) }
    }
    guard exact >= Self.minimumRows, wider > 0 else { return nil }
  }

  /// What was done, for the evidence.
  var evidence: FormatNote {
    FormatNote(
      de: "Wörter von Texten ohne Anführungszeichen zusammengesetzt, wo nur eine Spalte passt",
      en: "words of unquoted texts joined where only one column fits"
    )
  }

  /// Puts quotes around the words that belong together.
  mutating func rewrite(_ part: [UInt8], _ end: PartEnd, into result: inout [UInt8]) -> Int {
    let start = min(bytesBefore, part.count)
    bytesBefore -= start
    var record = Record(of: part, quote: dialect.quote, header: header)
    var scanner = RecordScanner(dialect: dialect, position: start, line: 1)
    var (read, copied) = (start, 0)
    while scanner.next(part, into: &record),
      end == .last || scanner.isSettled(in: part) || (end == .cut && read == start)
    {
      read = scanner.position
      guard record.kind == .data, let fields = surplusText(in: record) else { continue }
      let (first, last) = (record.place(of: fields.lowerBound), record.place(of: fields.upperBound))
      let text = first.lowerBound..<last.upperBound
      result += part[copied..<text.lowerBound]
      result.append(dialect.quote)
      for byte in part[text] {
        result.append(byte)
        if byte == dialect.quote { result.append(byte) }
      }
      result.append(dialect.quote)
      copied = text.upperBound
    }
    result += part[copied..<read]
    return read
  }

  /// The fields of a record that belong to one text; nil where none or several places are possible.
  private func surplusText(in record: borrowing Record) -> ClosedRange<Int>? {
    let surplus = record.fieldCount - seen.count
    guard surplus > 0, !record.hasMalformedQuote else { return nil }
    let kinds = (0..<record.fieldCount).map { Self.kind(of: record, $0) }
    // Columns from the left that hold what they should, and from the right behind the surplus.
    let left = seen.indices.prefix { seen[$0].contains(kinds[$0]) }.count
    let right = seen.indices.reversed().prefix { seen[$0].contains(kinds[$0 + surplus]) }.count
    let isPlainRow = left == seen.count && kinds[seen.count...].allSatisfy { $0 == .empty }
    guard !isPlainRow else { return nil }
    // A quoted field within the words would be part of no text.
    let quoted = kinds.indices.filter { kinds[$0] == .quoted }
    var nextQuoted = quoted[...]
    var found: ClosedRange<Int>?
    for column in seen.indices where column <= left && seen.count - 1 - column <= right {
      let fields = column...column + surplus
      while let first = nextQuoted.first, first < column { nextQuoted.removeFirst() }
      let isWhole = nextQuoted.first.map { $0 > fields.upperBound } ?? true
      guard isWhole, seen[column].areTexts, kinds[fields.lowerBound] != .empty,
        kinds[fields.upperBound] != .empty
      else { continue }
      if found != nil { return nil }
      found = fields
    }
    return found
  }

  private static func kind(of record: borrowing Record, _ field: Int) -> Kind {
    if record.isQuoted(field) { return .quoted }
    return record.withContent(field) { cell in
      if cell.isEmpty { return .empty }
      guard cell.indices.contains(where: { cell[$0] &- UInt8(ascii: "0") < 10 }) else {
        return .words
      }
      for style in NumberStyle.both {
        if case .number = NumberReader.read(cell, style: style) { return .number }
      }
      let date = CalendarReader.read(cell, style: DateStyle(order: .dayFirst))
      let other = CalendarReader.read(cell, style: DateStyle(order: .monthFirst))
      return date == .invalid && other == .invalid ? .code : .day
    }
  }
}
