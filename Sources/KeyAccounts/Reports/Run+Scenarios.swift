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
}
