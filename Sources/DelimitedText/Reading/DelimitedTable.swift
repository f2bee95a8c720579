// SPDX-License-Identifier: Apache-2.0

/// A file of delimited text: its format, its header, and its records on demand.
///
/// The bytes are held once, as they stand in the file; records are found anew on every pass, in
/// windows of a fixed size, so a pass costs no memory beyond one of them.
package struct DelimitedTable: Sendable {
  /// The format, set or detected.
  package private(set) var format: DetectedFormat
  /// The header's texts, trimmed; empty for unnamed columns, numbers where there is no header.
  package private(set) var header: [String]
  /// The header's texts as the file has them, where the settings name the columns, too.
  private(set) var writtenHeader: [String]
  /// How many fields more than names the rows have, where names are missing, and not only
  /// delimiters at the ends of lines too many; 0 elsewhere.
  package private(set) var missingNames: Int
  /// How many fields more than names all of the first rows have, filled or not.
  package private(set) var surplusFields: Int
  /// Whether the header was found and looks like the rows below it.
  package private(set) var headerLooksLikeData: Bool
  /// How many records stand before the header, blank lines and a `sep=` line among them.
  package private(set) var preambleLines: Int
  /// What stands above the header and may stand above each repetition of it.
  package private(set) var titles: TitleLines

  let text: DecodedText
  /// The file as it stands.
  let content: FileContent
  let settings: FormatSettings
  /// How the numbers of each column are written, once all were asked for together.
  var numberStyles: [NumberStyleDecision]?
  /// Whether only a first part of the file says how it is encoded; see ``confirmed(by:)``.
  package private(set) var isProvisional: Bool
  /// Offset of the first record after the header.
  private(set) var bodyStart: Int
  /// Physical line of the first record after the header.
  private(set) var bodyLine: Int

  /// The first window holds more than any search for a header looks at, long lines apart.
  private static let headSize = 1 << 20
  private static let windowSize = 1 << 18
  /// No line of a table is longer than that; what is gets cut, so that no file takes all memory.
  private static let longestRecord = 1 << 24

  /// Reads the file at `path`.
  package init(path: String, settings: FormatSettings) throws(DelimitedTextError) {
    try self.init(content: FileBytes.content(path: path), settings: settings)
  }

  /// Reads a file that is in memory already.
  package init(bytes: [UInt8], settings: FormatSettings) throws(DelimitedTextError) {
    try self.init(content: FileContent(bytes), settings: settings)
  }

  /// Reads the content of a file; gzip is recognised by its first bytes and unpacked.
  ///
  /// - Complexity: O(n) to check the encoding, plus detection on a sample of fixed size.
  package init(content: FileContent, settings: FormatSettings) throws(DelimitedTextError) {
    try self.init(content: content, settings: settings, audit: content.audit())
  }

  /// Reads the content of a file whose audit is known.
  package init(
    content: FileContent,
    settings: FormatSettings,
    audit: FileAudit
  ) throws(DelimitedTextError) {
    let isGzip = GzipInflation.isGzip(content.bytes(0..<4))
    let unpacked = isGzip ? try Self.unpacked(content) : content
    let scan = isGzip ? EncodingScan(unpacked) : audit.encoding
    try self.init(content, unpacked, scan, settings)
    if isGzip {
      format.evidence.insert(FormatNote(de: "aus gzip entpackt", en: "unpacked from gzip"), at: 0)
    }
  }

  /// Reads the content of a file of which only a first part is looked at; whoever has read the
  /// rest asks ``confirmed(by:)`` whether that was enough.
  package init(
    provisional content: FileContent,
    settings: FormatSettings
  ) throws(DelimitedTextError) {
    let head = content.bytes(0..<Self.headSize)
    guard head.count < content.count, !GzipInflation.isGzip(Array(head.prefix(4))) else {
      try self.init(content: content, settings: settings)
      return
    }
    try self.init(content, content, EncodingScan(head: head), settings)
    isProvisional = text.encoding != .utf16LittleEndian && text.encoding != .utf16BigEndian
  }

  /// The table as the audit of its file makes it; nil when the file must be read another way.
  package func confirmed(by audit: FileAudit) throws(DelimitedTextError) -> DelimitedTable? {
    guard isProvisional else { return self }
    let decoded = try DecodedText(content, encoding: settings.encoding, scan: audit.encoding)
    guard decoded.encoding == text.encoding, decoded.strays == text.strays else { return nil }
    var confirmed = self
    confirmed.format.evidence = format.evidence.map { line in
      line == text.evidence ? decoded.evidence : line
    }
    confirmed.isProvisional = false
    return confirmed
  }

  /// Whether reading the rows reads the file, so that its audit can be done on the way.
  var readsFile: Bool { text.content.isOpenFile }

  private init(
    _ content: FileContent,
    _ unpacked: FileContent,
    _ scan: EncodingScan,
    _ settings: FormatSettings
  ) throws(DelimitedTextError) {
    let decoded = try DecodedText(unpacked, encoding: settings.encoding, scan: scan)
    var scannable = ScannableText(decoded, settings: settings)
    var header = try Self.header(of: scannable, settings: settings)
    if let joined = scannable.joiningWords(below: header) {
      scannable = joined
      header = try Self.header(of: joined, settings: settings)
    }
    self.init(scannable, header, of: content, settings)
    try moveToTable()
  }

  /// Goes on to the table that the settings name, the first without any.
  private mutating func moveToTable() throws(DelimitedTextError) {
    guard let wanted = settings.table, wanted > 1 else { return }
    for number in 1..<wanted {
      guard let next = nextTable() else { throw .tableMissing(wanted, found: number) }
      let end = min(next.offset + Self.longestRecord, text.content.count)
      let detector = HeaderDetector(
        bytes: text.utf8(next.offset..<end),
        dialect: dialect,
        hasSeparatorLine: false
      )
      let scanner = RecordScanner(dialect: dialect, position: 0, line: next.start.headerLine)
      var own = settings
      own.headerRow = next.start.headerLine
      let found = try detector.header(from: scanner, settings: own)
      preambleLines += (format.lineOfHeader == nil ? 0 : settings.headerRows) + next.recordsBefore
      header = found.named(by: settings.names)
      writtenHeader = found.texts
      (missingNames, surplusFields) = (0, 0)
      headerLooksLikeData = false
      titles = .none
      bodyStart = next.offset + text.fileLength(from: next.offset, utf8Count: found.body.position)
      bodyLine = found.body.line
      format.headerLine = found.line
      format.evidence += found.evidence
    }
    format.evidence.append(FormatNote(de: "Tabelle \(wanted) gesetzt", en: "table \(wanted) set"))
  }

  private static func unpacked(
    _ content: FileContent
  ) throws(DelimitedTextError) -> FileContent {
    let limit = GzipInflation.limit(forCompressed: content.count)
    return try GzipInflation.inflated(content, limit: limit)
  }

  /// The header, looked for in a first part and, where that part leaves a doubt, in the whole.
  private static func header(
    of scannable: ScannableText,
    settings: FormatSettings
  ) throws(DelimitedTextError) -> HeaderDetector.Header {
    let (text, choice) = (scannable.text, scannable.choice)
    var size = Self.headSize
    while true {
      let end = min(text.start + size, text.content.count)
      let isWhole = end == text.content.count || size >= Self.longestRecord
      size = Self.longestRecord
      do {
        let detector = HeaderDetector(
          bytes: text.utf8(text.start..<end),
          dialect: choice.dialect,
          hasSeparatorLine: choice.separatorLine != nil
        )
        let start = RecordScanner(dialect: choice.dialect, position: 0, line: 1)
        var header = try detector.header(from: start, settings: settings)
        guard isWhole || header.isSettled else { continue }
        header.titles = detector.titles(above: header, from: start)
        return header
      } catch {
        if isWhole { throw error }
      }
    }
  }

  private init(
    _ scannable: ScannableText,
    _ found: HeaderDetector.Header,
    of content: FileContent,
    _ settings: FormatSettings
  ) {
    let (text, choice) = (scannable.text, scannable.choice)
    self.text = text
    self.content = content
    self.settings = settings
    isProvisional = false
    header = found.named(by: settings.names)
    writtenHeader = found.texts
    missingNames = settings.names == nil ? found.missingNames : 0
    surplusFields = settings.names == nil ? max(0, (found.rowWidth ?? 0) - found.texts.count) : 0
    headerLooksLikeData = found.looksLikeData
    preambleLines = found.recordsBefore
    titles = found.titles
    bodyStart = text.start + text.fileLength(from: text.start, utf8Count: found.body.position)
    bodyLine = found.body.line
    format = DetectedFormat(
      encoding: text.encoding,
      hasByteOrderMark: text.hasByteOrderMark,
      delimiter: choice.dialect.delimiter,
      quote: choice.dialect.quote,
      newline: scannable.newlineStyle,
      headerLine: found.line,
      separatorLine: choice.separatorLine,
      strays: text.strays,
      evidence: [text.evidence] + choice.evidence + found.evidence
    )
  }

  /// Whether the settings say which of several tables in the file is meant.
  package var isTableChosen: Bool { settings.table != nil }

  var dialect: Dialect { Dialect(delimiter: format.delimiter, quote: format.quote) }

  /// Storage for one record of this table.
  func emptyRecord() -> Record {
    let texts = format.lineOfHeader == nil ? [] : writtenHeader
    return Record(of: [], quote: format.quote, header: HeaderMatcher(texts: texts, titles: titles))
  }

  /// Calls `body` for every record after the header, in file order, with the same storage reused.
  ///
  /// - Complexity: O(n) in the bytes of the file.
  package func forEachRecord(_ body: (borrowing Record) -> Void) {
    scanRecords { record in
      body(record)
      return .goOn
    }
  }

  /// Calls `body` for the records after the header, in file order, as long as it says true.
  ///
  /// - Complexity: O(n) in the bytes of the records read.
  package func readRecords(while body: (borrowing Record) -> Bool) {
    scanRecords { record in body(record) ? .goOn : .stop }
  }

  /// Calls `body` for every record after the header until it says stop.
  func scanRecords(_ body: (borrowing Record) -> ScanStep) {
    var record = emptyRecord()
    var place = (offset: bodyStart, line: bodyLine)
    var size = Self.windowSize
    while place.offset < text.content.count {
      let step = scanWindow(size, from: &place, into: &record, body)
      if step == .stop { return }
      // A record that does not end in the window needs a larger one.
      size = step == .goOn ? Self.windowSize : size * 8
    }
  }

  /// Reads the records that end within `size` bytes; `place` is where the next one stands.
  private func scanWindow(
    _ size: Int,
    from place: inout (offset: Int, line: Int),
    into record: inout Record,
    _ body: (borrowing Record) -> ScanStep
  ) -> ScanStep {
    record.bytes = text.utf8(window(size, from: place.offset))
    return scanLoaded(size, from: &place, into: &record, body)
  }

  /// The bytes of the file that are looked at for the records in `size` bytes.
  func window(_ size: Int, from start: Int) -> Range<Int> {
    start..<min(start + min(size, Self.longestRecord), text.content.count)
  }

  /// Reads the records that end within `size` bytes, which `record` holds.
  ///
  /// At the largest size the first record ends with the window at the latest.
  func scanLoaded(
    _ size: Int,
    from place: inout (offset: Int, line: Int),
    into record: inout Record,
    _ body: (borrowing Record) -> ScanStep
  ) -> ScanStep {
    let isLast = window(size, from: place.offset).upperBound == text.content.count
    let isCut = size >= Self.longestRecord
    var scanner = RecordScanner(dialect: dialect, position: 0, line: place.line)
    var read = (position: 0, line: place.line)
    var step = ScanStep.goOn
    while step == .goOn, scanner.next(record.bytes, into: &record),
      isLast || scanner.isSettled(in: record.bytes) || (isCut && read.position == 0)
    {
      // What is cut off goes on in the same line.
      let isTorn =
        !isLast && scanner.position == record.bytes.count && !scanner.hasEndedLine(in: record.bytes)
      read = (scanner.position, isTorn ? read.line : scanner.line)
      if isRemarkable(record) { understand(&record, window: place.offset, nextLine: read.line) }
      step = body(record)
    }
    guard read.position > 0 else { return .needsMore }
    let length = text.fileLength(from: place.offset, utf8Count: read.position)
    place = (place.offset + length, read.line)
    return step
  }
}

