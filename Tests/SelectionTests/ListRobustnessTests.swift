// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import Selection

@Suite struct ListRobustnessTests {
  static let spreads: [WeightSampling.Spread] = [.uniform, .around(0.4), .around(0)]

  @Test(arguments: spreads)
  func countsAreThoseOfRankingEverybodyUnderEveryDraw(_ spread: WeightSampling.Spread) throws {
    let rows = RobustnessCase.rows(700, 4, seed: 1)
    let example = try RobustnessCase(rows, weights: [4, 3, 2, 1], size: 7)
    let sampling = WeightSampling(samples: 120, seed: 8, spread: spread)
    let result = try example.robustness(sampling, all: true)
    let given = [0.4, 0.3, 0.2, 0.1]
    var counts = [Int](repeating: 0, count: 700)
    var ranks = [[Int]](repeating: [], count: 700)
    for draw in 0..<120 {
      let weights = sampling.weights(of: draw, around: given)
      let columns = weights.indices.map { j in rows.map { $0[j] } }
      let scores = WeightedSum.scores(columns, weights: weights).map(ScoreQuantum.billionths)
      let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
      for account in order.prefix(7) { counts[account] += 1 }
      for i in scores.indices { ranks[i].append(1 + scores.count { $0 > scores[i] }) }
    }
    #expect(result.rows.map(\.account) == Array(0..<700))
    for row in result.rows {
      #expect(row.probability == Double(counts[row.account]) / 120)
      #expect(row.bestRank == ranks[row.account].min())
      #expect(row.worstRank == ranks[row.account].max())
      #expect(row.meanRank == Double(ranks[row.account].reduce(0, +)) / 120)
    }
  }

  @Test(arguments: [2, 3, 8, 64]) func anySplitOfTheDrawsGivesTheSame(_ parts: Int) throws {
    let rows = RobustnessCase.rows(900, 5, seed: 2)
    let example = try RobustnessCase(rows, weights: [1, 2, 3, 4, 5], size: 9)
    let sampling = WeightSampling(samples: 150, seed: 1, spread: .uniform)
    let split = try example.robustness(sampling, all: true, parts: parts)
    let whole = try example.robustness(sampling, all: true)
    #expect(split == whole)
  }

  /// Eight accounts, as `ExactSelectionTests` has them, with a second criterion.
  private func limited(_ change: (inout ShortlistRule) -> Void) throws -> RobustnessCase {
    let scores = [0.9, 0.62, 0.55, 0.48, 0.33, 0.3, 0.21, 0.18]
    return try RobustnessCase(
      zip(scores, [0.1, 0.5, 0.2, 0.9, 0.6, 0.3, 0.8, 0.7]).map { [$0, $1] },
      weights: [3, 2],
      size: 4,
      change: { change(&$0.shortlist) },
      given: { input in
        input.efforts = [60, 45, 30, 35, 20, 25, 15, 10]
        input.quotaTexts = [["N", "N", "S", "S", "S", "W", "W", "W"]]
      }
    )
  }

  @Test func aListUnderACapacityOrQuotasIsSolvedAnewForEveryDraw() throws {
    let effort = try Expression(parsing: "x")
    let cases = [
      try limited { rule in
        rule.isSizeAssumed = true
        rule.capacity = CapacityRule(effort: effort, limit: 115)
      },
      try limited { $0.quotas = [QuotaRule(attribute: "region", atMost: 2, atLeast: 1)] },
      try limited { rule in
        rule.capacity = CapacityRule(effort: effort, limit: 90)
        rule.quotas = [QuotaRule(attribute: "region", atMost: 2, atLeast: 1)]
      },
    ]
    for example in cases {
      let sampling = WeightSampling(samples: 60, seed: 4, spread: .uniform)
      let result = try example.robustness(sampling, all: true)
      var counts = [Int](repeating: 0, count: 8)
      for draw in 0..<60 {
        let weights = sampling.weights(of: draw, around: [0.6, 0.4])
        for account in try example.listed(under: weights) { counts[account] += 1 }
      }
      #expect(result.rows.map(\.probability) == counts.map { Double($0) / 60 })
      #expect(Set(counts).count > 2)
      let split = try example.robustness(sampling, all: true, parts: 4)
      #expect(split == result)
      let given = WeightSampling(samples: 3, seed: 4, spread: .around(0))
      let rows = try example.robustness(given).rows
      let listed = rows.filter { $0.probability == 1 }.map(\.account)
      #expect(Set(listed) == example.listed)
    }
  }

