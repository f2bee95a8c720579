// SPDX-License-Identifier: Apache-2.0
import Accounts
package import CyclePerformance
import DelimitedText

extension ReportTable {
  /// `okr_key_results.csv`: every key result on the day of the figures.
  package static func keyResults(_ rows: [OKRKeyResultRow]) -> ReportTable {
    ReportTable(
      "okr_key_results",
      LocalizedText("Key Results"),
      columns: keyResultColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(row.keyResult), .text(row.objective), Cell(row.account), Cell(row.cycle),
        Cell(row.title), .text(row.kind.rawValue), Cell(row.progressRaw), Cell(row.progress),
        Cell(row.status?.rawValue), Cell(row.expected), Cell(row.forecast),
        Cell(row.forecastLow), Cell(row.forecastHigh),
        Cell(row.isHit.map { $0 ? "true" : "false" }),
        Cell(row.reason),
      ]
    }
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
  package static func okrAccounts(_ rows: [OKRAccountRow]) -> ReportTable {
    ReportTable(
      "okr_accounts",
      LocalizedText(de: "OKR je Kunde", en: "OKRs by account"),
      columns: okrAccountColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(row.account), .text(row.cycle), Cell(row.attainment), Cell(row.attainmentAtClose),
        Cell(row.coverage), .integer(row.objectives), .integer(row.keyResults),
        .integer(row.hits), Cell(row.expected), Cell(row.status?.rawValue),
      ]
    }
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
  package static func link(_ rows: [LinkRow]) -> ReportTable {
    ReportTable(
      "link",
      LocalizedText(de: "Auswahl und OKR", en: "Selection and OKRs"),
      columns: linkColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(row.account), .text(row.cycle), Cell(row.run), Cell(row.score), Cell(row.rank),
        Cell(row.isSelected.map { $0 ? "true" : "false" }), .text(row.linkClass.rawValue),
        Cell(row.attainment), Cell(row.coverage), Cell(row.keyResults),
      ]
    }
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
