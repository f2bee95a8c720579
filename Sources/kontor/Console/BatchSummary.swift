// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import KeyAccounts
import Reporting
import Selection

/// How each programme of a batch went, one line each.
struct BatchSummary {
  /// One programme.
  struct Line: Sendable {
    var programme: String
    var status: String
    var accounts: Int?
    var listed: Int?
    var errors: Int?
    var folder: String?

    /// A programme that ran.
    init(_ programme: String, _ run: Run, folder: String) {
      self.programme = programme
      status = run.refusal.map { "\($0.kind.rawValue) \($0.code)" } ?? "ok"
      accounts = run.accounts.count
      listed = run.selection?.shortlist.entries.count
      errors = run.findings.count(of: .error)
      self.folder = folder
    }

    /// A programme that could not be run.
    init(_ programme: String, refused errors: [RunError]) {
      self.programme = programme
      status = errors.first.map { "\($0.kind.rawValue) \($0.code)" } ?? "?"
    }
  }

  let lines: [Line]

  /// The lines as a table for people.
  func text(_ language: Language) -> [UInt8] {
    let lines = lines
    let table = ReportTable(
      "batch",
      LocalizedText(de: "Stapel", en: "Batch"),
      columns: [
        .init("programme", .string, LocalizedText(de: "Programm", en: "Programme")),
        .init("status", .string, LocalizedText("Status")),
        .init("accounts", .integer, LocalizedText(de: "Kunden", en: "Accounts")),
        .init("shortlisted", .integer, LocalizedText(de: "ausgewählt", en: "Shortlisted")),
        .init("errors", .integer, LocalizedText(de: "Fehler", en: "Errors")),
        .init("folder", .string, LocalizedText(de: "Ordner", en: "Folder")),
      ],
      rowCount: lines.count
    ) { row, cells in
      let line = lines[row]
      cells += [
        .text(line.programme), .text(line.status), Cell(line.accounts), Cell(line.listed),
        Cell(line.errors), Cell(line.folder),
      ]
    }
    return TableFormat.text(of: table, language)
  }
}
