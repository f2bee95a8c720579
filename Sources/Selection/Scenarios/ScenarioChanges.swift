// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Finds what a scenario does to the accounts of both lists, and what made it so.
///
/// A reason is looked for in this order, and the first that applies is given: the account's own
/// status, the length of the list, another method, the shock on the account itself, and then an
/// account that changed places with it, with the criterion that did most for that.
package struct ScenarioChanges {
  /// How many accounts are tried as the one that changed places, so that long lists stay cheap.
  private static let triedRivals = 50

  private let base: ScenarioSide
  private let scenario: ScenarioSide
  private let shock: ScenarioShockEffect?
  /// Pairs of the same criterion on both sides, nil where one side lacks it.
  private let criteria: [(name: String, base: Int?, scenario: Int?)]
  private let entered: [Int]
  private let left: [Int]
  /// Per listed account its place on the scenario's list, from 0.
  private let places: [Int: Int]

  /// Prepares the changes from `base` to `scenario`, both over the same accounts.
  package init(from base: ScenarioSide, to scenario: ScenarioSide, shock: ScenarioShockEffect?) {
    self.base = base
    self.scenario = scenario
    self.shock = shock
    entered = scenario.ranking.listed.filter { !base.ranking.lists($0) }
    left = base.ranking.listed.filter { !scenario.ranking.lists($0) }
    places = Dictionary(
      scenario.ranking.listed.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let names = scenario.criteria.map(\.name)
    let former = base.criteria.map(\.name)
    let indices = { (names: [String]) in
      Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (byName, formerByName) = (indices(names), indices(former))
    criteria =
      former.enumerated().map { ($1, $0, byName[$1]) }
      + names.enumerated().filter { formerByName[$1] == nil }.map { ($1, nil, $0) }
  }

  /// The changes, by account.
  package func changes() -> [ScenarioChange] {
    let moved = scenario.ranking.listed.filter {
      base.ranking.lists($0) && base.ranking.rank(of: $0) != scenario.ranking.rank(of: $0)
    }
    let all =
      entered.map { change($0, .entered, rivals: left) }
      + left.map { change($0, .left, rivals: entered) }
      + moved.map { change($0, .moved, rivals: neighbours(of: $0)) }
    return all.sorted { $0.account < $1.account }
  }

  private func change(
    _ account: Int,
    _ kind: ScenarioChange.Kind,
    rivals: [Int]
  ) -> ScenarioChange {
    ScenarioChange(
      account: account,
      kind: kind,
      baseRank: base.ranking.rank(of: account),
      scenarioRank: scenario.ranking.rank(of: account),
      reason: reason(account, kind, rivals: rivals.prefix(Self.triedRivals))
    )
  }

  /// The accounts that one of both lists puts next to an account, the nearest first.
  private func neighbours(of account: Int) -> [Int] {
    let list = scenario.ranking.listed
    let before = base.ranking.rank(of: account) ?? .max
    let after = scenario.ranking.rank(of: account) ?? .max
    let place = places[account] ?? 0
    guard after < before else {
      return list[..<place].suffix(Self.triedRivals).reversed()
    }
    return list[(place + 1)...].prefix(Self.triedRivals - 10) + Array(left.prefix(10))
  }

  // MARK: Reasons

  private func reason(
    _ account: Int,
    _ kind: ScenarioChange.Kind,
    rivals: ArraySlice<Int>
  ) -> LocalizedText {
    if let status = statusReason(account) { return status }
    if kind != .moved, let size = sizeReason(account, kind) { return size }
    if base.method != scenario.method { return methodReason }
    if let shock, shock.isHit[account], isWorse(account) {
      return LocalizedText(
        de: "vom Schock getroffen: \(shock.text.german)",
        en: "hit by the shock: \(shock.text.english)"
      )
    }
    for rival in rivals {
      if let turned = turnedReason(account, rival, kind) { return turned }
    }
    return newcomerReason(account) ?? rankReason(account)
  }

  private func isWorse(_ account: Int) -> Bool {
    (scenario.ranking.rank(of: account) ?? .max) > (base.ranking.rank(of: account) ?? .max)
  }

  /// The account has a rank on one side only.
  private func statusReason(_ account: Int) -> LocalizedText? {
    switch (base.ranking.rank(of: account), scenario.ranking.rank(of: account)) {
    case (.some, nil): return scenario.reasonWithoutRank(of: account)
    case (nil, .some) where base.ranking.status(of: account) == nil:
      return LocalizedText(de: "nicht in den Daten der Basis", en: "not in the data of the base")
    case (nil, .some):
      let before = base.reasonWithoutRank(of: account)
      return LocalizedText(
        de: "nicht mehr ausgesondert wegen: \(before.german)",
        en: "no longer stopped by: \(before.english)"
      )
    default: return nil
    }
  }

  /// The base order would have done the same with the scenario's length of the list.
  private func sizeReason(_ account: Int, _ kind: ScenarioChange.Kind) -> LocalizedText? {
    guard let rank = base.ranking.rank(of: account) else { return nil }
    let isBySize =
      kind == .entered
      ? scenario.size > base.size && rank <= scenario.size && rank > base.size
      : scenario.size < base.size && rank > scenario.size && rank <= base.size
    guard isBySize else { return nil }
    return LocalizedText(
      de: "die Liste fasst \(scenario.size) statt \(base.size)",
      en: "the list holds \(scenario.size) instead of \(base.size)"
    )
  }

  private var methodReason: LocalizedText {
    LocalizedText(
      de: "Verfahren \(scenario.method.name) statt \(base.method.name)",
      en: "method \(scenario.method.name) instead of \(base.method.name)"
    )
  }

  /// Somebody without a rank in one of the two stands before the account in the other.
  private func newcomerReason(_ account: Int) -> LocalizedText? {
    let (side, other) = isWorse(account) ? (scenario, base) : (base, scenario)
    let rank = side.ranking.rank(of: account) ?? 0
    let ahead = side.ranking.listed.first {
      other.ranking.rank(of: $0) == nil && side.ranking.rank(of: $0) ?? .max < rank
    }
    guard let ahead else { return nil }
    let id = side.id(ahead)
    return isWorse(account)
      ? LocalizedText(
        de: "'\(id)' steht davor und hat in der Basis keinen Rang",
        en: "'\(id)' stands before it and has no rank in the base"
      )
      : LocalizedText(
        de: "'\(id)' stand davor und hat jetzt keinen Rang",
        en: "'\(id)' stood before it and has no rank now"
      )
  }

  private func rankReason(_ account: Int) -> LocalizedText {
    let before = base.ranking.rank(of: account).map(String.init) ?? "-"
    let after = scenario.ranking.rank(of: account).map(String.init) ?? "-"
    return LocalizedText(de: "Rang \(before) → \(after)", en: "rank \(before) → \(after)")
  }
}

extension ScenarioChanges {
  /// The account and a rival changed places, or shared one before; names the criterion that did most for it.
  private func turnedReason(
    _ account: Int,
    _ rival: Int,
    _ kind: ScenarioChange.Kind
  ) -> LocalizedText? {
    guard let own = base.ranking.rank(of: account), let theirs = base.ranking.rank(of: rival),
      let ownNow = scenario.ranking.rank(of: account),
      let theirsNow = scenario.ranking.rank(of: rival),
      own <= theirs && ownNow > theirsNow || own >= theirs && ownNow < theirsNow
    else { return nil }
    let gains = ownNow < theirsNow
    var best: (name: String, advantage: Double, weights: (Double, Double))?
    for criterion in criteria {
      let advantage = shift(criterion.base, criterion.scenario, account, rival)
      let directed = gains ? advantage : -advantage
      guard directed > best?.advantage ?? 0 else { continue }
      let weights = (
        criterion.base.map { base.criteria[$0].weight } ?? 0,
        criterion.scenario.map { scenario.criteria[$0].weight } ?? 0
      )
      best = (criterion.name, directed, weights)
    }
    guard let best else { return nil }
    return text(best.name, best.advantage, best.weights, rival, gains: gains)
  }

  /// By how much more the account's part of a criterion grew than the rival's.
  private func shift(_ before: Int?, _ after: Int?, _ account: Int, _ rival: Int) -> Double {
    let was = before.map { base.part($0, of: account) - base.part($0, of: rival) } ?? 0
    let now = after.map { scenario.part($0, of: account) - scenario.part($0, of: rival) } ?? 0
    return now - was
  }

  private func text(
    _ criterion: String,
    _ advantage: Double,
    _ weights: (Double, Double),
    _ rival: Int,
    gains: Bool
  ) -> LocalizedText {
    let points = LocalizedText(decimal: WeightingFindings.thousandths(advantage))
    let id = scenario.id(rival)
    var (german, english) = ("", "")
    if weights.0 != weights.1 {
      let (before, after) = (Self.percent(weights.0), Self.percent(weights.1))
      english = "; weight \(after.english) % instead of \(before.english) %"
      german = "; Gewicht \(after.german) % statt \(before.german) %"
    }
    return gains
      ? LocalizedText(
        de: "überholt '\(id)': '\(criterion)' bringt \(points.german) Punkte mehr als in der Basis"
          + german,
        en: "passes '\(id)': '\(criterion)' gives \(points.english) points more than in the base"
          + english
      )
      : LocalizedText(
        de:
          "fällt hinter '\(id)': '\(criterion)' bringt gegen diesen \(points.german) Punkte weniger als"
          + " in der Basis" + german,
        en:
          "falls behind '\(id)': against it, '\(criterion)' gives \(points.english) points less than in"
          + " the base" + english
      )
  }

  /// A share as percent with at most one decimal.
  private static func percent(_ share: Double) -> LocalizedText {
    let tenths = Int((share * 1000).rounded())
    let rest = tenths % 10 == 0 ? "" : ".\(tenths % 10)"
    return LocalizedText(decimal: "\(tenths / 10)\(rest)")
  }
}

extension LocalizedText {
  /// A number whose decimal point becomes a comma in German.
  fileprivate init(decimal text: String) {
    self.init(de: String(text.map { $0 == "." ? "," : $0 }), en: text)
  }
}
