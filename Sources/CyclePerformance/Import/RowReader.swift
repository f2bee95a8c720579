// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Reads the cells of one row and keeps what is wrong with them.
///
/// Every known cell is looked at once, when the reader is made: tokens for missing values,
/// spreadsheet errors and formula-like text are found even in cells that nobody asks for.
struct RowReader {
  /// The file the row belongs to.
  let table: SheetTable
  /// The row itself.
  let row: SheetRow
  /// What was found so far.
  private(set) var findings: [Finding] = []
  /// The first error, nil while the row can enter the figures.
  private(set) var fault: OKRCode?
  private var texts: [String?]

  /// Looks at all known cells of `row`.
  init(_ row: SheetRow, of table: SheetTable) {
    self.table = table
    self.row = row
    texts = table.columns.map { entry in
      guard entry.index < row.cells.count else { return nil }
      let text = row.cells[entry.index].trimmedCell
      return text.isEmpty ? nil : text
    }
    for (slot, entry) in table.columns.enumerated() {
      guard let text = texts[slot] else { continue }
      inspect(text, of: entry.column, slot: slot)
    }
  }

  /// The place of the row.
  var place: SheetPlace { SheetPlace(file: table.path, line: row.line) }

  /// Puts `text` into an empty cell, as merged cells are filled down.
  mutating func fill(_ column: OKRColumn, with text: String?) {
    guard let slot = table.slot(of: column), texts[slot] == nil else { return }
    texts[slot] = text
  }

  /// The cell's text, nil when it is empty or a token for a missing value.
  func text(_ column: OKRColumn) -> String? {
    table.slot(of: column).flatMap { texts[$0] }
  }

  /// The cell's text; an empty cell is an error, unless the whole column is missing, which is
  /// reported once at the header.
  mutating func required(_ column: OKRColumn) -> String? {
    if let text = text(column) { return text }
    fault = fault ?? .requiredMissing
    guard table.has(column) else { return nil }
    report(
      .requiredMissing,
      column,
      found: "",
      LocalizedText(
        de: "Pflichtfeld '\(name(of: column))' ist leer",
        en: "required field '\(name(of: column))' is empty"
      )
    )
    return nil
  }

  /// The cell as a finite number.
  mutating func number(_ column: OKRColumn) -> Double? {
    guard let text = text(column) else { return nil }
    guard let number = SheetNumber(text) else {
      reportBadNumber(text, in: column)
      return nil
    }
    return value(of: number, text: text, in: column)
  }

  /// The cell as a day.
  mutating func date(_ column: OKRColumn) -> CalendarDate? { day(column)?.date }

  /// The cell as a day with the second of the day, where a time follows.
  mutating func day(_ column: OKRColumn) -> (date: CalendarDate, second: Int?)? {
    guard let text = text(column) else { return nil }
    let order = table.dateOrders[column]
    guard let day = SheetDay(text), let date = day.date(order: order ?? .dayFirst) else {
      report(
        .badDate,
        column,
        found: text,
        LocalizedText(
          de: "Datum wie 31.08.2025 oder 2025-08-31 erwartet in '\(name(of: column))', "
            + "gefunden '\(text)'",
          en: "expected a date like 2025-08-31 or 31.08.2025 in '\(name(of: column))', "
            + "found '\(text)'"
        )
      )
      return nil
    }
    if order == nil, day.isAmbiguous {
      report(
        .badDate,
        column,
        found: text,
        LocalizedText(
          de: "'\(text)' kann Tag/Monat oder Monat/Tag sein; 'format: {date_order: dmy}' oder "
            + "'mdy' entscheidet",
          en: "'\(text)' may be day/month or month/day; 'format: {date_order: dmy}' or 'mdy' "
            + "decides"
        )
      )
      return nil
    }
    if day.hasTwoDigitYear {
      report(
        .twoDigitYear,
        column,
        found: text,
        LocalizedText(
          de: "zweistellige Jahreszahl '\(text)' gelesen als \(date)",
          en: "two-digit year '\(text)' read as \(date)"
        )
      )
    }
    return (date, day.second)
  }

  /// The cell as yes or no.
  mutating func flag(_ column: OKRColumn) -> Bool? {
    choice(column, of: SheetFlag.self).map { $0 == .yes }
  }

  /// The cell as one of a few words.
  mutating func choice<Word: SheetWord>(_ column: OKRColumn, of type: Word.Type) -> Word? {
    guard let text = text(column) else { return nil }
    if let word = Word(word: text) { return word }
    report(
      .unknownValue,
      column,
      found: text,
      LocalizedText(
        de: "unbekannter Wert '\(text)' in '\(name(of: column))'; möglich sind \(Word.choices)",
        en: "unknown value '\(text)' in '\(name(of: column))'; valid are \(Word.choices)"
      )
    )
    return nil
  }

