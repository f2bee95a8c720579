// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import Selection

@Suite struct ScenarioTests {
  /// Accounts K00, K01 and so on with these values per criterion.
  static func input(_ values: [[Double?]], gated: [Int: LocalizedText] = [:]) -> SelectionInput {
    let count = values.first?.count ?? 0
    return SelectionInput(
      accounts: (0..<count).map { $0 < 10 ? "K0\($0)" : "K\($0)" },
      values: values.map { NumberColumn($0) },
      gateFailures: (0..<count).map { gated[$0] }
    )
  }

  /// Values from a seed; with few levels many scores tie.
  static func values(_ count: Int, _ criteria: Int, levels: Double, seed: UInt64) -> [[Double?]] {
    (0..<criteria).map { j in
      var stream = RandomNumbers(seed: seed).stream(UInt64(j))
      return (0..<count).map { _ in (stream.next() * levels).rounded(.down) / levels }
    }
  }

  static func plan(_ weights: [Double], size: Int = 3) throws -> SelectionPlan {
    let criteria = try weights.enumerated().map { try criterion("c\($0)", $1) }
    return SelectionPlan(criteria: criteria, size: size)
  }

  static func outcome(_ plan: SelectionPlan, _ input: SelectionInput) throws -> SelectionOutcome {
    try AccountSelector(plan).outcome(for: input)
  }
}

@Suite struct ReweightedRankingTests {
  @Test(arguments: [1, 8, 9, 100, 501], [4.0, 1000, 1e9])
  func ranksExactlyAsTheRankerDoes(_ count: Int, _ levels: Double) throws {
    let seed = UInt64(count) + UInt64(levels)
    let input = ScenarioTests.input(
      ScenarioTests.values(count, 4, levels: levels, seed: seed),
      gated: count > 5 ? [3: LocalizedText("too small")] : [:]
    )
    let base = try ScenarioTests.outcome(ScenarioTests.plan([4, 3, 2, 1]), input)
    let reweighting = try #require(ReweightedRanking(base.ranking))
    for weights in [[1.0, 0, 0, 0], [0.1, 7, 3, 0.25], [5, 5, 5, 5]] {
      let plan = try ScenarioTests.plan(weights, size: 7)
      let whole = try ScenarioTests.outcome(plan, input)
      let found = try reweighting.outcome(
        "w",
        weights: plan.criterionWeights().weights,
        list: plan.shortlist.listing(of: input.accounts, on: nil)
      )
      #expect(found.ranking == ScenarioRanking("w", whole), "seed \(seed)")
      #expect(found.order == whole.ranking.order, "seed \(seed)")
    }
  }

  @Test func honoursIncumbentsAndDecisions() throws {
    let input = ScenarioTests.input(ScenarioTests.values(40, 2, levels: 50, seed: 3))
    var plan = try ScenarioTests.plan([1, 1], size: 5)
    plan.shortlist.incumbents = ["K07", "K20", "K31", "K99"]
    plan.shortlist.enter = 3
    plan.shortlist.stay = 20
    plan.shortlist.decisions = [("K11", Decision.Verdict.include), ("K02", .exclude)].map {
      Decision(
        account: $0,
        verdict: $1,
        reason: "",
        decidedBy: "",
        level: "",
        date: nil,
        validUntil: nil
      )
    }
    let reweighting = try #require(
      ReweightedRanking(ScenarioTests.outcome(plan, input).ranking)
    )
    for points in [0.0, 0.5, 3, 100] {
      plan.criteria[0].weight = points
      let found = try reweighting.outcome(
        "w",
        weights: plan.criterionWeights().weights,
        list: plan.shortlist.listing(of: input.accounts, on: nil)
      )
      #expect(try found.ranking == ScenarioRanking("w", ScenarioTests.outcome(plan, input)))
    }
  }

  /// Utilities of a z-score are not bounded, so scores may lie further apart than short keys reach.
  @Test func sortsScoresThatLieFarApart() throws {
    var plan = try ScenarioTests.plan([1, 1])
    plan.criteria[0].scale = .zScore
    plan.criteria[1].scale = .zScore
    var outlier = [Double?](repeating: 0, count: 600)
    outlier[5] = 1e9
    let others: [Double?] = (0..<600).map { Double($0 % 7) }
    let input = ScenarioTests.input([outlier, others])
    let reweighting = try #require(
      ReweightedRanking(ScenarioTests.outcome(plan, input).ranking)
    )
    plan.criteria[0].weight = 9
    let found = try reweighting.outcome(
      "w",
      weights: plan.criterionWeights().weights,
      list: plan.shortlist.listing(of: input.accounts, on: nil)
    )
    #expect(try found.ranking == ScenarioRanking("w", ScenarioTests.outcome(plan, input)))
  }

  @Test func leavesOtherKindsOfRankingsToTheRanker() throws {
    let input = ScenarioTests.input([[1, 2, nil], [3, 1, 2]])
    var plan = try ScenarioTests.plan([1, 1])
    plan.criteria[0].missing = .reweight
    #expect(try ReweightedRanking(ScenarioTests.outcome(plan, input).ranking) == nil)
    plan.criteria[0].missing = .worst
    #expect(try ReweightedRanking(ScenarioTests.outcome(plan, input).ranking) != nil)
    plan.method = .topsis
    #expect(try ReweightedRanking(ScenarioTests.outcome(plan, input).ranking) == nil)
  }
}

