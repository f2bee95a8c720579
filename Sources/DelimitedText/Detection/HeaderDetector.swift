// SPDX-License-Identifier: Apache-2.0

/// Finds the header among the first records of a text.
///
/// The header is the first record that has the usual number of fields, is filled for the most
/// part, and holds names rather than figures. One more rule serves reports whose title lines look
/// like a header: when a blank line and then a second such record follow, and no row before it
/// fits the columns of figures below, the second one is the header.
struct HeaderDetector {
  /// A header and what stands around it.
  struct Header {
    var texts: [String]
    var line: Int
    var recordsBefore: Int
    /// Stands at the first record after the header.
    var body: RecordScanner
    var evidence: String
    /// Whether everything that was looked at would be the same if more bytes followed.
    var isSettled: Bool
  }

  private static let mostRows = 200
  /// Of a very wide table, fewer rows are looked at.
  private static let mostCells = 40_000

  private let bytes: [UInt8]
  private let dialect: Dialect
  private let hasSeparatorLine: Bool

  init(bytes: [UInt8], dialect: Dialect, hasSeparatorLine: Bool) {
    self.bytes = bytes
    self.dialect = dialect
    self.hasSeparatorLine = hasSeparatorLine
  }

  /// The header, on physical line `row` or found.
  func header(from scanner: RecordScanner, row: Int?) throws(DelimitedTextError) -> Header {
    if let row { return try header(from: scanner, onLine: row) }
    let (rows, isSettled) = firstRows(from: scanner)
    guard rows.contains(where: { !$0.isBlank }) else { throw .noHeader }
    guard let index = HeaderChoice(rows).index else { throw .noHeader }
    var found = header(
      from: rows[index].scanner,
      recordsBefore: rows[index].number,
      how: "found"
    )
    found.isSettled = isSettled
    return found
  }

  private func header(
    from scanner: RecordScanner,
    onLine row: Int
  ) throws(DelimitedTextError) -> Header {
    var scanner = scanner
    var record = Record(of: bytes, quote: dialect.quote, header: HeaderMatcher(texts: []))
    var recordsBefore = 0
    while true {
      let start = scanner
      guard scanner.line <= row, scanner.next(bytes, into: &record) else { break }
      if record.line == row, record.kind != .blank {
        return header(from: start, recordsBefore: recordsBefore, how: "set")
      }
      recordsBefore += 1
    }
    throw .headerRowMissing(row)
  }

  private func header(from scanner: RecordScanner, recordsBefore: Int, how: String) -> Header {
    var body = scanner
    var record = Record(of: bytes, quote: dialect.quote, header: HeaderMatcher(texts: []))
    _ = body.next(bytes, into: &record)
    let texts = (0..<record.fieldCount).map { record.text($0) }
    return Header(
      texts: texts,
      line: record.line,
      recordsBefore: recordsBefore,
      body: body,
      evidence: "header on line \(record.line) \(how)",
      isSettled: body.isSettled(in: bytes)
    )
  }

  private func firstRows(from start: RecordScanner) -> (rows: [SampleRow], isSettled: Bool) {
    var scanner = start
    var record = Record(of: bytes, quote: dialect.quote, header: HeaderMatcher(texts: []))
    var rows: [SampleRow] = []
    var (number, cells) = (0, 0)
    while rows.count < Self.mostRows, cells < Self.mostCells {
      let start = scanner
      guard scanner.next(bytes, into: &record) else { break }
      defer { number += 1 }
      if number == 0, hasSeparatorLine { continue }
      rows.append(SampleRow(record, number: number, scanner: start))
      cells += record.fieldCount
    }
    return (rows, scanner.isSettled(in: bytes))
  }
}

/// What a cell looks like to the search for a header.
enum CellLook: Equatable {
  case empty
  /// A marker that stands for a missing value.
  case missing
  /// A year, a period or a small whole number, which both headers and rows hold.
  case neutral
  /// A number, which only rows hold.
  case figure
  /// A day, which only rows hold.
  case day
  case text

  init(_ cell: Span<UInt8>) {
    if cell.isEmpty {
      self = .empty
      return
    }
    for style in NumberStyle.both {
      switch NumberReader.read(cell, style: style) {
      case .number:
        self = Self.isNeutralNumber(cell) ? .neutral : .figure
        return
      case .missing:
        self = .missing
        return
      case .invalid: continue
      }
    }
    switch CalendarReader.read(cell, style: DateStyle(order: .dayFirst)) {
    case .day: self = .day
    case .month, .special: self = .neutral
    case .missing: self = .missing
    case .invalid: self = Self.hasLetterOrDigit(cell) ? .text : .missing
    }
  }

  private static func hasLetterOrDigit(_ cell: Span<UInt8>) -> Bool {
    cell.indices.contains { offset in
      let byte = cell[offset]
      return byte >= 0x80 || byte &- UInt8(ascii: "0") < 10
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }

  /// Up to two digits, or digits that name a year or month.
  private static func isNeutralNumber(_ cell: Span<UInt8>) -> Bool {
    for offset in cell.indices {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(cell[offset]) else {
        return isPeriod(cell)
      }
    }
    return cell.count <= 2 || isPeriod(cell)
  }

  private static func isPeriod(_ cell: Span<UInt8>) -> Bool {
    if case .month = CalendarReader.read(cell, style: DateStyle(order: .dayFirst)) {
      return cell.count >= 4
    }
    return false
  }
}

/// One of the first records.
struct SampleRow {
  /// Index among all records.
  var number: Int
  /// Stands at this record.
  var scanner: RecordScanner
  var looks: [CellLook]
  /// How many different texts the filled cells hold.
  var distinctTexts: Int
  var isBlank: Bool