  @Test func rulesThatNoListKeepsGiveNoCertainty() throws {
    let effort = try Expression(parsing: "x")
    let example = try limited { rule in
      rule.capacity = CapacityRule(effort: effort, limit: 5)
      rule.quotas = [QuotaRule(attribute: "region", atMost: 2, atLeast: 1)]
    }
    let analysis = RobustnessAnalysis(
      example.outcome,
      example.plan.shortlist,
      example.decisions,
      WeightSampling(samples: 5, seed: 1, spread: .uniform),
      input: example.input,
      all: true
    )
    let parts = analysis.bundles(1).map { analysis.part($0) }
    #expect(analysis.result(parts, flips: [:]) == nil)
  }

  /// The exact answer of `golden/smaa-2criteria-exact-4`, worked out by intervals of the weight.
  @Test func theFirstPlaceOfTwoCriteriaIsAsOftenTakenAsItsIntervalIsLong() throws {
    let rows = [[0.9, 0.1], [0.6, 0.6], [0.2, 0.95], [0.4, 0.4]]
    let exact = [0.375, 0.158_333_333, 0.466_666_667, 0]
    let example = try RobustnessCase(rows, weights: [1, 1], size: 1)
    let result = try example.robustness(
      WeightSampling(samples: 20_000, seed: 1, spread: .uniform),
      all: true
    )
    for (row, expected) in zip(result.rows, exact) {
      let tolerance = 4 * result.standardError(of: expected) + 1e-9
      #expect((row.probability - expected).magnitude <= tolerance)
    }
    let central = try #require(result.rows[0].centralWeights)
    #expect((central[0] - 0.8125).magnitude < 0.005)
    #expect(result.rows[3].centralWeights == nil)
  }

  @Test func withoutSpreadTheListIsTheList() throws {
    let rows = RobustnessCase.rows(60, 3, seed: 3)
    for method in MethodTests.methods {
      let example = try RobustnessCase(rows, weights: [5, 3, 2], size: 6) { $0.method = method }
      let result = try example.robustness(WeightSampling(samples: 4, seed: 1, spread: .around(0)))
      #expect(Set(result.rows.filter { $0.probability == 1 }.map(\.account)) == example.listed)
      #expect(result.rows.count == 6)
    }
  }

  @Test func probabilitiesAddUpToTheSeats() throws {
    let rows = RobustnessCase.rows(300, 3, seed: 4)
    for method in MethodTests.methods {
      let example = try RobustnessCase(rows, weights: [5, 3, 2], size: 6) { $0.method = method }
      let result = try example.robustness(WeightSampling(samples: 64, seed: 1, spread: .uniform))
      #expect((result.rows.reduce(0) { $0 + $1.probability } - 6).magnitude < 1e-9)
      #expect(result.rows.allSatisfy { ($0.bestRank ?? 99) <= 6 || $0.probability == 0 })
    }
  }

  @Test func limitsForThePreviousListHoldUnderEveryDraw() throws {
    let rows = RobustnessCase.rows(40, 2, seed: 5)
    let example = try RobustnessCase(rows, weights: [1, 1], size: 5) {
      $0.shortlist.incumbents = ["100003", "100017", "100038"]
      $0.shortlist.enter = 2
      $0.shortlist.stay = 40
    }
    let result = try example.robustness(WeightSampling(samples: 50, seed: 1, spread: .uniform))
    // Whoever may stay up to the last rank stays whatever the weights.
    for account in [3, 17, 38] {
      #expect(result.rows.first { $0.account == account }?.probability == 1)
    }
    #expect((result.rows.reduce(0) { $0 + $1.probability } - 5).magnitude < 1e-9)
  }

