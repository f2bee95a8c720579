// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import PortfolioAnalysis
import Reporting
import Selection
import Testing

/// A CRM pipeline of 8,800 opportunities, and accounts of which 15 belong to a parent.
@Suite struct CRMOpportunitiesTests {
  private let programme = """
    version: 1
    programme: {name: CRM, goal: custom, approach: sales, currency: USD}
    sources:
      - file: sales_pipeline.csv
        key: [opportunity_id]
        account: account
        period: close_date
        values: {revenue: close_value}
        exclude: ["deal_stage != 'Won'"]
      - file: sales_pipeline.csv
        account: account
        period: close_date
        values: {lost: close_value}
        exclude: ["deal_stage != 'Lost'"]
      - file: sales_pipeline.csv
        account: account
        attributes: {open: opportunity_id}
        exclude: ["deal_stage in ('Won', 'Lost')", "account = ''"]
      - file: accounts.csv
        key: [account]
        account: account
        values:
          size: {column: revenue, unit: Mio. USD}
          employees: {column: employees, kind: number}
    accounts:
      file: accounts.csv
      account: account
      name: account
      attributes: {sector: sector}
      parent: {column: subsidiary_of, by: name}
      rollup: top
    measures:
      won_deals: count(revenue)
      lost_deals: count(lost)
      open_deals: distinct(open)
      win_rate: won_deals / (won_deals + lost_deals)
    criteria:
      - {name: won, measure: revenue, weight: 1, scale: {from: 0, to: 1000000}}
    shortlist: {size: 10}
    """

