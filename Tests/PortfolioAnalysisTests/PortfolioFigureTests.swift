// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Accounts
@testable import PortfolioAnalysis

@Suite struct PortfolioFigureTests {
  /// A value with the sums of these months, ending in December 2025; nil months have no rows.
  private func monthly(_ accounts: [[Int?]]) -> ValueColumn {
    let last = Period(iso: "2025-12")?.index ?? 0
    let sums = PeriodSums(accounts: accounts.count) { account in
      let months = accounts[account]
      return months.enumerated().compactMap { index, amount in
        amount.map { amount in
          PeriodSums.Element(
            period: Period(index: last - months.count + 1 + index),
            sum: Int128(amount) * 10_000,
            rows: 1
          )
        }
      }
    }
    return ValueColumn(
      name: "revenue",
      kind: .amount,
      totals: ExactColumn(
        accounts.map { $0.reduce(Int128(0)) { $0 + Int128($1 ?? 0) * 10_000 } }
      ),
      periodSums: sums,
      rowCounts: CountColumn(accounts.map { $0.count { $0 != nil } })
    )
  }

  private func risk(_ accounts: [[Int?]]) -> PortfolioRisk {
    let value = monthly(accounts)
    let windows = ValueWindows(value, asOf: Period(iso: "2025-12"))
    return PortfolioRisk(windows, accountCount: accounts.count)
  }

  /// The worked example of 4.12 in six months, twice over to reach the least number of months.
  private let three = [
    [10, 12, 9, 11, 13, 11], [20, 18, 22, 19, 17, 20], [5, 8, 4, 7, 9, 6],
  ].map { ($0 + $0).map { Int?($0) } }

  @Test func betaAgreesWithTheWorkedExample() throws {
    let found = risk(three)
    let expected = [(2.870130, 0.857143), (-1.880430, -0.987013), (6.402597, 1.129870)]
    for (account, (beta, contribution)) in expected.enumerated() {
      #expect(try (#require(found.betas[account]) - beta).magnitude < 5e-6)
      let share = try #require(found.contributions[account])
      #expect((share - contribution).magnitude < 5e-7)
    }
    #expect(found.monthCount == 12 && found.count == 3 && found.leftOut == 0)
  }