@Suite struct KemenyOrderTests {
  /// Every order of the candidates, to find the best by trying.
  private func orders(_ items: [Int]) -> [[Int]] {
    guard !items.isEmpty else { return [[]] }
    return items.indices.flatMap { index -> [[Int]] in
      var rest = items
      let first = rest.remove(at: index)
      return orders(rest).map { [first] + $0 }
    }
  }

  private func cost(_ order: [Int], _ preferred: [[Int]]) -> Int {
    order.indices.reduce(0) { sum, place in
      sum + order[(place + 1)...].reduce(0) { $0 + preferred[$1][order[place]] }
    }
  }

  @Test(arguments: 1...6) func findsTheBestOfAllOrders(_ n: Int) throws {
    var stream = RandomNumbers(seed: 12).stream(UInt64(n))
    for _ in 0..<20 {
      let preferred = (0..<n).map { _ in (0..<n).map { _ in Int(stream.next() * 5) } }
      let all = orders(Array(0..<n))
      let least = try #require(all.map { cost($0, preferred) }.min())
      let found = KemenyOrder.order(preferred: preferred)
      #expect(found == all.first { cost($0, preferred) == least }, "seed 12, n \(n)")
    }
  }

  /// A majority that goes round in a circle has several best orders; the first one is taken.
  @Test func breaksCirclesByCandidateNumber() {
    let circle = [[0, 2, 1], [1, 0, 2], [2, 1, 0]]
    #expect(KemenyOrder.order(preferred: circle) == [0, 1, 2])
    #expect(KemenyOrder.order(preferred: []) == [])
  }
}

@Suite struct ScenarioConsensusTests {
  private func scenario(_ name: String, _ ranks: [Int32], listing: Int) -> ScenarioRanking {
    let order = RankOrder(ranks: ranks)
    return ScenarioRanking(
      name,
      order: order,
      accountCount: ranks.count,
      listed: order.items.prefix(listing).map { Int($0) },
      statusesWithoutRank: Array(repeating: .gated, count: ranks.count)
    )
  }

  /// Three voices over four accounts, points counted by hand: N - average rank.
  @Test func countsBordaPoints() {
    let consensus = ScenarioConsensus([
      scenario("a", [1, 2, 3, 4], listing: 2), scenario("b", [2, 1, 3, 4], listing: 2),
      scenario("c", [1, 3, 2, 4], listing: 2),
    ])
    #expect(consensus.rows.map(\.bordaPoints) == [8, 6, 4, 0])
    #expect(consensus.rows.map(\.bordaRank) == [1, 2, 3, 4])
    #expect(consensus.rows.map(\.kemenyRank) == [1, 2, 3, nil])
    #expect(consensus.rows.map(\.timesShortlisted) == [3, 2, 1, 0])
    #expect(consensus.rows.map(\.meanRank) == [4.0 / 3, 2, 8.0 / 3, 4])
  }

  @Test func sharedPlacesShareTheirPoints() {
    let consensus = ScenarioConsensus([
      scenario("a", [1, 1, 3], listing: 1), scenario("b", [1, 0, 0], listing: 1),
    ])
    // In b two accounts share the places 2 and 3 behind the only one that it ranks.
    #expect(consensus.rows.map(\.bordaPoints) == [1.5 + 2, 1.5 + 0.5, 0 + 0.5])
    let all = consensus.rows.reduce(0) { $0 + $1.bordaPoints }
    #expect(all == 6, "every voice gives 0 + 1 + 2 points")
  }

  @Test func namesNobodyWithoutCandidates() {
    #expect(ScenarioConsensus([]).rows == [])
    let empty = ScenarioConsensus([scenario("a", [0, 0], listing: 0)])
    #expect(empty.rows == [] && empty.hasKemenyOrder)
  }

  @Test func leavesKemenyOutOfLongLists() {
    let ranks = (1...40).map { Int32($0) }
    let long = ScenarioConsensus([scenario("a", ranks, listing: 13)])
    #expect(!long.hasKemenyOrder && long.rows.allSatisfy { $0.kemenyRank == nil })
    let short = ScenarioConsensus([scenario("a", ranks, listing: 12)])
    #expect(short.rows.prefix(12).map(\.kemenyRank) == (1...12).map { $0 })
  }
}
