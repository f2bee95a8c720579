// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting
import Selection

/// One line on the list that capacity or quotas chose.
enum ExactSelectionText {
  /// The effort, the score and what more effort would bring.
  static func summary(_ exact: ExactSelection, _ language: Language) -> LocalizedText? {
    guard exact.status == .optimal || exact.status == .unproved else { return nil }
    let score = number(Double(exact.scoreBillionths) / 1e9, language)
    let proof = exact.status == .optimal ? proved : open
    guard let limit = exact.limit, let used = exact.effortUsed else {
      return LocalizedText(
        de: "Summe der Punkte innerhalb der Quoten \(score), \(proof.german)",
        en: "sum of scores within the quotas \(score), \(proof.english)"
      )
    }
    let (have, all) = (number(used, language), number(limit, language))
    let more = exact.gains.last
    let step = more.map { number($0.effort, language) } ?? ""
    let gain = more.map { number(Double($0.scoreBillionths) / 1e9, language) } ?? ""
    return LocalizedText(
      de: "Aufwand \(have) von \(all), Summe der Punkte \(score), \(proof.german)"
        + (more == nil ? "" : "; \(step) mehr Aufwand brächte \(gain)"),
      en: "effort \(have) of \(all), sum of scores \(score), \(proof.english)"
        + (more == nil ? "" : "; \(step) more effort would add \(gain)")
    )
  }

  private static let proved = LocalizedText(
    de: "beweisbar die beste Liste",
    en: "proved to be the best list"
  )
  private static let open = LocalizedText(
    de: "nicht als beste bewiesen",
    en: "not proved to be the best"
  )

  private static func number(_ value: Double, _ language: Language) -> String {
    ReadableNumber.text(value, language)
  }
}
