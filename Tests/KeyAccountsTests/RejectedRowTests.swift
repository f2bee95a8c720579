// SPDX-License-Identifier: Apache-2.0
import Accounts
import FoundationEssentials
import KeyAccounts
import Testing

/// What a row leaves behind that cannot be used.
@Suite struct RejectedRowTests {
  @Test(arguments: [
    ("2,foo,EUR,1", "K-D020"), ("2,2025-01,,1", "K-D023"), ("1,2025-02,EUR,1", "K-D012"),
    (",2025-01,EUR,1", "K-D010"),
  ])
  func makesNoAccount(row: String, code: String) throws {
    let run = try run("id,month,currency,revenue\n1,2025-01,EUR,5\n\(row)\n")
    #expect(run.accounts.ids == ["1"])
    #expect(run.rejects.map(\.finding.code) == [code])
    #expect(run.rowCounts.used == 1)
  }

  @Test func leavesTheAccountOfALaterRowAlone() throws {
    let run = try run("id,month,currency,revenue\n2,foo,EUR,1\n2,2025-01,EUR,5\n2,2025-01,EUR,6\n")
    #expect(run.accounts.ids == ["2"])
    #expect(run.accounts.value(named: "revenue")?.totals == [50_000])
    #expect(run.rejects.map(\.finding.line) == [2, 4])
  }

  private func run(_ export: String) throws -> Run {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.path + "/kontor-" + UUID().uuidString
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: folder) }
    #expect(manager.createFile(atPath: "\(folder)/a.csv", contents: Data(export.utf8)))
    let text = """
      version: 1
      programme: {name: Rows, goal: custom, approach: sales, currency: EUR}
      sources:
        - file: a.csv
          key: [id]
          account: id
          period: month
          currency: currency
          values: {revenue: revenue}
      """
    return try Programme(text: text, file: "\(folder)/kontor.yaml").run()
  }
}
