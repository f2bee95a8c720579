// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import Statistics

extension ShortlistRule {
  /// How this rule cuts the list from an order of the accounts, without a whole ranking.
  ///
  /// - Parameters:
  ///   - accounts: the account ids, ascending by UTF-8 bytes.
  ///   - day: the day on which decisions must hold.
  /// - Returns: what answers the listed accounts by position, given the ranked ones.
  /// - Throws: ``SelectionError`` where size and limits do not fit together.
  package func listing(
    of accounts: [String],
    on day: CalendarDate?
  ) throws(SelectionError) -> @Sendable (RankOrder) -> [Int] {
    try validate()
    let rule = self
    guard incumbents != nil || !decisions.isEmpty else {
      return { $0.items.prefix(rule.size).map { Int($0) } }
    }
    let active = ActiveDecisions(decisions, accounts: accounts, on: day)
    return { order in
      let ranking = Ranking(order, accounts: accounts)
      let chosen = rule.chosenAccounts(from: ranking, decisions: active)
      let ranked = order.items.lazy.map { Int($0) }.filter { chosen.contains($0) }
      let isRanked = Set(ranked)
      return Array(ranked) + chosen.filter { !isRanked.contains($0) }.sorted()
    }
  }
}

extension Ranking {
  /// An order with its ranks and nothing else.
  fileprivate init(_ order: RankOrder, accounts: [String]) {
    var rows = order.items.enumerated().map { place, account in
      Row(account: Int(account), rank: place + 1, status: .ranked)
    }
    for tie in order.ties {
      for place in tie { rows[place].rank = tie.lowerBound + 1 }
    }
    self.init(
      accounts: accounts,
      rows: rows,
      columns: [],
      pieces: .parts([]),
      method: .weightedSum,
      compromiseSet: nil,
      findings: []
    )
  }
}
