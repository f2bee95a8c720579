// SPDX-License-Identifier: Apache-2.0
import Accounts
package import CyclePerformance
import DelimitedText

extension ReportTable {
  /// `okr_key_results.csv`: every key result on the day of the figures.
  package static func keyResults(_ rows: OKRKeyResultRows) -> ReportTable {
    let cells: [CellSource] = [
      .written({ rows.appendID(at: $0, to: &$1) }) { .text(rows.id(at: $0)) },
      .written({ rows.appendObjective(at: $0, to: &$1) }) { .text(rows.objective(at: $0)) },
      .numbered(rows.accountTexts) { rows.accountNumber(at: $0) },
      .numbered(rows.cycleTexts) { rows.cycleNumber(at: $0) },
      .eachText { rows.title(at: $0) }, .eachText { rows.kind(at: $0).rawValue },
      .eachNumber { rows.progressRaw(at: $0) }, .eachNumber { rows.progress(at: $0) },
      .eachText { rows.status(at: $0)?.rawValue }, .eachNumber { rows.expected(at: $0) },
      .eachNumber { rows.forecast(at: $0) }, .eachNumber { rows.interval(at: $0)?.lowerBound },
      .eachNumber { rows.interval(at: $0)?.upperBound },
      .eachText { rows.isHit(at: $0).map { $0 ? "true" : "false" } },
      .eachText { rows.reason(at: $0) },
    ]
    return ReportTable(
      "okr_key_results",
      LocalizedText("Key Results"),
      columns: zip(keyResultColumns, cells).map { ($0, $1) },
      rowCount: rows.count
    )
  }

  private static let keyResultColumns: [Column] = [
    .init("kr_id", .string, LocalizedText("KR")),
    .init("objective_id", .string, LocalizedText("Objective")), .account,
    .cycle,
    .init("title", .string, LocalizedText(de: "Titel", en: "Title")),
    .init("type", .string, LocalizedText(de: "Art", en: "Type")),
    .init("progress_raw", .number, LocalizedText(de: "Fortschritt roh", en: "Raw progress")),
    .init("progress", .number, LocalizedText(de: "Fortschritt", en: "Progress")),
    .status,
    .init("expected", .number, LocalizedText(de: "erwartet", en: "Expected")),
    .init("forecast", .number, LocalizedText(de: "Prognose", en: "Forecast")),
    .init("forecast_low", .number, LocalizedText(de: "Prognose ab", en: "Forecast low")),
    .init("forecast_high", .number, LocalizedText(de: "Prognose bis", en: "Forecast high")),
    .init("hit", .boolean, LocalizedText(de: "erreicht", en: "Hit")), .reason,
  ]

  /// `okr_accounts.csv`: every account in every cycle.
  package static func okrAccounts(_ rows: OKRAccountRows) -> ReportTable {
    let cells: [CellSource] = [
      .numbered(rows.accountTexts) { rows.accountNumber(at: $0) },
      .numbered(rows.cycleTexts) { rows.cycleNumber(at: $0) },
      .eachNumber { rows.attainment(at: $0) }, .eachNumber { rows.attainmentAtClose(at: $0) },
      .eachNumber { rows.coverage(at: $0) }, .eachInteger { rows.objectives(at: $0) },
      .eachInteger { rows.keyResults(at: $0) }, .eachInteger { rows.hits(at: $0) },
      .eachNumber { rows.expected(at: $0) }, .eachText { rows.status(at: $0)?.rawValue },
    ]
    return ReportTable(
      "okr_accounts",
      LocalizedText(de: "OKR je Kunde", en: "OKRs by account"),
      columns: zip(okrAccountColumns, cells).map { ($0, $1) },
      rowCount: rows.count
    ).about { rows.account(at: $0) }
  }

  private static let okrAccountColumns: [Column] = [
    .account, .cycle,
    .attainment,
    .init(
      "attainment_at_close",
      .number,
      LocalizedText(de: "Erreichung bei Abschluss", en: "Attainment at close")
    ),
    .init("coverage", .number, LocalizedText(de: "Abdeckung", en: "Coverage")),
    .objectives,
    .keyResults,
    .init("hits", .integer, LocalizedText(de: "Treffer", en: "Hits")),
    .init("expected", .number, LocalizedText(de: "erwartet", en: "Expected")),
    .status,
  ]

  /// `link.csv`: what selection said before a cycle, and what came of it.
  package static func link(_ rows: LinkRows) -> ReportTable {
    let cells: [CellSource] = [
      .eachText { rows.account(at: $0) },
      .numbered(rows.cycleTexts) { rows.cycleNumber(at: $0) },
      .eachText { rows.run(at: $0) }, .eachNumber { rows.score(at: $0) },
      .eachInteger { rows.rank(at: $0) },
      .eachText { rows.isSelected(at: $0).map { $0 ? "true" : "false" } },
      .eachText { rows.linkClass(at: $0).rawValue }, .eachNumber { rows.attainment(at: $0) },
      .eachNumber { rows.coverage(at: $0) }, .eachInteger { rows.keyResults(at: $0) },
    ]
    return ReportTable(
      "link",
      LocalizedText(de: "Auswahl und OKR", en: "Selection and OKRs"),
      columns: zip(linkColumns, cells).map { ($0, $1) },
      rowCount: rows.count
    ).about { rows.account(at: $0) }
  }

  private static let linkColumns: [Column] = [
    .account, .cycle,
    .init("run", .string, LocalizedText(de: "Lauf", en: "Run")), .score, .rank,
    .init("selected", .boolean, LocalizedText(de: "ausgewählt", en: "Selected")),
    .init("class", .string, LocalizedText(de: "Klasse", en: "Class")),
    .attainment,
    .init("coverage", .number, LocalizedText(de: "Abdeckung", en: "Coverage")),
    .keyResults,
  ]
}
