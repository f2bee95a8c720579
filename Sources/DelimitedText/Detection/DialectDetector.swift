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
    /// How quotes inside fields have to be rewritten first, if at all.
    var repair: QuoteRepair?
    var evidence: [FormatNote]
  }

  /// The signs looked for between fields.
  static let delimiters: [UInt8] = [
    UInt8(ascii: ";"), 0x09, UInt8(ascii: ","), UInt8(ascii: "|"), 0x20,
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
    let set = settings.delimiter.flatMap { Self.isUsable($0) ? $0 : nil }
    let quotes = settings.quote.flatMap { Self.isUsable($0) ? [$0] : nil } ?? Self.quotes
    let delimiters = (set ?? named).map { [$0] } ?? Self.delimiters
    var best: Candidate?
    for delimiter in delimiters {
      var earlierQuotedFields = 0
      for (index, quote) in quotes.enumerated() where quote != delimiter {
        let candidate = candidate(Dialect(delimiter: delimiter, quote: quote))
        let judgement = candidate.judgement
        // The apostrophe is common in names: it counts only where it encloses fields alone.
        let isBacked = index == 0 || (judgement.quotedFields > 0 && earlierQuotedFields == 0)
        earlierQuotedFields += judgement.quotedFields
        // Blanks stand in every text: they count only where quotes show what belongs together.
        let isProven = delimiters.count == 1 || delimiter != 0x20 || judgement.showsBlankDelimiter
        if isBacked, isProven, best.map({ judgement.isBetter(than: $0.judgement) }) ?? true {
          best = candidate
        }
      }
    }
    let origin =
      set != nil
      ? FormatNote(de: "gesetzt", en: "set")
      : named != nil
        ? FormatNote(de: "von der Zeile sep= genannt", en: "named by the sep= line")
        : FormatNote(de: "gefunden", en: "found")
    return choice(best, isSearch: delimiters.count > 1, origin: origin)
  }

  private func choice(_ best: Candidate?, isSearch: Bool, origin: FormatNote) -> Choice {
    let separatorLine = sample.namedDelimiter == nil ? nil : 1
    let comma = UInt8(ascii: ",")
    guard let best else {
      return Choice(
        dialect: Dialect(delimiter: comma, quote: UInt8(ascii: "\"")),
        separatorLine: separatorLine,
        evidence: [FormatNote(de: "kein Trennzeichen", en: "no delimiter")]
      )
    }
    if isSearch, best.judgement.score == 0 {
      return Choice(
        dialect: Dialect(delimiter: comma, quote: best.dialect.quote),
        separatorLine: separatorLine,
        evidence: [
          FormatNote(de: "kein Trennzeichen: eine Spalte", en: "no delimiter: one column")
        ]
      )
    }
    let name = Self.name(best.dialect.delimiter)
    let note = FormatNote(
      de: "Trennzeichen \(name) \(origin.german)",
      en: "delimiter \(name) \(origin.english)"
    )
    return Choice(
      dialect: best.dialect,
      separatorLine: separatorLine,
      repair: best.repair,
      evidence: [note] + (best.repair.map { [$0.evidence] } ?? [])
    )
  }

  /// A delimiter as people call it.
  static func name(_ byte: UInt8) -> String {
    byte == 0x09 ? "TAB" : "'\(Character(UnicodeScalar(byte)))'"
  }
}

/// A dialect, and how well the sample fits it once its quotes are rewritten.
private struct Candidate {
  var dialect: Dialect
  var repair: QuoteRepair?
  var judgement: Judgement
}

extension DialectDetector {
  /// The dialect as it stands, or with the first repair that leaves no quote out of place.
  private func candidate(_ dialect: Dialect) -> Candidate {
    let plain = judgement(of: dialect, in: sample.bytes)
    for repair in QuoteRepair.allCases
    where repair.isCalledFor(in: sample.bytes, dialect: dialect, plain) {
      let bytes = QuoteRewriting(repair, dialect: dialect).rewritten(sample.bytes)
      guard bytes != sample.bytes else { continue }
      let repaired = judgement(of: dialect, in: bytes)
      if repaired.malformed == 0, repair.isProven(by: repaired, over: plain) {
        return Candidate(dialect: dialect, repair: repair, judgement: repaired)
      }
    }
    return Candidate(dialect: dialect, judgement: plain)
  }

  private func judgement(of dialect: Dialect, in bytes: [UInt8]) -> Judgement {
    var scanner = RecordScanner(dialect: dialect, position: 0, line: 1)
    var record = Record(of: bytes, quote: dialect.quote, header: HeaderMatcher(texts: []))
    var result = Judgement()
    var recordsByFieldCount: [Int: Int] = [:]
    var (cells, plausibility) = (0, 0.0)
    while result.records < Self.mostRecords, scanner.next(bytes, into: &record) {
      let (isFirst, kind) = (scanner.line == 2, record.kind)
      guard kind != .blank, kind != .separator, !(isFirst && sample.namedDelimiter != nil)
      else { continue }
      result.records += 1
      recordsByFieldCount[record.fieldCount, default: 0] += 1
      if record.hasMalformedQuote { result.malformed += 1 }
      for column in 0..<record.fieldCount {
        cells += 1
        if record.isQuoted(column) { result.quotedFields += 1 }
        plausibility += CellPlausibility.of(record, column)
      }
    }
    guard result.records > 0 else { return Judgement() }
    let mode = recordsByFieldCount.max { ($0.value, $0.key) < ($1.value, $1.key) }
    result.width = mode?.key ?? 1
    let (width, records) = (Double(result.width), Double(result.records))
    result.share = Double(mode?.value ?? 0) / records
    let intact = 1 - Double(result.malformed) / records
    result.score =
      result.share * result.share * (width - 1) / width * plausibility / Double(cells) * intact
    return result
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
