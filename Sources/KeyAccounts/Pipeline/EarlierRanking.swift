// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import DelimitedText

/// The `ranking.csv` of an earlier run: its accounts, and the utilities of its criteria.
///
/// Reports have no grouping marks, so that a comma is a decimal comma wherever it does not separate
/// columns (`--csv-dialect excel-de`).
struct EarlierRanking {
  /// The accounts, in the order of the file.
  private(set) var accounts: [SelectionRun.Account] = []
  /// Every criterion the ranking has, whatever it is called.
  private(set) var criteria: [SelectionRun.Criterion] = []

  private static let suffix = "_utility"

  private let file: String
  private let hasDecimalCommas: Bool
  private let columns: (account: Int, rank: Int, score: Int, status: Int)
  private let utilities: [Int]
  private var unreadable = 0
  private var firstUnreadable: (line: Int, column: Int, text: String)?

  /// Finds the columns of the ranking in `file`.
  ///
  /// - Throws: ``RunError`` when one of them is missing.
  init(
    _ table: DelimitedTable,
    file: String,
    at position: SourcePosition?
  ) throws(RunError) {
    self.file = file
    hasDecimalCommas = table.format.delimiter != UInt8(ascii: ",")
    let binding = ColumnBinding(fileName: file, table: table)
    columns = (
      try binding.index(of: ColumnReference("account", at: position)),
      try binding.index(of: ColumnReference("rank", at: position)),
      try binding.index(of: ColumnReference("score", at: position)),
      try binding.index(of: ColumnReference("status", at: position))
    )
    utilities = table.header.indices.filter { table.header[$0].hasSuffix(Self.suffix) }
    criteria = utilities.map { column in
      SelectionRun.Criterion(
        name: String(table.header[column].dropLast(Self.suffix.count)),
        utilities: []
      )
    }
  }

  /// Reads all rows.
  mutating func read(_ table: DelimitedTable) {
    table.forEachRecord { record in
      guard record.kind == .data else { return }
      accounts.append(
        SelectionRun.Account(
          account: record.text(columns.account),
          score: number(columns.score, of: record),
          rank: Int(record.text(columns.rank)),
          isSelected: record.text(columns.status) == "shortlisted"
        )
      )
      for (place, column) in utilities.enumerated() {
        criteria[place].utilities.append(number(column, of: record))
      }
    }
  }

  private mutating func number(_ column: Int, of record: borrowing Record) -> Double? {
    let text = record.text(column)
    guard !text.isEmpty else { return nil }
    let plain =
      hasDecimalCommas && !text.utf8.contains(UInt8(ascii: "."))
      ? text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".") : text
    if let number = ExactDecimal(plain)?.doubleValue { return number }
    unreadable += 1
    if firstUnreadable == nil { firstUnreadable = (record.line, column, text) }
    return nil
  }

  /// What to say of cells that are no numbers; nil where all are.
  var finding: Finding? {
    guard let first = firstUnreadable else { return nil }
    return Finding(
      .error,
      "K-S091",
      file: file,
      line: first.line,
      column: first.column + 1,
      field: nil,
      found: first.text,
      message: LocalizedText(
        de: "'\(first.text)' ist keine Zahl (Zahlen ohne Tausenderzeichen); Zellen der früheren "
          + "Rangliste, die fehlen: \(unreadable)",
        en: "'\(first.text)' is no number (write numbers without grouping marks); cells of the "
          + "earlier ranking that are missing: \(unreadable)"
      )
    )
  }
}
