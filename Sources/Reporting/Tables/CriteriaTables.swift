// SPDX-License-Identifier: Apache-2.0
import Accounts
package import CyclePerformance
import DelimitedText

extension ReportTable {
  /// `link_criteria.csv`: how single criteria relate to what was attained after them.
  package static func linkCriteria(_ rows: [CriterionRelation]) -> ReportTable {
    ReportTable(
      "link_criteria",
      LocalizedText(de: "Kriterien und Erreichung", en: "Criteria and attainment"),
      columns: criteriaColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      let (alone, together) = (row.alone, row.together)
      cells += [
        .text(row.criterion), Cell(alone.value), Cell(alone.low), Cell(alone.high),
        .integer(alone.count), Cell(alone.reason?.rawValue), .integer(alone.accounts),
        Cell(alone.standardError), Cell(alone.probability), Cell(row.probabilityHolm),
        Cell(row.rSquared), Cell(together.value), Cell(together.low), Cell(together.high),
        .integer(together.count), Cell(together.reason?.rawValue), Cell(row.ridge),
      ]
    }
  }

  private static let criteriaColumns: [Column] = [
    .init("criterion", .string, LocalizedText(de: "Kriterium", en: "Criterion")),
    .init("slope", .number, LocalizedText(de: "Steigung", en: "Slope")), .low, .high, .count,
    .reason, .init("accounts", .integer, LocalizedText(de: "Kunden", en: "Accounts")),
    .standardError, .probability, .init("p_holm", .number, LocalizedText("p (Holm)")),
    .init("r_squared", .number, LocalizedText("R²")),
    .init(
      "slope_together",
      .number,
      LocalizedText(de: "Steigung mit allen", en: "Slope with all")
    ),
    .init("together_low", .number, LocalizedText(de: "mit allen ab", en: "With all low")),
    .init("together_high", .number, LocalizedText(de: "mit allen bis", en: "With all high")),
    .init("together_n", .integer, LocalizedText(de: "n mit allen", en: "n with all")),
    .init(
      "together_reason",
      .string,
      LocalizedText(de: "Grund (mit allen)", en: "Reason (with all)")
    ),
    .init("ridge", .number, LocalizedText("Ridge")),
  ]

  /// `okr_forecasts.csv`: where accounts are heading in running cycles.
  package static func forecasts(_ rows: [AccountForecast]) -> ReportTable {
    ReportTable(
      "okr_forecasts",
      LocalizedText(de: "Ausblick", en: "Outlook"),
      columns: forecastColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(row.account), .text(row.cycle), Cell(row.elapsed), Cell(row.attainment),
        Cell(row.pace), Cell(row.prior), Cell(row.priorOf?.rawValue), .integer(row.priorCount),
        Cell(row.forecast), Cell(row.reason?.rawValue),
      ]
    }
  }

  private static let forecastColumns: [Column] = [
    .account, .cycle,
    .init("elapsed", .number, LocalizedText(de: "verstrichen", en: "Elapsed")), .attainment,
    .init("pace", .number, LocalizedText(de: "Tempo", en: "Pace")),
    .init("prior", .number, LocalizedText(de: "bisheriges Mittel", en: "Prior")),
    .init("prior_of", .string, LocalizedText(de: "Mittel von", en: "Prior of")),
    .init("prior_n", .integer, LocalizedText(de: "n des Mittels", en: "Prior n")),
    .init("forecast", .number, LocalizedText(de: "Prognose", en: "Forecast")), .reason,
  ]
}
