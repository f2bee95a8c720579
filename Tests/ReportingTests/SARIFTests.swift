// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import Reporting

@Suite struct SARIFTests {
  private func result(_ finding: Finding) -> JSONValue? {
    SARIF.log([finding], version: "1.0.0", .english)["runs"]?.elements?.first?["results"]?
      .elements?.first
  }

  @Test func namesPlaceRuleAndLevel() throws {
    let finding = Finding(
      .error,
      "K-D003",
      file: "exports/Umsätze 1.csv",
      line: 7,
      column: 4,
      field: "Umsatz",
      found: "12,x",
      message: LocalizedText(de: "Zahl erwartet", en: "expected a number")
    )
    let found = try #require(result(finding))
    #expect(found["ruleId"]?.text == "K-D003")
    #expect(found["level"]?.text == "error")
    #expect(found["message"]?["text"]?.text == "expected a number")
    let place = found["locations"]?.elements?.first?["physicalLocation"]
    #expect(place?["artifactLocation"]?["uri"]?.text == "exports/Ums%C3%A4tze%201.csv")
    #expect(place?["region"]?["startLine"]?.int == 7)
    #expect(found["properties"]?["column"]?.int == 4)
  }

  @Test(arguments: [
    (Finding.Severity.error, "error"), (.warning, "warning"), (.info, "note"),
  ])
  func translatesSeverities(_ severity: Finding.Severity, _ level: String) throws {
    let found = try #require(result(Finding(severity, "K-D001", message: LocalizedText("text"))))
    #expect(found["level"]?.text == level)
    #expect(found["locations"] == nil)
  }

  @Test func listsEachRuleOnceInOrder() {
    let findings = ["K-D009", "K-D001", "K-D009"].map {
      Finding(.info, $0, message: LocalizedText("text"))
    }
    let log = SARIF.log(FindingList(findings), version: "1.0.0", .german)
    let run = log["runs"]?.elements?.first
    let rules = run?["tool"]?["driver"]?["rules"]?.elements?.compactMap { $0["id"]?.text }
    #expect(rules == ["K-D001", "K-D009"])
    #expect(run?["results"]?.elements?.compactMap { $0["ruleIndex"]?.int } == [1, 0, 1])
    #expect(log["version"]?.text == "2.1.0")
  }
}
