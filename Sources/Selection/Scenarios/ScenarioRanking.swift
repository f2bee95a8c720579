// SPDX-License-Identifier: Apache-2.0
package import Statistics

/// Every account's place in one scenario, small enough to keep hundreds of them side by side.
public struct ScenarioRanking: Sendable, Equatable {
  /// The scenario's name.
  public var name: String
  /// The accounts on the list by position, as indices.
  public let listed: [Int]
  /// How many accounts have a rank.
  public let rankedCount: Int
  /// Per account twice its rank (0 without one), plus one when it is on the list; what tables of many
  /// scenarios read.
  package let marks: [UInt32]
  /// Per account the status of those without a rank, nil for unknown ones; scenarios share it where nothing differs.
  private let statusesWithoutRank: [Ranking.Status?]
  /// The accounts that share their rank with others.
  let sharedRanks: [SharedRank]

  /// An account that shares its rank.
  struct SharedRank: Sendable, Equatable {
    let account: Int
    /// How many accounts have the rank.
    let size: Int
  }

  /// How many accounts there are.
  public var accountCount: Int { marks.count }

  /// Takes ranks and list from a whole outcome.
  ///
  /// - Parameters:
  ///   - name: the scenario's name.
  ///   - outcome: ranking and list.
  ///   - known: the accounts that the scenario's data know; nil for all of them.
  /// - Complexity: O(n)
  public init(_ name: String, _ outcome: SelectionOutcome, known: Set<Int>? = nil) {
    var statuses = outcome.ranking.statusesWithoutRank
    if let known {
      for account in statuses.indices where !known.contains(account) { statuses[account] = nil }
    }
    self.init(
      name,
      order: outcome.ranking.order,
      accountCount: outcome.ranking.accounts.count,
      listed: outcome.shortlist.entries.map(\.account),
      statusesWithoutRank: statuses
    )
  }

  /// Joins an order and a list.
  ///
  /// - Parameters:
  ///   - name: the scenario's name.
  ///   - order: the ranked accounts.
  ///   - accountCount: how many accounts there are.
  ///   - listed: the accounts on the list by position.
  ///   - statusesWithoutRank: per account its status where it has no rank and is not listed.
  package init(
    _ name: String,
    order: RankOrder,
    accountCount: Int,
    listed: [Int],
    statusesWithoutRank: [Ranking.Status?]
  ) {
    var marks = [UInt32](repeating: 0, count: accountCount)
    for (place, account) in order.items.enumerated() {
      marks[Int(account)] = UInt32(truncatingIfNeeded: place &+ 1) << 1
    }
    var shared: [SharedRank] = []
    for tie in order.ties {
      for place in tie {
        let account = Int(order.items[place])
        marks[account] = UInt32(truncatingIfNeeded: tie.lowerBound &+ 1) << 1
        shared.append(SharedRank(account: account, size: tie.count))
      }
    }
    for account in listed { marks[account] |= 1 }
    self.name = name
    self.listed = listed
    self.marks = marks
    self.statusesWithoutRank = statusesWithoutRank
    rankedCount = order.items.count
    sharedRanks = shared
  }

  /// The rank of an account, nil without one.
  public func rank(of account: Int) -> Int? {
    let rank = Int(marks[account] >> 1)
    return rank > 0 ? rank : nil
  }

  /// Whether an account is on the list.
  public func lists(_ account: Int) -> Bool { marks[account] & 1 == 1 }

  /// What became of an account; nil where the scenario's data do not know it.
  public func status(of account: Int) -> Ranking.Status? {
    let mark = marks[account]
    if mark & 1 == 1 { return .shortlisted }
    return mark > 0 ? .ranked : statusesWithoutRank[account]
  }

  /// Per account its competition rank, 0 without one.
  package var ranks: [Int32] { marks.map { Int32($0 >> 1) } }

  /// The ranked accounts by rank, within a rank by id.
  ///
  /// - Complexity: O(n)
  package var order: RankOrder { RankOrder(ranks: ranks) }
}

extension Ranking {
  /// The ranked accounts by rank, within a rank by id.
  package var order: RankOrder {
    let ranked = rows.prefix { $0.rank != nil }
    var ties: [Range<Int>] = []
    var start = 0
    for place in ranked.indices.dropFirst() where ranked[place].rank != ranked[place - 1].rank {
      if place - start > 1 { ties.append(start..<place) }
      start = place
    }
    if ranked.count - start > 1 { ties.append(start..<ranked.count) }
    return RankOrder(items: ranked.map { Int32($0.account) }, ties: ties)
  }

  /// Per account its status where it has no rank; scenarios of the same accounts share it.
  package var statusesWithoutRank: [Status?] {
    var statuses = [Status?](repeating: .ranked, count: accounts.count)
    for row in rows where row.rank == nil && row.status != .shortlisted {
      statuses[row.account] = row.status
    }
    return statuses
  }
}
