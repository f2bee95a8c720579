// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Reporting
import Testing

@testable import KeyAccounts

@Suite struct ReportExcerptTests {
  private func run(_ criteria: String) throws -> Run {
    let text = """
      version: 1
      programme: {name: Excerpt, goal: custom, approach: sales, currency: EUR}
      sources: [{file: a.csv, account: id, values: {revenue: revenue}}]
      \(criteria)
      shortlist: {size: 2}
      """
    var options = RunOptions(depth: .rank)
    options.opened["a.csv"] = FileContent(Array("id,revenue\nA7,1\nA9000,3\nB,2\n".utf8))
    return try Programme(text: text, file: "kontor.yaml").run(options)
  }

  /// A table whose row `r` is about the account `Ar`.
  private func table(_ name: String, rows: Int, columns: [ReportTable.Column]) -> ReportTable {
    ReportTable(name, LocalizedText(name), columns: columns, rowCount: rows) { row, cells in
      cells.append(.text("A\(row)"))
      if columns.count > 1 { cells.append(.integer(row)) }
    }
  }

  private let account = ReportTable.Column("account", .string, LocalizedText("Account"))
  private let note = ReportTable.Column("note", .string, LocalizedText("Note"))
  private let number = ReportTable.Column("number", .integer, LocalizedText("Number"))

  private let ranking = "criteria: [{measure: revenue, weight: 1, scale: {from: 0, to: 10}}]"

  @Test func aTableOfAMillionCellsStandsWhole() throws {
    let whole = table("t", rows: 500_000, columns: [note, number])
    let large = table("t", rows: 500_001, columns: [note, number])
    #expect(ReportExcerpt.isWhole(whole) && !ReportExcerpt.isWhole(large))
    #expect(ReportExcerpt(try run(ranking), tables: [whole]) == nil)
    #expect(ReportExcerpt.finding(on: [whole]) == nil)
    #expect(ReportExcerpt.isWhole(table("t", rows: 0, columns: [])))
  }

  @Test func ofALargerTableTheRankedAccountsRemain() throws {
    let columns = [account] + Array(repeating: number, count: 99)
    let large = ReportTable(
      "t",
      LocalizedText("t"),
      columns: columns.map { ($0, .each { .text("A\($0)") }) },
      rowCount: 10_001
    )
    let excerpt = try #require(ReportExcerpt(try run(ranking), tables: [large]))
    let shown = excerpt.shown(large)
    try #require(shown.rowCount == 2)
    #expect([0, 1].map { shown.cells(of: $0)[0] } == [.text("A7"), .text("A9000")])
    let summary = excerpt.summary(of: [large])
    #expect(summary["t"]?["rows"] == .integer(10_001) && summary["t"]?["shown"] == .integer(2))
    #expect(summary["t"]?["file"] == "t.csv")
  }

  @Test func withoutARankingOrAnAccountTheFirstRowsRemain() throws {
    let unranked = table("t", rows: 600_000, columns: [account, number])
    let nameless = table("u", rows: 1_000_003, columns: [note])
    let excerpt = try #require(ReportExcerpt(try run(""), tables: [unranked, nameless]))
    #expect(excerpt.shown(unranked).rowCount == 500_000)
    #expect(excerpt.shown(nameless).rowCount == 1_000_000)
    #expect(excerpt.shown(nameless).cells(of: 9) == [.text("A9")])
  }

  @Test func saysWhichFilesAreComplete() throws {
    let tables = [
      table("t", rows: 1_000_001, columns: [account]), table("u", rows: 3, columns: [account]),
      table("v", rows: 1_000_001, columns: [note]),
    ]
    let finding = try #require(ReportExcerpt.finding(on: tables))
    #expect(finding.code == "K-S069" && finding.found == "t, v")
    #expect(finding.message.english.hasSuffix("complete are: t.csv, v.csv"))
  }

  @Test func smallRunsAreNotShortened() throws {
    let run = try run(ranking)
    #expect(!run.findings.contains { $0.code == "K-S069" })
    guard case .object(let parts) = run.report else {
      Issue.record("no object")
      return
    }
    #expect(!parts.contains { $0.name == "shortened" })
  }
}