  @Test func betasAddUpToOneByShareAndContributionsByThemselves() throws {
    let found = risk(three)
    let means = [11.0, 19.0 + 1.0 / 3, 6.5]
    let total = means.reduce(0, +)
    let weighted = zip(found.betas, means).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 / total }
    #expect((weighted - 1).magnitude < 1e-12)
    #expect((found.contributions.reduce(0) { $0 + ($1 ?? 0) } - 1).magnitude < 1e-12)
    let diversification = try #require(found.diversification)
    #expect(diversification > 0 && diversification < 1)
  }

  @Test func saysNothingOnFewMonths() {
    let found = risk([[1, 2, 3, 4, 5, 6, 7], [2, 1, 2, 1, 2, 1, 2]])
    #expect(found.monthCount == 7 && found.volatility == nil && found.diversification == nil)
    #expect(found.betas == [nil, nil] && found.leftOut == 2)
  }

  @Test func isUndefinedWithoutSwings() {
    let found = risk([Array(repeating: 5, count: 12), Array(repeating: 7, count: 12)])
    #expect(found.betas == [nil, nil] && found.volatility == nil && found.count == 2)
    let none = PortfolioRisk(nil, accountCount: 2)
    #expect(none.betas == [nil, nil] && none.monthCount == 0)
  }

  @Test func gapsCountAsNothingAndLossesHaveNoBeta() {
    var gappy = [Int?](repeating: nil, count: 12)
    gappy[3] = 12
    let found = risk([gappy, (0..<12).map { 10 + $0 }, Array(repeating: -1, count: 12)])
    #expect(found.count == 3)
    #expect(found.betas[0] != nil && found.betas[1] != nil && found.betas[2] == nil)
  }

  // MARK: Whale curve

  private let profits = [900, 180, 400, 230, 50, 60, -120, 96, -40, 24]

  @Test func whaleCurveAgreesWithTheWorkedExample() throws {
    let curve = WhaleCurve(of: column(profits.map { $0 }))
    #expect(curve.peak == 1940 && curve.accountsAtPeak == 8 && curve.erosion == 160)
    #expect(curve.total == 1780 && curve.count == 10)
    #expect(try (#require(curve.peakShare) - 1.089888).magnitude < 5e-7)
  }

  @Test(arguments: [
    ([500, -490], false), ([-5, -10], false), ([nil, nil], false), ([100, -10], true),
    ([0, 0], false),
  ])
  func sharesNeedAClearlyPositiveTotal(_ profits: [Int?], _ hasShares: Bool) {
    let curve = WhaleCurve(of: column(profits))
    #expect(curve.hasShares == hasShares && (curve.peakShare != nil) == hasShares)
  }

  @Test func zeroProfitsKeepThePeakAtTheFirstMaximum() {
    let curve = WhaleCurve(of: column([5, 0, 0, -1]))
    #expect(curve.accountsAtPeak == 1 && curve.erosion == 1)
    #expect(WhaleCurve(of: column([nil])).peak == nil)
  }

  // MARK: Growth

  @Test func growthComesFromItsParts() throws {
    let year = { (a: Int, b: Int) in (0..<24).map { Int?($0 < 12 ? a : b) } }
    let value = monthly([year(10, 12), year(5, 4), year(0, 3), year(7, 0), []])
    let windows = ValueWindows(value, asOf: Period(iso: "2025-12"))
    let growth = GrowthDecomposition(windows, accountCount: 5, decimals: 4)
    #expect(growth.prior == 264 && growth.last == 228 && growth.count == 4 && growth.leftOut == 1)
    #expect(growth.grown == .init(count: 1, amount: 24))
    #expect(growth.shrunk == .init(count: 1, amount: -12))
    #expect(growth.new == .init(count: 1, amount: 36))
    #expect(growth.lost == .init(count: 1, amount: -84))
    let parts = growth.contributions.compactMap(\.self).reduce(0, +)
    #expect(try (#require(growth.growth) - parts).magnitude < 1e-12)
    #expect(growth.contributions[4] == nil)
  }

  @Test func growthNeedsTwoYears() {
    let windows = ValueWindows(monthly([(0..<23).map { $0 }]), asOf: Period(iso: "2025-12"))
    let growth = GrowthDecomposition(windows, accountCount: 1, decimals: 4)
    #expect(growth.growth == nil && growth.prior == nil && growth.leftOut == 1)
  }

  // MARK: Matrix and stress

  /// Fields at the cuts, after McDonald and Woodburn: strategic, star, status, streamline.
  @Test func placesAccountsInFields() {
    let matrix = PortfolioMatrix(
      attractiveness: [[0.5, 0.8, 0.4, 0.1, nil], [0.5, 0.4, 0.5, 0.3, 1]],
      strength: [[0.5, 0.2, 0.9, 0.3, 0.5]],
      limits: (0.5, 0.5),
      accountCount: 5
    )
    #expect(matrix.fields == [.strategic, .star, .status, .streamline, nil])
    #expect(matrix.attractiveness[0] == 0.5 && matrix.attractiveness[4] == nil)
    #expect(matrix.count == 4)
  }

  @Test func anAxisWithoutPartsPlacesNobody() {
    let matrix = PortfolioMatrix(
      attractiveness: [],
      strength: [[1, 1]],
      limits: (0, 0),
      accountCount: 2
    )
    #expect(matrix.fields == [nil, nil] && matrix.count == 0)
  }

  /// The worked example: losing half of the largest account costs 17.93 % of the revenue.
  @Test func stressAgreesWithTheWorkedExample() throws {
    let revenue = column(RunningExample.revenue.map { $0 })
    let stress = StressTest(of: revenue, in: table([revenue]))
    #expect(stress.largestAccount?.name == "a" && stress.count == 10)
    #expect(try (#require(stress.largestAccount?.lostShare) - 0.179259).magnitude < 5e-7)
    #expect(stress.largestSegment == nil)
    let nothing = column([nil, -5])
    #expect(StressTest(of: nothing, in: table([nothing])).largestAccount == nil)
  }

  @Test func everyFigureIsThereForTheRunningExample() throws {
    var rows = try PortfolioRow.rows(of: RunningExample.accounts())
    let figures = try #require(PortfolioFigures(of: RunningExample.accounts()))
    figures.fill(&rows)
    #expect(figures.whaleCurve?.peak == 1940)
    #expect(rows.first?.cumulativeProfitShare != nil)
    #expect(PortfolioFigures(of: .empty) == nil)
  }
}