  @Test func rollsSubsidiariesUpToGroups() throws {
    guard let data = try SharedDataSet("crm-opportunities") else { return }
    let run = try data.run(programme)
    try run.expectInputs(data)
    try run.expectColumn(
      "employees",
      of: "accounts.csv",
      as: "employees",
      "",
      in: data
    )
    #expect(run.rejects.isEmpty)
    #expect(run.accounts.count == (try data.aggregate("account_groups_after_rollup").int))
    #expect(run.accounts.members.reduce(0, +) == (try data.aggregate("accounts").int))
    let parents = zip(run.accounts.ids, run.accounts.members).filter { $0.1 > 1 }.map(\.0)
    #expect(parents == (try data.aggregate("parents").texts))
    let subsidiaries = run.accounts.members.reduce(0) { $0 + $1 - 1 }
    #expect(subsidiaries == (try data.aggregate("accounts_with_parent").int))
    #expect(try run.total("revenue") == units(data.aggregate("won_value_total")))
    #expect(
      try run.total("size")
        == units(data.aggregate("account_revenue_musd_total")) * 1_000_000
    )
    try #require(run.concentration).expect(data.aggregate("concentration_won_value_groups"))
  }

  @Test func listsTheLargestGroups() throws {
    guard let data = try SharedDataSet("crm-opportunities") else { return }
    let run = try data.run(programme)
    let expected = try #require(data.aggregate("top10_groups_by_won_value").elements)
    #expect(try run.leaders(10) == expected.compactMap { $0["account"]?.text })
    for group in expected {
      let account = try #require(group["account"]?.text)
      let row = try #require(run.accounts.row(of: account))
      #expect(run.accounts.members[row] == group["members"]?.elements?.count, "\(account)")
      #expect(try run.figure("revenue", of: account) == units(group["won_value"]))
      let size = try units(group["group_revenue_musd"]) * 1_000_000
      #expect(try run.figure("size", of: account) == size, "\(account)")
    }
  }

  @Test func listsTheLargestAccounts() throws {
    guard let data = try SharedDataSet("crm-opportunities") else { return }
    let run = try data.run(programme, ["accounts.rollup=none"])
    #expect(run.accounts.count == (try data.aggregate("accounts").int))
    let expected = try #require(data.aggregate("top10_accounts_by_won_value").elements)
    #expect(try run.leaders(10) == expected.compactMap { $0["account"]?.text })
    for line in expected {
      let account = try #require(line["account"]?.text)
      #expect(try run.figure("revenue", of: account) == units(line["won_value"]))
      #expect(try run.measure("won_deals", of: account) == line["won"]?.double, "\(account)")
      #expect(try run.measure("lost_deals", of: account) == line["lost"]?.double, "\(account)")
      #expect(try run.measure("open_deals", of: account) == line["open"]?.double, "\(account)")
      #expect(isNear(try run.measure("win_rate", of: account), line["win_rate"]), "\(account)")
    }
    try #require(run.concentration).expect(data.aggregate("concentration_won_value_accounts"))
    let sectors = try run.totals("revenue", by: "sector")
    for sector in try #require(data.aggregate("won_value_by_sector").members) {
      #expect(sectors[sector.name]?.sum == (try units(sector.value)), "\(sector.name)")
    }
    #expect(sectors.keys.sorted() == (try data.aggregate("sectors").texts))
  }

  @Test func agreesByQuarter() throws {
    guard let data = try SharedDataSet("crm-opportunities") else { return }
    let run = try data.run(programme)
    for quarter in try #require(data.aggregate("by_close_quarter").members) {
      let isInside = { (period: Period) in
        "\(period.year)-Q\((period.month + 2) / 3)" == quarter.name
      }
      let won = try run.total("revenue", where: isInside)
      #expect(won.sum == (try units(quarter.value["won_value"])), "\(quarter.name)")
      #expect(won.rows == quarter.value["won"]?.int, "\(quarter.name)")
      #expect(try run.total("lost", where: isInside).rows == quarter.value["lost"]?.int)
    }
  }

  @Test func countsStagesAndRejectsOpportunitiesWithoutAccount() throws {
    guard let data = try SharedDataSet("crm-opportunities") else { return }
    let stages = try data.run(
      """
      version: 1
      programme: {name: Stages, goal: custom, approach: sales, currency: USD}
      sources:
        - file: sales_pipeline.csv
          account: deal_stage
          values: {revenue: close_value}
          attributes: {opportunity: opportunity_id}
      """
    )
    let counts = try #require(stages.accounts.attributes.first?.distinctCounts)
    let found = zip(stages.accounts.ids, counts).map { JSONValue.Member($0, .integer($1)) }
    #expect(try data.aggregate("by_stage") == .object(found))
    let all = try data.run(
      """
      version: 1
      programme: {name: All, goal: custom, approach: sales, currency: USD}
      sources: [{file: sales_pipeline.csv, account: account, values: {revenue: close_value}}]
      """
    )
    try all.expectInputs(data)
    let missing = try data.aggregate("opportunities_without_account").int
    #expect(all.rejects.count == missing)
    #expect(all.rejects.allSatisfy { $0.finding.code == "K-D010" })
    #expect(all.rowCounts.read == (try data.aggregate("opportunities").int))
  }

  @Test func findsTheProductThatIsSpeltDifferently() throws {
    guard let data = try SharedDataSet("crm-opportunities") else { return }
    let run = try data.run(
      """
      version: 1
      programme: {name: Products, goal: custom, approach: sales, currency: USD}
      sources:
        - file: sales_pipeline.csv
          account: product
          attributes: {opportunity: opportunity_id}
        - {file: products.csv, account: product, values: {price: sales_price}}
      """
    )
    let prices = try run.column("price").totals
    let counts = try #require(run.accounts.attributes.first?.distinctCounts)
    let unknown = prices.indices.filter { prices[$0] == nil }.map {
      JSONValue.Member(run.accounts.ids[$0], .integer(counts[$0]))
    }
    #expect(try data.aggregate("pipeline_products_not_in_products") == .object(unknown))
  }

  @Test func agreesByRegionalOffice() throws {
    guard let data = try SharedDataSet("crm-opportunities") else { return }
    let run = try data.run(
      """
      version: 1
      programme: {name: Offices, goal: custom, approach: sales, currency: USD}
      sources:
        - file: sales_pipeline.csv
          account: sales_agent
          values: {revenue: close_value}
          exclude: ["deal_stage != 'Won'"]
      accounts:
        file: sales_teams.csv
        account: sales_agent
        attributes: {office: regional_office}
      """
    )
    let offices = try run.totals("revenue", by: "office")
    for office in try #require(data.aggregate("won_value_by_regional_office").members) {
      #expect(offices[office.name]?.sum == (try units(office.value)), "\(office.name)")
    }
  }

  @Test func concentratesAccountSizes() throws {
    guard let data = try SharedDataSet("crm-opportunities") else { return }
    let run = try data.run(
      """
      version: 1
      programme: {name: Sizes, goal: custom, approach: sales, currency: USD}
      sources: [{file: accounts.csv, account: account, values: {revenue: revenue}}]
      """
    )
    try run.expectColumn("revenue", of: "accounts.csv", as: "revenue", "USD", in: data)
    try #require(run.concentration).expect(data.aggregate("concentration_account_revenue"))
  }
}
