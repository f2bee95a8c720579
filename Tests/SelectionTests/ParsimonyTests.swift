// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import Selection

@Suite struct ParsimonyTests {
  func parsimony(_ example: RobustnessCase) -> Parsimony? {
    ParsimonySearch(example.outcome, example.plan, example.decisions, example.input) {
      try? AccountSelector($0)
    }.parsimony()
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func removingWhatDoesNotMatterLeavesTheList(_ seed: UInt64) throws {
    var rows = RobustnessCase.rows(60, 6, seed: seed)
    for i in rows.indices { rows[i][4] = 0.5 }
    let example = try RobustnessCase(rows, weights: [50, 20, 10, 5, 5, 1], size: 5)
    let result = try #require(parsimony(example))
    #expect(result.dispensable.contains("c4"))
    let smallest = try #require(result.smallest)
    var reduced = example.plan
    reduced.criteria = smallest.kept.map { example.plan.criteria[$0] }
    let rest = SelectionInput(
      accounts: example.input.accounts,
      values: smallest.kept.map { example.input.values[$0] },
      gateFailures: example.input.gateFailures
    )
    let list = try AccountSelector(reduced).outcome(for: rest).shortlist.entries.map(\.account)
    #expect(Set(list) == example.listed)
    #expect(result.isExhaustive)
    #expect(result.choices.map(\.kept.count) == [1, 2, 3, 4, 5, 6])
    #expect(result.choices.last?.replaced == 0)
    // No smaller set gives the same list.
    #expect(result.choices.prefix(smallest.kept.count - 1).allSatisfy { $0.replaced > 0 })
  }

  @Test func saysNothingWhereEveryCriterionIsNeeded() throws {
    let rows = [[1.0, 0], [0.6, 0.6], [0, 1], [0.1, 0.1]]
    let result = try #require(parsimony(try RobustnessCase(rows, weights: [1, 1], size: 1)))
    #expect(result.smallest == nil && result.dispensable.isEmpty)
    #expect(result.choices.map(\.replaced) == [1, 0])
  }

  @Test func leavesOneAfterTheOtherOutWhereSetsAreTooMany() throws {
    var rows = RobustnessCase.rows(30, 14, seed: 5)
    for i in rows.indices { for j in 2..<14 { rows[i][j] = 0.25 } }
    let example = try RobustnessCase(
      rows,
      weights: [30, 30] + [Double](repeating: 3, count: 12),
      size: 4
    )
    let result = try #require(parsimony(example))
    #expect(!result.isExhaustive)
    #expect(result.dispensable.count >= 12)
  }

  @Test func isNotLookedForAmongTooManyAccounts() throws {
    var ranking = try RobustnessCase(
      RobustnessCase.rows(3, 8, seed: 6),
      weights: [Double](repeating: 1, count: 8),
      size: 1
    ).outcome.ranking
    let row = try #require(ranking.rows.first)
    // 256 sets of 8 criteria and 15,625 accounts make four million scores.
    ranking.rows = Array(repeating: row, count: 15_625)
    #expect(ParsimonySearch.isAffordable(for: ranking))
    ranking.rows.append(row)
    #expect(!ParsimonySearch.isAffordable(for: ranking))
  }

  @Test func hasNothingToSayAboutOneCriterionOrNobody() throws {
    #expect(parsimony(try RobustnessCase([[1], [0]], weights: [1], size: 1)) == nil)
    #expect(parsimony(try RobustnessCase([], weights: [1, 1], size: 1)) == nil)
  }

  /// Without the criterion that it lacks, an account joins the ranking and the list: the set is
  /// tried out and refused.
  @Test func refusesSetsThatLetOtherAccountsIn() throws {
    let rows: [[Double?]] = [[0.9, 0.5], [0.5, 0.6], [1, nil]]
    let result = try #require(parsimony(try RobustnessCase(rows, weights: [9, 1], size: 1)))
    #expect(result.choices.first?.replaced == 0)
    #expect(result.smallest == nil)
  }

  @Test func reducedPlansKeepGroupsAndComparisons() throws {
    var plan = SelectionPlan(
      criteria: [try criterion("a", 1), try criterion("b", 1), try criterion("c", 1)],
      size: 1
    )
    var group = Criterion(name: "g", measure: nil, weight: 2)
    group.children = [plan.criteria[0], plan.criteria[1]]
    plan.criteria = [group, plan.criteria[2]]
    plan.weighting = .ahp([[1, 3], [1 / 3, 1]])
    let only = try #require(plan.keeping([1, 2]))
    #expect(only.criteria.map(\.name) == ["g", "c"] && only.criteria[0].children.count == 1)
    #expect(only.weighting == plan.weighting)
    let last = try #require(plan.keeping([2]))
    #expect(last.criteria.map(\.name) == ["c"] && last.weighting == .ahp([[1]]))
    #expect(plan.keeping([]) == nil)
  }
}
