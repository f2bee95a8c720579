// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance

/// What an OKR sheet lacks for all its figures.
enum CycleAdvice {
  /// Cycles of which no file says when they begin and end: those that their names date, and those
  /// of which nothing is known.
  static func withoutDays(_ sheet: OKRSheet) -> [Finding] {
    guard !sheet.hasCycleFile else { return [] }
    let dated = sheet.cycles.filter(\.isDatedByName)
    let undated = sheet.cycles.filter {
      $0.start == nil && $0.end == nil && !$0.hasUnreadableDays
    }
    return [assumed(dated), unknown(undated), named(twice: dated)].compactMap { $0 }
  }

  /// Two names that stand for the same days, as `Q3 2026` and `3. Quartal 2026` do.
  private static func named(twice cycles: [Cycle]) -> Finding? {
    var names: [String: String] = [:]
    for cycle in cycles.sorted(by: { $0.id.isBytewiseLess(than: $1.id) }) {
      guard let days = cycle.days else { continue }
      let key = "\(days.start) \(days.end)"
      guard let other = names.updateValue(cycle.id, forKey: key) else { continue }
      return Finding(
        .warning,
        "K-D166",
        found: cycle.id,
        message: LocalizedText(
          de: "die Zyklen '\(other)' und '\(cycle.id)' meinen dieselben Tage und zählen doch "
            + "getrennt; schreiben Sie einen von ihnen überall",
          en: "the cycles '\(other)' and '\(cycle.id)' mean the same days and count apart all the "
            + "same; write one of them everywhere"
        )
      )
    }
    return nil
  }

  private static func assumed(_ cycles: [Cycle]) -> Finding? {
    guard let first = cycles.first, let days = first.days else { return nil }
    return Finding(
      .warning,
      "K-D153",
      found: first.id,
      message: LocalizedText(
        de: "OKR-Zyklen ohne Beginn und Ende: \(cycles.count), nach ihrem Namen datiert, etwa "
          + "'\(first.id)' vom \(days.start) bis \(days.end); 'okr.cycles' oder die Spalten "
          + "'Beginn' und 'Ende' legen andere Tage fest, 'format: {fiscal_year_start: ..}' an der "
          + "OKR-Datei ein anderes Geschäftsjahr",
        en: "OKR cycles without start and end: \(cycles.count), dated by their names, such as "
          + "'\(first.id)' from \(days.start) to \(days.end); 'okr.cycles' or columns "
          + "'start_date' and 'end_date' say other days, 'format: {fiscal_year_start: ..}' of the "
          + "OKR file says another fiscal year"
      )
    )
  }

  private static func unknown(_ cycles: [Cycle]) -> Finding? {
    guard let first = cycles.first else { return nil }
    return Finding(
      .warning,
      "K-D153",
      found: first.id,
      message: LocalizedText(
        de: "OKR-Zyklen ohne Beginn und Ende: \(cycles.count), etwa '\(first.id)'; ohne sie gibt "
          + "es weder Tempo noch Prognose noch Verknüpfung; 'okr.cycles' oder die Spalten "
          + "'Beginn' und 'Ende' ergänzen",
        en: "OKR cycles without start and end: \(cycles.count), such as '\(first.id)'; without "
          + "them there is no pace, no forecast and no link; add 'okr.cycles' or columns "
          + "'start_date' and 'end_date'"
      )
    )
  }

  /// Cycles that have values although they begin after the day of the figures.
  static func ahead(
    _ cycles: [Cycle],
    _ accounts: OKRAccountRows,
    of day: CalendarDate,
    at position: SourcePosition?
  ) -> Finding? {
    let later = Set(cycles.filter { $0.days.map { day < $0.start } ?? false }.map(\.id))
    guard !later.isEmpty else { return nil }
    let reported = accounts.filter { later.contains($0.cycle) && $0.attainment != nil }
    guard let cycle = reported.map(\.cycle).min(by: { $0.isBytewiseLess(than: $1) }) else {
      return nil
    }
    return Finding(
      .warning,
      "K-D157",
      file: position?.file,
      line: position?.line,
      column: position?.column,
      field: "okr.as_of",
      found: day.description,
      message: LocalizedText(
        de: "OKR-Zyklen, die nach dem Stichtag \(day) beginnen, haben schon Werte, etwa '\(cycle)' "
          + "(Kunden und Zyklen: \(reported.count)); sie gelten als nicht begonnen: 'okr.as_of' auf "
          + "den Tag der Werte setzen",
        en: "OKR cycles that begin after the key date \(day) have values already, such as "
          + "'\(cycle)' (accounts and cycles: \(reported.count)); they count as not started: set "
          + "'okr.as_of' to the day of the values"
      )
    )
  }
}
