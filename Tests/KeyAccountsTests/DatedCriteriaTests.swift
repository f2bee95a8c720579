// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Testing

@testable import KeyAccounts

@Suite struct DatedCriteriaTests {
  private static let months = """
    id,month,revenue
    1,2025-01,500
    1,2025-02,600
    2,2025-01,400
    """
  private static let extras = """
    id,potential,class
    1,9000,A
    2,8000,B
    """

  private func names(_ measures: String, _ criteria: [String]) throws -> Set<String> {
    let programme = try Programme(
      text: """
        version: 1
        programme: {name: Dated, goal: custom, approach: sales, currency: EUR}
        sources:
          - {file: months.csv, account: id, period: month, values: {revenue: revenue}}
          - file: extras.csv
            account: id
            values: {potential: potential}
            attributes: {class: class}
        measures:
        \(measures)
        criteria:
        \(criteria.map { "  - {measure: \($0), weight: 1}" }.joined(separator: "\n"))
        """,
      file: "kontor.yaml"
    )
    var options = RunOptions(depth: .rank)
    options.opened["months.csv"] = FileContent(Array(Self.months.utf8))
    options.opened["extras.csv"] = FileContent(Array(Self.extras.utf8))
    return DatedCriteria(programme, try programme.run(options).accounts).names
  }

  @Test func criteriaOnDatedValuesHaveAnEarlierState() throws {
    let measures = "  late: sum(revenue, 1)\n  share: late / potential\n  kinds: distinct(class)"
    let found = try names(measures, ["revenue", "late", "share", "potential", "kinds"])
    #expect(found == ["revenue", "late"])
  }

  @Test func aMeasureIsAsDatedAsWhatItRestsOn() throws {
    let measures = "  late: sum(revenue, 1)\n  twice: late * 2\n  mixed: twice + potential"
    #expect(try names(measures, ["twice", "mixed"]) == ["twice"])
    #expect(try names("  known: present(potential)", ["known"]).isEmpty)
  }
}
