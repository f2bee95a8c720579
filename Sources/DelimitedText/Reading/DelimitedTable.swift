// SPDX-License-Identifier: Apache-2.0

/// A file of delimited text: its format, its header, and its records on demand.
///
/// The bytes are held once, as UTF-8; records are found anew on every pass, so a pass costs no
/// memory beyond one record.
package struct DelimitedTable: Sendable {
  /// The format, set or detected.
  package let format: DetectedFormat
  /// The header's texts, trimmed; empty for unnamed columns.
  package let header: [String]
  /// How many records stand before the header, blank lines and a `sep=` line among them.
  package let preambleLines: Int

  private let bytes: [UInt8]
  private let bodyScanner: RecordScanner

  /// Reads the file at `path`.
  package init(path: String, settings: FormatSettings) throws(DelimitedTextError) {
    try self.init(bytes: FileBytes.read(path: path), settings: settings)
  }

  /// Reads a file that is in memory already.
  ///
  /// - Complexity: O(n) to check the encoding, plus detection on a sample of fixed size.
  package init(bytes raw: [UInt8], settings: FormatSettings) throws(DelimitedTextError) {
    let isGzip = GzipInflation.isGzip(raw)
    let limit = GzipInflation.limit(forCompressed: raw.count)
    let unpacked = isGzip ? try GzipInflation.inflated(raw, limit: limit) : raw
    let decoded = try DecodedText(unpacked, encoding: settings.encoding)
    let text = ScannableText(decoded, settings: settings)
    let choice = text.choice
    let scanner = RecordScanner(dialect: choice.dialect, position: decoded.start, line: 1)
    let found = try HeaderDetector(
      bytes: text.bytes,
      dialect: choice.dialect,
      hasSeparatorLine: choice.separatorLine != nil
    ).header(from: scanner, settings: settings)
    bytes = text.bytes
    header = found.texts
    preambleLines = found.recordsBefore
    bodyScanner = found.body
    format = DetectedFormat(
      encoding: decoded.encoding,
      hasByteOrderMark: decoded.hasByteOrderMark,
      delimiter: choice.dialect.delimiter,
      quote: choice.dialect.quote,
      newline: text.newlineStyle,
      headerLine: found.line,
      separatorLine: choice.separatorLine,
      evidence: (isGzip ? ["unpacked from gzip"] : []) + [decoded.evidence] + choice.evidence
        + found.evidence
    )
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

  /// Calls `body` for every record after the header until it says stop.
  func scanRecords(_ body: (borrowing Record) -> ScanStep) {
    var scanner = bodyScanner
    var record = Record(of: bytes, quote: format.quote, header: HeaderMatcher(texts: header))
    while scanner.next(bytes, into: &record) {
      if body(record) == .stop { return }
    }
  }
}

/// Whether a pass over the records goes on.
enum ScanStep {
  case goOn
  case stop
}

// MARK: - Columns

extension DelimitedTable {
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
