// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection
import Testing

@Suite struct DecisionProblemTests {
  func problem(
    _ method: String,
    _ matrix: [[Double]],
    _ weights: [Double]? = nil,
    _ key: String = "none",
    _ value: CaseValue = .missing
  ) -> DecisionProblem {
    DecisionProblem(
      method: method,
      matrix: matrix,
      directions: (matrix.first ?? []).map { _ in .maximise },
      weights: weights,
      parameters: .table([.init(key, value)])
    )
  }

  @Test func refusesWhatIsNoProblem() {
    let bad = [
      problem("wsm", []), problem("wsm", [[1, 2], [3]], [1, 1]), problem("wsm", [[.nan]], [1]),
      problem("wsm", [[1]]), problem("wsm", [[1]], [1, 2]),
      problem("wsm", [[1]], [1], "normalisation", .text("minimax")),
      problem("spotis", [[1]], [1]), problem("vikor", [[1]], [1], "v", .number(7)),
      problem("promethee2", [[1]], [1], "preference_functions", .list([.table([])] + [.missing])),
      problem("ahp", []), problem("roc-weights", [], nil, "n", .number(2.5)),
      problem("rank-correlation", []), problem("rank-overlap", []), problem("edge", [[1]], [1]),
      problem("rank-reversal", [[1]], [1]), problem("ahp-synthesis", []),
      problem("smaa2", [[1, 2]], nil, "criteria_order_0based", .list([.number(0), .number(5)])),
    ]
    for problem in bad {
      #expect {
        try problem.solution()
      } throws: { error in
        guard case .malformed(let text)? = error as? DecisionProblemError else { return false }
        return !text.german.isEmpty && !text.english.isEmpty
      }
    }
  }

  @Test func namesTheMethodThatWasMeant() {
    #expect(throws: DecisionProblemError.unknownMethod("topsiss", suggestion: "topsis")) {
      try problem("topsiss", [[1]], [1]).solution()
    }
  }

  @Test func refusesWeightsThatMeanNothing() {
    #expect(
      throws: DecisionProblemError.selection(
        .weightsAddUpToZero(group: nil, nil)
      )
    ) {
      try problem("wsm", [[1, 2]], [0, 0]).solution()
    }
    #expect(throws: DecisionProblemError.self) { try problem("wsm", [[1]], [-1]).solution() }
  }

  @Test func undefinedAnswersAreNamedErrors() {
    var costs = problem("wsm", [[0], [3]], [1], "normalisation", .text("sum"))
    costs.directions = [.minimise]
    for problem in [
      costs, problem("entropy-weights", [[1, 2]]), problem("merec-weights", [[0], [1]]),
      problem("wpm", [[-1], [2]], [1], "normalisation", .text("none")),
    ] {
      #expect {
        try problem.solution()
      } throws: { error in
        if case .undefined? = error as? DecisionProblemError { true } else { false }
      }
    }
  }

  @Test(arguments: ["wsm", "wpm", "topsis", "vikor", "promethee2"])
  func aZeroRowOrColumnHasFiniteScores(_ method: String) throws {
    for name in ["minmax", "vector", "sum", "max-ratio", "max-complement"] {
      let answer = CaseValue.table(
        try problem(
          method,
          [[0, 0, 3], [0, 2, 3], [0, 5, 3]],
          [1, 1, 1],
          "normalisation",
          .text(name)
        ).solution()
      )
      let scores = try #require(answer["scores"]?.numbers)
      #expect(scores.count == 3 && scores.allSatisfy(\.isFinite))
    }
  }

  @Test func anEdgeProblemKeysAnswersByMethodWhereTheyDiffer() throws {
    let methods = CaseValue.list([.text("wsm-minmax"), .text("vikor")])
    let answer = CaseValue.table(
      try problem("edge", [[1, 2], [2, 1]], [3, 1], "methods", methods).solution()
    )
    #expect(answer["ranks"] == .integers([2, 1]))
    #expect(answer["scores"]?["vikor"] == .numbers([1, 0]))
  }

  @Test func acceptabilitiesAddUpToOneByRowAndColumn() throws {
    let matrix = [[0.2, 0.9, 0.4], [0.2, 0.9, 0.4], [0.7, 0.3, 0.5], [0.1, 0.1, 0.1]]
    let columns = (0..<3).map { j in matrix.map { $0[j] } }
    let result = Acceptability(columns, order: nil, draws: 2_000, seed: 3)
    for i in 0..<4 {
      #expect((result.ranks[i].reduce(0, +) - 1).magnitude < 1e-9)
      #expect((result.ranks.map { $0[i] }.reduce(0, +) - 1).magnitude < 1e-9)
    }
    #expect(result.ranks[0] == result.ranks[1] && result.centralWeights[3] == nil)
    #expect(result == Acceptability(columns, order: nil, draws: 2_000, seed: 3))
  }
}
