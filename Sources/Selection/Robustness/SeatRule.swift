// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Who gets a seat when the order of the ranked accounts changes and all else stays.
///
/// The list's own rule decides: its size, decisions by people, and the limits for the previous list.
/// Places are the ranked accounts by ascending id.
struct SeatRule: Sendable {
  /// How many of the best decide who is on the list.
  let depth: Int
  /// Whether the list is the best accounts but for decisions, without a look at the previous list.
  let isPlainCut: Bool
  /// Seats that no decision has taken.
  let freeSeats: Int
  /// The places that a decision puts on the list, ascending.
  let included: [Int]
  private let rule: ShortlistRule
  private let decisions: ActiveDecisions
  private let ranking: Ranking

  /// The rule for the ranked accounts of a ranking, by ascending id.
  init(_ rule: ShortlistRule, _ decisions: ActiveDecisions, _ ranking: Ranking, accounts: [Int]) {
    self.rule = rule
    self.decisions = decisions
    let taken = decisions.byAccount.filter { $1.verdict == .include }
    included = taken.isEmpty ? [] : accounts.indices.filter { taken[accounts[$0]] != nil }
    freeSeats = max(0, rule.size - taken.count)
    isPlainCut = rule.incumbents == nil
    let limit = isPlainCut ? freeSeats : max(rule.size, rule.enter ?? 0, rule.stay ?? 0)
    depth = min(accounts.count, limit.addingReportingOverflow(included.count).partialValue)
    self.ranking = Ranking(
      accounts: ranking.accounts,
      rows: isPlainCut ? [] : accounts.map { Ranking.Row(account: $0, status: .ranked) },
      columns: [],
      pieces: .parts([]),
      method: ranking.method,
      findings: []
    )
  }

  /// The places on the list, given the best ``depth`` places in their order.
  ///
  /// Equal scores share a rank as in the ranking.
  func seated(_ best: [RankedPlace]) -> [Int] {
    guard !isPlainCut else {
      let others = best.lazy.map(\.place).filter { !included.contains($0) }
      return others.prefix(freeSeats) + included
    }
    var trial = ranking
    var rank = 1
    trial.rows = best.enumerated().map { index, entry in
      if index > 0, entry.billionths != best[index - 1].billionths { rank = index + 1 }
      var row = ranking.rows[entry.place]
      row.rank = rank
      row.scoreBillionths = entry.billionths
      return row
    }
    let chosen = rule.chosenAccounts(from: trial, decisions: decisions)
    let seated = best.map(\.place).filter { chosen.contains(ranking.rows[$0].account) }
    return seated + included.filter { place in !best.contains { $0.place == place } }
  }
}
