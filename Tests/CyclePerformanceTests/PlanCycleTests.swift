// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import CyclePerformance

/// What flat sheets and goals say of cycles and milestones.
@Suite struct PlanCycleTests {
  private func read(
    _ rows: [String],
    beside others: [OKRMapping.FileKind: SheetSource] = [:]
  ) throws -> OKREvaluation {
    let header =
      "Kundennummer;Zyklus;Beginn;Ende;MOAL-Nr;Objective-Nr;Key Result;Startwert;Zielwert"
    let plan = sheet(([header] + rows).joined(separator: "\n") + "\n")
    let day = try #require(CalendarDate(year: 2026, month: 6, day: 30))
    return OKREvaluation(
      others.merging([.plan: plan]) { first, _ in first },
      on: day,
      profile: .sieck,
      accounts: nil
    )
  }

  private func days(_ evaluation: OKREvaluation) -> [String] {
    evaluation.sheet.cycles.map { cycle in
      let days = [cycle.start, cycle.end].map { $0.map(\.description) ?? "-" }
      return days.joined(separator: " ")
    }
  }

  private func codes(_ evaluation: OKREvaluation) -> [String] {
    evaluation.findings.filter { $0.code != "OKR-I103" && $0.code != "OKR-W105" }
      .map { "\($0.code)@\($0.line ?? 0):\($0.column ?? 0)" }
  }

  @Test func laterRowsAddTheDaysThatTheFirstLeavesOut() throws {
    let evaluation = try read([
      "K1;Runde 1;;;;1;A;0;10", "K2;Runde 1;01.03.2026;;;1;A;0;10",
      "K3;Runde 1;;30.06.2026;;1;A;0;10", "K4;Runde 1;;;;1;A;0;10",
    ])
    #expect(days(evaluation) == ["2026-03-01 2026-06-30"])
    #expect(codes(evaluation) == [])
  }

  @Test func otherDaysOfACycleAreSaidAndTheFirstCount() throws {
    let evaluation = try read([
      "K1;Runde 1;01.03.2026;30.06.2026;;1;A;0;10", "K2;Runde 1;01.03.2026;30.06.2026;;1;A;0;10",
      "K3;Runde 1;01.04.2026;30.06.2026;;1;A;0;10", "K4;Runde 1;01.04.2026;30.06.2026;;1;A;0;10",
      "K5;Runde 1;2026-03-01;2026-06-30;;1;A;0;10",
    ])
    #expect(days(evaluation) == ["2026-03-01 2026-06-30"])
    #expect(codes(evaluation) == ["K-D155@4:3"])
    #expect(evaluation.sheet.keyResults.allSatisfy { $0.exclusion == nil })
  }

  @Test func daysWhoseMonthIsAWord() throws {
    let evaluation = try read([
      "K1;Runde 1;1. März 2026;30-Jun-2026;;1;A;0;10", "K2;Runde 2;März;Mai 2026;;1;A;0;10",
    ])
    #expect(days(evaluation) == ["2026-03-01 2026-06-30", "- -"])
    #expect(codes(evaluation) == ["OKR-E007@3:3", "OKR-E007@3:4"])
  }

  @Test func aCycleWithoutDaysIsDatedByItsNameBesideOthersThatHaveSome() throws {
    let evaluation = try read([
      "K1;Q1 2026;;;;1;A;0;10", "K1;Runde 2;01.04.2026;31.07.2026;;1;A;0;10",
      "K1;Q3 2026;x;;;1;A;0;10",
    ])
    #expect(days(evaluation) == ["2026-01-01 2026-03-31", "2026-04-01 2026-07-31", "- -"])
  }

  @Test func daysOfGoalsDateNoCycle() throws {
    let objectives = "objective_id;account_id;cycle_id;moal_id;title\nO1;K1;Q1 2026;M1;x\n"
    let moals = "moal_id;account_id;start;end;title\nM1;K1;2026-01-01;2026-12-31;Ziel\n"
    let day = try #require(CalendarDate(year: 2026, month: 6, day: 30))
    let evaluation = OKREvaluation(
      [.objectives: sheet(objectives), .moals: sheet(moals)],
      on: day,
      profile: .sieck,
      accounts: nil
    )
    #expect(days(evaluation) == ["2026-01-01 2026-03-31"])
  }

  @Test(arguments: [
    ("moal_id;Fällig;Titel\nK1/M1;01.05.2026;Test\n", ["K1/M1"], [String]()),
    ("Kundennummer;MOAL-Nr;Fällig;Titel\nK2;M1;01.05.2026;Test\n", ["K2/M1"], []),
    ("MOAL-Nr;Fällig;Titel\nM2;01.05.2026;Test\n", ["K2/M2"], []),
    ("MOAL-Nr;Fällig;Titel\nM1;01.05.2026;Test\n", ["M1"], ["OKR-E003@2:1"]),
    ("Kundennummer;MOAL-Nr;Fällig;Titel\nK3;M1;01.05.2026;T\n", ["M1"], ["OKR-E003@2:2"]),
  ])
  func milestonesFindTheGoalsOfFlatSheets(
    milestones: String,
    goals: [String],
    findings: [String]
  ) throws {
    let evaluation = try read(
      ["K1;R1;;;M1;1;A;0;10", "K2;R1;;;M1;1;A;0;10", "K2;R1;;;M2;2;A;0;10"],
      beside: [.milestones: sheet(milestones, path: "milestones.csv")]
    )
    #expect(evaluation.sheet.milestones.map(\.moal) == goals)
    #expect(codes(evaluation) == findings)
  }
}
