// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import Selection

@Suite struct ScenarioChangeTests {
  private struct Compared {
    var comparison: ScenarioComparison
    var changes: [ScenarioChange]

    func reason(_ account: Int) -> String? {
      changes.first { $0.account == account }?.reason.english
    }
  }

  private func compared(
    _ base: SelectionPlan,
    _ scenario: SelectionPlan,
    _ before: SelectionInput,
    _ after: SelectionInput? = nil,
    shock: ScenarioShockEffect? = nil
  ) throws -> Compared {
    let outcomes = try [
      ScenarioTests.outcome(base, before), ScenarioTests.outcome(scenario, after ?? before),
    ]
    let rankings = outcomes.map { ScenarioRanking("s", $0) }
    let sides = [
      ScenarioSide(rankings[0], outcomes[0], size: base.shortlist.size),
      ScenarioSide(rankings[1], outcomes[1], size: scenario.shortlist.size),
    ]
    return Compared(
      comparison: ScenarioReference(rankings[0]).comparison(with: rankings[1]),
      changes: ScenarioChanges(from: sides[0], to: sides[1], shock: shock).changes()
    )
  }

  private let values: [[Double?]] = [[10, 8, 6, 4, 0], [0, 2, 10, 1, 5]]

  @Test func namesTheCriterionThatTurnedTwoAccountsRound() throws {
    let (base, scenario) = try (
      ScenarioTests.plan([9, 1], size: 2), ScenarioTests.plan([1, 9], size: 2)
    )
    let found = try compared(base, scenario, ScenarioTests.input(values))
    #expect(found.changes.map(\.account) == [0, 1, 2, 4])
    #expect(found.changes.map(\.kind) == [.left, .left, .entered, .entered])
    #expect(
      found.reason(2)
        == "passes 'K00': 'c1' gives 0.800 points more than in the base; "
        + "weight 90 % instead of 10 %"
    )
    #expect(found.reason(0)?.hasPrefix("falls behind 'K02': against it, 'c1' gives") == true)
    #expect(found.comparison.entered == 2 && found.comparison.left == 2)
    #expect(found.comparison.overlap == 0 && found.comparison.jaccard == 0)
  }

  @Test func saysThatTheListIsLonger() throws {
    let found = try compared(
      ScenarioTests.plan([1, 1], size: 2),
      ScenarioTests.plan([1, 1], size: 4),
      ScenarioTests.input(values)
    )
    #expect(found.changes.map(\.kind) == [.entered, .entered])
    #expect(found.changes.allSatisfy { $0.baseRank == $0.scenarioRank })
    #expect(found.reason(3) == "the list holds 4 instead of 2" || found.reason(3) == nil)
    #expect(found.comparison.overlap == 0.5 && found.comparison.kendallTauB == 1)
  }

  @Test func saysThatTheMethodDiffers() throws {
    var topsis = try ScenarioTests.plan([2, 1], size: 2)
    topsis.method = .topsis
    let found = try compared(
      ScenarioTests.plan([2, 1], size: 2),
      topsis,
      ScenarioTests.input([[10, 8, 7, 0], [0, 3, 5.5, 10]])
    )
    #expect(found.changes.map(\.kind) == [.left, .entered])
    #expect(
      found.changes.allSatisfy { $0.reason.english == "method topsis instead of weighted-sum" }
    )
  }

  @Test func saysWhatAGateDoes() throws {
    let plan = try ScenarioTests.plan([1, 1], size: 2)
    let gated = ScenarioTests.input(values, gated: [2: LocalizedText("margin >= 5")])
    let open = ScenarioTests.input(values)
    let closing = try compared(plan, plan, open, gated)
    #expect(closing.changes.first { $0.account == 2 }?.kind == .left)
    #expect(closing.reason(2) == "margin >= 5")
    #expect(closing.comparison.count == 4)
    let opening = try compared(plan, plan, gated, open)
    #expect(opening.reason(2) == "no longer stopped by: margin >= 5")
    let pushed = opening.changes.first { $0.kind == .moved || $0.kind == .left }
    #expect(pushed?.reason.english == "'K02' stands before it and has no rank in the base")
  }

  @Test func saysWhomAShockHits() throws {
    let plan = try ScenarioTests.plan([1, 1], size: 2)
    var after = values
    after[0][0] = 1
    let effect = ScenarioShockEffect(
      isHit: [true, false, false, false, false],
      text: LocalizedText("revenue -90 %")
    )
    let found = try compared(
      plan,
      plan,
      ScenarioTests.input([[10, 8, 6, 4, 0], [10, 2, 5, 1, 5]]),
      ScenarioTests.input([after[0], [10, 2, 5, 1, 5]]),
      shock: effect
    )
    #expect(found.reason(0) == "hit by the shock: revenue -90 %")
    #expect(found.reason(2)?.hasPrefix("passes 'K00': 'c0' gives") == true)
  }

  @Test func nothingChangesBetweenEqualScenarios() throws {
    let plan = try ScenarioTests.plan([1, 1], size: 2)
    for count in [0, 1, 3, 30] {
      let input = ScenarioTests.input(ScenarioTests.values(count, 2, levels: 1e9, seed: 8))
      let found = try compared(plan, plan, input)
      #expect(found.changes == [])
      #expect(found.comparison.overlap == (count == 0 ? nil : 1))
      #expect(found.comparison.kendallTauB == (count < 2 ? nil : 1))
      #expect(found.comparison.rankBiasedOverlap.map { ($0 - 1).magnitude < 1e-12 } ?? (count == 0))
    }
  }

  @Test func holdsOnlyAccountsThatBothRankAgainstEachOther() throws {
    let plan = try ScenarioTests.plan([1, 1], size: 3)
    let values = ScenarioTests.values(60, 2, levels: 20, seed: 21)
    let (some, others) = (
      ScenarioTests.input(values, gated: [1: LocalizedText("x"), 7: LocalizedText("x")]),
      ScenarioTests.input(values, gated: [7: LocalizedText("x"), 30: LocalizedText("x")])
    )
    let rankings = try [some, others].map { input in
      try ScenarioRanking("s", ScenarioTests.outcome(plan, input))
    }
    let found = ScenarioReference(rankings[0]).comparison(with: rankings[1])
    let common = (0..<60).filter { ![1, 7, 30].contains($0) }
    let ranks = rankings.map { ranking in common.map { -Double(ranking.rank(of: $0) ?? 0) } }
    let expected = try #require(Correlation.kendallTauB(ranks[0], ranks[1]))
    #expect(try (#require(found.kendallTauB) - expected).magnitude < 1e-12)
    #expect(found.count == 57)
    #expect(rankings[0].status(of: 1) == .gated && rankings[0].rank(of: 1) == nil)
  }
}

