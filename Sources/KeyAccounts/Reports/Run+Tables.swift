// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
public import Reporting
import Selection

extension Run {
  /// The tables of this run, in the order in which the data flow; those of stages that did not run
  /// are left out.
  public var tables: [ReportTable] {
    let language = programme.header.language ?? .english
    var tables = [
      ReportTable.findings(findings, language), .rejects(rejects, language),
      .reconciliation(reconciled), .coverage(coverage),
    ]
    if !profiles.isEmpty { tables.append(.profile(profiles)) }
    if let duplicates {
      tables.append(.duplicates(duplicates, of: accounts, systems: systems))
    }
    if depth >= .consolidate, !showsListAlone { tables.append(.accounts(accounts)) }
    if let selection { tables += selectionTables(selection, language) }
    tables += scenarioTables
    if !portfolio.isEmpty { tables.append(.portfolio(portfolio, of: accounts)) }
    if let cycles { tables += cycles.tables }
    return tables
  }

  /// Whether of accounts and ranking nothing but the list is shown.
  private var showsListAlone: Bool { isComparison || leavesEarlierStages }

  /// Ranking, list and how sure it is; a comparison writes the list alone.
  private func selectionTables(
    _ selection: SelectionOutcome,
    _ language: Language
  ) -> [ReportTable] {
    let list = [
      ReportTable.shortlist(
        selection.shortlist,
        names: accounts.names,
        robustness: robustness,
        language
      ),
      .review(selection.shortlist, language),
    ]
    guard !showsListAlone else { return list }
    var tables = [.ranking(selection.ranking, names: accounts.names, language)] + list
    if let pilot = selection.shortlist.pilot {
      tables.append(.pilot(pilot, of: selection.shortlist, names: accounts.names))
    }
    if let robustness { tables.append(.robustness(robustness, of: selection.ranking)) }
    tables.append(.weights(sensitivity))
    if let parsimony { tables.append(.parsimony(parsimony)) }
    return tables + methodTables(selection)
  }

  /// The table called `name`, nil when its stage did not run.
  public func table(_ name: String) -> ReportTable? { tables.first { $0.name == name } }
}
