// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting
import Selection

/// What `report.json` shows of tables that are too large for a document which its readers hold whole.
///
/// One rule for every table: up to ``mostCells`` cells it stands there whole. Of a larger one only the
/// rows of the accounts that a decision is about are shown: those on a list of this run, of one of its
/// scenarios or of the time before, and the best ranked ones, so that both sides of the cut are seen.
/// Where nothing was ranked, and of tables that name no account, the first rows are shown. The CSV
/// file always holds every row.
struct ReportExcerpt {
  /// Up to so many cells a table stands whole in the document.
  static let mostCells = 1_000_000
  /// At least so many of the best ranked accounts are shown, and twice as many as the list has.
  static let bestRanked = 1000

  /// By name the tables that the document shows in part.
  private let excerpts: [String: ReportTable]

  /// Chooses the rows of large tables of a run; nil where all tables are small.
  init?(_ run: Run, tables: [ReportTable]) {
    let large = tables.filter { !Self.isWhole($0) }
    guard !large.isEmpty else { return nil }
    let chosen = run.selection.map { Self.accounts(of: $0, run.scenarios) }
    var isChosen = [Bool](repeating: false, count: run.accounts.count)
    for account in chosen ?? [] { isChosen[account] = true }
    let ids = Set((chosen ?? []).map { run.accounts.ids[$0] })
    var excerpts: [String: ReportTable] = [:]
    for table in large {
      let rows = chosen.flatMap { _ in table.rows(of: isChosen, ids: ids) }
      let most = Self.mostCells / max(1, table.columns.count)
      excerpts[table.name] = table.showing(Array((rows ?? Array(0..<table.rowCount)).prefix(most)))
    }
    self.excerpts = excerpts
  }

  /// Whether the document shows all rows of a table.
  static func isWhole(_ table: ReportTable) -> Bool {
    table.rowCount <= mostCells / max(1, table.columns.count)
  }

  /// The table as the document shows it.
  func shown(_ table: ReportTable) -> ReportTable { excerpts[table.name] ?? table }

  /// The accounts that a decision is about.
  private static func accounts(
    of selection: SelectionOutcome,
    _ scenarios: ScenarioOutcome?
  ) -> Set<Int> {
    let (ranking, list) = (selection.ranking, selection.shortlist)
    let depth = max(bestRanked, 2 * list.entries.count)
    var accounts = Set(ranking.rows.prefix(depth).filter { $0.rank != nil }.map(\.account))
    accounts.formUnion(list.entries.map(\.account))
    let reviewed = Set(list.reviews.map(\.id))
    if !reviewed.isEmpty {
      accounts.formUnion(
        ranking.accounts.indices.filter { reviewed.contains(ranking.accounts[$0]) }
      )
    }
    for row in scenarios?.consensus.rows ?? [] where row.timesShortlisted > 0 {
      accounts.insert(row.account)
    }
    return accounts
  }
}

extension ReportExcerpt {
  /// Says which tables the document shows only in part, where there are any.
  static func finding(on tables: [ReportTable]) -> Finding? {
    let names = tables.filter { !isWhole($0) }.map(\.name)
    guard !names.isEmpty else { return nil }
    let files = names.map { "\($0).csv" }.joined(separator: ", ")
    return Finding(
      .info,
      "K-S069",
      field: "report.json",
      found: names.joined(separator: ", "),
      message: LocalizedText(
        de: "report.json zeigt Tabellen bis zu einer Million Zellen ganz, von größeren nur Kunden"
          + " auf Listen und die besten der Rangliste; vollständig sind: \(files)",
        en: "report.json shows tables of up to a million cells whole, of larger ones only accounts"
          + " on lists and the best ranked; complete are: \(files)"
      )
    )
  }

  /// Per table that the document shows in part its rows, those shown, and the file with all of them.
  func summary(of tables: [ReportTable]) -> JSONValue {
    .object(
      tables.filter { !Self.isWhole($0) }.map { table in
        .init(
          table.name,
          [
            "rows": .integer(table.rowCount), "shown": .integer(shown(table).rowCount),
            "file": .string("\(table.name).csv"),
          ]
        )
      }
    )
  }
}
