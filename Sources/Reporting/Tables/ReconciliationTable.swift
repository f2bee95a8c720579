// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText

/// One file's rows, and the control sums of its values.
package struct ReconciledFile: Sendable {
  /// The file as written, or as resolved from a glob.
  package var file: String
  /// What became of its rows.
  package var rows: RowCounts
  /// Its control sums; none for master files.
  package var controls: [ControlSum]

  /// Describes a file.
  package init(file: String, rows: RowCounts, controls: [ControlSum] = []) {
    self.file = file
    self.rows = rows
    self.controls = controls
  }
}

extension ReportTable {
  /// `reconciliation.csv`: proof that nothing is lost, a line per file, value and currency.
  package static func reconciliation(_ files: [ReconciledFile]) -> ReportTable {
    let lines = files.sorted { $0.file.isBytewiseLess(than: $1.file) }.flatMap { file in
      file.controls.isEmpty ? [(file, nil)] : file.controls.map { (file, Optional($0)) }
    }
    return ReportTable(
      "reconciliation",
      LocalizedText(de: "Abgleich", en: "Reconciliation"),
      columns: reconciliationColumns,
      rowCount: lines.count
    ) { row, cells in
      let (file, control) = lines[row]
      cells += [
        .text(file.file), .integer(file.rows.read), .integer(file.rows.used),
        .integer(file.rows.setAside), .integer(file.rows.rejected),
        .integer(file.rows.structure),
      ]
      guard let control else {
        cells += Array(repeating: .missing, count: 8)
        return
      }
      let decimals = control.decimals
      cells += [
        .text(control.value), .text(control.currency), .integer(control.missing),
        Cell(control.parsed, decimals: decimals), Cell(control.fileTotal, decimals: decimals),
        Cell(control.difference, decimals: decimals),
        Cell(control.setAside, decimals: decimals), Cell(control.rejected, decimals: decimals),
      ]
    }
  }

  private static let reconciliationColumns: [Column] = [
    .init("file", .string, LocalizedText(de: "Datei", en: "File")),
    .init("rows", .integer, LocalizedText(de: "Zeilen", en: "Rows")),
    .init("used", .integer, LocalizedText(de: "verwendet", en: "Used")),
    .init("set_aside", .integer, LocalizedText(de: "beiseitegelegt", en: "Set aside")),
    .init("rejected", .integer, LocalizedText(de: "abgewiesen", en: "Rejected")),
    .init("structure", .integer, LocalizedText(de: "Struktur", en: "Structure")),
    .init("column", .string, LocalizedText(de: "Wert", en: "Value")),
    .init("currency", .string, LocalizedText(de: "Währung", en: "Currency")),
    .init("missing", .integer, LocalizedText(de: "fehlend", en: "Missing")),
    .init("parsed_total", .number, LocalizedText(de: "Summe gelesen", en: "Parsed total")),
    .init("file_total", .number, LocalizedText(de: "Summe der Datei", en: "File total")),
    .init("difference", .number, LocalizedText(de: "Differenz", en: "Difference")),
    .init("set_aside_total", .number, LocalizedText(de: "davon beiseite", en: "Set aside total")),
    .init("rejected_total", .number, LocalizedText(de: "davon abgewiesen", en: "Rejected total")),
  ]
}
