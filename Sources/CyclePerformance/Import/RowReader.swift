// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Reads the cells of a file row by row and keeps what is wrong with the row at hand.
///
/// Every known cell is looked at once, when the reader moves to its row: tokens for missing values,
/// spreadsheet errors and formula-like text are found even in cells that nobody asks for.
struct RowReader {
  /// The file.
  let table: SheetTable
  /// The row in the file's rows.
  private(set) var row = 0
  /// What was found so far in the row.
  private(set) var findings: [Finding] = []
  /// The first error of the row, nil while it can enter the figures.
  private(set) var fault: OKRCode?
  /// The number of the text in each known column.
  private(set) var cells: [Int32]
  /// The unit of the key result that the row belongs to, where another file names it.
  var keyResultUnit: String?

  /// A reader of `table` that stands at no row yet.
  init(_ table: SheetTable) {
    self.table = table
    cells = Array(repeating: -1, count: table.columns.count)
  }

  /// Goes to a row and looks at all its known cells.
  mutating func move(to row: Int) {
    self.row = row
    fault = nil
    if !findings.isEmpty { findings = [] }
    for slot in cells.indices {
      let number = table.columns[slot].numbers[row]
      cells[slot] = number
      switch table.columns[slot].look(number) {
      case .plain, .empty: continue
      case .missing, .error, .formula: inspect(slot)
      }
    }
  }

  /// The place of the row.
  var place: SheetPlace { SheetPlace(file: table.path, line: table.source.line(of: row)) }

  /// Takes a cell without content from the row above, as merged cells are filled down; false where
  /// there is nothing to take or no room.
  mutating func fill(_ column: OKRColumn, from above: [Int32]) -> Bool {
    guard let slot = table.slot(of: column), table.columns[slot].content(cells[slot]) == nil,
      table.columns[slot].content(above[slot]) != nil
    else { return false }
    cells[slot] = above[slot]
    return true
  }

  /// Whether the cell itself says something, which a column of the programme's does for no row.
  func isWritten(_ column: OKRColumn) -> Bool {
    guard let slot = table.slot(of: column), !table.columns[slot].isConstant else { return false }
    return table.columns[slot].hasContent(cells[slot])
  }

  /// The cell's text, nil when it is empty or a token for a missing value.
  func text(_ column: OKRColumn) -> String? {
    table.slot(of: column).flatMap { table.columns[$0].content(cells[$0]) }
  }

  /// Whether the cell says something: it is neither empty nor a token for a missing value.
  func hasContent(_ column: OKRColumn) -> Bool {
    guard let slot = table.slot(of: column) else { return false }
    return table.columns[slot].hasContent(cells[slot])
  }

  /// The number of the cell's text among those of its column, -1 where there is none.
  func textNumber(_ column: OKRColumn) -> Int32 { table.slot(of: column).map { cells[$0] } ?? -1 }

  /// What the cell says as a number, nil when it is empty or a token for a missing value.
  private func number(in column: OKRColumn) -> KnownColumn.Number? {
    guard let slot = table.slot(of: column), table.columns[slot].hasContent(cells[slot])
    else { return nil }
    return table.columns[slot].value(cells[slot])
  }

  /// Whether the cell has the form of a number.
  func isNumber(_ column: OKRColumn) -> Bool { number(in: column)?.isNumber ?? false }

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
  ///
  /// Marks that could mean two things are decided by the programme, the column, the file, and at
  /// last by the language of the headers, which is said.
  mutating func number(_ column: OKRColumn) -> Double? {
    guard let number = number(in: column) else { return nil }
    guard let value = number.value, let factor = factor(of: number.unit) else {
      reportBadNumber(column)
      return nil
    }
    if number.isUnsure { reportUnsure(number.mark, value, in: column) }
    return value * factor
  }

  /// What brings a number with this unit beside it to the unit of the row; nil where the two have
  /// nothing to do with each other.
  private func factor(of unit: String?) -> Double? {
    guard let unit else { return 1 }
    guard let own = self.unit else { return nil }
    if unit.lowercased() == own.lowercased() { return 1 }
    guard !own.contains("%"), let factor = UnitWord.factor(of: unit)?.doubleValue,
      let ownFactor = UnitWord.factor(of: own)?.doubleValue
    else { return nil }
    return factor / ownFactor
  }

