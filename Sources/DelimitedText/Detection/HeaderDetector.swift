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
    /// The lines before the header.
    var titles = TitleLines.none
    /// Stands at the first record after the header.
    var body: RecordScanner
    var evidence: [FormatNote]
    /// Whether everything that was looked at would be the same if more bytes followed.
    var isSettled: Bool
    /// Whether it was found and looks like the rows below it.
    var looksLikeData = false
    /// How many fields all rows below have; nil where they differ or nobody looked.
    var rowWidth: Int?
    /// How many fields more than names the rows have, where most rows fill them.
    var missingNames = 0

    /// The names that are given, or the header's own; as many as the rows have fields.
    func named(by names: [String]?) -> [String] {
      guard let names else { return texts }
      let width = max(texts.count, rowWidth ?? 0)
      return names + Array(repeating: "", count: max(0, width - names.count))
    }

    /// The header without an empty first or last name, where all rows have one field less.
    func withoutSurplusName(rowWidth: Int?) -> Header {
      var header = self
      guard let rowWidth, rowWidth > 1, rowWidth != texts.count else { return self }
      header.evidence.append(
        FormatNote(
          de: "die Zeilen haben \(rowWidth) Felder, die Kopfzeile \(texts.count)",
          en: "the rows have \(rowWidth) fields, the header \(texts.count)"
        )
      )
      guard texts.count == rowWidth + 1, texts.count(where: \.isEmpty) == 1 else { return header }
      if texts[0].isEmpty {
        header.texts.removeFirst()
      } else if texts[rowWidth].isEmpty {
        header.texts.removeLast()
      }
      if header.texts.count == rowWidth {
        header.evidence.append(
          FormatNote(de: "einen leeren Namen ausgelassen", en: "an empty name left out")
        )
      }
      return header
    }
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

  /// The header, on the physical line that is set or found.
  func header(
    from scanner: RecordScanner,
    settings: FormatSettings
  ) throws(DelimitedTextError) -> Header {
    let lines = max(1, settings.headerRows)
    if settings.headerRow == 0 { return try numberedColumns(from: scanner) }
    if let row = settings.headerRow { return try header(from: scanner, onLine: row, lines: lines) }
    let (rows, isSettled) = firstRows(from: scanner)
    guard rows.contains(where: { !$0.isBlank }) else { throw .noHeader }
    let choice = HeaderChoice(rows)
    if lines == 1, var header = foreignHeader(in: rows, width: choice.width) {
      header.isSettled = isSettled
      return header
    }
    guard let found = choice.index else { throw .noHeader }
    let index = choice.firstLine(ofHeaderAt: found, lines: lines)
    var header = header(
      from: rows[index].scanner,
      recordsBefore: rows[index].number,
      lines: lines,
      how: FormatNote(de: "gefunden", en: "found")
    ).withoutSurplusName(rowWidth: choice.rowWidth(below: index))
    header.isSettled = isSettled
    header.looksLikeData = lines == 1 && choice.looksLikeData(at: index)
    header.rowWidth = choice.rowWidth(below: index)
    header.missingNames = choice.missingNames(below: index, names: header.texts.count)
    return header
  }

  /// The header of a text that has none: all records are rows, whose columns are called 1, 2, 3.
  private func numberedColumns(
    from scanner: RecordScanner
  ) throws(DelimitedTextError) -> Header {
    let (rows, isSettled) = firstRows(from: scanner)
    guard let first = rows.first, rows.contains(where: { !$0.isBlank }) else { throw .noHeader }
    return Header(
      texts: (1...max(1, HeaderChoice(rows).width)).map(String.init),
      line: 0,
      recordsBefore: first.number,
      body: first.scanner,
      evidence: [
        FormatNote(
          de: "ohne Kopfzeile gesetzt: Spalten heißen nach ihrer Stelle",
          en: "set to have no header: columns are called by their place"
        )
      ],
      isSettled: isSettled
    )
  }

  private func header(
    from scanner: RecordScanner,
    onLine row: Int,
    lines: Int
  ) throws(DelimitedTextError) -> Header {
    var scanner = scanner
    var record = Record(of: bytes, quote: dialect.quote, header: HeaderMatcher(texts: []))
    var recordsBefore = 0
    while true {
      let start = scanner
      guard scanner.line <= row, scanner.next(bytes, into: &record) else { break }
      if record.line == row, record.kind != .blank {
        return header(
          from: start,
          recordsBefore: recordsBefore,
          lines: lines,
          how: FormatNote(de: "gesetzt", en: "set")
        )
      }
      recordsBefore += 1
    }
    throw .headerRowMissing(row)
  }

  private func header(
    from scanner: RecordScanner,
    recordsBefore: Int,
    lines: Int,
    how: FormatNote
  ) -> Header {
    var body = scanner
    var record = Record(of: bytes, quote: dialect.quote, header: HeaderMatcher(texts: []))
    var texts: [String] = []
    let line = scanner.line
    for _ in 0..<lines {
      guard body.next(bytes, into: &record) else { break }
      let next = (0..<record.fieldCount).map { record.text($0) }
      texts = texts.isEmpty ? next : HeaderLines.joined(upper: texts, lower: next)
    }
    return Header(
      texts: texts,
      line: line,
      recordsBefore: recordsBefore,
      body: body,
      evidence: [
        FormatNote(
          de: "Kopfzeile in Zeile \(line) \(how.german)",
          en: "header on line \(line) \(how.english)"
        )
      ]
        + (lines > 1
          ? [
            FormatNote(
              de: "Kopfzeile aus \(lines) Zeilen gesetzt",
              en: "header of \(lines) lines set"
            )
          ] : []),
      isSettled: body.isSettled(in: bytes)
    )
  }

  /// What stands above a header.
  func titles(above header: Header, from start: RecordScanner) -> TitleLines {
    var scanner = start
    var record = Record(of: bytes, quote: dialect.quote, header: HeaderMatcher(texts: []))
    var lines: [[String]] = []
    for number in 0..<header.recordsBefore {
      guard scanner.next(bytes, into: &record) else { break }
      if number > 0 || !hasSeparatorLine { lines.append(record.filledTexts) }
    }
    return TitleLines(lines, columnCount: header.texts.count)
  }

  /// The first line read with another delimiter than the rows below it.
  ///
  /// Only where the line has one field, a row of figures follows at once, and the other delimiter
  /// gives as many different names as the rows have fields: then nothing else can be the header.
  private func foreignHeader(in rows: [SampleRow], width: Int) -> Header? {
    guard let first = rows.firstIndex(where: { !$0.isBlank }), rows[first].looks.count == 1,
      width > 2, let next = rows.dropFirst(first + 1).first, next.looks.count == width,
      next.looks.contains(where: { $0 == .figure || $0 == .day })
    else { return nil }
    for delimiter in DialectDetector.delimiters where delimiter != dialect.delimiter {
      var scanner = rows[first].scanner.reading(delimiter: delimiter)
      var record = Record(of: bytes, quote: dialect.quote, header: HeaderMatcher(texts: []))
      guard scanner.next(bytes, into: &record) else { continue }
      let row = SampleRow(record, number: rows[first].number, scanner: rows[first].scanner)
      guard row.looks.count == width, row.isAllNames, row.distinctTexts == width else { continue }
      return Header(
        texts: (0..<record.fieldCount).map { record.text($0) },
        line: record.line,
        recordsBefore: row.number,
        body: next.scanner,
        evidence: [
          FormatNote(
            de: "Kopfzeile in Zeile \(record.line) gefunden",
            en: "header on line \(record.line) found"
          ),
          FormatNote(
            de: "Kopfzeile mit \(DialectDetector.name(delimiter)) zwischen den Namen",
            en: "header with \(DialectDetector.name(delimiter)) between its names"
          ),
        ],
        isSettled: true
      )
    }
    return nil
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
