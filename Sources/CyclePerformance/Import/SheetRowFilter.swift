// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Tells rows of data from the structure of a sheet: blank rows, repeated headers, totals.
struct SheetRowFilter {
  /// One finding per totals row that was skipped.
  private(set) var findings: [Finding] = []
  private let table: SheetTable
  private let header: [String]

  /// A filter for the rows of `table`.
  init(_ table: SheetTable) {
    self.table = table
    header = table.header.map(\.trimmedCell)
  }

  /// Whether `row` is meant as data.
  mutating func keeps(_ row: SheetRow) -> Bool {
    guard let first = row.cells.first(where: { !$0.trimmedCell.isEmpty }) else { return false }
    if first == header.first(where: { !$0.isEmpty }), row.cells.map(\.trimmedCell) == header {
      return false
    }
    guard isTotalsWord(first), lacksRequired(row) else { return true }
    findings.append(
      .okr(
        .totalsRow,
        at: SheetPlace(file: table.path, line: row.line),
        found: first,
        LocalizedText(
          de: "Summenzeile '\(first)' übergangen",
          en: "totals row '\(first)' is skipped"
        )
      )
    )
    return false
  }

  private func lacksRequired(_ row: SheetRow) -> Bool {
    let needed = OKRColumn.required(in: table.kind) + (table.kind == .checkins ? [.date] : [])
    return table.columns.contains { column, index in
      needed.contains(column)
        && (index >= row.cells.count || row.cells[index].trimmedCell.isEmpty)
    }
  }

  private func isTotalsWord(_ text: String) -> Bool {
    let word = text.lowercased().prefix { $0.isLetter || $0 == "ø" }
    return Self.words.contains(String(word))
  }

  private static let words: Set<String> = [
    "summe", "gesamt", "gesamtergebnis", "gesamtsumme", "total", "zwischensumme", "teilergebnis",
    "durchschnitt", "mittelwert", "average", "subtotal", "sum", "ø",
  ]
}
