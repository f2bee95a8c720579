// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Which accounts hold others on or off the list merely by being there.
///
/// Where scales depend on the data, an account that leaves moves everybody's utility. The list without
/// it is compared with the list that only closes ranks.
package struct AccountInfluence {
  private let outcome: SelectionOutcome
  private let input: SelectionInput
  private let selector: AccountSelector
  private let scores: ReweightedScores
  private let rule: SeatRule

  /// So many scores are computed at most.
  private static let affordableScores = 2_000_000

  /// Prepares the comparison.
  ///
  /// - Parameters:
  ///   - outcome: the ranking and the list.
  ///   - rule: how the list was cut.
  ///   - decisions: the decisions that hold.
  ///   - input: what was ranked.
  ///   - selector: what ranked it.
  package init(
    _ outcome: SelectionOutcome,
    _ rule: ShortlistRule,
    _ decisions: ActiveDecisions,
    _ input: SelectionInput,
    _ selector: AccountSelector
  ) {
    self.outcome = outcome
    self.input = input
    self.selector = selector
    scores = ReweightedScores(outcome.ranking)
    self.rule = SeatRule(rule, decisions, outcome.ranking, accounts: scores.accounts)
  }

  /// The accounts that were left out for a trial: those on the list and those at the end of a scale.
  ///
  /// Empty where no scale depends on the data, and where trying them would take long.
  package func tried() -> [Int] {
    let columns = outcome.ranking.columns.filter { $0.criterion.criterion.scale.dependsOnData }
    guard !columns.isEmpty else { return [] }
    var tried = Set(outcome.shortlist.entries.filter { $0.decision == nil }.map(\.account))
    for column in columns {
      let known = scores.accounts.compactMap { account in
        column.values[account].map { (account, $0) }
      }
      if let lowest = known.min(by: { $0.1 < $1.1 }) { tried.insert(lowest.0) }
      if let highest = known.max(by: { $0.1 < $1.1 }) { tried.insert(highest.0) }
    }
    guard tried.count * scores.accounts.count <= Self.affordableScores else { return [] }
    return tried.sorted()
  }

  /// Of the tried accounts, those without which others would be on the list.
  package func influential(_ tried: [Int]) -> [Int] {
    let order = scores.best(scores.accounts.count, scores.weights)
    return tried.filter { account in
      var rest = input
      rest.reject(account, LocalizedText("left out"))
      let list = Set(selector.outcome(for: rest).shortlist.entries.map(\.account))
      let others = order.filter { scores.accounts[$0.place] != account }
      let expected = rule.seated(Array(others.prefix(rule.depth))).map { scores.accounts[$0] }
      let unranked = outcome.shortlist.entries.filter { $0.rank == nil }.map(\.account)
      return list != Set(expected + unranked)
    }
  }
}