  init(_ record: borrowing Record, number: Int, scanner: RecordScanner) {
    self.number = number
    self.scanner = scanner
    var looks: [CellLook] = []
    var texts: Set<String> = []
    for column in 0..<record.fieldCount {
      looks.append(record.withContent(column) { cell in CellLook(cell) })
      texts.insert(record.text(column))
    }
    let kind = record.kind
    isBlank = kind == .blank || kind == .separator
    self.looks = looks
    distinctTexts = texts.subtracting([""]).count
  }

  var filledCells: Int { looks.count { $0 != .empty } }

  /// Whether every cell of several holds a name.
  var isAllNames: Bool { looks.count > 1 && filledCells == looks.count && hasNames }

  /// Whether the record holds names: mostly no figures, mostly different, at least one text.
  var hasNames: Bool {
    let filled = filledCells
    let figures = looks.count { $0 == .figure || $0 == .day }
    return looks.contains(.text) && figures * 2 < filled
      && looks.count { $0 == .missing } * 2 < filled && distinctTexts * 2 > filled
  }
}

/// Chooses the header among the first records.
struct HeaderChoice {
  private let rows: [SampleRow]
  private let width: Int

  init(_ rows: [SampleRow]) {
    self.rows = rows
    var counts: [Int: Int] = [:]
    for row in rows where !row.isBlank { counts[row.looks.count, default: 0] += 1 }
    let mode = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    // In a draw, as in a file of two lines, a first row that is all names decides.
    let first = rows.first { !$0.isBlank }
    let isDraw = first.map { counts[$0.looks.count] == mode?.value } ?? false
    width =
      (isDraw ? first.flatMap { $0.isAllNames ? $0.looks.count : nil } : nil) ?? mode?.key ?? 0
  }

  /// Index of the header in the rows, or nil when no row holds a name.
  var index: Int? {
    guard let first = rows.firstIndex(where: { !$0.isBlank }) else { return nil }
    if isHeaderOfOtherWidth(first) { return first }
    guard let found = rows.indices.first(where: { isHeaderLike(rows[$0]) }) else {
      return rows.indices.first { isUsual(rows[$0]) && rows[$0].looks.contains(.text) }
    }
    return headerBelowTitle(at: found) ?? found
  }

  private func isUsual(_ row: SampleRow) -> Bool { !row.isBlank && row.looks.count == width }

  private func isHeaderLike(_ row: SampleRow) -> Bool {
    isUsual(row) && row.hasNames && row.filledCells * 2 >= width
  }

  /// Whether the first filled row is a header with a field more or less than the rows below.
  private func isHeaderOfOtherWidth(_ first: Int) -> Bool {
    let row = rows[first]
    guard width >= 2, row.looks.count >= 2, abs(row.looks.count - width) == 1, row.hasNames,
      row.filledCells * 2 >= width,
      let next = rows[(first + 1)...].first(where: { !$0.isBlank })
    else { return false }
    return next.looks.count == width && next.looks.contains { $0 == .figure || $0 == .day }
  }

  /// The header-like row after a first blank one, where a figure column below tells it from the
  /// rows under the title.
  private func headerBelowTitle(at title: Int) -> Int? {
    guard let blank = rows[(title + 1)...].firstIndex(where: { $0.isBlank }),
      let header = rows[blank...].firstIndex(where: { !$0.isBlank }), isHeaderLike(rows[header])
    else { return nil }
    let columns = figureColumns(below: header)
    let isNamed = columns.allSatisfy { [.text, .neutral].contains(rows[header].looks[$0.column]) }
    let isTitle = !rows[title + 1..<blank].contains { fits($0, columns) }
    return !columns.isEmpty && isNamed && isTitle ? header : nil
  }

  private struct FigureColumn {
    var column: Int
    var look: CellLook
  }

  /// Whether a row has the figure of at least one column, and no text where others have figures.
  private func fits(_ row: SampleRow, _ columns: [FigureColumn]) -> Bool {
    guard isUsual(row) else { return false }
    return columns.contains { row.looks[$0.column] == $0.look || row.looks[$0.column] == .neutral }
      && !columns.contains { row.looks[$0.column] == .text }
  }

  /// The columns in which at least four of five filled cells below `header` are numbers, or days.
  private func figureColumns(below header: Int) -> [FigureColumn] {
    let usual = rows[(header + 1)...].filter { isUsual($0) }
    return (0..<width).flatMap { column in
      let looks = usual.map { $0.looks[column] }.filter { $0 != .empty && $0 != .missing }
      return [CellLook.figure, .day].compactMap { look in
        let matching = looks.count { $0 == look || $0 == .neutral }
        let isFigureColumn = looks.contains(look) && matching * 5 >= looks.count * 4
        return isFigureColumn ? FigureColumn(column: column, look: look) : nil
      }
    }
  }
}
