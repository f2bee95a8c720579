// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// What is to be said about a source file as a whole once all its rows are read.
struct FileFindings {
  let ledger: SourceLedger
  let format: DetectedFormat
  let settings: FormatSettings

  /// Everything found.
  var all: [Finding] {
    [noRows, guessedEncoding, rowLimit, miscount].compactMap { $0 } + unreadableTotals
      + ledger.controls.compactMap(difference)
  }

  private var dataRows: Int { ledger.rows.used + ledger.rows.setAside + ledger.rows.rejected }

  private var noRows: Finding? {
    guard dataRows == 0 else { return nil }
    return Finding(
      .warning,
      "K-D042",
      file: ledger.file,
      line: format.lineOfHeader,
      message: LocalizedText(
        de: "die Datei hat eine Kopfzeile, aber keine Datenzeilen; ist der Export leer?",
        en: "the file has a header but no data rows; is the export empty?"
      )
    )
  }

  private var guessedEncoding: Finding? {
    guard settings.encoding == nil, [.windows1252, .latin1].contains(format.encoding) else {
      return nil
    }
    let name = format.encoding.rawValue
    return Finding(
      .info,
      "K-D043",
      file: ledger.file,
      found: name,
      message: LocalizedText(
        de: "kein gültiges UTF-8; als \(name) gelesen; setzen Sie format.encoding, wenn Umlaute "
          + "falsch erscheinen",
        en: "not valid UTF-8; read as \(name); set format.encoding if letters look wrong"
      )
    )
  }

  /// Exports of exactly so many rows were probably cut: limits of business-intelligence tools and
  /// of spreadsheets, the latter with and without the header.
  private static let limits = [30_000, 65_535, 65_536, 150_000, 1_048_575, 1_048_576]

  private var rowLimit: Finding? {
    guard Self.limits.contains(dataRows) else { return nil }
    return Finding(
      .warning,
      "K-D044",
      file: ledger.file,
      found: "\(dataRows)",
      message: LocalizedText(
        de: "genau \(dataRows) Datenzeilen: hat eine Zeilengrenze den Export abgeschnitten?",
        en: "exactly \(dataRows) data rows: was the export cut at a row limit?"
      )
    )
  }

  private var miscount: Finding? {
    ledger.countRow?.difference(
      file: ledger.file,
      rows: dataRows,
      accounts: ledger.accounts.count
    )
  }

  /// Totals that stay uncompared, one finding a value however many currencies it has.
  private var unreadableTotals: [Finding] {
    var values: [String] = []
    for control in ledger.controls where control.isTotalUnreadable {
      if !values.contains(control.value) { values.append(control.value) }
    }
    return values.map { value in
      let own = ledger.controls.filter { $0.value == value }
      let isMixed = own.count > 1 && own.allSatisfy(\.isTotalUnreadable)
      return Finding(
        .error,
        "K-D031",
        file: ledger.file,
        field: value,
        message: isMixed ? mixedTotal(value, own.map(\.currency)) : unreadableTotal(value)
      )
    }
  }

  private func mixedTotal(_ value: String, _ currencies: [String]) -> LocalizedText {
    LocalizedText(
      de: "'\(value)' hat Beträge in \(currencies.joined(separator: " und ")), seine Summe keine "
        + "Währung; der Abgleich fehlt; je Währung eine Summenzeile oder ein Export hilft",
      en: "'\(value)' has amounts in \(currencies.joined(separator: " and ")), its total no "
        + "currency; it was not reconciled; a total or an export per currency helps"
    )
  }

  private func unreadableTotal(_ value: String) -> LocalizedText {
    LocalizedText(
      de: "die Summe von '\(value)' ist nicht lesbar oder passt zu keiner Währung; der Abgleich "
        + "fehlt",
      en: "the total of '\(value)' cannot be read or fits no currency; it was not reconciled"
    )
  }

  /// A difference to the file's own total that nothing explains is an error.
  private func difference(_ control: ControlSum) -> Finding? {
    guard let total = control.fileTotal, let difference = control.difference, difference != 0
    else { return nil }
    let amount = LocalizedText(
      decimal: ExactDecimal(difference, scale: control.decimals).description
    )
    return Finding(
      .error,
      "K-D030",
      file: ledger.file,
      field: control.value,
      found: ExactDecimal(total, scale: control.decimals).description,
      message: LocalizedText(
        de:
          "die Summe von '\(control.value)' weicht um \(amount.german) \(control.currency) von den "
          + "gelesenen Zeilen ab",
        en: "the total of '\(control.value)' differs from the rows read by \(amount.english) "
          + "\(control.currency)"
      )
    )
  }
}
