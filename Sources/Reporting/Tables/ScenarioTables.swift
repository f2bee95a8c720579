// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText
package import Selection

extension ReportTable {
  /// `scenarios.csv`: every account's rank and status, scenario by scenario.
  ///
  /// - Parameters:
  ///   - outcome: the scenarios.
  ///   - names: per account its name.
  /// - Returns: the table, a row an account.
  package static func scenarios(_ outcome: ScenarioOutcome, names: NameColumn) -> ReportTable {
    var columns: [Column] = [.account, .accountName]
    for scenario in outcome.scenarios {
      let name = scenario.name
      columns += [
        .init("\(name)_rank", .integer, LocalizedText(de: "\(name): Rang", en: "\(name): rank")),
        .init("\(name)_status", .string, LocalizedText("\(name): Status")),
      ]
    }
    var table = ReportTable(
      "scenarios",
      LocalizedText(de: "Varianten", en: "Scenarios"),
      columns: columns,
      rowCount: outcome.accounts.count
    ) { row, cells in
      cells += [.text(outcome.accounts[row]), .text(names[row])]
      for scenario in outcome.scenarios {
        cells.append(Cell(scenario.rank(of: row)))
        cells.append(Cell(scenario.status(of: row)?.rawValue))
      }
    }
    table.accountOfRow = \.self
    let text = ScenarioText(outcome)
    table.appendText = { row, dialect, buffer in
      dialect.append(outcome.accounts[row], to: &buffer)
      buffer.append(dialect.delimiter)
      dialect.append(names[row], to: &buffer)
      text.append(row, delimiter: dialect.delimiter, to: &buffer)
      buffer.append(dialect.lineBreak)
    }
    return table
  }

  /// `comparison.csv`: how far two scenarios agree, pair by pair.
  package static func comparison(_ outcome: ScenarioOutcome) -> ReportTable {
    ReportTable(
      "comparison",
      LocalizedText(de: "Vergleich", en: "Comparison"),
      columns: comparisonColumns,
      rowCount: outcome.pairs.count
    ) { index, cells in
      let pair = outcome.pairs[index]
      let figures = pair.comparison
      cells += [
        .text(pair.first), .text(pair.second), Cell(figures.kendallTauB), Cell(figures.spearman),
        Cell(figures.weightedSpearman), Cell(figures.rankBiasedOverlap), Cell(figures.overlap),
        Cell(figures.jaccard), .integer(figures.entered), .integer(figures.left),
        Cell(figures.rankSimilarity), .integer(figures.moved), .integer(figures.count),
      ]
    }
  }

  private static let comparisonColumns: [Column] = [
    .init("scenario_a", .string, LocalizedText(de: "Variante A", en: "Scenario A")),
    .init("scenario_b", .string, LocalizedText(de: "Variante B", en: "Scenario B")),
    .init("kendall_tau_b", .number, LocalizedText("Kendall tau-b")),
    .init("spearman", .number, LocalizedText("Spearman")),
    .init(
      "weighted_spearman",
      .number,
      LocalizedText(de: "Spearman gewichtet", en: "Weighted Spearman")
    ),
    .init("rbo", .number, LocalizedText("RBO")),
    .init("overlap", .number, LocalizedText(de: "gemeinsam", en: "Overlap")),
    .init("jaccard", .number, LocalizedText("Jaccard")),
    .init("entered", .integer, LocalizedText(de: "neu", en: "Entered")),
    .init("left", .integer, LocalizedText(de: "heraus", en: "Left")),
    .init("ws", .number, LocalizedText("WS")),
    .init("moved", .integer, LocalizedText(de: "verschoben", en: "Moved")),
    .init("n", .integer, LocalizedText("n")),
  ]

  /// `changes.csv`: which accounts enter, leave and move on the list, and what makes them do so.
  package static func changes(
    _ outcome: ScenarioOutcome,
    names: NameColumn,
    _ language: Language
  ) -> ReportTable {
    let rows = outcome.changes.flatMap { scenario in
      scenario.changes.map { (scenario.scenario, $0) }
    }
    return ReportTable(
      "changes",
      LocalizedText(de: "Änderungen", en: "Changes"),
      columns: changeColumns,
      rowCount: rows.count
    ) { index, cells in
      let (scenario, change) = rows[index]
      cells += [
        .text(scenario), .text(outcome.accounts[change.account]), .text(names[change.account]),
        .text(change.kind.rawValue), Cell(change.baseRank), Cell(change.scenarioRank),
        .text(change.reason(language)),
      ]
    }
  }

  private static let changeColumns: [Column] = [
    .init("scenario", .string, LocalizedText(de: "Variante", en: "Scenario")), .account,
    .accountName, .init("change", .string, LocalizedText(de: "Änderung", en: "Change")),
    .init("rank_base", .integer, LocalizedText(de: "Rang Basis", en: "Rank in base")),
    .init("rank_scenario", .integer, LocalizedText(de: "Rang Variante", en: "Rank in scenario")),
    .reason,
  ]

  /// `consensus.csv`: what all scenarios say together, account by account.
  ///
  /// - Parameters:
  ///   - outcome: the scenarios.
  ///   - names: per account its name.
  /// - Returns: the table, a row an account.
  package static func consensus(_ outcome: ScenarioOutcome, names: NameColumn) -> ReportTable {
    let consensus = outcome.consensus
    let rows = consensus.rows
    let count = Double(max(1, consensus.scenarioCount))
    var table = ReportTable(
      "consensus",
      LocalizedText(de: "Konsens", en: "Consensus"),
      columns: consensusColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(outcome.accounts[row.account]), .text(names[row.account]), .real(row.bordaPoints),
        .integer(row.bordaRank), Cell(row.kemenyRank), Cell(row.meanRank),
        .integer(row.timesShortlisted), .real(Double(row.timesShortlisted) / count),
        .integer(row.timesRanked),
      ]
    }
    table.accountOfRow = { rows[$0].account }
    return table
  }

  private static let consensusColumns: [Column] = [
    .account, .accountName,
    .init("borda_points", .number, LocalizedText(de: "Borda-Punkte", en: "Borda points")),
    .init("borda_rank", .integer, LocalizedText(de: "Borda-Rang", en: "Borda rank")),
    .init("kemeny_rank", .integer, LocalizedText(de: "Kemeny-Rang", en: "Kemeny rank")),
    .init("mean_rank", .number, LocalizedText(de: "mittlerer Rang", en: "Mean rank")),
    .init(
      "times_shortlisted",
      .integer,
      LocalizedText(de: "mal ausgewählt", en: "Times shortlisted")
    ),
    .init("share", .number, LocalizedText(de: "Anteil", en: "Share")),
    .init("times_ranked", .integer, LocalizedText(de: "mal gereiht", en: "Times ranked")),
  ]
}
