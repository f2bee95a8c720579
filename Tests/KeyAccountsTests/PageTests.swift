// SPDX-License-Identifier: Apache-2.0
import Accounts
import FoundationEssentials
import KeyAccounts
import Reporting
import Testing

@testable import CyclePerformance

/// The pages of the sample company: account plan, cycle review, effect, lint report.
@Suite struct PageTests {
  private func pages(_ language: Language) throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.path + "/kontor-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try StartFolder(path: folder).write(SampleProgramme.files(), overwriting: false)
    var programme = try Programme(contentsOf: "\(folder)/kontor.yaml")
    programme.header.language = language
    let pages = try programme.run().pages
    return Dictionary(uniqueKeysWithValues: pages.map { ($0.name, $0.text) })
  }

  @Test func everyAccountWithOKRsHasAPlan() throws {
    let pages = try pages(.german)
    #expect(pages.keys.count { $0.hasPrefix("account_plans/") } == 8)
    let plan = try #require(pages["account_plans/0000410003.md"])
    for part in [
      "**MOAL**", "Strategie („warum sollte der Key Account JA sagen?“)", "**Meilensteine**",
      "**Anforderungen (an das eigene Unternehmen)**", "## OKR für den Zeitraum: 01.05.2025",
      "| KR | Erreichung in % | Wer? | Bemerkungen |", "## Verlauf über die Zyklen",
    ] {
      #expect(plan.contains(part), "\(part)")
    }
  }

  @Test func theReviewAsksTheThreeQuestions() throws {
    let review = try #require(try pages(.german)["cycle_review.md"])
    for question in [
      "Wie viel Prozent der Key Results wurden erreicht?",
      "Haben Sie sich im letzten Intervall auf die richtigen Objectives und Key Results fokussiert?",
      "Welche Schwerpunkte wollen Sie im nächsten Zyklus setzen?",
    ] {
      #expect(review.split(separator: "\n").count { $0 == "### \(question)" } == 2)
    }
  }

  @Test func classCountsComeBeforeAnyCoefficient() throws {
    let effect = try #require(try pages(.english)["effect.md"])
    let classes = try #require(effect.firstRange(of: "selected with OKRs"))
    let coefficient = try #require(effect.firstRange(of: "Spearman"))
    #expect(classes.lowerBound < coefficient.lowerBound)
    #expect(effect.contains("> **the groups lay far apart before"))
    #expect(effect.contains("relates to"))
  }

  @Test func theLintReportCountsByCode() throws {
    let lint = try #require(try pages(.english)["okr_lint.md"])
    #expect(lint.contains("| OKR-W105 | 2 |"))
    #expect(
      lint.contains("okr/account\\_plan\\_okr.csv:44") || lint.contains("account_plan_okr.csv:44")
    )
  }

  /// No page, table or figure is about a person; owners stand in the plan only, as text.
  @Test func noFigureIsComputedByPerson() throws {
    let pages = try pages(.german)
    for (name, text) in pages where !name.hasPrefix("account_plans/") {
      #expect(!text.contains("M. Krüger") && !text.contains("P. Nowak"), "\(name)")
    }
  }

  @Test func tooFewDataShowsTheRowsInstead() {
    let row = LinkRow(
      account: "A|1",
      cycle: "C1",
      run: "R",
      score: 0.5,
      rank: 1,
      isSelected: true,
      linkClass: .selectedWithOKR,
      attainment: 0.7,
      coverage: 1,
      keyResults: 3
    )
    var tooFew = LinkStatistics([row], profile: .sieck).figures[1]
    tooFew.figure = "alone"
    let page = EffectPage(
      .init(
        classes: [(.selectedWithOKR, 1)],
        link: [row],
        statistics: LinkStatistics([row], profile: .sieck).figures,
        criteria: [
          CriterionRelation(criterion: "growth", alone: tooFew, together: tooFew)
        ],
        effect: [],
        backtest: nil
      ),
      .english
    ).page
    #expect(page.text.contains("> **too few data for a figure"))
    #expect(page.text.contains("| A\\|1 | C1 | R | 0.5 | 70% |"))
    #expect(
      page.text.contains("## Which criteria relate to later attainment?\n\n> **too few data**")
    )
    #expect(!page.text.contains("slope"))
  }
}
