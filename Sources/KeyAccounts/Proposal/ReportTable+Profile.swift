// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
package import Reporting

extension ReportTable {
  /// `profile.csv`: what was understood of each column of each file.
  ///
  /// `distinct` is empty beyond 100,000 different texts; `minimum` and `maximum` are numbers or
  /// days, before any unit.
  package static func profile(_ files: [FileProfile]) -> ReportTable {
    let lines = files.sorted { $0.file.isBytewiseLess(than: $1.file) }.flatMap { file in
      file.columns.map { (file.file, $0) }
    }
    return ReportTable(
      "profile",
      LocalizedText(de: "Profil", en: "Profile"),
      columns: profileColumns,
      rowCount: lines.count
    ) { row, cells in
      let (file, column) = lines[row]
      cells += [
        .text(file), .integer(column.index + 1), .text(column.header), .text(column.kind.rawValue),
        .integer(column.rows), .integer(column.missing), Cell(column.distinct),
        Cell(column.minimum), Cell(column.maximum), Cell(column.style),
        Cell(column.samples.isEmpty ? nil : column.samples.joined(separator: " | ")),
      ]
    }
  }

  private static let profileColumns: [Column] = [
    .init("file", .string, LocalizedText(de: "Datei", en: "File")),
    .init("column", .integer, LocalizedText(de: "Spalte", en: "Column")),
    .init("field", .string, LocalizedText(de: "Feld", en: "Field")),
    .init("kind", .string, LocalizedText(de: "Art", en: "Kind")),
    .init("rows", .integer, LocalizedText(de: "Zeilen", en: "Rows")),
    .init("missing", .integer, LocalizedText(de: "fehlend", en: "Missing")),
    .init("distinct", .integer, LocalizedText(de: "verschieden", en: "Distinct")),
    .init("minimum", .string, LocalizedText(de: "kleinster", en: "Minimum")),
    .init("maximum", .string, LocalizedText(de: "größter", en: "Maximum")),
    .init("style", .string, LocalizedText(de: "Schreibweise", en: "Style")),
    .init("sample", .string, LocalizedText(de: "Beispiele", en: "Sample")),
  ]
}