  /// The unit of the row's numbers.
  ///
  /// The one that its cell or its key result names, else the one beside the numbers, unless a number
  /// that is not zero stands without. A check-in cannot say what its key result is measured in.
  var unit: String? {
    if let stated = text(.unit) ?? keyResultUnit { return stated }
    guard table.hasUnits, table.kind != .checkins else { return nil }
    let numbers = OKRColumn.measures.compactMap(number)
    return numbers.allSatisfy { $0.unit != nil || $0.value == 0 }
      ? numbers.lazy.compactMap(\.unit).first : nil
  }

  /// The cell as a day.
  mutating func date(_ column: OKRColumn) -> CalendarDate? { day(column)?.date }

  /// The cell as a day with the second of the day, where a time follows.
  mutating func day(_ column: OKRColumn) -> (date: CalendarDate, second: Int?)? {
    guard let text = text(column) else { return nil }
    if let date = CalendarDate(spelled: text) { return (date, nil) }
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
    let choices = Word.choices
    report(
      .unknownValue,
      column,
      found: text,
      LocalizedText(
        de: "unbekannter Wert '\(text)' in '\(name(of: column))'; möglich sind \(choices.german)",
        en: "unknown value '\(text)' in '\(name(of: column))'; valid are \(choices.english)"
      )
    )
    return nil
  }

  /// The header of a column as the file writes it.
  func name(of column: OKRColumn) -> String {
    guard let slot = table.slot(of: column) else { return column.name }
    return table.header[table.columns[slot].index]
  }

  /// The number of a column, 1-based, nil when the file lacks it.
  func position(of column: OKRColumn) -> Int? {
    guard let slot = table.slot(of: column), !table.columns[slot].isConstant else { return nil }
    return table.columns[slot].index + 1
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

  /// Says of the row nothing but this.
  mutating func replaceFindings(_ finding: Finding) { findings = [finding] }

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
  /// Says what there is to say about a cell that is not plain.
  private mutating func inspect(_ slot: Int) {
    let known = table.columns[slot]
    let text = known.text(cells[slot])
    let name = name(of: known.column)
    switch known.look(cells[slot]) {
    case .plain, .empty: return
    case .missing:
      report(
        .missingToken,
        known.column,
        found: text,
        LocalizedText(
          de: "'\(text)' in '\(name)' gilt als fehlend",
          en: "'\(text)' in '\(name)' counts as missing"
        )
      )
    case .error:
      report(
        .spreadsheetError,
        known.column,
        found: text,
        LocalizedText(
          de: "Tabellenfehler '\(text)' in '\(name)'; die Formel in der Quelldatei berichtigen",
          en: "spreadsheet error '\(text)' in '\(name)'; correct the formula in the source file"
        )
      )
    case .formula:
      report(
        .formulaText,
        known.column,
        found: text,
        LocalizedText(
          de: "'\(text)' in '\(name)' sieht wie eine Formel aus; beim CSV-Export steht ein "
            + "Hochkomma davor",
          en: "'\(text)' in '\(name)' looks like a formula; CSV exports put an apostrophe before "
            + "it"
        )
      )
    }
  }

  private mutating func reportUnsure(
    _ mark: DecimalMark,
    _ value: Double,
    in column: OKRColumn
  ) {
    let text = text(column) ?? ""
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

  private mutating func reportBadNumber(_ column: OKRColumn) {
    let text = text(column) ?? ""
    report(
      .badNumber,
      column,
      found: text,
      LocalizedText(
        de: "endliche Zahl erwartet in '\(name(of: column))', gefunden '\(text)'"
          + badNumberAdvice(column).german,
        en: "expected a finite number in '\(name(of: column))', found '\(text)'"
          + badNumberAdvice(column).english
      )
    )
  }
}

extension RowReader {
  /// What helps where a cell of a key result is no number of its unit.
  private func badNumberAdvice(_ column: OKRColumn) -> LocalizedText {
    if number(in: column)?.unit != nil {
      return LocalizedText(
        de: "; die Einheit steht in der Spalte 'Einheit' oder hinter jeder Zahl der Zeile",
        en: "; the unit stands in the column 'unit' or behind each number of the row"
      )
    }
    guard column.isMeasure, text(column).flatMap(SheetFlag.init(word:)) != nil else {
      return LocalizedText(de: "", en: "")
    }
    return LocalizedText(
      de: "; ja und nein gelten mit dem KR-Typ 'boolean'",
      en: "; yes and no count with the type 'boolean'"
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
