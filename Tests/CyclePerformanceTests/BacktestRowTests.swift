// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import CyclePerformance

/// Whether sets of criteria would have picked the accounts that attained later.
@Suite struct BacktestRowTests {
  private func day(_ month: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: 2025, month: month, day: 1))
  }

  private func set(
    _ name: String,
    month: Int = 1,
    picked: Int = 3,
    _ score: (Int) -> Double
  ) throws -> CriteriaSet {
    let accounts = (0..<8).map { index in
      let value = score(index)
      let better = (0..<8).count { score($0) > value }
      return SelectionRun.Account(
        account: "A\(index)",
        score: value,
        rank: better + 1,
        isSelected: better < picked
      )
    }
    return CriteriaSet(
      name: name,
      runs: [SelectionRun(id: "\(name)-run", dataAsOf: try day(month), accounts: accounts)]
    )
  }

  private func rows(_ sets: [CriteriaSet]) throws -> [BacktestRow] {
    BacktestRow.rows(
      sets,
      cycles: [.init(id: "C1", start: try day(2)), .init(id: "C0", start: try day(2))],
      attainments: (0..<8).map {
        .init(account: "A\($0)", cycle: "C1", value: Double($0) / 8, keyResults: 3)
      },
      profile: .sieck
    )
  }

  @Test func theBetterCriteriaWin() throws {
    let found = try rows([
      try set("right") { Double($0) }, try set("wrong") { Double(-$0) },
    ])
    #expect(found.map(\.set) == ["right", "wrong"])
    #expect(found.map(\.precision) == [2.0 / 3, 0])
    #expect(found.map(\.recall) == [1, 0])
    #expect(found.map(\.auc) == [1, 0])
    #expect(found.map(\.regret) == [0, 0.625])
    #expect(found[0].accounts == ["A5", "A6", "A7"])
    #expect(found.allSatisfy { $0.cycle == "C1" && $0.count == 8 && $0.picked == 3 })
  }

  @Test func probabilitiesAreAdjustedForTheSetsTried() throws {
    let found = try rows([
      try set("a") { Double($0) }, try set("b") { Double($0 * 3 % 8) },
      try set("c") { Double(-$0) },
    ])
    let chances = found.compactMap(\.chance)
    #expect(chances.count == 3)
    #expect(found.compactMap(\.chanceHolm) == MultipleTests.holm(chances))
    #expect(found.compactMap(\.chanceBH) == MultipleTests.benjaminiHochberg(chances))
    #expect(try #require(found[0].chanceHolm) >= chances[0])
  }

  @Test func aLaterRunNeverCounts() throws {
    let found = try rows([try set("late", month: 3) { Double($0) }])
    #expect(found.map(\.reason) == [.noRun])
    #expect(found[0].precision == nil && found[0].run == nil)
  }

  @Test func fewOrNoAccountsGiveAReason() throws {
    let few = BacktestRow.rows(
      [try set("few") { Double($0) }],
      cycles: [.init(id: "C1", start: try day(2))],
      attainments: [.init(account: "A1", cycle: "C1", value: 1)],
      profile: .sieck
    )
    #expect(few.map(\.reason) == [.tooFewData])
    #expect(try rows([try set("none", picked: 0) { Double($0) }]).map(\.reason) == [.nothingPicked])
    #expect(try rows([]).isEmpty)
  }
}
