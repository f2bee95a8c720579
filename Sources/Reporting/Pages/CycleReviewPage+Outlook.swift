// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance

extension CycleReviewPage {
  /// The most accounts that the outlook lists.
  private static let mostForecasts = 50

  /// Where the accounts of a running cycle are heading; nothing for other cycles.
  func addOutlook(_ cycle: String, to page: inout MarkdownPage) {
    let rows = content.forecasts.filter { $0.cycle == cycle }
    guard let first = rows.first else { return }
    page.heading(
      LocalizedText(de: "Wohin läuft der Zyklus?", en: "Where is the cycle heading?"),
      level: 3
    )
    page.table(
      [
        LocalizedText(de: "Kunde", en: "Account"),
        LocalizedText(de: "bisher erreicht", en: "Attained so far"),
        LocalizedText(de: "Mittel früherer Zyklen", en: "Mean of earlier cycles"),
        LocalizedText("n"), LocalizedText(de: "Prognose", en: "Forecast"),
        LocalizedText(de: "Hinweis", en: "Note"),
      ],
      rows.prefix(Self.mostForecasts).map { row in
        [
          name(of: row.account), page.percent(row.attainment),
          page.percent(row.prior), row.priorCount > 0 ? String(row.priorCount) : nil,
          page.percent(row.forecast), note(on: row),
        ]
      }
    )
    if rows.count > Self.mostForecasts {
      page.paragraph(
        LocalizedText(
          de: "\(Self.mostForecasts) von \(rows.count) Kunden; alle stehen in okr_forecasts.csv",
          en: "\(Self.mostForecasts) of \(rows.count) accounts; all are in okr_forecasts.csv"
        )
      )
    }
    let elapsed = page.percent(first.elapsed)
    page.paragraph(
      LocalizedText(
        de: "\(elapsed) des Zyklus sind um; so viel zählt das bisherige Tempo, der Rest ist das "
          + "Mittel früherer Zyklen. Das ist kein Versprechen: wer seine Ziele leichter setzt als "
          + "früher, liegt höher.",
        en:
          "\(elapsed) of the cycle is over; that much the pace so far counts, the rest is the mean "
          + "of earlier cycles. This is no promise: whoever sets easier targets than before ends "
          + "up higher."
      )
    )
  }

  private func note(on row: AccountForecast) -> String? {
    if let reason = row.reason { return PageWords.words(forReason: reason.rawValue)(language) }
    guard row.priorOf == .all else { return nil }
    return LocalizedText(de: "Mittel aller Kunden", en: "mean of all accounts")(language)
  }
}