@Suite struct CorrelatedCriteriaTests {
  private func findings(_ values: [[Double?]], minimised: Int? = nil) throws -> [Finding] {
    var plan = try ScenarioTests.plan(values.map { _ in 1 })
    if let minimised { plan.criteria[minimised].direction = .minimise }
    return CorrelatedCriteria.findings(
      on: try ScenarioTests.outcome(plan, ScenarioTests.input(values)).ranking
    )
  }

  @Test func namesPairsThatSayTheSameWithTheirCorrelation() throws {
    let x = (0..<12).map { Double?(Double($0)) }
    let noisy = (0..<12).map { Double?(Double($0) + ($0 % 2 == 0 ? 1 : 0)) }
    let apart = (0..<12).map { Double?(Double(($0 * 5) % 12)) }
    let found = try findings([x, noisy, apart])
    #expect(found.map(\.found) == ["c0, c1"])
    #expect(found.map(\.code) == ["K-S068"])
    #expect(found.first?.message.english.contains("(r = 0.989, n = 12)") == true)
  }

  @Test func looksAtAnEvenPartOfVeryManyAccounts() throws {
    let x = (0..<50_000).map { Double?(Double($0)) }
    let found = try findings([x, x])
    #expect(found.first?.message.english.contains("(r = 1.000, n = 16667)") == true)
  }

  @Test func turnsCriteriaRoundOfWhichLessIsBetter() throws {
    let x = (0..<12).map { Double?(Double($0)) }
    let falling = (0..<12).map { Double?(100 - Double($0)) }
    #expect(try findings([x, falling]) == [])
    #expect(try findings([x, falling], minimised: 1).count == 1)
  }

  @Test func isSilentOnFewAccountsAndConstants() throws {
    let x = (0..<9).map { Double?(Double($0)) }
    #expect(try findings([x, x]) == [])
    let constant = (0..<12).map { _ in Double?(3) }
    #expect(try findings([constant, constant]) == [])
  }

  @Test func leavesMissingValuesOut() throws {
    var x = (0..<12).map { Double?(Double($0)) }
    let y = x
    x[4] = nil
    var plan = try ScenarioTests.plan([1, 1])
    plan.criteria[0].missing = .worst
    let found = CorrelatedCriteria.findings(
      on: try ScenarioTests.outcome(plan, ScenarioTests.input([x, y])).ranking
    )
    #expect(found.first?.message.english.contains("n = 11") == true)
  }
}
