// SPDX-License-Identifier: Apache-2.0

/// Finds delimiter and quote of a text.
///
/// *Definition* Each candidate splits the sample into records. Its score is the share of the
/// records with the most frequent number of fields, squared, times `(L - 1) / L` for that number
/// `L`, times the mean plausibility of the cells: the idea of consistency in van den Burg, Nazábal
/// and Sutton, "Wrangling messy CSV files by detecting row and type patterns", 2019, with a measure
/// of our own. The first candidate of the highest score wins.
struct DialectDetector {
  /// What was chosen.
  struct Choice {
    var dialect: Dialect
    var separatorLine: Int?
    var evidence: String
  }

  private static let delimiters: [UInt8] = [
    UInt8(ascii: ";"), 0x09, UInt8(ascii: ","), UInt8(ascii: "|"),
  ]
  private static let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
  private static let mostRecords = 400

  private let sample: DialectSample
  private let settings: FormatSettings

  init(sample: DialectSample, settings: FormatSettings) {
    self.sample = sample
    self.settings = settings
  }

  /// Whether a byte can stand between fields: ASCII, visible, blank or tab, and no line break.
  static func isUsable(_ byte: UInt8) -> Bool { byte == 0x09 || (0x20..<0x7F).contains(byte) }

  /// The dialect: set, named by a `sep=` line, or found.
  var choice: Choice {
    let named = sample.namedDelimiter
    let separatorLine = named == nil ? nil : 1
    let set = settings.delimiter.flatMap { Self.isUsable($0) ? $0 : nil }
    let quotes = settings.quote.flatMap { Self.isUsable($0) ? [$0] : nil } ?? Self.quotes
    let delimiters = (set ?? named).map { [$0] } ?? Self.delimiters
    var best: (dialect: Dialect, judgement: Judgement)?
    for delimiter in delimiters {
      var earlierQuotedFields = 0
      for (index, quote) in quotes.enumerated() where quote != delimiter {
        let dialect = Dialect(delimiter: delimiter, quote: quote)
        let judgement = judgement(of: dialect)
        // The apostrophe is common in names: it counts only where it encloses fields alone.
        let isBacked = index == 0 || (judgement.quotedFields > 0 && earlierQuotedFields == 0)
        earlierQuotedFields += judgement.quotedFields
        if isBacked, best.map({ judgement.isBetter(than: $0.judgement) }) ?? true {
          best = (dialect, judgement)
        }
      }
    }
    let origin = set != nil ? "set" : named != nil ? "named by the sep= line" : "found"
    let fallback = Dialect(delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "\""))
    guard let best else {
      return Choice(dialect: fallback, separatorLine: separatorLine, evidence: "no delimiter")
    }
    if delimiters.count > 1, best.judgement.score == 0 {
      let dialect = Dialect(delimiter: fallback.delimiter, quote: best.dialect.quote)
      return Choice(
        dialect: dialect,
        separatorLine: separatorLine,
        evidence: "no delimiter: one column"
      )
    }
    return Choice(
      dialect: best.dialect,
      separatorLine: separatorLine,
      evidence: "delimiter \(Self.name(best.dialect.delimiter)) \(origin)"
    )
  }

  private static func name(_ byte: UInt8) -> String {
    byte == 0x09 ? "TAB" : "'\(Character(UnicodeScalar(byte)))'"
  }
}

/// How well a dialect fits a sample.
private struct Judgement {
  var score = 0.0
  /// Fields in quotes.
  var quotedFields = 0

  func isBetter(than other: Judgement) -> Bool {
    score > other.score || (score == other.score && quotedFields > other.quotedFields)
  }
}

extension DialectDetector {
  private func judgement(of dialect: Dialect) -> Judgement {
    var scanner = RecordScanner(dialect: dialect, position: 0, line: 1)
    var record = Record(of: sample.bytes, quote: dialect.quote, header: HeaderMatcher(texts: []))
    var recordsByFieldCount: [Int: Int] = [:]
    var (records, cells, malformed, quoted) = (0, 0, 0, 0)
    var plausibility = 0.0
    while records < Self.mostRecords, scanner.next(sample.bytes, into: &record) {
      let (isFirst, kind) = (scanner.line == 2, record.kind)
      guard kind != .blank, kind != .separator, !(isFirst && sample.namedDelimiter != nil)
      else { continue }
      records += 1
      recordsByFieldCount[record.fieldCount, default: 0] += 1
      if record.hasMalformedQuote { malformed += 1 }
      for column in 0..<record.fieldCount {
        cells += 1
        if record.isQuoted(column) { quoted += 1 }
        plausibility += CellPlausibility.of(record, column)
      }
    }
    guard records > 0 else { return Judgement() }
    let mode = recordsByFieldCount.max { ($0.value, $0.key) < ($1.value, $1.key) }
    let width = Double(mode?.key ?? 1)
    let share = Double(mode?.value ?? 0) / Double(records)
    let intact = 1 - Double(malformed) / Double(records)
    let score = share * share * (width - 1) / width * plausibility / Double(cells) * intact
    return Judgement(score: score, quotedFields: quoted)
  }
}

/// How much a cell looks like one value, from 0 to 1.
private enum CellPlausibility {
  static func of(_ record: borrowing Record, _ column: Int) -> Double {
    if record.isQuoted(column) { return 1 }
    return record.withContent(column) { cell in
      if cell.isEmpty { return 0.9 }
      var commas = 0
      var others = 0
      for offset in cell.indices {
        switch cell[offset] {
        case UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09, UInt8(ascii: "\""): others += 1
        case UInt8(ascii: ","): commas += 1
        default: break
        }
      }
      if others > 0 { return 0.1 }
      if commas == 0 { return 1 }
      return isNumber(cell) ? 1 : 0.4
    }
  }

  private static func isNumber(_ cell: Span<UInt8>) -> Bool {
    for style in NumberStyle.both {
      if case .number = NumberReader.read(cell, style: style) { return true }
    }
    return false
  }
}
