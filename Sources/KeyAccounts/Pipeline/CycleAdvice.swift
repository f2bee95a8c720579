// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance

/// What an OKR sheet lacks for all its figures.
enum CycleAdvice {
  /// Cycles of which nothing says when they begin and end; nil where their days are given or wrong.
  static func withoutDays(_ sheet: OKRSheet) -> Finding? {
    let cycles = sheet.cycles.filter { $0.start == nil && $0.end == nil }
    guard let first = cycles.first, !sheet.columns.contains(.start) else { return nil }
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
}
