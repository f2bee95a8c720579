// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Says where the first row of a file was probably taken for its header.
enum HeaderAdvice {
  /// Whether a file seems to have no header: what was found looks like the rows below, and no cell
  /// of it is a word that headers have.
  static func isHeaderless(_ table: DelimitedTable) -> Bool {
    table.headerLooksLikeData && table.header.allSatisfy { ColumnRole.match($0) == nil }
  }

  /// The finding on such a file, none on others.
  static func findings(on table: DelimitedTable, file: String) -> [Finding] {
    guard isHeaderless(table) else { return [] }
    let line = table.format.headerLine
    return [
      Finding(
        .warning,
        "K-D160",
        file: file,
        line: line,
        found: table.header.prefix(3).joined(separator: " | "),
        message: LocalizedText(
          de: "Zeile \(line) gilt als Kopfzeile und sieht wie die Zeilen darunter aus; hat die "
            + "Datei keine Kopfzeile, setzen Sie format.header_row: 0, dann heißen die Spalten "
            + "1, 2, 3 und keine Zeile fehlt",
          en: "line \(line) counts as the header and looks like the rows below it; if the file has "
            + "no header, set format.header_row: 0: the columns are then called 1, 2, 3, and no "
            + "row is lost"
        )
      )
    ]
  }
}
