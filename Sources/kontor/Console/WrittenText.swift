// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import KeyAccounts

/// What writing the reports did to their folder, in a line each.
enum WrittenText {
  /// So many names are given before the rest is counted.
  private static let shownNames = 5

  /// How many files there are, and what became of those of an earlier run.
  static func lines(_ written: WrittenReports, in folder: String) -> [LocalizedText] {
    guard !written.files.isEmpty else { return [] }
    let count = LocalizedText(
      de: "\(written.files.count) Dateien in \(folder)/",
      en: "\(written.files.count) files in \(folder)/"
    )
    return [count] + leftovers(written, in: folder)
  }

  /// What a spreadsheet would do to the ids of a run's CSV files; nil where it leaves them alone.
  static func spreadsheetAdvice(_ run: Run, _ dialect: ReportFolder.Dialect) -> LocalizedText? {
    guard dialect != .rfc4180,
      let id = run.accounts.ids.first(where: { SpreadsheetText.isChanged($0) })
    else { return nil }
    return LocalizedText(
      de: "Kundennummern wie '\(id)' verändert Excel beim Doppelklick; laden Sie die Dateien über "
        + "Daten > Aus Text/CSV, die Spalte als Text",
      en: "Excel changes account ids such as '\(id)' at a double click; load the files with "
        + "Data > From Text/CSV, the column as text"
    )
  }

  /// What became of the files of an earlier run; nothing where all were written again.
  static func leftovers(_ written: WrittenReports, in folder: String) -> [LocalizedText] {
    var lines: [LocalizedText] = []
    if let names = names(written.removed) {
      lines.append(
        LocalizedText(
          de: "Ergebnisse eines früheren Laufs mit anderem Programm oder anderen Daten, aus "
            + "\(folder)/ entfernt: \(names.german)",
          en: "results of an earlier run with another programme or other data, removed from "
            + "\(folder)/: \(names.english)"
        )
      )
    }
    if let names = names(written.changed) {
      lines.append(
        LocalizedText(
          de: "Ergebnisse eines früheren Laufs, seither geändert und darum in \(folder)/ "
            + "belassen: \(names.german)",
          en: "results of an earlier run, changed since and therefore left in \(folder)/: "
            + names.english
        )
      )
    }
    if let names = names(written.outdated) {
      lines.append(
        LocalizedText(
          de: "Ergebnisse eines früheren Laufs mit anderem Programm oder anderen Daten, noch in "
            + "\(folder)/: \(names.german); kontor run erneuert oder entfernt sie",
          en: "results of an earlier run with another programme or other data, still in "
            + "\(folder)/: \(names.english); kontor run renews or removes them"
        )
      )
    }
    return lines
  }

  private static func names(_ names: [String]) -> LocalizedText? {
    guard !names.isEmpty else { return nil }
    let shown = names.prefix(shownNames).joined(separator: ", ")
    let more = names.count - shownNames
    guard more > 0 else { return LocalizedText(shown) }
    return LocalizedText(de: "\(shown) und \(more) weitere", en: "\(shown) and \(more) more")
  }
}