  @Test func decisionsAreNotDrawn() throws {
    let rows = RobustnessCase.rows(30, 2, seed: 6)
    let example = try RobustnessCase(rows, weights: [1, 1], size: 3) {
      $0.shortlist.decisions = [
        decision("100000", .include), decision("100001", .exclude), decision("100002", .include),
      ]
    }
    let result = try example.robustness(WeightSampling(samples: 50, seed: 1, spread: .uniform))
    #expect(result.rows.filter { $0.probability == 1 }.map(\.account).starts(with: [0, 2]))
    #expect(!result.rows.contains { $0.account == 1 })
  }

  private func decision(_ account: String, _ verdict: Decision.Verdict) -> Decision {
    Decision(
      account: account,
      verdict: verdict,
      reason: "board",
      decidedBy: "board",
      level: "global",
      date: nil,
      validUntil: nil
    )
  }

  @Test(arguments: [
    [[0.5, 0.5]], [], [[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]], [[0, 0], [0, 0]],
    [[nil, 1], [1, nil]],
  ]) func degenerateListsHaveFiniteFigures(_ rows: [[Double?]]) throws {
    for method in MethodTests.methods {
      let example = try RobustnessCase(rows, weights: [1, 0], size: 2) { $0.method = method }
      let result = try example.robustness(
        WeightSampling(samples: 10, seed: 1, spread: .uniform),
        all: true
      )
      #expect(result.rows.allSatisfy { (0...1).contains($0.probability) })
      for row in example.sensitivity.result(wantsFlips: true).criteria {
        #expect(row.effectiveInfluence?.isFinite ?? true)
        #expect(row.stable?.contains(row.criterion.weight) ?? true)
      }
      #expect(
        example.sensitivity.result(wantsFlips: true).flips.values.allSatisfy { $0.change.isFinite }
      )
    }
  }

  @Test func uncertainValuesMakePlacesUncertainWhateverTheWeights() throws {
    let rows = [[0.5, 0.2], [0.52, 0.2], [0.9, 0.2], [0.1, 0.2]]
    let example = try RobustnessCase(rows, weights: [1, 1], size: 2)
    var sampling = WeightSampling(samples: 400, seed: 3, spread: .around(0))
    #expect(try example.robustness(sampling, all: true).rows.map(\.probability) == [0, 1, 1, 0])
    sampling.uncertainty = [0: 0.1]
    let result = try example.robustness(sampling, all: true)
    let split = try example.robustness(sampling, all: true, parts: 8)
    #expect(result == split)
    // Two values 4 % apart with a tenth of play either way change places in about a third of draws.
    #expect((0.25...0.45).contains(result.rows[0].probability))
    #expect(result.rows[2].probability == 1 && result.rows[3].probability == 0)
    sampling.uncertainty = [1: 0.5]
    #expect(try example.robustness(sampling, all: true).rows[3].probability == 0)
  }

  @Test func verdictsHaveTheirBounds() {
    #expect(ListRobustness.Verdict(0.95) == .safe && ListRobustness.Verdict(0.949) == .contested)
    #expect(ListRobustness.Verdict(0.05) == .out && ListRobustness.Verdict(0.051) == .contested)
    #expect(ListRobustness.stability(0.01) == "contested" && ListRobustness.stability(1) == "safe")
  }

  @Test func theKernelRefusesScoresTooFarApart() {
    #expect((RankKernel([[0, 90, -40, 90], [0, 0, 0, 0]]).map { _ in true }) == nil)
    #expect((RankKernel([[], []]).map { _ in true }) == nil)
    #expect((RankKernel([[0, 1], [-1, 3]]).map { _ in true }) == true)
  }

  @Test func theKernelSharesRanksOfTies() throws {
    var kernel = try #require(RankKernel([[0.2, 0.7, 0.2, -0.5, 0.7]]))
    var tally = [RankTally.Entry](repeating: RankTally.Entry(), count: 5)
    kernel.add([[1], [0.5]], to: &tally)
    #expect(tally.map(\.best) == [3, 1, 3, 5, 1])
    #expect(tally.map(\.worst) == [3, 1, 3, 5, 1])
    #expect(tally.map(\.sum) == [6, 2, 6, 10, 2])
  }
}
