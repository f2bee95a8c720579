// SPDX-License-Identifier: Apache-2.0
import CyclePerformance
package import Reporting

extension CycleOutcome {
  /// The tables of the OKR cycles, in the order in which the data flow.
  package var tables: [ReportTable] {
    let own: [ReportTable] = [
      .keyResults(keyResults), .okrAccounts(accounts), .cycles(overview), .health(health),
      .estimates(estimates), .forecasts(forecasts), .transitions(transitions),
      .reviews(sheet.reviews), .accountPlan(plans),
    ]
    let linked: [ReportTable] = [
      .link(link), .linkStatistics(statistics), .linkCriteria(criteria), .effect(effect),
      .development(development),
    ]
    return own + linked + (backtest.map { [.backtest($0)] } ?? [])
  }

  /// The tables that stand in the part `link` of the report.
  package static let tablesOfLink = ["link", "link_statistics", "link_criteria", "backtest"]
}
