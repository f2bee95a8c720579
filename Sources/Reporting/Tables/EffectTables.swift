// SPDX-License-Identifier: Apache-2.0
import Accounts
package import CyclePerformance
import DelimitedText

extension ReportTable {
  /// `link_statistics.csv`: how scores relate to what was attained after them.
  package static func linkStatistics(_ figures: [Estimate]) -> ReportTable {
    ReportTable(
      "link_statistics",
      LocalizedText(de: "Zusammenhang", en: "Relation"),
      columns: statisticColumns,
      rowCount: figures.count
    ) { index, cells in
      let figure = figures[index]
      cells += [
        .text(figure.figure), Cell(figure.value), Cell(figure.low), Cell(figure.high),
        .integer(figure.count), Cell(figure.reason?.rawValue), .integer(figure.accounts),
        Cell(figure.standardError), Cell(figure.probability), Cell(figure.account),
      ]
    }
  }

  private static let statisticColumns: [Column] = [
    .init("figure", .string, LocalizedText(de: "Kennzahl", en: "Figure")), .value, .low, .high,
    .count, .reason, .init("accounts", .integer, LocalizedText(de: "Kunden", en: "Accounts")),
    .standardError, .probability, .account,
  ]

  /// `backtest.csv`: which sets of criteria would have picked those who attained.
  package static func backtest(_ rows: [BacktestRow]) -> ReportTable {
    ReportTable(
      "backtest",
      LocalizedText(de: "Kriterien-Rückblick", en: "Back-test"),
      columns: backtestColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(row.cycle), .text(row.set), Cell(row.run), .integer(row.count),
        .integer(row.picked), Cell(row.precision), Cell(row.recall), Cell(row.baseRate),
        Cell(row.lift), Cell(row.auc), Cell(row.meanPicked), Cell(row.meanRest),
        Cell(row.regret), Cell(row.chance), Cell(row.chanceHolm), Cell(row.chanceBH),
        Cell(row.reason?.rawValue), .text(row.accounts.joined(separator: " ")),
      ]
    }
  }

  private static let backtestColumns: [Column] = [
    .cycle, .init("set", .string, LocalizedText(de: "Kriterien", en: "Criteria")),
    .init("run", .string, LocalizedText(de: "Lauf", en: "Run")), .count,
    .init("k", .integer, LocalizedText("k")),
    .init("precision", .number, LocalizedText(de: "Genauigkeit", en: "Precision")),
    .init("recall", .number, LocalizedText(de: "Ausbeute", en: "Recall")),
    .init("base_rate", .number, LocalizedText(de: "Grundquote", en: "Base rate")),
    .init("lift", .number, LocalizedText("Lift")), .init("auc", .number, LocalizedText("AUC")),
    .init("mean_selected", .number, LocalizedText(de: "Mittel gewählt", en: "Mean selected")),
    .init("mean_rest", .number, LocalizedText(de: "Mittel übrige", en: "Mean rest")),
    .init("regret", .number, LocalizedText(de: "Verzicht", en: "Regret")), .probability,
    .init("p_holm", .number, LocalizedText("p (Holm)")),
    .init("p_bh", .number, LocalizedText("p (BH)")), .reason,
    .init("picked", .string, LocalizedText(de: "gewählt", en: "Picked")),
  ]

  /// `effect.csv`: how business figures moved around the cycles.
  package static func effect(_ rows: [EffectRow]) -> ReportTable {
    ReportTable(
      "effect",
      LocalizedText(de: "Wirksamkeit", en: "Effect"),
      columns: effectColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(row.cycle), .text(row.value), .integer(row.lag), .text(row.arm.rawValue),
        .integer(row.treated), .integer(row.control), Cell(row.difference), Cell(row.low),
        Cell(row.high), Cell(row.reason?.rawValue), Cell(row.standardError),
        Cell(row.permutationProbability), Cell(row.adjusted), Cell(row.adjustedError),
        Cell(row.matched), Cell(row.standardisedDifference), Cell(row.placebo),
        Cell(row.detectable),
      ]
    }
  }

  private static let effectColumns: [Column] = [
    .cycle, .init("value", .string, LocalizedText(de: "Wert", en: "Value")),
    .init("lag", .integer, LocalizedText(de: "Zyklen später", en: "Lag")),
    .init("arm", .string, LocalizedText(de: "Gruppe", en: "Group")),
    .init("treated", .integer, LocalizedText(de: "in der Gruppe", en: "Treated")),
    .init("control", .integer, LocalizedText(de: "übrige", en: "Control")),
    .init("difference", .number, LocalizedText(de: "Unterschied", en: "Difference")), .low, .high,
    .reason, .standardError, .probability,
    .init("adjusted", .number, LocalizedText(de: "bei gleichem Vorwert", en: "Adjusted")),
    .init(
      "adjusted_error",
      .number,
      LocalizedText(de: "Standardfehler dazu", en: "Adjusted error")
    ),
    .init("matched", .number, LocalizedText(de: "gepaart", en: "Matched")),
    .init(
      "standardised_difference",
      .number,
      LocalizedText(de: "Abstand vorher", en: "Standardised difference")
    ), .init("placebo", .number, LocalizedText(de: "Unterschied davor", en: "Placebo")),
    .init("detectable", .number, LocalizedText(de: "erkennbar ab", en: "Detectable")),
  ]

  /// `kpi_development.csv`: the business figures around the cycles, account by account.
  package static func development(_ rows: [KPIDevelopment]) -> ReportTable {
    ReportTable(
      "kpi_development",
      LocalizedText(de: "Kennzahlen", en: "Business figures"),
      columns: [
        .account, .cycle, .init("value", .string, LocalizedText(de: "Wert", en: "Value")),
        .init("lag", .integer, LocalizedText(de: "Zyklen später", en: "Lag")),
        .init("before", .number, LocalizedText(de: "vorher", en: "Before")),
        .init("after", .number, LocalizedText(de: "nachher", en: "After")),
        .init("change", .number, LocalizedText(de: "Änderung", en: "Change")),
      ],
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(row.account), .text(row.cycle), .text(row.value), .integer(row.lag),
        .real(row.before), .real(row.after), Cell(row.change),
      ]
    }.about { rows[$0].account }
  }
}

extension ReportTable.Column {
  static let value = Self("value", .number, LocalizedText(de: "Wert", en: "Value"))
  static let low = Self("low", .number, LocalizedText(de: "von", en: "Low"))
  static let high = Self("high", .number, LocalizedText(de: "bis", en: "High"))
  static let count = Self("n", .integer, LocalizedText("n"))
  static let probability = Self("p", .number, LocalizedText("p"))
}
