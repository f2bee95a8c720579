// SPDX-License-Identifier: Apache-2.0
import Accounts

extension WeightingFindings {
  /// Judgements of the best-worst method that contradict each other beyond the published threshold.
  static func findings(on method: BestWorstMethod, names: [String]) -> [Finding] {
    guard let threshold = method.threshold, method.consistencyRatio > threshold,
      let index = method.leastConsistent
    else { return [] }
    let (ratio, limit) = (thousandths(method.consistencyRatio), thousandths(threshold))
    return [
      Finding(
        .warning,
        "K-S036",
        field: "weighting.best-worst",
        found: ratio,
        message: LocalizedText(
          de: "Konsistenzverhältnis \(ratio), erwartet wird höchstens \(limit); am wenigsten passen"
            + " die Urteile zu '\(names[index])'",
          en: "consistency ratio \(ratio), expected at most \(limit); the judgements on"
            + " '\(names[index])' fit least"
        ),
        citation: "Liang, Brunelli and Rezaei 2020"
      )
    ]
  }

  /// How far the members of a group agree; a warning where they hardly do.
  static func findings(on judgement: WeightJudgement) -> [Finding] {
    guard let distance = judgement.distance, distance > 0,
      let widest = judgement.spreads.max(by: { $0.highest - $0.lowest < $1.highest - $1.lowest })
    else { return [] }
    let (low, high) = (thousandths(widest.lowest), thousandths(widest.highest))
    let concordance = judgement.concordance
    let text = concordance.map { "; W = \(thousandths($0))" } ?? ""
    return [
      Finding(
        concordance ?? 1 < 0.5 ? .warning : .info,
        "K-S037",
        field: "weighting.group",
        found: thousandths(distance),
        message: LocalizedText(
          de:
            "die Mitglieder verteilen im Mittel \(thousandths(distance)) des Gewichts verschieden,"
            + " am weitesten bei '\(widest.criterion)' (\(low) bis \(high))\(text)",
          en: "the members place \(thousandths(distance)) of the weight differently on average,"
            + " furthest apart on '\(widest.criterion)' (\(low) to \(high))\(text)"
        ),
        citation: "Kendall and Babington Smith 1939"
      )
    ]
  }

  /// Swings whose largest is not 100, the usual yardstick; nil for criteria without points.
  static func swings(_ points: [Double?]) -> [Finding] {
    let named = points.compactMap { $0 }
    guard let largest = named.max(), largest != 100 else { return [] }
    return [
      Finding(
        .info,
        "K-S038",
        field: "weighting.swing",
        found: "\(largest)",
        message: LocalizedText(
          de: "die größte Spanne hat \(largest) Punkte; üblich sind 100 für die wichtigste",
          en: "the largest swing has \(largest) points; usually the most important has 100"
        ),
        citation: "von Winterfeldt and Edwards 1986"
      )
    ]
  }
}
