// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Selection
import Testing

@testable import KeyAccounts

@Suite struct MoneyOfChangeTests {
  private static let accounts = """
    id,month,revenue,margin,days
    A,2024-12,100,30,5
    A,2025-12,200,20,9
    B,2024-12,300,90,6
    B,2025-12,360,144,4
    """

  private static let programme = """
    version: 1
    programme: {name: Money, goal: custom, approach: sales, currency: EUR}
    sources:
      - file: a.csv
        account: id
        period: month
        values: {revenue: revenue, margin: margin, days: {column: days, kind: number}}
    measures:
      rate: sum(margin, 12) / sum(revenue, 12)
      change: growth(revenue, 12)
      left: max(0, 1000 * days - revenue)
      per_day: revenue / days
    criteria:
      - {measure: rate, weight: 70, scale: {from: 0, to: 0.5}}
      - {measure: change, weight: 10, scale: {from: 0, to: 2}}
      - {measure: days, weight: 5, scale: {from: 0, to: 10}}
      - {measure: per_day, weight: 10, scale: {from: 0, to: 100}}
      - {measure: margin, weight: 5, scale: {from: 0, to: 1000}}
    shortlist: {size: 1}
    """

  /// By criterion the change that puts A on the list, and that change in money.
  private func changes() throws -> [String: (difference: Double?, money: Double?)] {
    var options = RunOptions(depth: .rank)
    options.opened["a.csv"] = FileContent(Array(Self.accounts.utf8))
    let run = try Programme(text: Self.programme, file: "kontor.yaml").run(options)
    let explanation = try #require(run.explanation(of: "A"))
    #expect(!explanation.isListed)
    let money = run.money(of: explanation)
    let pairs = zip(explanation.changes, money).map { ($0.criterion, ($0.difference, $1)) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  @Test func isTheChangeOfAnAmountAndOfTheUpperAmountOfARatio() throws {
    let changes = try changes()
    let rate = try #require(changes["rate"])
    let lacking = try #require(rate.difference)
    // The rate divides by a revenue of 200.
    #expect(lacking > 0 && rate.money == 200 * lacking)
    let perDay = try #require(changes["per_day"])
    // An amount by a number is an amount.
    #expect(perDay.money == perDay.difference)
    let margin = try #require(changes["margin"])
    #expect(margin.money == margin.difference)
    #expect(try #require(changes["days"]).money == nil)
  }

  @Test func measuresGrowthByTheYearBefore() throws {
    let change = try #require(try changes()["change"])
    #expect(change.money == change.difference.map { 100 * $0 })
  }
}