  /// The header of a column as the file writes it.
  func name(of column: OKRColumn) -> String {
    guard let slot = table.slot(of: column) else { return column.rawValue }
    return table.header[table.columns[slot].index]
  }

  /// The number of a column, 1-based, nil when the file lacks it.
  func position(of column: OKRColumn) -> Int? {
    table.slot(of: column).map { table.columns[$0].index + 1 }
  }

  /// Keeps a finding on a cell; an error takes the row out of the figures.
  mutating func report(
    _ code: OKRCode,
    _ column: OKRColumn,
    found: String?,
    _ message: LocalizedText
  ) {
    if code.severity == .error { fault = fault ?? code }
    findings.append(
      .okr(
        code,
        at: place,
        column: position(of: column),
        field: name(of: column),
        found: found,
        message
      )
    )
  }

  /// Keeps findings that are no errors.
  mutating func keep(_ notes: [Finding]) { findings += notes }

  /// Keeps a finding on the whole row; an error takes it out of the figures.
  mutating func report(_ code: OKRCode, key: String?, found: String?, _ message: LocalizedText) {
    if code.severity == .error { fault = fault ?? code }
    findings.append(.okr(code, at: place, field: key, found: found, message))
  }
}

// MARK: - Cells

extension RowReader {
  private mutating func inspect(_ text: String, of column: OKRColumn, slot: Int) {
    if SheetToken.isMissing(text) {
      texts[slot] = nil
      report(
        .missingToken,
        column,
        found: text,
        LocalizedText(
          de: "'\(text)' in '\(name(of: column))' gilt als fehlend",
          en: "'\(text)' in '\(name(of: column))' counts as missing"
        )
      )
    } else if SheetToken.isError(text) {
      texts[slot] = nil
      report(
        .spreadsheetError,
        column,
        found: text,
        LocalizedText(
          de: "Tabellenfehler '\(text)' in '\(name(of: column))'; die Formel in der Quelldatei "
            + "berichtigen",
          en: "spreadsheet error '\(text)' in '\(name(of: column))'; correct the formula in the "
            + "source file"
        )
      )
    } else if column.isFreeText, SheetText.looksLikeFormula(text) {
      report(
        .formulaText,
        column,
        found: text,
        LocalizedText(
          de: "'\(text)' in '\(name(of: column))' sieht wie eine Formel aus; beim CSV-Export steht "
            + "ein Hochkomma davor",
          en: "'\(text)' in '\(name(of: column))' looks like a formula; CSV exports put an "
            + "apostrophe before it"
        )
      )
    }
  }

  /// The value of a number cell; marks that could mean two things are decided by the programme,
  /// the column, the file, and at last by the language of the headers, which is said.
  mutating func value(of number: SheetNumber, text: String, in column: OKRColumn) -> Double? {
    let decimal = table.decimal(of: column)
    let mark: DecimalMark
    switch number.evidence {
    case .certain(let certain): mark = table.statedDecimal ?? certain
    case .none, .ambiguous: mark = decimal.mark
    }
    guard let value = number.value(decimal: mark) else {
      reportBadNumber(text, in: column)
      return nil
    }
    if number.evidence == .ambiguous, !decimal.isSure {
      report(
        .ambiguousDecimal,
        column,
        found: text,
        LocalizedText(
          de: "'\(text)' in '\(name(of: column))' kann Tausender oder Dezimalstellen meinen, "
            + "gelesen als \(value); 'format: {decimal: \"\(mark.rawValue)\"}' entscheidet",
          en: "'\(text)' in '\(name(of: column))' may mean thousands or decimals, read as "
            + "\(value); 'format: {decimal: \"\(mark.rawValue)\"}' decides"
        )
      )
    }
    return value
  }

  mutating func reportBadNumber(_ text: String, in column: OKRColumn) {
    report(
      .badNumber,
      column,
      found: text,
      LocalizedText(
        de: "endliche Zahl erwartet in '\(name(of: column))', gefunden '\(text)'",
        en: "expected a finite number in '\(name(of: column))', found '\(text)'"
      )
    )
  }
}

/// Texts that a spreadsheet would take for something else.
enum SheetText {
  /// Whether a spreadsheet would run `text` as a formula: it starts with `=`, `+`, `-` or `@` and
  /// is no number.
  static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count > 1 else { return false }
    return "=+-@".utf8.contains(first) && SheetNumber(text) == nil
  }
}
