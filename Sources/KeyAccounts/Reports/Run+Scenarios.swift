// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting
import Selection

extension Run {
  /// The tables of the what-if comparison, none where nothing was compared.
  var scenarioTables: [ReportTable] {
    guard let scenarios else { return [] }
    return [
      .comparison(scenarios),
      .changes(scenarios, names: accounts.names, programme.header.language ?? .english),
      .consensus(scenarios, names: accounts.names), .scenarios(scenarios, names: accounts.names),
    ]
  }

  /// The table as `report.json` shows it: of a large comparison, only accounts that some scenario
  /// lists, because a reader of JSON holds all of it.
  func shownInReport(_ table: ReportTable) -> ReportTable {
    guard let scenarios, scenarios.isLarge else { return table }
    switch table.name {
    case "consensus":
      return .consensus(scenarios, names: accounts.names, onlyListed: true)
    case "scenarios":
      return .scenarios(
        scenarios,
        names: accounts.names,
        rows: scenarios.consensus.rows.filter { $0.timesShortlisted > 0 }.map(\.account)
      )
    default: return table
    }
  }
}
