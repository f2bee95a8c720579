// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import PortfolioAnalysis
import Reporting
import Selection
import Testing

/// Order lines of four years with negative margins: 9,994 rows, 793 customers.
@Suite struct SuperstoreTests {
  private let file = "superstore.csv"
  private let programme = """
    version: 1
    programme: {name: Superstore, goal: custom, approach: sales, currency: USD}
    sources:
      - file: superstore.csv
        key: [Row ID]
        account: Customer ID
        name: Customer Name
        period: Order Date
        values:
          revenue: Sales
          margin: Profit
          quantity: {column: Quantity, kind: number}
          discount: {column: Discount, kind: number}
        attributes: {segment: Segment, order: Order ID}
    measures:
      margin_rate: margin / revenue
      lines: count(revenue)
    criteria:
      - {name: size, measure: revenue, weight: 1, scale: {from: -10000, to: 30000}}
    shortlist: {size: 10}
    """

  @Test func addsUpToTheFileByYearAndSegment() throws {
    guard let data = try SharedDataSet("superstore") else { return }
    let run = try data.run(programme)
    try run.expectInputs(data)
    try run.expectColumn("Sales", of: file, as: "revenue", "USD", in: data)
    try run.expectColumn("Profit", of: file, as: "margin", "USD", in: data)
    try run.expectColumn("Quantity", of: file, as: "quantity", "", in: data)
    try run.expectColumn("Discount", of: file, as: "discount", "", in: data)
    #expect(Set(run.findings.map(\.code)).subtracting(["K-D064"]).isEmpty)
    #expect(run.findings.contains { $0.found == "155" })
    #expect(run.rejects.isEmpty)
    #expect(run.accounts.count == (try data.aggregate("customers").int))
    #expect(try run.total("revenue") == units(data.aggregate("sales_total")))
    #expect(try run.total("margin") == units(data.aggregate("profit_total")))
    let losing = try run.column("margin").totals.count { ($0 ?? 0) < 0 }
    #expect(losing == (try data.aggregate("customers_with_negative_profit").int))
    let orders = try #require(run.accounts.attributes.first { $0.name == "order" })
    #expect(orders.distinctCounts.reduce(0, +) == (try data.aggregate("orders").int))
    try expectYears(run, data)
    try expectSegments(run, data)
    try #require(run.concentration).expect(data.aggregate("concentration_sales"))
  }

  private func expectYears(_ run: Run, _ data: SharedDataSet) throws {
    for year in try #require(data.aggregate("by_year").members) {
      let sales = try run.total("revenue") { String($0.year) == year.name }
      let profit = try run.total("margin") { String($0.year) == year.name }
      #expect(sales.sum == (try units(year.value["sales"])), "\(year.name)")
      #expect(profit.sum == (try units(year.value["profit"])), "\(year.name)")
      #expect(sales.rows == year.value["lines"]?.int, "\(year.name)")
    }
    let range = try #require(data.aggregate("date_range").elements).map { day in
      try #require(day.elements).prefix(2).compactMap(\.int)
    }
    let periods = try run.column("revenue").periodSums.map(\.period)
    #expect(periods.min().map { [$0.year, $0.month] } == range.first)
    #expect(run.accounts.asOf.map { [$0.year, $0.month] } == range.last)
  }

  private func expectSegments(_ run: Run, _ data: SharedDataSet) throws {
    let sales = try run.totals("revenue", by: "segment")
    let profit = try run.totals("margin", by: "segment")
    for segment in try #require(data.aggregate("by_segment").members) {
      let found = try #require(sales[segment.name])
      #expect(found.sum == (try units(segment.value["sales"])), "\(segment.name)")
      #expect(profit[segment.name]?.sum == (try units(segment.value["profit"])))
      #expect(found.rows == segment.value["lines"]?.int, "\(segment.name)")
      #expect(found.accounts == segment.value["customers"]?.int, "\(segment.name)")
    }
  }

  @Test(arguments: [
    ("top10_by_sales", [String]()),
    ("top10_by_profit", ["criteria.0.measure=margin"]),
    (
      "top10_corporate_and_home_office_by_sales",
      ["gates=[\"segment in ('Corporate', 'Home Office')\"]"]
    ),
  ])
  func listsTheLargest(_ list: String, _ overrides: [String]) throws {
    guard let data = try SharedDataSet("superstore") else { return }
    let run = try data.run(programme, overrides)
    let expected = try #require(data.aggregate(list).elements)
    #expect(try run.leaders(10) == expected.compactMap { $0["account"]?.text })
    #expect(try run.shortlisted() == run.leaders(10))
    for line in expected {
      let account = try #require(line["account"]?.text)
      let row = try #require(run.accounts.row(of: account))
      #expect(run.accounts.names[row] == line["name"]?.text)
      #expect(run.accounts.attributes.first?.texts[row] == line["segment"]?.text)
      #expect(try run.figure("revenue", of: account) == units(line["sales"]))
      #expect(try run.figure("margin", of: account) == units(line["profit"]))
      #expect(try run.measure("lines", of: account) == line["lines"]?.double)
    }
  }

  @Test func gatesLeaveTheExpectedShortlist() throws {
    guard let data = try SharedDataSet("superstore") else { return }
    let run = try data.run(
      programme,
      ["gates=[revenue >= 5000, margin_rate >= 0.15]", "shortlist.size=100"]
    )
    let expected = try data.aggregate("shortlist_sales_ge_5000_and_margin_ge_0.15")
    let found = try run.shortlisted()
    #expect(found.count == expected["count"]?.int)
    #expect(found.sorted() == expected["customer_ids"]?.texts)
    let ranking = try #require(run.selection?.ranking)
    #expect(ranking.rows.count { $0.status == .gated } == run.accounts.count - found.count)
  }

  @Test func concentratesProfitByItsPositivePart() throws {
    guard let data = try SharedDataSet("superstore") else { return }
    let profit = try data.run(
      programme,
      ["sources.0.values.revenue=Profit", "sources.0.values.margin=Sales"]
    )
    try #require(profit.concentration)
      .expect(data.aggregate("concentration_profit_positive_only"))
  }
}