/// Whether a pass over the records goes on.
enum ScanStep {
  case goOn
  case stop
  /// The window ends within its first record.
  case needsMore
}

// MARK: - Columns

extension DelimitedTable {
  /// Whether a record with a quote out of place has the header's columns all the same: it has as
  /// many fields where such a quote is a letter, as it is read, and has not where the quote encloses
  /// a field up to the next quote before a delimiter.
  package func provesColumns(of record: borrowing Record) -> Bool {
    guard record.hasMalformedQuote, header.count > 1, record.fieldCount == header.count else {
      return false
    }
    let rewriting = QuoteRewriting(.closingAtDelimiter, dialect: dialect)
    let bytes = rewriting.rewritten(record.ownBytes)
    var scanner = RecordScanner(dialect: dialect, position: 0, line: 1)
    var enclosed = emptyRecord()
    return scanner.next(bytes, into: &enclosed)
      && (enclosed.hasMalformedQuote || enclosed.fieldCount != header.count)
  }

  /// The column with this header text, the `occurrence`-th of several from 1; nil without one.
  ///
  /// An exact match goes first. Otherwise blanks around the name and letter case do not count, as
  /// long as all columns found so have one and the same text.
  package func column(named name: String, occurrence: Int) -> Int? {
    let exact = header.indices.filter { header[$0] == name }
    if !exact.isEmpty { return Self.element(occurrence, of: exact) }
    let folded = Self.folded(name)
    let similar = header.indices.filter { Self.folded(header[$0]) == folded }
    guard !folded.isEmpty, let first = similar.first,
      similar.allSatisfy({ header[$0] == header[first] })
    else { return nil }
    return Self.element(occurrence, of: similar)
  }

  private static func element(_ occurrence: Int, of columns: [Int]) -> Int? {
    (1...columns.count).contains(occurrence) ? columns[occurrence - 1] : nil
  }

  private static func folded(_ name: String) -> String {
    let cell = name.utf8.span
    return decodedText(of: cell.extracting(trimmedRange(of: cell))).lowercased()
  }
}
