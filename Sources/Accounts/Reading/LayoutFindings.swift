// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// What is to be said about the layout of single rows of one file: rows that were repaired, quotes
/// read as letters, and where another table begins.
package struct LayoutFindings {
  /// The file as messages call it.
  let file: String
  private let table: DelimitedTable
  private var rows = CellFindings()
  private var otherTable: OtherTableStart?
  private var otherLines = 0

  /// Nothing found yet in `table`, which messages call `file`.
  package init(file: String, table: DelimitedTable) {
    self.file = file
    self.table = table
  }

  /// Looks at a record, whatever it is.
  package mutating func look(at record: borrowing Record) {
    if let repair = record.repair { rows.add(finding(repair, record)) }
    if record.isUndecided, record.fieldCount > table.header.count,
      !record.hasSurplusText(beyond: table.header.count)
    {
      rows.add(emptyFieldFinding(record))
    }
    guard !table.isTableChosen, record.kind == .otherTable, let start = record.otherTable else {
      return
    }
    addLine(of: start)
  }

  /// Looks at a record of a file whose rows may have any number of fields.
  package mutating func lookAtAll(of record: borrowing Record) {
    look(at: record)
    if record.kind == .data, record.hasMalformedQuote { _ = haveColumns(record) }
  }

  /// Whether the record has the header's columns: as many fields, but for empty ones behind them, or
  /// a stray quote that proves them, which is then said.
  package mutating func haveColumns(_ record: borrowing Record) -> Bool {
    let wanted = table.header.count
    guard record.hasMalformedQuote else {
      return record.fieldCount >= wanted && !record.hasSurplusText(beyond: wanted)
    }
    guard table.provesColumns(of: record) else { return false }
    rows.add(StrayQuote.finding(file: file, line: record.line, fields: wanted))
    return true
  }

  /// Why a record without the header's columns is rejected.
  package func rejection(of record: borrowing Record) -> LocalizedText {
    let (wanted, count) = (table.header.count, record.fieldCount)
    let message = LocalizedText(
      de: "\(wanted) Felder wie in der Kopfzeile erwartet, gefunden \(count)",
      en: "expected \(wanted) fields like the header, found \(count)"
    )
    guard record.isUndecided else {
      return LocalizedText(
        de: message.german + "; steht ein Trennzeichen ohne Anführungszeichen in einem Text?",
        en: message.english + "; is there an unquoted delimiter in a text?"
      )
    }
    return LocalizedText(
      de: message.german + "; in welche Spalten sie gehören, lässt sich nicht eindeutig sagen; "
        + "setzen Sie Texte mit Trennzeichen in Anführungszeichen",
      en: message.english + "; it is not certain which columns they belong to; quote texts that "
        + "hold the delimiter"
    )
  }

  /// Everything found.
  package func finished() -> [Finding] {
    rows.finished(file: file) + (otherTableFinding.map { [$0] } ?? [])
  }

  // MARK: Other tables

  /// Notes a record that belongs to another table.
  mutating func addLine(of start: OtherTableStart) {
    if otherTable == nil { otherTable = start }
    otherLines += 1
  }

  private var otherTableFinding: Finding? {
    guard let otherTable else { return nil }
    let lines = otherLines
    return Finding(
      .error,
      "K-D090",
      file: file,
      line: otherTable.line,
      found: otherTable.names.prefix(4).joined(separator: " | "),
      message: LocalizedText(
        de: "hier beginnt eine andere Tabelle; ihre \(lines) Zeilen zählen als Struktur und nicht "
          + "als Daten; format.table: 2 liest sie als eigene Quelle, format.table: 1 bestätigt, "
          + "dass nur die erste zählt",
        en: "another table begins here; its \(lines) lines count as structure and not as data; "
          + "format.table: 2 reads it as a source of its own, format.table: 1 confirms that only "
          + "the first counts"
      )
    )
  }

  // MARK: Repairs

  private func finding(_ repair: RowRepair, _ record: borrowing Record) -> Finding {
    let what = text(of: repair)
    return Finding(
      .warning,
      "K-D167",
      file: file,
      line: record.line,
      message: LocalizedText(
        de: "\(what.german); nur so passen die Felder in ihre Spalten, und so ist die Zeile "
          + "gelesen; format.repair: none schaltet das ab",
        en: "\(what.english); only so the fields fit their columns, and so the row is read; "
          + "format.repair: none turns this off"
      )
    )
  }

  /// An empty field behind the others may be no surplus one, but the last column's.
  private func emptyFieldFinding(_ record: borrowing Record) -> Finding {
    Finding(
      .warning,
      "K-D169",
      file: file,
      line: record.line,
      message: LocalizedText(
        de: "am Ende steht ein leeres Feld zu viel, und nicht alle Felder passen in ihre Spalten; "
          + "steht ein Trennzeichen ohne Anführungszeichen in einem Text oder einer Zahl?",
        en: "an empty field too many stands at the end, and not all fields fit their columns; is "
          + "there an unquoted delimiter in a text or a number?"
      )
    )
  }

  private func text(of repair: RowRepair) -> LocalizedText {
    switch repair {
    case .emptyFieldLeftOut(let column):
      let name = name(column)
      return LocalizedText(
        de: "vor Spalte '\(name)' steht ein leeres Feld zu viel",
        en: "an empty field too many stands before column '\(name)'"
      )
    case .delimiterInText(let column):
      let (name, delimiter) = (name(column), table.format.delimiterName)
      return LocalizedText(
        de: "der Text in Spalte '\(name)' enthält das Trennzeichen \(delimiter) ohne "
          + "Anführungszeichen",
        en: "the text in column '\(name)' holds the delimiter \(delimiter) without quotes"
      )
    case .delimiterMissing(let column):
      let (left, right) = (name(column - 1), name(column))
      return LocalizedText(
        de: "zwischen den Spalten '\(left)' und '\(right)' fehlt das Trennzeichen",
        en: "the delimiter between columns '\(left)' and '\(right)' is missing"
      )
    case .otherDelimiter(let delimiter, let column):
      let name = DetectedFormat.name(ofDelimiter: delimiter)
      let text = column.map { textWithin($0) } ?? LocalizedText("")
      return LocalizedText(
        de: "die Zeile hat \(name) statt \(table.format.delimiterName) zwischen ihren Feldern"
          + text.german,
        en: "the row has \(name) instead of \(table.format.delimiterName) between its fields"
          + text.english
      )
    }
  }

  private func textWithin(_ column: Int) -> LocalizedText {
    let name = name(column)
    return LocalizedText(
      de: ", auch im Text der Spalte '\(name)'",
      en: ", in the text of column '\(name)', too"
    )
  }

  /// The column's name, or its number where it has none.
  private func name(_ column: Int) -> String {
    let name = table.header[column]
    return name.isEmpty ? "\(column + 1)" : name
  }
}
