// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Tells rows of data from the structure of a sheet: blank rows, repeated headers, totals.
struct SheetRowFilter {
  /// One finding per totals row that was skipped.
  private(set) var findings: [Finding] = []
  private let table: SheetTable
  private let header: [String]
  private let firstHeader: String?

  /// A filter for the rows of `table`.
  init(_ table: SheetTable) {
    self.table = table
    header = table.header.map(\.trimmedCell)
    firstHeader = header.first { !$0.isEmpty }
  }

  /// Whether `row` is meant as data.
  mutating func keeps(_ row: Int) -> Bool {
    guard let first = firstText(of: row) else { return false }
    if first == firstHeader, table.source.cells(of: row).map(\.trimmedCell) == header {
      return false
    }
    guard isTotalsWord(first), lacksRequired(row) else { return true }
    findings.append(
      .okr(
        .totalsRow,
        at: SheetPlace(file: table.path, line: table.source.line(of: row)),
        found: first,
        LocalizedText(
          de: "Summenzeile '\(first)' übergangen",
          en: "totals row '\(first)' is skipped"
        )
      )
    )
    return false
  }

  private func firstText(of row: Int) -> String? {
    for column in table.source.columns.indices {
      let text = table.source.text(row, column)
      if !text.trimmedCell.isEmpty { return text }
    }
    return nil
  }

  private func lacksRequired(_ row: Int) -> Bool {
    let needed = OKRColumn.required(in: table.kind) + (table.kind == .checkins ? [.date] : [])
    return table.columns.contains { known in
      needed.contains(known.column) && known.look(known.numbers[row]) == .empty
    }
  }

  private func isTotalsWord(_ text: String) -> Bool {
    // Nearly every text is ruled out by its first letter.
    guard let first = text.utf8.first, Self.starts.contains(first | 0x20) else { return false }
    let word = text.lowercased().prefix { $0.isLetter || $0 == "ø" }
    return Self.words.contains(String(word))
  }

  /// The first bytes of the words in lower case; `ø` begins with a byte that has this bit in both.
  private static let starts = Set(words.compactMap { $0.utf8.first.map { $0 | 0x20 } })

  private static let words: Set<String> = [
    "summe", "gesamt", "gesamtergebnis", "gesamtsumme", "total", "zwischensumme", "teilergebnis",
    "durchschnitt", "mittelwert", "average", "subtotal", "sum", "ø",
  ]
}
