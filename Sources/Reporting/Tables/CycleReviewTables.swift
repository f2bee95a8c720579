// SPDX-License-Identifier: Apache-2.0
import Accounts
package import CyclePerformance
import DelimitedText

extension ReportTable {
  /// `okr_cycles.csv`: every cycle over all accounts.
  package static func cycles(_ rows: [CycleOverview]) -> ReportTable {
    ReportTable(
      "okr_cycles",
      LocalizedText(de: "Zyklen", en: "Cycles"),
      columns: cycleColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(row.cycle), Cell(row.start?.description), Cell(row.end?.description),
        Cell(row.status?.rawValue), .integer(row.accounts), .integer(row.objectives),
        .integer(row.keyResults), .integer(row.withData), .integer(row.hits), Cell(row.hitRate),
        Cell(row.hitRateInterval?.lowerBound), Cell(row.hitRateInterval?.upperBound),
        Cell(row.meanProgress), Cell(row.fullyAchievedRate), Cell(row.ambition?.rawValue),
      ]
      cells += row.zones.map { .integer($0) }
      cells += [
        .integer(row.accountsWithData), Cell(row.attainment), Cell(row.attainmentByRevenue),
        Cell(row.attainmentByPotential),
      ]
    }
  }

  private static let cycleColumns: [Column] = [
    .cycle, .init("start", .date, LocalizedText(de: "Beginn", en: "Start")),
    .init("end", .date, LocalizedText(de: "Ende", en: "End")), .status,
    .init("accounts", .integer, LocalizedText(de: "Kunden", en: "Accounts")), .objectives,
    .keyResults, .init("with_data", .integer, LocalizedText(de: "mit Daten", en: "With data")),
    .init("hits", .integer, LocalizedText(de: "Treffer", en: "Hits")),
    .init("hit_rate", .number, LocalizedText(de: "Trefferquote", en: "Hit rate")),
    .init("hit_rate_low", .number, LocalizedText(de: "Quote ab", en: "Hit rate low")),
    .init("hit_rate_high", .number, LocalizedText(de: "Quote bis", en: "Hit rate high")),
    .init("mean_progress", .number, LocalizedText(de: "Fortschritt", en: "Mean progress")),
    .init(
      "fully_achieved_rate",
      .number,
      LocalizedText(de: "voll erreicht", en: "Fully achieved")
    ),
    .init("ambition", .string, LocalizedText(de: "Anspruch", en: "Ambition")),
    .init("fail", .integer, LocalizedText("Fail")),
    .init("commit", .integer, LocalizedText("Commit")),
    .init("target", .integer, LocalizedText("Target")),
    .init("stretch", .integer, LocalizedText("Stretch")),
    .init(
      "accounts_with_data",
      .integer,
      LocalizedText(de: "Kunden mit Daten", en: "Accounts with data")
    ), .attainment,
    .init(
      "attainment_by_revenue",
      .number,
      LocalizedText(de: "nach Umsatz", en: "By revenue")
    ),
    .init(
      "attainment_by_potential",
      .number,
      LocalizedText(de: "nach Potenzial", en: "By potential")
    ),
  ]

  /// `okr_health.csv`: how the accounts keep to the process.
  package static func health(_ rows: ProcessHealthRows) -> ReportTable {
    let counts: [CellSource] = ProcessHealthRows.Count.allCases.map { count in
      .eachInteger { rows.count(count, at: $0) }
    }
    let keys: [CellSource] = [
      .numbered(rows.accountTexts) { rows.accountNumber(at: $0) },
      .numbered(rows.cycleTexts) { rows.cycleNumber(at: $0) },
    ]
    let cells: [CellSource] =
      keys + counts + [.eachText { rows.isReviewed(at: $0).map { $0 ? "true" : "false" } }]
    return ReportTable(
      "okr_health",
      LocalizedText(de: "Prozess", en: "Process"),
      columns: zip(healthColumns, cells).map { ($0, $1) },
      rowCount: rows.count
    ).about { rows.account(at: $0) }
  }

  private static let healthColumns: [Column] = [
    .account, .cycle, .keyResults,
    .init("reported", .integer, LocalizedText(de: "mit Check-in", en: "With check-in")),
    .init("checkins", .integer, LocalizedText("Check-ins")),
    .init("weeks", .integer, LocalizedText(de: "Wochen", en: "Weeks")),
    .init(
      "weeks_with_checkin",
      .integer,
      LocalizedText(de: "Wochen mit Check-in", en: "Weeks with check-in")
    ),
    .init(
      "days_since_checkin",
      .integer,
      LocalizedText(de: "Tage seit Check-in", en: "Days since check-in")
    ),
    .init("errors", .integer, LocalizedText(de: "Fehler", en: "Errors")),
    .init("warnings", .integer, LocalizedText(de: "Warnungen", en: "Warnings")),
    .init("hints", .integer, LocalizedText(de: "Hinweise", en: "Hints")),
    .init("typed", .integer, LocalizedText(de: "eingetippt", en: "Typed")),
    .init(
      "typed_differing",
      .integer,
      LocalizedText(de: "davon abweichend", en: "Of these differing")
    ),
    .init("reviewed", .boolean, LocalizedText("Review")),
  ]

  /// `okr_estimates.csv`: attainment and hit rate by account, drawn together.
  package static func estimates(_ rows: AttainmentEstimates) -> ReportTable {
    let cells: [CellSource] = [
      .eachText { rows.account(at: $0) }, .eachInteger { rows.cycles(at: $0) },
      .eachNumber { rows.mean(at: $0) }, .eachNumber { rows.estimate(at: $0) },
      .eachNumber { rows.standardError(at: $0) }, .eachNumber { rows.pull(at: $0) },
      .eachInteger { rows.keyResults(at: $0) }, .eachInteger { rows.hits(at: $0) },
      .eachNumber { rows.hitRate(at: $0) },
      .eachNumber { rows.hitRateInterval(at: $0)?.lowerBound },
      .eachNumber { rows.hitRateInterval(at: $0)?.upperBound },
      .eachText { _ in rows.reason }, .eachNumber { rows.jamesStein(at: $0) },
      .eachText { _ in rows.jamesSteinReason },
    ]
    return ReportTable(
      "okr_estimates",
      LocalizedText(de: "Schätzungen", en: "Estimates"),
      columns: zip(estimateColumns, cells).map { ($0, $1) },
      rowCount: rows.count
    ).about { rows.account(at: $0) }
  }

  private static let estimateColumns: [Column] = [
    .account, .init("cycles", .integer, LocalizedText(de: "Zyklen", en: "Cycles")), .attainment,
    .init("estimate", .number, LocalizedText(de: "geschätzt", en: "Estimate")), .standardError,
    .init("pull", .number, LocalizedText(de: "Anteil der anderen", en: "Pull")), .keyResults,
    .init("hits", .integer, LocalizedText(de: "Treffer", en: "Hits")),
    .init("hit_rate", .number, LocalizedText(de: "Trefferquote", en: "Hit rate")),
    .init("hit_rate_low", .number, LocalizedText(de: "Quote ab", en: "Hit rate low")),
    .init("hit_rate_high", .number, LocalizedText(de: "Quote bis", en: "Hit rate high")), .reason,
    .init("james_stein", .number, LocalizedText("James-Stein")),
    .init(
      "james_stein_reason",
      .string,
      LocalizedText(de: "Grund (James-Stein)", en: "Reason (James-Stein)")
    ),
  ]

  /// `transitions.csv`: how accounts moved between cycles.
  package static func transitions(_ rows: [TransitionRow]) -> ReportTable {
    ReportTable(
      "transitions",
      LocalizedText(de: "Bewegungen", en: "Transitions"),
      columns: [
        .init("from_cycle", .string, LocalizedText(de: "von Zyklus", en: "From cycle")),
        .init("to_cycle", .string, LocalizedText(de: "nach Zyklus", en: "To cycle")),
        .init("from", .string, LocalizedText(de: "von", en: "From")),
        .init("to", .string, LocalizedText(de: "nach", en: "To")),
        .init("accounts", .integer, LocalizedText(de: "Kunden", en: "Accounts")),
        .init("share", .number, LocalizedText(de: "Anteil", en: "Share")),
      ],
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(row.fromCycle), .text(row.toCycle), Cell(row.from?.rawValue),
        Cell(row.to?.rawValue), .integer(row.accounts), Cell(row.share),
      ]
    }
  }
}

extension ReportTable.Column {
  static let cycle = Self("cycle", .string, LocalizedText(de: "Zyklus", en: "Cycle"))
  static let status = Self("status", .string, LocalizedText("Status"))
  static let objectives = Self("objectives", .integer, LocalizedText("Objectives"))
  static let keyResults = Self("key_results", .integer, LocalizedText("Key Results"))
  static let attainment = Self(
    "attainment",
    .number,
    LocalizedText(de: "Erreichung", en: "Attainment")
  )
  static let standardError = Self(
    "standard_error",
    .number,
    LocalizedText(de: "Standardfehler", en: "Standard error")
  )
}
