// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import PortfolioAnalysis
import Reporting
import Selection
import Testing

/// Files as database and spreadsheet tools write them: UTF-16 with BOM, and Windows-1252.
@Suite struct LegacyEncodingTests {
  @Test func readsOrderLinesInUTF16() throws {
    guard let data = try SharedDataSet("pl300-utf16") else { return }
    let file = "ResellerSales_202006.csv"
    let run = try data.run(
      """
      version: 1
      programme: {name: Resellers, goal: custom, approach: sales, currency: USD}
      sources:
        - file: ResellerSales_202006.csv
          key: [SalesOrderNumber, SalesOrderLineNumber]
          account: ResellerKey
          period: OrderDate
          values:
            revenue: SalesAmount
            cost: TotalProductCost
            quantity: {column: OrderQuantity, kind: number}
      measures: {lines: count(revenue)}
      criteria: [{measure: revenue, weight: 1, scale: {from: 0, to: 100000}}]
      shortlist: {size: 10}
      """
    )
    try run.expectInputs(data)
    try run.expectColumn("SalesAmount", of: file, as: "revenue", "USD", in: data)
    try run.expectColumn("TotalProductCost", of: file, as: "cost", "USD", in: data)
    try run.expectColumn("OrderQuantity", of: file, as: "quantity", "", in: data)
    #expect(run.rowCounts.used == (try data.aggregate("lines").int))
    #expect(try run.total("revenue") == units(data.aggregate("sales_total")))
    #expect(run.accounts.asOf == Period(year: 2020, month: 6))
    try expectTop(run, data, amount: "sales")
  }

  @Test func readsTargetsPerYearWithDashesAsMissing() throws {
    guard let data = try SharedDataSet("pl300-utf16") else { return }
    let months = (1...12).map { $0 < 10 ? "M0\($0)" : "M\($0)" }
    let values = months.map { "\($0): {column: \($0), kind: number}" }.joined(separator: ", ")
    let run = try data.run(
      """
      version: 1
      programme: {name: Targets, goal: custom, approach: sales, currency: USD}
      sources:
        - file: ResellerSalesTargets.csv
          key: [Year, EmployeeID]
          account: EmployeeID
          period: Year
          values: {\(values)}
      """
    )
    try run.expectInputs(data)
    #expect(run.rowCounts.used == (try data.aggregate("targets_rows").int))
    for year in try #require(data.aggregate("target_total_by_year").members) {
      let sums = try months.map { month in
        try run.total(month) { String($0.year) == year.name }.sum
      }
      #expect(sums.reduce(0, +) == (try units(year.value, decimals: 9)), "\(year.name)")
    }
    let missing = run.reconciled.flatMap(\.controls).reduce(0) { $0 + $1.missing }
    #expect(missing == (try data.aggregate("dash_cells").int))
    #expect(run.findings.allSatisfy { $0.code == "K-D014" }, "no finding about a dash itself")
  }

  @Test func readsSalesInWindows1252() throws {
    guard let data = try SharedDataSet("sales-data-sample-cp1252") else { return }
    let programme = """
      version: 1
      programme: {name: Sales, goal: custom, approach: sales, currency: USD}
      sources:
        - file: sales_data_sample.csv
          format: {encoding: windows-1252}
          key: [ORDERNUMBER, ORDERLINENUMBER]
          account: CUSTOMERNAME
          period: ORDERDATE
          values: {revenue: SALES}
          attributes: {order: ORDERNUMBER}
      measures: {lines: count(revenue)}
      criteria: [{measure: revenue, weight: 1, scale: {from: 0, to: 1000000}}]
      shortlist: {size: 10}
      """
    let run = try data.run(programme)
    try run.expectInputs(data)
    try run.expectColumn("SALES", of: "sales_data_sample.csv", as: "revenue", "USD", in: data)
    #expect(run.rejects.isEmpty)
    #expect(run.accounts.count == (try data.aggregate("customers").int))
    #expect(
      run.accounts.attributes[0].distinctCounts.reduce(0, +) == (try data.aggregate("orders").int)
    )
    #expect(try run.total("revenue") == units(data.aggregate("sales_total")))
    try #require(run.concentration).expect(data.aggregate("concentration_sales"))
    try expectTop(run, data, amount: "sales")
  }

  private func expectTop(_ run: Run, _ data: SharedDataSet, amount: String) throws {
    let expected = try #require(data.aggregate("top10_by_sales").elements)
    #expect(try run.leaders(10) == expected.compactMap { $0["account"]?.text })
    for line in expected {
      let account = try #require(line["account"]?.text)
      #expect(try run.figure("revenue", of: account) == units(line[amount]), "\(account)")
      #expect(try run.measure("lines", of: account) == line["lines"]?.double, "\(account)")
    }
  }
}
