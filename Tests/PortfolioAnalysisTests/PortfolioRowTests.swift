// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts
@testable import PortfolioAnalysis

@Suite struct PortfolioRowTests {
  private func classes(_ amounts: [Int?]) -> String {
    PortfolioRow.rows(of: table([column(amounts)])).sorted { $0.row < $1.row }
      .map(\.abc.rawValue).joined()
  }

  /// The class counts the share before an account: A to E, F to H, I and J in the example.
  @Test(
    arguments: [
      (RunningExample.revenue, "AAAAABBBCC"), ([90, 10], "AB"), ([100], "A"), ([80, 15, 5], "ABC"),
      ([40, 40, 10, 5, 5], "AABBB"), ([50, 50, 0], "AAN"), ([-5, nil, 0, 3], "NNNA"),
      ([25, 25, 25, 25], "AAAA"), ([], ""), ([79, 16, 5], "AAC"), ([96, 2, 2], "ACC"),
    ] as [([Int?], String)]
  )
  func classifiesByTheShareBefore(amounts: [Int?], expected: String) {
    #expect(classes(amounts) == expected)
  }

  @Test func sharesAddUpInOrder() throws {
    let rows = PortfolioRow.rows(of: table([column([10, nil, 60, -5, 30])]))
    #expect(rows.map(\.row) == [2, 4, 0, 3, 1])
    #expect(rows.map(\.revenueShare) == [0.6, 0.3, 0.1, nil, nil])
    #expect(rows.map(\.cumulativeShare) == [0.6, 0.9, 1, nil, nil])
  }

  /// Order A C D B H F E J I G; sums 900 1300 1530 1710 1806 1866 1916 1940 1900 1780.
  @Test func drawsTheWhaleCurve() throws {
    let accounts = try RunningExample.accounts()
    let rows = PortfolioRow.rows(of: accounts)
    let profits = Dictionary(
      uniqueKeysWithValues: rows.map { (accounts.ids[$0.row], $0.cumulativeProfit) }
    )
    let expected =
      [
        "A": 900, "C": 1300, "D": 1530, "B": 1710, "H": 1806, "F": 1866, "E": 1916, "J": 1940,
        "I": 1900, "G": 1780,
      ] as [String: Double]
    for (id, profit) in expected { #expect(profits[id] == profit, "\(id)") }
  }

  @Test(
    arguments: [
      ("A", 0.5, 4840, 0.1), ("C", 0.15, 12_750, 0.5), ("D", nil, nil, -0.016529),
      ("E", 0.2, 3200, nil), ("F", 1, 0, 0), ("G", 1.25, 0, -0.090909),
      ("J", 0.0815, 1837, 0.253846),
    ] as [(String, Double?, Double?, Double?)]
  )
  func agreesWithTheRunningExample(
    id: String,
    share: Double?,
    gap: Double?,
    growth: Double?
  ) throws {
    let accounts = try RunningExample.accounts()
    let position = try #require(accounts.row(of: id))
    let row = try #require(PortfolioRow.rows(of: accounts).first { $0.row == position })
    #expect(row.shareOfWallet == share)
    #expect(row.potentialGap == gap)
    #expect((row.compoundGrowth == nil) == (growth == nil))
    #expect(abs((row.compoundGrowth ?? 0) - (growth ?? 0)) < 5e-7)
  }

  @Test(
    arguments: [
      (0, 0, nil, 0), (-5, 10, nil, 15), (5, nil, nil, nil), (nil, 5, nil, nil), (5, -3, nil, 0),
      (0, 10, 0, 10),
    ] as [(Int?, Int?, Double?, Double?)]
  )
  func knowsTheEdgesOfTheWallet(revenue: Int?, potential: Int?, share: Double?, gap: Double?) {
    let columns = [column([revenue]), column([potential], name: "potential")]
    let row = PortfolioRow.rows(of: table(columns))[0]
    #expect(row.shareOfWallet == share)
    #expect(row.potentialGap == gap)
    #expect(row.compoundGrowth == nil)
    #expect(row.volatility == nil)
  }

  @Test func needsAValueNamedRevenue() {
    #expect(PortfolioRow.rows(of: table([column([1, 2], name: "sales")])).isEmpty)
  }
}
