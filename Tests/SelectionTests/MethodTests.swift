// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection
import Statistics
import Testing

@Suite struct MethodTests {
  static let methods: [DecisionMethod] = [
    .weightedSum, .weightedProduct, .topsis, .vikor(v: 0.5), .spotis,
    .promethee(PreferenceThresholds()),
  ]

  /// Seeded values of `count` accounts on three criteria, with repeated values.
  static func values(_ count: Int, seed: UInt64) -> [[Double?]] {
    var stream = RandomNumbers(seed: seed).stream(0)
    return (0..<3).map { _ in (0..<count).map { _ in (stream.next() * 40).rounded() + 1 } }
  }

  static func ranker(_ method: DecisionMethod, _ scale: Scale = .minMax) throws -> Ranker {
    var plan = SelectionPlan(
      criteria: [
        try criterion("a", 50, scale), try criterion("b", 30, scale),
        try criterion("c", 20, scale, direction: .minimise),
      ],
      size: 3
    )
    plan.method = method
    return try Ranker(plan)
  }

  static func rank(
    _ values: [[Double?]],
    _ method: DecisionMethod,
    _ scale: Scale = .minMax
  ) throws -> [Int64?] {
    let count = values.first?.count ?? 0
    let input = SelectionInput(
      accounts: (0..<count).map { String($0 + 100_000) },
      values: values.map { NumberColumn($0) },
      gateFailures: [LocalizedText?](repeating: nil, count: count)
    )
    let ranking = try ranker(method, scale).ranking(of: input)
    var scores = [Int64?](repeating: nil, count: count)
    for row in ranking.rows { scores[row.account] = row.scoreBillionths }
    return scores
  }

  @Test(arguments: methods) func permutingRowsPermutesScores(_ method: DecisionMethod) throws {
    let values = Self.values(30, seed: 1)
    let scores = try Self.rank(values, method)
    let reversed = try Self.rank(values.map { $0.reversed() }, method)
    for (a, b) in zip(scores, reversed.reversed()) {
      // Sums over accounts may round differently in another order; a billionth is one quantum.
      #expect(((a ?? 0) - (b ?? 0)).magnitude <= 1)
    }
  }

  @Test(arguments: methods) func equalRowsScoreEqual(_ method: DecisionMethod) throws {
    let values = Self.values(12, seed: 2).map { $0 + $0 }
    let scores = try Self.rank(values, method)
    #expect(scores.prefix(12) == scores.suffix(12))
  }

  @Test(arguments: methods) func degenerateTablesHaveFiniteScores(
    _ method: DecisionMethod
  ) throws {
    for values: [[Double?]] in [
      [[5], [7], [1]], [[5, 5], [7, 7], [1, 1]], [[0, 0], [0, 0], [0, 0]],
      [[0, 1, 2], [0, 0, 0], [3, 3, 3]], [[], [], []],
    ] {
      for scale: Scale in [.minMax, .vector, .sum, .max, .rank, .zScore, .fixed(from: 0, to: 9)] {
        let scores = try Self.rank(values, method, scale)
        #expect(scores.allSatisfy { ($0 ?? .max).magnitude < 10_000_000_000 })
      }
    }
  }

  @Test(arguments: methods) func dominatingAccountsScoreHighest(_ method: DecisionMethod) throws {
    var values = Self.values(25, seed: 3)
    for (j, best) in [100.0, 100, 0].enumerated() { values[j][7] = best }
    let scores = try Self.rank(values, method).compactMap(\.self)
    #expect(scores[7] == scores.max())
  }

  @Test func improvingACellNeverWorsensAWeightedSum() throws {
    let values = Self.values(20, seed: 4)
    let before = try Self.rank(values, .weightedSum, .fixed(from: 0, to: 41))
    for account in 0..<20 {
      var better = values
      better[1][account] = (better[1][account] ?? 0) + 3
      let after = try Self.rank(better, .weightedSum, .fixed(from: 0, to: 41))
      #expect(after[account] ?? 0 >= before[account] ?? 0)
    }
  }

