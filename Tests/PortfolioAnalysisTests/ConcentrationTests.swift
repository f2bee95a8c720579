// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts
@testable import PortfolioAnalysis

@Suite struct ConcentrationTests {
  /// Revenue of the running example: Gini 0.507422, HHI 0.205097, effective number 4.8757.
  @Test func agreesWithTheRunningExample() throws {
    let found = Concentration(of: column(RunningExample.revenue))
    #expect(found.count == 10)
    #expect(found.leftOut == 0)
    #expect(found.total == 13_500)
    #expect(abs(try #require(found.gini) - 0.507422) < 5e-7)
    #expect(abs(try #require(found.herfindahl) - 0.205097) < 5e-7)
    #expect(abs(try #require(found.effectiveNumber) - 4.8757) < 5e-5)
    #expect(found.largest4 == 10_710.0 / 13_500)
    #expect(found.largest10 == 1)
    #expect(found.largestFifth == 7270.0 / 13_500)
    #expect(found.accountsFor80Percent == 5)
  }

  @Test func standsStillWithoutPositiveValues() {
    for amounts in [[], [nil], [0], [-5, 0, nil]] as [[Int?]] {
      let found = Concentration(of: column(amounts))
      #expect(found.count == 0)
      #expect(found.leftOut == amounts.count)
      #expect(found.total == 0)
      #expect(
        [found.gini, found.herfindahl, found.effectiveNumber, found.largest4] == [
          nil, nil, nil, nil,
        ]
      )
      #expect(found.accountsFor80Percent == nil)
    }
  }

  @Test(
    arguments: [
      ([7], 0, 1, 1, 1), ([5, 5, 5, 5], 0, 0.25, 1, 4), ([100, 0, -3], 0, 1, 1, 1),
      ([80, 20], 0.3, 0.68, 1, 1), ([1, 1, 1, 1, 1], 0, 0.2, 0.8, 4),
    ] as [([Int], Double, Double, Double, Int)]
  )
  func knowsSmallPortfolios(
    amounts: [Int],
    gini: Double,
    herfindahl: Double,
    four: Double,
    reach: Int
  ) throws {
    let found = Concentration(of: column(amounts))
    #expect(abs(try #require(found.gini) - gini) < 1e-15)
    #expect(abs(try #require(found.herfindahl) - herfindahl) < 1e-15)
    #expect(found.largest4 == four)
    #expect(found.accountsFor80Percent == reach)
  }

  @Test func dependsOnSharesNotOnOrderOrScale() {
    let amounts = RunningExample.revenue
    let found = Concentration(of: column(amounts))
    #expect(Concentration(of: column(amounts.reversed())) == found)
    let doubled = Concentration(of: column(amounts.map { $0 * 2 }))
    #expect(doubled.gini == found.gini)
    #expect(doubled.herfindahl == found.herfindahl)
    let twice = Concentration(of: column(amounts + amounts))
    #expect(abs((twice.gini ?? 0) - (found.gini ?? 0)) < 1e-12)
    #expect(abs((twice.herfindahl ?? 0) * 2 - (found.herfindahl ?? 0)) < 1e-12)
  }

  @Test func withstandsTheLargestAmounts() {
    let most = Int(Int64.max / 10_000)
    let found = Concentration(of: column(Array(repeating: most, count: 1000)))
    #expect(abs((found.herfindahl ?? 0) - 0.001) < 1e-12)
    #expect(found.accountsFor80Percent == 800)
  }

  /// A public sample of 9,994 order lines of 793 customers (Tableau's Superstore).
  @Test(arguments: [
    ("Sales", 793, 0.441308930485, 0.002298083383, 0.0321296358, 0.0669559078, 396),
    ("Profit", 638, 0.556599256807, 0.004668817952, 0.076441883942, 0.140310545779, 256),
  ])
  func agreesWithARealExport(
    header: String,
    count: Int,
    gini: Double,
    herfindahl: Double,
    four: Double,
    ten: Double,
    reach: Int
  ) throws {
    guard let path = sharedFile("data/superstore/superstore.csv") else { return }
    var mapping = SourceMapping(
      file: "s.csv",
      account: IdentifierColumn(ColumnReference("Customer ID"))
    )
    mapping.values = [ValueMapping("revenue", column: ColumnReference(header))]
    let reader = try SourceFileReader(
      file: "s.csv",
      mapping: mapping,
      table: DelimitedTable(path: path, settings: FormatSettings()),
      programmeCurrency: "USD"
    )
    let page = Consolidator(
      sources: [reader.read()],
      master: MasterLedger(),
      mapping: nil,
      identities: [],
      rates: RateTable(),
      currency: "USD",
      asOf: nil
    ).consolidated()
    let found = Concentration(of: try #require(page.table.value(named: "revenue")))
    #expect(found.count == count)
    #expect(found.leftOut == 793 - count)
    #expect(found.accountsFor80Percent == reach)
    for (a, b) in [
      (found.gini, gini), (found.herfindahl, herfindahl), (found.largest4, four),
      (found.largest10, ten),
    ] {
      // The published figures are rounded to twelve decimals.
      #expect(abs(try #require(a) - b) < 1e-12)
    }
  }
}
