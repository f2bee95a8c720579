// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Nodes that stand for something of the domain: columns, months, days, currencies, file formats.
extension NodeReader {
  /// A column: its header, or header and occurrence.
  func column(mayBeEmpty: Bool = false) -> ColumnReference? {
    guard isMapping else {
      return text(mayBeEmpty: mayBeEmpty).map { ColumnReference($0, at: position) }
    }
    return section(.column).flatMap { Self.column(in: $0) }
  }

  /// The column that the keys `column` and `occurrence` of a section name.
  static func column(in section: SectionReader, mayBeEmpty: Bool = false) -> ColumnReference? {
    guard let name = section["column"], let header = name.text(mayBeEmpty: mayBeEmpty) else {
      return nil
    }
    let occurrence = section["occurrence"]?.integer(atLeast: 1) ?? 1
    return ColumnReference(header, occurrence: occurrence, at: name.position)
  }

  /// The account id column, with an optional pattern.
  func accountColumn() -> IdentifierColumn? {
    guard isMapping else { return column().map { IdentifierColumn($0) } }
    guard let section = section(.accountColumn) else { return nil }
    let pattern = section["pattern"]?.pattern()
    return Self.column(in: section).map { IdentifierColumn($0, pattern: pattern) }
  }

  /// A regular expression that can be compiled.
  func pattern() -> String? {
    guard let pattern = text() else { return nil }
    guard pattern.utf8.count <= 500 else {
      return fail(
        .pattern,
        de: "der reguläre Ausdruck in '\(path)' ist länger als 500 Bytes",
        en: "the regular expression in '\(path)' is longer than 500 bytes"
      )
    }
    do {
      _ = try Regex(pattern)
      return pattern
    } catch {
      return fail(
        .pattern,
        de: "'\(pattern)' in '\(path)' ist kein regulärer Ausdruck",
        en: "'\(pattern)' in '\(path)' is not a regular expression"
      )
    }
  }

  /// A month `yyyy-mm`.
  func month() -> Period? {
    guard let text = text() else { return nil }
    if let period = Period(iso: text) { return period }
    return fail(
      .dateOrCurrency,
      de: "in '\(path)' wird ein Monat wie 2025-12 erwartet, gefunden '\(text)'",
      en: "expected a month such as 2025-12 in '\(path)', found '\(text)'"
    )
  }

  /// A day `yyyy-mm-dd`.
  func day() -> CalendarDate? {
    guard let text = text() else { return nil }
    if let day = CalendarDate(iso: text) { return day }
    return fail(
      .dateOrCurrency,
      de: "in '\(path)' wird ein Tag wie 2025-08-31 erwartet, gefunden '\(text)'",
      en: "expected a day such as 2025-08-31 in '\(path)', found '\(text)'"
    )
  }

  /// A three-letter currency code.
  func currencyCode() -> String? {
    guard let text = text() else { return nil }
    if CurrencyCode.isValid(text) { return text }
    return fail(
      .dateOrCurrency,
      de: "in '\(path)' werden drei Großbuchstaben wie EUR erwartet, gefunden '\(text)'",
      en: "expected three capital letters such as EUR in '\(path)', found '\(text)'"
    )
  }

  /// The factor of a unit word.
  func unitFactor() -> ExactDecimal? {
    guard let text = text() else { return nil }
    if let factor = UnitWord.factor(of: text) { return factor }
    let known = Self.quoted(UnitWord.examples)
    return fail(
      .unit,
      de: "die Einheit '\(text)' in '\(path)' ist unbekannt; möglich sind etwa \(known)",
      en: "unit '\(text)' in '\(path)' is unknown; possible are for example \(known)"
    )
  }

  /// A file format without `fill_down`.
  func format() -> FormatSettings { section(.format).map(Self.format(in:)) ?? FormatSettings() }

  /// The format keys of a section.
  static func format(in section: SectionReader) -> FormatSettings {
    var format = FormatSettings()
    format.delimiter = section["delimiter"]?.choice(of: FormatWords.delimiters)
      .flatMap(FormatWords.delimiter)
    format.encoding = section["encoding"]?.encoding()
    format.decimal = section["decimal"]?.choice(DecimalMark.self)
    format.grouping = section["grouping"]?.choice(of: FormatWords.groupings)
      .flatMap(FormatWords.grouping)
    format.headerRow = section["header_row"]?.integer(atLeast: 0)
    format.quote = section["quote"]?.asciiCharacter()
    format.headerRows = section["header_rows"]?.integer(atLeast: 1) ?? format.headerRows
    format.names = section["names"]?.list()?.compactMap { $0.text(mayBeEmpty: true) }
    format.table = section["table"]?.integer(atLeast: 1)
    format.repairsRows = section["repair"]?.choice(of: FormatWords.repairs) != "none"
    format.dateOrder = section["date_order"]?.choice(DateOrder.self)
    format.fiscalYearStart = section["fiscal_year_start"]?.month() ?? format.fiscalYearStart
    format.fiscalYearName =
      section["fiscal_year_name"]?.choice(FiscalYearName.self) ?? format.fiscalYearName
    reportClash(of: format, in: section)
    return format
  }

  private static func reportClash(of format: FormatSettings, in section: SectionReader) {
    if format.headerRow == 0, section["header_rows"] != nil {
      section.problems.add(
        .contradiction,
        at: section.keyPosition("header_rows"),
        de:
          "header_row: 0 sagt, dass die Datei keine Kopfzeile hat; header_rows hat dann nichts zu "
          + "zählen",
        en: "header_row: 0 says that the file has no header; header_rows then has nothing to count"
      )
    }
    guard let decimal = format.decimal, decimal.rawValue == format.grouping?.rawValue else {
      return
    }
    section.problems.add(
      .contradiction,
      at: section.keyPosition("grouping"),
      de: "'\(decimal.rawValue)' kann nicht Dezimal- und Gruppenzeichen zugleich sein",
      en: "'\(decimal.rawValue)' cannot be decimal mark and grouping mark at once"
    )
  }

  private func encoding() -> TextEncoding? {
    guard case .scalar(let text, let style) = node.content else {
      return choice(of: FormatWords.encodings).flatMap(FormatWords.encoding)
    }
    let folded = ProgrammeNode(content: .scalar(text.lowercased(), style), position: position)
    return NodeReader(node: folded, path: path, problems: problems)
      .choice(of: FormatWords.encodings).flatMap(FormatWords.encoding)
  }

  private func month() -> Int? {
    guard let month = integer(atLeast: 1) else { return nil }
    if month <= 12 { return month }
    return fail(
      .wrongType,
      de: "in '\(path)' wird ein Monat von 1 bis 12 erwartet, gefunden '\(month)'",
      en: "expected a month from 1 to 12 in '\(path)', found '\(month)'"
    )
  }

  private func asciiCharacter() -> UInt8? {
    guard let text = text() else { return nil }
    if let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80 { return byte }
    return fail(
      .wrongType,
      de: "in '\(path)' wird ein einzelnes ASCII-Zeichen erwartet, gefunden '\(text)'",
      en: "expected a single ASCII character in '\(path)', found '\(text)'"
    )
  }
}
