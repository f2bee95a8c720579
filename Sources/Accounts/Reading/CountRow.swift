// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// A row that counts the others, as in `Anzahl Kunden;120`: words, one whole number, nothing else.
struct CountRow: Equatable {
  /// The physical line of the row.
  let line: Int
  /// How many rows or accounts it says there are.
  let count: Int

  /// Reads a row; nil where it is none of this kind.
  init?(_ record: borrowing Record) {
    var filled: [Int] = []
    for column in 0..<record.fieldCount where !record.isEmpty(column) {
      guard filled.count < 2 else { return nil }
      filled.append(column)
    }
    guard filled.count == 2, TotalsRow.label(of: record.text(filled[0])) == .count,
      let count = Int(record.text(filled[1]).filter { !".' \u{A0}".contains($0) }), count >= 0
    else { return nil }
    (line, self.count) = (record.line, count)
  }

  /// The finding that the file has another number of rows, and of accounts, than it says.
  func difference(file: String, rows: Int, accounts: Int) -> Finding? {
    guard count != rows, count != accounts else { return nil }
    return Finding(
      .error,
      "K-D172",
      file: file,
      line: line,
      found: "\(count)",
      message: LocalizedText(
        de: "die Datei zählt \(count), gelesen sind \(rows) Zeilen mit \(accounts) Kunden; ist "
          + "der Export vollständig?",
        en: "the file counts \(count), read were \(rows) rows of \(accounts) accounts; is the "
          + "export complete?"
      )
    )
  }
}
