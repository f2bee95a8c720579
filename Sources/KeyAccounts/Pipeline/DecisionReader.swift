// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Selection

/// Reads a decisions file: account, decision, reason, decided_by, level, date, valid_until.
struct DecisionReader {
  /// The decisions of a file, and what could not be used.
  struct List {
    var decisions: [Decision] = []
    var rejects = RejectedBatch()
    var findings: [Finding] = []
    var rows = RowCounts()

    fileprivate mutating func reject(_ row: RejectedRow) {
      rows.rejected += 1
      rejects.append(row)
    }
  }

  private let table: DelimitedTable
  private let file: String
  private let binding: ColumnBinding
  private let account: Int
  private let verdict: Int
  private let texts: [String: Int]

  /// Finds the columns; `account` and `decision` must be there.
  ///
  /// - Throws: ``RunError`` when one of them is missing.
  init(_ table: DelimitedTable, file: String, at position: SourcePosition?) throws(RunError) {
    self.table = table
    self.file = file
    binding = ColumnBinding(fileName: file, table: table)
    account = try binding.index(of: ColumnReference("account", at: position)) as Int
    verdict = try binding.index(of: ColumnReference("decision", at: position)) as Int
    var texts: [String: Int] = [:]
    for name in ["reason", "decided_by", "level", "date", "valid_until"] {
      texts[name] = table.column(named: name, occurrence: 1)
    }
    self.texts = texts
  }

  /// All decisions, in file order.
  func read() -> List {
    var list = List()
    list.rows.structure = table.preambleLines
    var layout = LayoutFindings(file: file, table: table)
    table.forEachRecord { record in
      layout.lookAtAll(of: record)
      take(record, &list)
    }
    list.findings += layout.finished()
    return list
  }

  private func take(_ record: borrowing Record, _ list: inout List) {
    guard record.kind == .data else {
      list.rows.structure += 1
      return
    }
    let id = record.text(account)
    guard !id.isEmpty else {
      list.reject(binding.rejection(of: record, column: account, "K-D010", Self.noAccount))
      return
    }
    guard let verdict = Decision.Verdict(rawValue: record.text(verdict).lowercased()) else {
      list.reject(binding.rejection(of: record, column: self.verdict, "K-D026", Self.noVerdict))
      return
    }
    list.rows.used += 1
    let date = date("date", record, &list)
    let validUntil = self.date("valid_until", record, &list)
    list.decisions.append(
      Decision(
        account: id,
        verdict: verdict,
        reason: text("reason", record),
        decidedBy: text("decided_by", record),
        level: text("level", record),
        date: date,
        validUntil: validUntil
      )
    )
  }

  private func text(_ name: String, _ record: borrowing Record) -> String {
    guard let column = texts[name] else { return "" }
    return record.text(column)
  }

  private func date(
    _ name: String,
    _ record: borrowing Record,
    _ list: inout List
  ) -> CalendarDate? {
    guard let column = texts[name], !record.isEmpty(column) else { return nil }
    let style = DateStyle(order: .dayFirst)
    if case .day(let year, let month, let day) = record.calendar(column, style: style),
      let date = CalendarDate(year: year, month: month, day: day)
    {
      return date
    }
    list.findings.append(
      Finding(
        .error,
        "K-D022",
        file: file,
        line: record.line,
        column: column + 1,
        field: name,
        found: record.text(column),
        message: LocalizedText(
          de: "Datum erwartet, etwa 2025-12-31; die Angabe bleibt leer",
          en: "expected a date such as 2025-12-31; it is left empty"
        )
      )
    )
    return nil
  }

  private static let noAccount = LocalizedText(
    de: "Kundennummer fehlt",
    en: "the account id is missing"
  )
  private static let noVerdict = LocalizedText(
    de: "include oder exclude erwartet",
    en: "expected include or exclude"
  )
}
