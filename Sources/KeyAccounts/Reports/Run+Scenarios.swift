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

  /// The table as `report.json` shows it.
  func shownInReport(_ table: ReportTable) -> ReportTable {
    if isCutInReport(table) { return cut(table) }
    guard let scenarios, !isWholeInReport(table) else { return table }
    guard table.name == "scenarios" else {
      return .consensus(scenarios, names: accounts.names, onlyListed: true)
    }
    return .scenarios(
      scenarios,
      names: accounts.names,
      rows: scenarios.consensus.rows.filter { $0.timesShortlisted > 0 }.map(\.account)
    )
  }

  /// Whether `report.json` shows all rows of a table: of a large comparison it has only accounts
  /// that some scenario lists, because a reader of JSON holds all of it.
  func isWholeInReport(_ table: ReportTable) -> Bool {
    if isCutInReport(table) { return false }
    return !(scenarios?.isLarge ?? false) || !["consensus", "scenarios"].contains(table.name)
  }
}
