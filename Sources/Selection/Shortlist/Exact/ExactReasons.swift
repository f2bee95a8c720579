// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Why an account is on an exact list or not.
enum ExactReasons {
  /// Members of the list that one reason names.
  private static let shown = 5

  /// Why an account is on the list without a decision.
  static func chosen(_ row: Ranking.Row, _ exact: ExactSelection) -> LocalizedText {
    let rank = row.rank ?? 0
    guard let limit = exact.limit else {
      return LocalizedText(
        de: "Rang \(rank), in der besten Liste innerhalb der Quoten",
        en: "rank \(rank), in the best list within the quotas"
      )
    }
    let effort = EffortText.text(exact.efforts[row.account] ?? 0)
    let all = EffortText.text(limit)
    return LocalizedText(
      de: "Rang \(rank), in der besten Liste mit Aufwand \(effort.german) von \(all.german)",
      en: "rank \(rank), in the best list with effort \(effort.english) of \(all.english)"
    )
  }

  /// Why an account ranked before the last member is not on the list.
  static func leftOut(_ alternative: ExactSelection.Alternative) -> LocalizedText {
    guard let loss = alternative.lossBillionths else {
      return LocalizedText(
        de: "passt in keine Liste, die alle Regeln einhält",
        en: "fits no list that keeps every rule"
      )
    }
    let names = alternative.displaced.prefix(shown).map { "'\($0)'" }.joined(separator: ", ")
    let more = alternative.displaced.count - shown
    let rest = more > 0 ? " +\(more)" : ""
    let points = ExactFindings.score(loss)
    return LocalizedText(
      de: "verdrängte \(names)\(rest); die Liste hätte \(points.german) Punkte weniger",
      en: "would displace \(names)\(rest); the list would score \(points.english) less"
    )
  }

  /// Why an incumbent leaves.
  static func outside(_ rank: Int) -> LocalizedText {
    LocalizedText(
      de: "Rang \(rank), nicht in der besten Liste innerhalb der Grenzen",
      en: "rank \(rank), not in the best list within the limits"
    )
  }
}
