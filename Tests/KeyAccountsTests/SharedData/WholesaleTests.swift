// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import KeyAccounts
import PortfolioAnalysis
import Reporting
import Selection
import Testing

/// 440 wholesale customers without an account id, once clean and once with notes beside the data.
@Suite struct WholesaleTests {
  private static let groups = [
    "Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicatessen",
  ]

  @Test func addsUpByChannelAndRegion() throws {
    guard let data = try SharedDataSet("uci-wholesale") else { return }
    for (column, aggregate) in [("Channel", "by_channel"), ("Region", "by_region")] {
      let run = try data.run(programme("wholesale_customers.csv", account: column))
      try run.expectInputs(data)
      for group in Self.groups {
        try run.expectColumn(
          group,
          of: "wholesale_customers.csv",
          as: group,
          "EUR",
          in: data
        )
      }
      for member in try #require(data.aggregate(aggregate).members) {
        #expect(try run.measure("total", of: member.name) == member.value.double)
      }
    }
  }

  @Test func readsTheSameSumsBesideNotesAndDamagedBytes() throws {
    guard let data = try SharedDataSet("uci-wholesale") else { return }
    let run = try data.run(
      programme(
        "wholesale_with_notes.csv",
        account: "Channel",
        last: "Delicassen"
      )
    )
    #expect(run.rejects.isEmpty)
    #expect(run.rowCounts.used == 440)
    let channels = try data.aggregate("by_channel")
    #expect(try run.measure("total", of: "1") == channels["HoReCa"]?.double)
    #expect(try run.measure("total", of: "2") == channels["Retail"]?.double)
  }

  @Test func ranksRowsByTheirTotal() throws {
    guard let data = try SharedDataSet("uci-wholesale") else { return }
    let run = try data.run(
      """
      version: 1
      programme: {name: Rows, goal: custom, approach: sales, currency: EUR}
      sources: [{file: rows.csv, account: row, values: {revenue: total}}]
      criteria: [{measure: revenue, weight: 1, scale: {from: 0, to: 200000}}]
      shortlist: {size: 10}
      """,
      files: ["rows.csv": Array(rowTotals(data).utf8)]
    )
    let expected = try #require(data.aggregate("top10_row_number_1_based").elements)
    #expect(try run.leaders(10) == expected.compactMap { $0["row"]?.int.map(String.init) })
    for line in expected {
      let row = try #require(line["row"]?.int)
      #expect(try run.figure("revenue", of: String(row)) == units(line["total"]))
    }
    #expect(try run.total("revenue") == units(data.aggregate("total_spend")))
    try #require(run.concentration).expect(data.aggregate("concentration_total_spend"))
  }

  private func programme(
    _ file: String,
    account: String,
    last: String = "Delicatessen"
  ) -> String {
    """
    version: 1
    programme: {name: Wholesale, goal: custom, approach: sales, currency: EUR}
    sources:
      - file: \(file)
        account: \(account)
        values:
          Fresh: Fresh
          Milk: Milk
          Grocery: Grocery
          Frozen: Frozen
          Detergents_Paper: Detergents_Paper
          Delicatessen: \(last)
    measures:
      total: \(Self.groups.joined(separator: " + "))
    """
  }

  /// The row number, which is the only key of these data, and the total of each row.
  private func rowTotals(_ data: SharedDataSet) throws -> String {
    let bytes = try data.bytes("wholesale_customers.csv")
    let table = try DelimitedTable(bytes: bytes, settings: FormatSettings())
    let columns = try Self.groups.map { try #require(table.column(named: $0, occurrence: 1)) }
    var text = "row,total\n"
    var row = 0
    table.forEachRecord { record in
      guard record.kind == .data else { return }
      row += 1
      var total = 0
      for column in columns { total += Int(record.text(column)) ?? 0 }
      text += "\(row),\(total)\n"
    }
    return text
  }
}
