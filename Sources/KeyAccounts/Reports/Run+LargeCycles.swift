// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Reporting
import Selection

// MARK: - OKR cycles of very many accounts

extension Run {
  /// The most rows that `report.json` shows of a table of OKR figures or of findings: a reader of
  /// JSON holds all of it.
  static let mostRowsInReport = 50_000
  /// The most accounts of which the stages before the OKR cycles are computed and written along
  /// with them.
  static let mostAccountsBeside = 50_000
  /// So many findings of each code are in a report that does not show them all.
  private static let findingsPerCode = 1_000
  private static let tablesByAccount = [
    "okr_key_results", "okr_accounts", "okr_health", "okr_estimates", "link", "kpi_development",
  ]

  /// Decides whether the earlier stages are left to a run of everything, and says so.
  mutating func leaveEarlierStages(_ options: RunOptions) {
    guard options.isForCyclesAlone, accounts.count > Self.mostAccountsBeside else { return }
    leavesEarlierStages = true
    findings.append(
      Finding(
        .info,
        "K-D151",
        found: String(accounts.count),
        message: LocalizedText(
          de: "bei \(accounts.count) Kunden stehen hier nur die OKR-Zyklen; Kunden, Rangliste, "
            + "Portfolio und Dubletten schreibt 'kontor run'",
          en: "with \(accounts.count) accounts only the OKR cycles are here; 'kontor run' writes "
            + "accounts, ranking, portfolio and duplicates"
        )
      )
    )
  }

  /// Says that `report.json` does not show all rows; nil where it does.
  var cutFinding: Finding? {
    guard let cycles else { return nil }
    let rows = max(cycles.keyResults.count, cycles.link.count)
    guard rows > Self.mostRowsInReport else { return nil }
    return Finding(
      .info,
      "K-D150",
      found: String(rows),
      message: LocalizedText(
        de: "report.json zeigt von den OKR-Tabellen nur die Kunden der Auswahlliste und je Code "
          + "höchstens \(Self.findingsPerCode) Befunde; die CSV-Dateien zeigen alle",
        en: "report.json shows of the OKR tables only the accounts on the shortlist, and at most "
          + "\(Self.findingsPerCode) findings of a code; the CSV files show all"
      )
    )
  }

  /// Whether `report.json` shows only a part of a table.
  func isCutInReport(_ table: ReportTable) -> Bool {
    guard cycles != nil, table.rowCount > Self.mostRowsInReport else { return false }
    return table.name == "findings" || Self.tablesByAccount.contains(table.name)
  }

  /// The rows of a large table that `report.json` shows.
  func cut(_ table: ReportTable) -> ReportTable {
    guard table.name == "findings" else { return table.keeping(rowsOfShortlist(table.name)) }
    var shown: [String: Int] = [:]
    let rows = findings.indices.filter { row in
      let code = findings.kind(at: row).code
      let count = shown[code, default: 0] + 1
      shown[code] = count
      return count <= Self.findingsPerCode
    }
    return table.keeping(rows)
  }

  /// The rows of a table of OKR figures that are about accounts on the shortlist.
  private func rowsOfShortlist(_ table: String) -> [Int] {
    guard let cycles else { return [] }
    let listed = Set(selection?.shortlist.entries.map(\.id) ?? [])
    let rows = { (count: Int, account: (Int) -> String?) in
      (0..<count).filter { account($0).map(listed.contains) ?? false }
    }
    switch table {
    case "okr_key_results":
      return rows(cycles.keyResults.count) { cycles.keyResults.account(at: $0) }
    case "okr_estimates": return rows(cycles.estimates.count) { cycles.estimates[$0].account }
    case "link": return rows(cycles.link.count) { cycles.link[$0].account }
    case "kpi_development": return rows(cycles.development.count) { cycles.development[$0].account }
    default: return rows(cycles.accounts.count) { cycles.accounts.account(at: $0) }
    }
  }
}