  @Test func netFlowsAddUpToZeroAndSortingAgreesWithAllPairs() {
    let columns = Self.values(60, seed: 5).map { $0.compactMap(\.self) }
    let directions: [Criterion.Direction] = [.maximise, .minimise, .maximise]
    for function: PreferenceFunction in [
      .usual, .uShape(q: 3), .vShape(p: 9), .level(q: 2, p: 7), .linear(q: 1, p: 12),
      .gaussian(s: 5),
    ] {
      let flows = PROMETHEE(
        columns,
        directions,
        weights: [0.5, 0.3, 0.2],
        functions: [PreferenceFunction](repeating: function, count: 3)
      )
      #expect(flows.netFlows.reduce(0, +).magnitude < 1e-12)
      var expected = 0.0
      for k in columns[0].indices {
        expected += 0.5 * function.preference(columns[0][4] - columns[0][k])
        expected += 0.3 * function.preference(columns[1][k] - columns[1][4])
        expected += 0.2 * function.preference(columns[2][4] - columns[2][k])
      }
      #expect((flows.positiveFlows[4] - expected / 59).magnitude < 1e-12)
    }
  }

  @Test func aNewcomerReordersNobodyOnFixedScales() throws {
    for method: DecisionMethod in [.weightedSum, .spotis, .weightedProduct] {
      let values = Self.values(20, seed: 6)
      let before = try Self.rank(values, method, .fixed(from: 0, to: 41))
      let joined = zip(values, [0.0, 0, 90]).map { $0 + [$1] }
      let after = try Self.rank(joined, method, .fixed(from: 0, to: 41))
      #expect(Array(after.prefix(20)) == before)
    }
  }

  /// Opricovic and Tzeng (2004): the conditions decide how many accounts VIKOR proposes.
  @Test func proposesTheTwoConditionsOfACompromise() {
    let clear = VIKOR(
      [[9, 1, 0]],
      [.maximise],
      weights: [1],
      v: 0.5
    )
    #expect(clear.compromise.accounts == [0])
    #expect(clear.compromise.hasAdvantage && clear.compromise.isStable)
    let close = VIKOR([[9, 8.9, 0]], [.maximise], weights: [1], v: 0.5)
    #expect(close.compromise.accounts == [0, 1] && !close.compromise.hasAdvantage)
  }

  @Test func regretsAddUpToTheGroupAndTheLargestIsTheIndividualOne() {
    let columns: [[Double]] = [[9, 1, 0, 4], [2, 2, 2, 2], [1, 7, 3, 3]]
    let result = VIKOR(
      columns,
      [.maximise, .maximise, .minimise],
      weights: [0.5, 0.2, 0.3],
      v: 0.5
    )
    let regrets = (0..<3).map { result.regrets(of: $0) }
    #expect(regrets[0] == [0, 0.5 * (8.0 / 9), 0.5, 0.5 * (5.0 / 9)])
    #expect(regrets[1] == [0, 0, 0, 0])
    for account in 0..<4 {
      let own = regrets.map { $0[account] }
      #expect(result.groupRegret[account] == own.reduce(0, +))
      #expect(result.individualRegret[account] == own.max())
    }
  }

  @Test func refusesParametersOutOfRange() throws {
    #expect(throws: SelectionError.self) { try Self.ranker(.vikor(v: 1.5)) }
    #expect(throws: SelectionError.self) { try Self.ranker(.vikor(v: .nan)) }
    var thresholds = PreferenceThresholds()
    thresholds.function = "lineal"
    #expect(throws: SelectionError.self) { try Self.ranker(.promethee(thresholds)) }
    thresholds.function = "linear"
    thresholds.q = 3
    thresholds.p = 1
    #expect(throws: SelectionError.self) { try Self.ranker(.promethee(thresholds)) }
  }
}
