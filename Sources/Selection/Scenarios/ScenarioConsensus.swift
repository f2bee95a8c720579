// SPDX-License-Identifier: Apache-2.0

/// What many scenarios say together, each having one voice.
public struct ScenarioConsensus: Sendable, Equatable {
  /// One account.
  public struct Row: Sendable, Equatable {
    /// The index of the account.
    public var account: Int
    /// Borda points: per scenario the number of candidates minus the average rank.
    public var bordaPoints: Double
    /// The competition rank by Borda points.
    public var bordaRank: Int
    /// The place in the Kemeny order; nil for accounts on no list and where there are too many.
    public var kemenyRank: Int?
    /// The mean rank over the scenarios that rank the account; nil where none does.
    public var meanRank: Double?
    /// How many scenarios rank it.
    public var timesRanked: Int
    /// How many scenarios have it on their list.
    public var timesShortlisted: Int
  }

  /// The accounts that at least one scenario ranks or lists, by index.
  public var rows: [Row]
  /// How many scenarios there are.
  public var scenarioCount: Int
  /// How many accounts are on at least one list.
  public var listedCount: Int

  /// Whether there are few enough accounts on the lists for the exact Kemeny order.
  public var hasKemenyOrder: Bool { listedCount <= KemenyOrder.mostCandidates }

  /// Counts the voices.
  ///
  /// *Borda* With N candidates an account of average rank r gets N - r; those that a scenario does
  /// not rank share the places behind its last one. *Kemeny* The accounts on any list, in the order
  /// with the fewest disagreements; a ranked account stands before one without a rank, and of equal
  /// orders the one nearer to Borda's counts.
  ///
  /// - Complexity: O(scenarios * n + n log n)
  public init(_ scenarios: [ScenarioRanking]) {
    scenarioCount = scenarios.count
    var tally = Tally(scenarios)
    tally.rankByPoints()
    let listed = tally.rows.indices.filter { tally.rows[$0].timesShortlisted > 0 }
    listedCount = listed.count
    rows = tally.rows
    guard hasKemenyOrder, !listed.isEmpty else { return }
    let candidates = listed.sorted {
      (rows[$0].bordaRank, $0) < (rows[$1].bordaRank, $1)
    }
    let preferred = candidates.map { a in
      candidates.map { b in
        scenarios.count { $0.ranksFirst(rows[a].account, before: rows[b].account) }
      }
    }
    for (place, candidate) in KemenyOrder.order(preferred: preferred).enumerated() {
      rows[candidates[candidate]].kemenyRank = place + 1
    }
  }
}

extension ScenarioRanking {
  /// Whether one account stands strictly before another; accounts without a rank stand last.
  fileprivate func ranksFirst(_ a: Int, before b: Int) -> Bool {
    rank(of: a) ?? .max < rank(of: b) ?? .max
  }
}

/// Adds up the voices, account by account.
private struct Tally {
  var rows: [ScenarioConsensus.Row] = []

  init(_ scenarios: [ScenarioRanking]) {
    let count = scenarios.first?.accountCount ?? 0
    var ranked = [Int32](repeating: 0, count: count)
    var listed = [Int32](repeating: 0, count: count)
    var rankSums = [Int](repeating: 0, count: count)
    // Twice the average rank is whole; ranks that nobody shares need no average.
    var excess = [Int](repeating: 0, count: count)
    for scenario in scenarios {
      scenario.addRanks(to: &rankSums, counting: &ranked)
      for account in scenario.listed { listed[account] += 1 }
      for shared in scenario.sharedRanks { excess[shared.account] += shared.size - 1 }
    }
    let candidates = (0..<count).filter { ranked[$0] > 0 || listed[$0] > 0 }
    let behind = Self.behindLast(scenarios, candidates: candidates.count)
    let missing = candidates.contains { Int(ranked[$0]) < scenarios.count }
    rows = candidates.map { account in
      var doubled = 2 * rankSums[account] + excess[account]
      if missing, Int(ranked[account]) < scenarios.count {
        for (scenario, last) in zip(scenarios, behind) where scenario.rank(of: account) == nil {
          doubled += last
        }
      }
      let points = 2 * candidates.count * scenarios.count - doubled
      let times = Int(ranked[account])
      return ScenarioConsensus.Row(
        account: account,
        bordaPoints: Double(points) / 2,
        bordaRank: 0,
        kemenyRank: nil,
        meanRank: times > 0 ? Double(rankSums[account]) / Double(times) : nil,
        timesRanked: times,
        timesShortlisted: Int(listed[account])
      )
    }
  }

  /// Per scenario twice the average of the places behind its last ranked account.
  private static func behindLast(_ scenarios: [ScenarioRanking], candidates: Int) -> [Int] {
    scenarios.map { $0.rankedCount + 1 + candidates }
  }

  mutating func rankByPoints() {
    let order = rows.indices.sorted {
      rows[$0].bordaPoints == rows[$1].bordaPoints
        ? $0 < $1 : rows[$0].bordaPoints > rows[$1].bordaPoints
    }
    var rank = 1
    for (place, row) in order.enumerated() {
      if place > 0, rows[row].bordaPoints != rows[order[place - 1]].bordaPoints { rank = place + 1 }
      rows[row].bordaRank = rank
    }
  }
}

extension ScenarioRanking {
  /// Adds every account's rank to a sum, and one to a count where it has one.
  fileprivate func addRanks(to sums: inout [Int], counting counts: inout [Int32]) {
    for (account, rank) in marks.enumerated() where rank > 1 {
      sums[account] &+= Int(rank >> 1)
      counts[account] &+= 1
    }
  }
}
