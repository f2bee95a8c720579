// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import CyclePerformance

/// Sheets of one cycle or of one account, which say so once and not in every row.
@Suite struct ConstantColumnTests {
  private func evaluate(_ plan: String, _ constants: [String: String]) throws -> OKREvaluation {
    var source = sheet(plan)
    source.file.constants = constants
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 30))
    return OKREvaluation([.plan: source], on: day, profile: .sieck, accounts: nil)
  }

  private let columns = "Objective;Key Result;Startwert;Zielwert;Istwert"

  @Test func saysTheSameAsAColumn() throws {
    let rows = ["Ziel A;eins;0;10;5", ";zwei;0;10;7,5", "Ziel B;drei;0;10;10"]
    let constant = try evaluate(
      "\(columns)\n" + rows.joined(separator: "\n") + "\n",
      ["account_id": "K1", "cycle_id": "Q4 2026"]
    )
    let whole = [
      "K1;Q4 2026;Ziel A;eins;0;10;5", ";;;zwei;0;10;7,5", "K1;Q4 2026;Ziel B;drei;0;10;10",
    ]
    let written = try evaluate(
      "Kundennummer;Zyklus;\(columns)\n" + whole.joined(separator: "\n") + "\n",
      [:]
    )
    #expect(constant.figures.keyResults.map(\.progressRaw) == [0.5, 0.75, 1])
    #expect(constant.sheet.keyResults.map(\.id) == written.sheet.keyResults.map(\.id))
    #expect(constant.findings.map(\.code) == written.findings.map(\.code))
  }

  @Test func fillsDownOnlyBesideAMergedCell() throws {
    let found = try evaluate(
      "Kundennummer;\(columns)\nK1;Ziel A;eins;0;10;5\nK1;Ziel A;zwei;0;10;5\n",
      ["cycle_id": "Q4 2026"]
    )
    #expect(!found.findings.contains { $0.code == "OKR-I128" })
    #expect(found.sheet.cycles.map(\.id) == ["Q4 2026"])
  }

  @Test func goesBeforeAColumnOfTheFile() throws {
    let found = try evaluate(
      "Kundennummer;Zyklus;\(columns)\nK1;Q1 2020;Ziel A;eins;0;10;5\n",
      ["cycle_id": "Q4 2026"]
    )
    #expect(found.sheet.cycles.map(\.id) == ["Q4 2026"])
  }

  @Test(arguments: [
    ("OKR Q4 2026;;;;;", "{constant: Q4 2026}"), ("Ziele;;;;;", "{constant: …}"),
    ("von Q3 2026 bis Q4 2026;;;;;", "{constant: …}"),
  ])
  func isNamedWhereTheCycleIsMissing(title: String, setting: String) throws {
    let found = try evaluate("\(title)\nKundennummer;\(columns)\nK1;Ziel A;eins;0;10;5\n", [:])
    let missing = found.findings.filter { $0.code == "OKR-E005" && $0.field == "cycle_id" }
    #expect(missing.count == 1)
    #expect(missing.allSatisfy { $0.message.english.contains(setting) })
  }

  @Test(
    arguments: [
      (["OKR-Sheet Vertrieb Q4 2026"], "Q4 2026"), (["plan_2026-q4.csv"], "2026 q4"),
      (["Juli bis Dezember 2026", "H2 2026"], "Juli bis Dezember 2026"),
      (["Q3 2026", "Q4 2026"], nil), (["Stand: Dez 2026"], nil), (["31.12.2026"], nil),
      (["plan.csv"], nil), ([], nil), ([""], nil), (["OKR"], nil),
    ] as [([String], String?)]
  )
  func isReadFromTitles(texts: [String], cycle: String?) {
    #expect(CycleMention.cycle(in: texts) == cycle)
  }

  @Test(
    arguments: [
      (["Account Plan", "Kunde: Rheinwerk AG"], ["account_id Rheinwerk AG"]),
      (
        ["Kunde:", "Rheinwerk AG", "Kundennummer: ", "MOAL: B"],
        ["account_id Rheinwerk AG", "moal_title B"]
      ),
      (
        ["Kunde:", "Rheinwerk AG", "Zyklus: Herbst"],
        ["account_id Rheinwerk AG", "cycle_id Herbst"]
      ),
      (["Kunde: A", "Key Account: B", "Quartal: Q4 2026"], ["cycle_id Q4 2026"]),
      (["OKR Q4 2026"], ["cycle_id Q4 2026"]), (["Hinweis: alles neu", "Kunde"], []),
      (
        ["OKR für den Zeitraum: 01.09.2026 - 31.12.2026", "Strategie: ein Haus: ein Preis"],
        [
          "cycle_id 01.09.2026 - 31.12.2026", "start 01.09.2026", "end 31.12.2026",
          "strategy ein Haus: ein Preis",
        ]
      ), (["Requirements:", "Strategy: fast"], ["strategy fast"]), ([], []), ([":"], []),
    ]
  )
  func labelledTitlesSayWhatAllRowsHave(titles: [String], expected: [String]) {
    let found = TitleMention.constants(in: titles, file: "okr/plan.csv")
    #expect(found.map { "\($0.column.name) \($0.text)" } == expected)
  }

  // MARK: Several sheets

  @Test func readsASheetPerCycle() throws {
    let sheets = ["Q3 2026", "Q4 2026"].enumerated().map { number, cycle in
      var source = sheet(
        "Kundennummer;\(columns)\nK1;Ziel;eins;0;10;\(number + 5)\n",
        path: "\(cycle).csv"
      )
      source.file.constants = ["cycle_id": cycle]
      return source
    }
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 30))
    let found = OKREvaluation([.plan: sheets], on: day, profile: .sieck, accounts: nil)
    #expect(found.sheet.cycles.map(\.id) == ["Q3 2026", "Q4 2026"])
    #expect(found.figures.keyResults.map(\.progressRaw) == [0.5, 0.6])
    #expect(found.sheet.keyResults.map(\.place.file) == ["Q3 2026.csv", "Q4 2026.csv"])
  }

  @Test func findsARowAgainInAnotherSheet() throws {
    let sheets = ["a.csv", "b.csv"].map { name in
      sheet("Kundennummer;Zyklus;KR-Nr;\(columns)\nK1;Z1;1;Ziel;eins;0;10;5\n", path: name)
    }
    let found = OKREvaluation([.plan: sheets], on: .endOfTime, profile: .sieck, accounts: nil)
    #expect(found.sheet.keyResults.count == 1, "an equal row is the same key result")
    #expect(
      found.findings.filter { $0.file == "b.csv" }.map(\.code) == [
        "OKR-\(OKRCode.identicalDuplicate.rawValue)"
      ]
    )
  }
}
