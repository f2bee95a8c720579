// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

extension Programme {
  /// What is said about criteria and the goal that they serve (S004).
  func goalAdvice(_ leaves: [Criterion]) -> [Finding] {
    let words = goalWords
    guard !words.isEmpty else { return [] }
    let isRated = header.goal == .innovation && leaves.contains { $0.origin == .manual }
    guard isRated || leaves.contains(where: { $0.speaks(of: words) }) else {
      return [goalNotMeasured]
    }
    let known = words + companionWords
    return leaves.filter { $0.origin != .manual && !$0.speaks(of: known) }.map(apartFromGoal)
  }

  private var goalNotMeasured: Finding {
    finding(
      .goalNotMeasured,
      at: keyPositions["criteria"],
      found: header.goal.rawValue,
      LocalizedText(
        de: "kein Kriterium scheint das Ziel '\(header.goal.rawValue)' zu messen",
        en: "no criterion seems to measure the goal '\(header.goal.rawValue)'"
      )
    )
  }

  private func apartFromGoal(_ leaf: Criterion) -> Finding {
    let goal = header.goal.rawValue
    return finding(
      .apartFromGoal,
      at: leaf.position,
      found: leaf.name,
      LocalizedText(
        de: "dem Kriterium '\(leaf.name)' ist nicht anzusehen, wie es zum Ziel '\(goal)' gehört",
        en: "criterion '\(leaf.name)' does not show how it belongs to the goal '\(goal)'"
      )
    )
  }

  /// Words of which a criterion for the goal uses at least one.
  private var goalWords: [String] {
    switch header.goal {
    case .potential: ["potential", "potenzial", "growth", "wachstum", "wallet", "lieferanteil"]
    case .specification: ["specif", "spezif", "influenc", "beeinfluss", "endkunde", "end_customer"]
    case .innovation: ["innov", "idea", "idee"]
    case .custom: []
    }
  }

  /// Words of criteria that go well with any goal, or with this one.
  private var companionWords: [String] {
    let business = [
      "revenue", "umsatz", "margin", "marge", "ertrag", "deckungsbeitrag", "db", "profit",
    ]
    let reach = ["countr", "land", "länder", "site", "standort", "region", "international"]
    switch header.goal {
    case .potential: return business + reach
    case .specification: return business + reach + ["project", "projekt", "planer", "engineer"]
    case .innovation: return business + ["open", "offen", "develop", "entwickl", "technolog"]
    case .custom: return business
    }
  }
}

extension Criterion {
  /// Whether name or formula holds one of these words.
  fileprivate func speaks(of words: [String]) -> Bool {
    let text = "\(name) \(measure?.text ?? "")".lowercased()
    return words.contains { text.contains($0) }
  }
}
