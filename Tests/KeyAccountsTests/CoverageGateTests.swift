// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Reporting
import Selection
import Testing

@testable import KeyAccounts

@Suite struct CoverageGateTests {
  private static let accounts = """
    id,name,land,revenue,potential,rating
    1,Testkunde,DE,500,,1
    2,Beta,DE,400,,2
    3,Gamma,DE,300,,3
    4,Delta,AT,200,9000,4
    5,IC Group,AT,-100,8000,5
    """

  private func run(_ depth: RunDepth) throws -> Run {
    let programme = try Programme(
      text: """
        version: 1
        programme: {name: Gate, goal: custom, approach: sales, currency: EUR}
        sources:
          - file: a.csv
            account: id
            name: name
            values: {revenue: revenue, potential: potential}
            attributes: {country: land}
        criteria:
          - {measure: revenue, weight: 10, scale: {from: 0, to: 1000}}
          - {measure: potential, weight: 90, scale: {from: 0, to: 10000}, missing: worst}
        shortlist: {size: 2}
        """,
      file: "kontor.yaml"
    )
    var options = RunOptions(depth: depth)
    options.opened["a.csv"] = FileContent(Array(Self.accounts.utf8))
    return try programme.run(options)
  }

  @Test func warnsOfACriterionThatFewAccountsHave() throws {
    let found = try run(.check).findings.filter { $0.code == "K-P113" }
    #expect(found.map(\.field) == ["potential"])
    #expect(found.first?.found == "2/5" && found.first?.citation == "S004")
    #expect(found.first?.severity == .warning && found.first?.line == 11)
    #expect(
      found.first?.message.english
        == "criterion 'potential' is below the coverage gate: 2/5 accounts, 14 % of the revenue "
        + "have a value; not usable in DE (0/3)"
    )
  }

  @Test func saysWhatTheListWouldBeWithoutTheCriterion() throws {
    let run = try run(.rank)
    #expect(run.selection?.shortlist.entries.map(\.id) == ["4", "5"])
    let message = run.findings.first { $0.code == "K-P113" }?.message
    #expect(message?.english.hasSuffix("would not be on it without the criterion: 2") == true)
    #expect(message?.german.hasSuffix("die es ohne das Kriterium nicht wären: 2") == true)
  }

  @Test func suspectsAccountsByNameAndFigures() throws {
    let found = try run(.check).findings.filter { $0.severity == .info }
    #expect(found.first { $0.code == "K-D062" }?.field == "1")
    #expect(found.first { $0.code == "K-D063" }?.field == "5")
    #expect(!found.contains { $0.code == "K-D064" })
  }

  @Test func looksForDuplicatesAndProfilesOnlyWhereAsked() throws {
    #expect(try run(.check).profiles.map(\.file) == ["a.csv"])
    #expect(try run(.check).duplicates?.isEmpty == true)
    #expect(try run(.consolidate).profiles.isEmpty)
    #expect(try run(.rank).duplicates == nil)
    #expect(try run(.everything).table("duplicates")?.rowCount == 0)
  }
}
