// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import KeyAccounts
import PortfolioAnalysis
import Reporting
import Selection
import Testing

/// A wholesale database: customers, orders, order lines, products and payments as tables.
///
/// Kontor joins nothing, so the order lines are joined with orders and products beforehand, as an
/// export of the database would.
@Suite struct ClassicModelsTests {
  private let programme = """
    version: 1
    programme: {name: Classic models, goal: custom, approach: sales, currency: USD}
    sources:
      - file: order_lines.csv
        account: customerNumber
        period: orderDate
        values: {revenue: revenue, cost: cost, margin: margin}
      - file: customers.csv
        key: [customerNumber]
        account: customerNumber
        name: customerName
        values: {credit_limit: {column: creditLimit, min: 0}}
        attributes: {country: country, rep: salesRepEmployeeNumber}
      - file: payments.csv
        account: customerNumber
        period: paymentDate
        values: {payments: amount}
    measures:
      lines: count(revenue)
    criteria:
      - {name: size, measure: revenue, weight: 1, scale: {from: 0, to: 1000000}}
    shortlist: {size: 10}
    """

  @Test func addsUpToTheDatabase() throws {
    guard let data = try SharedDataSet("classicmodels") else { return }
    let run = try run(data)
    try run.expectInputs(data)
    try run.expectColumn(
      "creditLimit",
      of: "customers.csv",
      as: "credit_limit",
      "USD",
      in: data
    )
    #expect(run.rejects.isEmpty)
    #expect(run.accounts.count == (try data.aggregate("customers").int))
    let revenue = try run.column("revenue")
    #expect(revenue.totals.count { $0 != nil } == (try data.aggregate("customers_with_orders").int))
    #expect(revenue.rowCounts.reduce(0, +) == (try data.aggregate("lines").int))
    #expect(try run.total("revenue") == units(data.aggregate("revenue_total_all_orders")))
    #expect(try run.total("cost") == units(data.aggregate("cost_total_all_orders")))
    #expect(try run.total("payments") == units(data.aggregate("payments_total")))
    try #require(run.concentration).expect(data.aggregate("concentration_revenue"))
  }

