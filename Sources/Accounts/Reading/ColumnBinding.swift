// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// Finds the columns that a mapping names in the header of a file.
package struct ColumnBinding {
  let fileName: String
  let table: DelimitedTable

  /// Looks columns up in `table`; messages call the file `fileName`.
  package init(fileName: String, table: DelimitedTable) {
    self.fileName = fileName
    self.table = table
  }

  /// The 0-based index of `reference`.
  ///
  /// - Throws: ``RunError`` of kind `badProgramme` when the header has no such column, with the
  ///   nearest header as a suggestion.
  package func index(of reference: ColumnReference) throws(RunError) -> Int {
    if let index = table.column(named: reference.name, occurrence: reference.occurrence) {
      return index
    }
    throw unknownColumn(reference)
  }

  /// The index of an optional column, nil when the mapping does not name one.
  package func index(of reference: ColumnReference?) throws(RunError) -> Int? {
    guard let reference else { return nil }
    return try index(of: reference) as Int
  }

  /// The row of `record`, rejected for what stands in `column`.
  package func rejection(
    of record: borrowing Record,
    column: Int,
    _ code: String,
    _ message: LocalizedText
  ) -> RejectedRow {
    let finding = Finding(
      .error,
      code,
      file: fileName,
      line: record.line,
      column: column + 1,
      field: table.header[column],
      found: record.text(column),
      message: message
    )
    return RejectedRow(finding: finding, raw: record.rawText())
  }

  /// What to do where the first row was taken for the header; nil where it is one.
  private static func headerlessAdvice(_ table: DelimitedTable) -> LocalizedText? {
    guard table.headerLooksLikeData else { return nil }
    return LocalizedText(
      de: "; Zeile \(table.format.headerLine) sieht nach Daten aus: ohne Kopfzeile setzen Sie "
        + "format.header_row: 0, dann heißen die Spalten 1, 2, 3",
      en: "; line \(table.format.headerLine) looks like data: for a file without a header set "
        + "format.header_row: 0, and the columns are called 1, 2, 3"
    )
  }

  /// What to do where the header has fewer names than the rows have fields and one name begins or
  /// ends with the one that is sought; nil elsewhere.
  private func joinedNameAdvice(_ name: String) -> LocalizedText? {
    guard table.surplusFields > 0,
      let joined = table.header.first(where: { $0.hasPrefix(name) || $0.hasSuffix(name) })
    else { return nil }
    let fields = table.header.count + table.surplusFields
    return LocalizedText(
      de: "; fehlt in '\(joined)' ein Trennzeichen? Die Zeilen haben \(fields) Felder, die "
        + "Kopfzeile \(table.header.count) Namen; format.names nennt alle",
      en: "; does '\(joined)' lack a delimiter? The rows have \(fields) fields, the header "
        + "\(table.header.count) names; format.names gives them all"
    )
  }

  private func unknownColumn(_ reference: ColumnReference) -> RunError {
    let name = reference.name
    let headers = table.header.filter { !$0.isEmpty }
    let namesakes = headers.filter { $0 == name }.count
    if reference.occurrence > 1, namesakes > 0 {
      return RunError(
        .badProgramme,
        "K-P032",
        at: reference.position,
        file: fileName,
        LocalizedText(
          de: "'\(fileName)' hat die Spalte '\(name)' nur \(namesakes)-mal, verlangt ist Nr. "
            + "\(reference.occurrence)",
          en: "'\(fileName)' has column '\(name)' only \(namesakes) time(s), occurrence "
            + "\(reference.occurrence) is wanted"
        )
      )
    }
    let hint = Suggestion.closest(to: name, among: headers)
    let list = headers.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    let more = headers.count > 12 ? ", …" : ""
    let advice = Self.headerlessAdvice(table) ?? joinedNameAdvice(name)
    return RunError(
      .badProgramme,
      "K-P030",
      at: reference.position,
      file: fileName,
      LocalizedText(
        de: "Spalte '\(name)' gibt es in '\(fileName)' nicht\(Suggestion.german(hint)) "
          + "(Spalten: \(list)\(more))\(advice?.german ?? "")",
        en: "column '\(name)' is not in '\(fileName)'\(Suggestion.english(hint)) "
          + "(columns: \(list)\(more))\(advice?.english ?? "")"
      )
    )
  }
}
