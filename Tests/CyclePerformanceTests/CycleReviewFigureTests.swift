// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import CyclePerformance

/// Figures by cycle and account beyond progress: overview, process, estimates, movement, confidence.
@Suite struct CycleReviewFigureTests {
  private let day = CalendarDate(year: 2025, month: 12, day: 31)

  /// Two accounts and two cycles; A rises from 0.5 to 1, B falls from 1 to 0.
  private func evaluation() throws -> OKREvaluation {
    OKREvaluation(
      [
        .plan: sheet(
          """
          Kundennummer;Zyklus;Objective-Nr;Objective;KR-Nr;Key Result;Startwert;Zielwert;Istwert;Erreichung in %
          A;Z1;O1;Ziel;1;Eins;0;10;5;50 %
          A;Z2;O1;Ziel;1;Eins;0;10;10;20 %
          B;Z1;O1;Ziel;1;Eins;0;10;10;
          B;Z2;O1;Ziel;1;Eins;0;10;0;
          C;Z2;O1;Ziel;1;Eins;0;10;;
          """
        ),
        .cycles: sheet(
          "Zyklus;Beginn;Ende\nZ1;01.01.2025;30.04.2025\nZ2;01.05.2025;31.08.2025\n",
          path: "cycles.csv"
        ),
        .checkins: sheet(
          """
          Kundennummer;Zyklus;Objective-Nr;KR-Nr;Datum;Istwert;Zuversicht
          A;Z1;O1;1;10.01.2025;2;6
          A;Z1;O1;1;11.01.2025;3;4
          A;Z1;O1;1;10.03.2025;5;9
          """,
          path: "checkins.csv"
        ),
        .reviews: sheet("Kundennummer;Zyklus;Datum\nA;Z1;30.04.2025\n", path: "reviews.csv"),
      ],
      on: try #require(day),
      profile: .sieck,
      accounts: nil
    )
  }

  @Test func overviewCountsZonesAndWeighs() throws {
    let found = try evaluation()
    let rows = CycleOverview.rows(of: found.sheet, found.figures, profile: .sieck) { account, _ in
      CycleOverview.Weight(revenue: account == "A" ? 3 : 1, potential: account == "A" ? 0 : 1)
    }
    #expect(rows.map(\.cycle) == ["Z1", "Z2"])
    #expect(rows.map(\.accounts) == [2, 3])
    #expect(rows.map(\.zones) == [[0, 1, 0, 1], [1, 0, 0, 1]])
    #expect(rows.map(\.hits) == [1, 1])
    #expect(rows.map(\.withData) == [2, 2])
    #expect(rows.map(\.attainment) == [0.75, 0.5])
    #expect(rows.map(\.attainmentByRevenue) == [0.625, 0.75])
    #expect(rows.map(\.attainmentByPotential) == [1, 0])
    let interval = try #require(rows[0].hitRateInterval)
    #expect(interval.lowerBound > 0 && interval.upperBound < 1 && interval.contains(0.5))
  }

  @Test func processHealth() throws {
    let rows = try evaluation().health
    let first = try #require(rows.first)
    #expect(first.account == "A" && first.cycle == "Z1")
    #expect(first.checkins == 3 && first.reported == 1)
    #expect(first.weeks == 18 && first.weeksWithCheckin == 2)
    #expect(first.daysSinceCheckin == 51)
    #expect(rows.map(\.isReviewed) == [true, false, false, false, false])
    #expect(rows.map(\.typed) == [1, 1, 0, 0, 0])
    #expect(rows.map(\.typedDiffering) == [0, 1, 0, 0, 0])
    #expect(first.hints + first.warnings > 0 && first.errors == 0)
  }

  @Test func movementBetweenCycles() throws {
    let found = try evaluation()
    let rows = TransitionRow.rows(of: found.sheet, found.figures.accounts)
    let moved = rows.filter { $0.accounts > 0 }
    #expect(moved.map(\.from) == [.commit, .stretch])
    #expect(moved.map(\.to) == [.stretch, .fail])
    #expect(moved.map(\.share) == [1, 1])
    #expect(rows.filter { $0.from == nil || $0.to == nil }.count == 5)
  }

  @Test func confidenceOfTheFirstFourFifthsCounts() throws {
    let found = try evaluation()
    var profile = RuleProfile.sieck
    let before = OKRCalibration(found.sheet, found.figures, on: try #require(day), profile: profile)
    #expect(before.count == 1 && before.confidence == nil)
    profile.minAccountCycles = 1
    let after = OKRCalibration(found.sheet, found.figures, on: try #require(day), profile: profile)
    #expect(after.confidence?.brier == 0.81)
    #expect(after.confidence?.bias == 0.9)
  }

  @Test func estimatesNeedThreeAccounts() throws {
    let rows = AttainmentEstimates(try evaluation().figures)
    #expect(rows.map(\.account) == ["A", "B"])
    #expect(rows.map(\.mean) == [0.75, 0.5])
    #expect(rows.allSatisfy { $0.estimate == nil && $0.reason == "too_few_groups" })
    // One hit of two, from an even start: (1 + 1) / (2 + 2).
    #expect(rows.map(\.hitRate) == [0.5, 0.5])
  }

  @Test func anEmptySheetHasNoFigures() throws {
    let files: [OKRMapping.FileKind: [SheetSource]] = [:]
    let empty = OKREvaluation(files, on: try #require(day), profile: .sieck, accounts: nil)
    #expect(
      CycleOverview.rows(of: empty.sheet, empty.figures, profile: .sieck) { _, _ in .init() }
        .isEmpty
    )
    #expect(AttainmentEstimates(empty.figures).isEmpty)
    #expect(TransitionRow.rows(of: empty.sheet, OKRAccountRows()).isEmpty)
  }
}