  @Test func agreesByYearAndRepresentative() throws {
    guard let data = try SharedDataSet("classicmodels") else { return }
    let run = try run(data)
    for year in try #require(data.aggregate("by_year").members) {
      for value in ["revenue", "cost"] {
        let found = try run.total(value) { String($0.year) == year.name }
        #expect(found.sum == (try units(year.value[value])), "\(year.name) \(value)")
      }
    }
    for value in ["revenue", "cost"] {
      let found = try run.totals(value, by: "rep")
      for rep in try #require(data.aggregate("by_sales_rep").members) {
        #expect(found[rep.name]?.sum == (try units(rep.value[value])), "\(rep.name) \(value)")
      }
    }
    let reps = try #require(run.accounts.attributes.first { $0.name == "rep" })
    #expect(
      reps.texts.count { $0 == nil } == (try data.aggregate("customers_without_sales_rep").int)
    )
  }

  @Test(arguments: [
    ("top10_by_revenue", "revenue"), ("top10_by_margin", "margin"),
  ])
  func listsTheLargest(_ list: String, _ measure: String) throws {
    guard let data = try SharedDataSet("classicmodels") else { return }
    let run = try run(data, ["criteria.0.measure=\(measure)"])
    let expected = try #require(data.aggregate(list).elements)
    #expect(try run.leaders(10) == expected.compactMap { $0["account"]?.text })
    for line in expected {
      let account = try #require(line["account"]?.text)
      let row = try #require(run.accounts.row(of: account))
      #expect(run.accounts.names[row] == line["name"]?.text)
      for value in ["revenue", "cost", "margin", "credit_limit"] where line[value] != nil {
        #expect(try run.figure(value, of: account) == units(line[value]), "\(account) \(value)")
      }
      if let lines = line["lines"]?.double {
        #expect(try run.measure("lines", of: account) == lines)
      }
    }
  }

  @Test func comparesRevenueWithTheCreditLimit() throws {
    guard let data = try SharedDataSet("classicmodels") else { return }
    let run = try run(data, ["gates=[revenue > credit_limit]"])
    let expected = try data.aggregate("customers_with_revenue_above_credit_limit").int
    #expect(run.selection?.ranking.rankedCount == expected)
  }

  @Test func setsCancelledOrdersAside() throws {
    guard let data = try SharedDataSet("classicmodels") else { return }
    let run = try run(data, ["sources.0.exclude=[\"status = 'Cancelled'\"]"])
    let control = try run.control("order_lines.csv", "revenue", "USD")
    #expect(control.setAside == (try units(data.aggregate("revenue_of_cancelled_orders"))))
    #expect(
      control.parsed + control.setAside
        == (try units(data.aggregate("revenue_total_all_orders")))
    )
  }

  @Test func readsOrdersWithCommentsOverSeveralLines() throws {
    guard let data = try SharedDataSet("classicmodels") else { return }
    let run = try data.run(
      """
      version: 1
      programme: {name: Orders, goal: custom, approach: sales, currency: USD}
      sources:
        - file: orders.csv
          key: [orderNumber]
          account: orderNumber
          values: {number: {column: orderNumber, kind: number}}
          attributes: {status: status}
      """
    )
    try run.expectInputs(data)
    #expect(run.accounts.count == (try data.aggregate("orders").int))
    let statuses = try run.totals("number", by: "status")
    for status in try #require(data.aggregate("orders_by_status").members) {
      #expect(statuses[status.name]?.accounts == status.value.int, "\(status.name)")
    }
  }

  // MARK: Joining

  private func run(_ data: SharedDataSet, _ overrides: [String] = []) throws -> Run {
    try data.run(programme, overrides, files: ["order_lines.csv": Array(orderLines(data).utf8)])
  }

  /// Order lines with customer, date and status of the order, revenue, cost and margin.
  private func orderLines(_ data: SharedDataSet) throws -> String {
    let orders = try rows(
      data,
      "orders.csv",
      ["orderNumber", "customerNumber", "orderDate", "status"]
    )
    let orderOfNumber = Dictionary(uniqueKeysWithValues: orders.map { ($0[0], $0) })
    let products = try rows(data, "products.csv", ["productCode", "buyPrice"])
    let priceOfProduct = Dictionary(uniqueKeysWithValues: products.map { ($0[0], $0[1]) })
    var text = "customerNumber,orderDate,status,revenue,cost,margin\n"
    let columns = ["orderNumber", "productCode", "quantityOrdered", "priceEach"]
    for line in try rows(data, "orderdetails.csv", columns) {
      let order = try #require(orderOfNumber[line[0]])
      let revenue = try product(line[2], line[3])
      let cost = try product(line[2], priceOfProduct[line[1]] ?? "")
      let margin = ExactDecimal(revenue.significand - cost.significand, scale: 2)
      text += "\(order[1]),\(order[2]),\(order[3]),\(revenue),\(cost),\(margin)\n"
    }
    return text
  }

  /// The product of two texts, with two decimals.
  private func product(_ a: String, _ b: String) throws -> ExactDecimal {
    let a = try #require(ExactDecimal(a)), b = try #require(ExactDecimal(b))
    let cents = a.multiplied(by: b)?.units(decimals: 2)
    return ExactDecimal(try #require(cents), scale: 2)
  }

  private func rows(
    _ data: SharedDataSet,
    _ file: String,
    _ columns: [String]
  ) throws -> [[String]] {
    let table = try DelimitedTable(bytes: data.bytes(file), settings: FormatSettings())
    let indices = try columns.map { try #require(table.column(named: $0, occurrence: 1)) }
    var rows: [[String]] = []
    table.forEachRecord { record in
      guard record.kind == .data else { return }
      var row: [String] = []
      for index in indices { row.append(record.text(index)) }
      rows.append(row)
    }
    return rows
  }
}
