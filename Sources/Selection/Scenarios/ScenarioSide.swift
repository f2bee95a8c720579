// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// One side of a comparison, as far as the reasons of changes need it.
package struct ScenarioSide: Sendable {
  /// The places.
  package let ranking: ScenarioRanking
  /// The criteria with their weights.
  let criteria: [WeightedCriterion]
  /// How scores come about.
  let method: DecisionMethod
  /// How many accounts the list may hold.
  let size: Int
  private let outcome: Ranking
  private let rowOfAccount: [Int]
  private let isReweighted: Bool

  /// A side whose outcome is at hand.
  package init(_ ranking: ScenarioRanking, _ outcome: SelectionOutcome, size: Int) {
    self.ranking = ranking
    self.outcome = outcome.ranking
    self.size = size
    criteria = outcome.ranking.columns.map(\.criterion)
    method = outcome.ranking.method
    rowOfAccount = outcome.ranking.rowOfAccount
    isReweighted = false
  }

  /// A side that differs from `base` in its weights and the size of its list alone.
  package init(
    _ ranking: ScenarioRanking,
    reweighting base: ScenarioSide,
    by leaves: [WeightedCriterion],
    size: Int
  ) {
    self.ranking = ranking
    self.size = size
    criteria = leaves
    method = base.method
    outcome = base.outcome
    rowOfAccount = base.rowOfAccount
    isReweighted = true
  }

  /// The part of an account's score that criterion `j` gives, 0 where there is none.
  func part(_ j: Int, of account: Int) -> Double {
    guard isReweighted else { return outcome.contributions(of: j)[account] ?? 0 }
    return criteria[j].weight * (outcome.columns[j].utilities[account] ?? 0)
  }

  /// Why an account has no rank.
  func reasonWithoutRank(of account: Int) -> LocalizedText {
    outcome.rows[rowOfAccount[account]].reason ?? LocalizedText(de: "ohne Rang", en: "no rank")
  }

  /// The id of an account.
  func id(_ account: Int) -> String { outcome.accounts[account] }
}

/// What a shock does, as far as reasons need it.
package struct ScenarioShockEffect: Sendable {
  /// Per account whether it is hit.
  package let isHit: [Bool]
  /// The change in words, such as `revenue -50 %`.
  package let text: LocalizedText

  /// Describes a shock.
  package init(isHit: [Bool], text: LocalizedText) {
    self.isHit = isHit
    self.text = text
  }
}
