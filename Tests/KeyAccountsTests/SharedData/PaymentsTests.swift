// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import PortfolioAnalysis
import Reporting
import Selection
import Testing

/// Real payments of a public body in two four-week files: 25,821 rows, credit notes included.
@Suite struct PaymentsTests {
  private let programme = """
    version: 1
    programme: {name: Payments, goal: custom, approach: company, currency: GBP}
    sources:
      - file: 2023-P*.csv
        account: Beneficiary Name
        period: Payment Date
        values: {revenue: Amount}
        attributes: {unit: Organisational Unit}
    measures:
      lines: count(revenue)
    criteria:
      - {measure: revenue, weight: 1, scale: {from: -1000000, to: 200000000}}
    shortlist: {size: 10}
    """

  @Test func addsTheMonthlyFilesUp() throws {
    guard let data = try SharedDataSet("tfl-spending") else { return }
    let run = try data.run(programme)
    #expect(run.inputs.map(\.name) == ["2023-P01.csv", "2023-P02.csv"])
    try run.expectInputs(data)
    for file in ["2023-P01.csv", "2023-P02.csv"] {
      try run.expectColumn("Amount", of: file, as: "revenue", "GBP", in: data)
    }
    #expect(run.rejects.isEmpty)
    #expect(run.rowCounts.used == (try data.aggregate("payments").int))
    #expect(run.accounts.count == (try data.aggregate("beneficiaries").int))
    #expect(try run.total("revenue") == units(data.aggregate("amount_total")))
    for month in try #require(data.aggregate("by_month").members) {
      let found = try run.total("revenue") { $0.description == month.name }
      #expect(found.sum == (try units(month.value)), "\(month.name)")
    }
    let net = try run.column("revenue").totals.count { ($0 ?? 0) <= 0 }
    #expect(net == (try data.aggregate("beneficiaries_with_net_amount_le_0").int))
    try #require(run.concentration).expect(data.aggregate("concentration_amount"))
    let expected = try #require(data.aggregate("top10_by_amount").elements)
    #expect(try run.leaders(10) == expected.compactMap { $0["account"]?.text })
    for line in expected {
      let account = try #require(line["account"]?.text)
      #expect(try run.figure("revenue", of: account) == units(line["amount"]))
      #expect(try run.measure("lines", of: account) == line["lines"]?.double)
    }
  }

  @Test func namesEveryCreditNoteThatALimitRefuses() throws {
    guard let data = try SharedDataSet("tfl-spending") else { return }
    let run = try data.run(
      programme,
      [
        "sources.0.account=Organisational Unit",
        "sources.0.values.revenue={column: Amount, min: 0}",
      ]
    )
    #expect(run.accounts.count == (try data.aggregate("units").int))
    let negative = try data.aggregate("negative_payments").int
    #expect(run.findings.count { $0.code == "K-D008" } == negative)
    #expect(run.rowCounts.used == (try data.aggregate("payments").int), "the rows stay")
  }
}
