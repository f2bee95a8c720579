// SPDX-License-Identifier: Apache-2.0
import Accounts
import FoundationEssentials
import KeyAccounts
import Testing

/// Exports without a header, from the proposal to the figures.
@Suite struct HeaderlessFileTests {
  private let export =
    "10001;Eins;01/2025;1.234,50\n10002;Zwei;02/2025;99,10\n10001;Eins;02/2025;0,40\n"

  private func inFolder<Answer>(
    _ export: String? = nil,
    _ body: (String) throws -> Answer
  ) throws -> Answer {
    let export = export ?? self.export
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.path + "/kontor-" + UUID().uuidString
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: folder) }
    #expect(manager.createFile(atPath: "\(folder)/a.csv", contents: Data(export.utf8)))
    return try body(folder)
  }

  private func run(_ source: String, in folder: String) throws -> Run {
    let text = """
      version: 1
      programme: {name: Rows, goal: custom, approach: sales, currency: EUR}
      sources:
        - {file: a.csv, \(source)}
      """
    return try Programme(text: text, file: "\(folder)/kontor.yaml").run()
  }

  @Test func losesNoRow() throws {
    try inFolder { folder in
      let source = "format: {header_row: 0}, account: 1, name: 2, period: 3, values: {revenue: 4}"
      let run = try run(source, in: folder)
      #expect(run.accounts.value(named: "revenue")?.totals == [12_349_000, 991_000])
      #expect(run.rowCounts.used == 3)
      #expect(!run.findings.contains { $0.code == "K-D160" })
    }
  }

  @Test func saysThatTheHeaderLooksLikeData() throws {
    try inFolder { folder in
      let source = "account: '10001', period: 01/2025, values: {revenue: '1.234,50'}"
      let run = try run(source, in: folder)
      let finding = try #require(run.findings.first { $0.code == "K-D160" })
      #expect(finding.line == 1 && finding.found == "10001 | Eins | 01/2025")
      #expect(finding.message.english.contains("format.header_row: 0"))
      let set = try self.run("format: {header_row: 1}, " + source, in: folder)
      #expect(!set.findings.contains { $0.code == "K-D160" })
    }
  }

  @Test func namesTheSettingWhereAColumnIsMissing() throws {
    try inFolder { folder in
      let error = #expect(throws: RunError.self) {
        try run("account: Kunde, values: {revenue: Umsatz}", in: folder)
      }
      #expect(error?.message.german.contains("format.header_row: 0") == true)
    }
  }

  @Test func proposesToReadRowsWithoutAWord() throws {
    try inFolder("10001;01/2025;1.234,50\n10002;02/2025;99,10\n") { folder in
      let text = try ProgrammeProposal(
        of: ["\(folder)/a.csv"],
        folder: folder,
        workingFolder: folder,
        language: .german
      ).text
      let run = try Programme(text: text, file: "\(folder)/kontor.yaml").run()
      #expect(run.accounts.ids == ["10001", "10002"])
      #expect(run.rowCounts.used == 2)
    }
  }

  @Test(arguments: [Language.german, .english])
  func proposesToReadItWithoutAHeader(_ language: Language) throws {
    try inFolder { folder in
      let text = try ProgrammeProposal(
        of: ["\(folder)/a.csv"],
        folder: folder,
        workingFolder: folder,
        language: language
      ).text
      #expect(text.contains("format: {header_row: 0}"))
      let run = try Programme(text: text, file: "\(folder)/kontor.yaml").run()
      #expect(run.accounts.ids == ["10001", "10002"])
      #expect(run.accounts.names.map { $0 } == ["Eins", "Zwei"])
      let value = try #require(run.accounts.values.first)
      #expect(value.decimals == 9 && value.totals == [1_234_900_000_000, 99_100_000_000])
    }
  }
}
