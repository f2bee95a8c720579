// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection
import Testing

/// A criterion on a measure of its own name.
func criterion(
  _ name: String,
  _ weight: Double,
  _ scale: Scale = .minMax,
  missing: Criterion.MissingPolicy = .exclude,
  direction: Criterion.Direction = .maximise
) throws -> Criterion {
  var result = Criterion(name: name, measure: try Expression(parsing: name), weight: weight)
  result.scale = scale
  result.missing = missing
  result.direction = direction
  return result
}

@Suite struct WeightingTests {
  func weights(
    _ criteria: [Criterion],
    _ weighting: Weighting = .points
  ) throws -> CriterionWeights {
    var plan = SelectionPlan(criteria: criteria, size: 3)
    plan.weighting = weighting
    return try plan.criterionWeights()
  }

  @Test func multipliesLocalWeightsDownTheTree() throws {
    var group = Criterion(name: "future", measure: nil, weight: 60)
    group.children = [try criterion("growth", 1), try criterion("potential", 3)]
    let result = try weights([try criterion("revenue", 40), group])
    #expect(result.leaves.map(\.name) == ["revenue", "growth", "potential"])
    #expect(result.leaves.map(\.groups) == [[], ["future"], ["future"]])
    for (found, expected) in zip(result.weights, [0.4, 0.15, 0.45]) {
      #expect((found - expected).magnitude < 1e-15)
    }
  }

  static let siblingWeights: [(Weighting, [Double])] = [
    (.equal, [1.0 / 3, 1.0 / 3, 1.0 / 3]), (.rankSum, [0.5, 1.0 / 3, 1.0 / 6]),
    (.rankReciprocal, [6.0 / 11, 3.0 / 11, 2.0 / 11]),
    (.rankOrderCentroid, [11.0 / 18, 5.0 / 18, 2.0 / 18]), (.points, [0.5, 0.3, 0.2]),
  ]

  @Test(arguments: siblingWeights)
  func weighsSiblings(_ weighting: Weighting, _ expected: [Double]) throws {
    let criteria = [try criterion("a", 50), try criterion("b", 30), try criterion("c", 20)]
    let found = try weights(criteria, weighting).weights
    for (a, b) in zip(found, expected) { #expect((a - b).magnitude < 1e-15) }
    #expect((found.reduce(0, +) - 1).magnitude < 1e-15)
  }

  @Test func consistentComparisonsGiveTheirRatios() throws {
    let criteria = [try criterion("a", 1), try criterion("b", 1), try criterion("c", 1)]
    let matrix = [[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]
    let result = try weights(criteria, .ahp(matrix))
    for (a, b) in zip(result.weights, [4.0 / 7, 2.0 / 7, 1.0 / 7]) {
      #expect((a - b).magnitude < 1e-12)
    }
    #expect(result.findings.isEmpty)
  }

  @Test func contradictingComparisonsNameTheWorstTriad() throws {
    let criteria = [
      try criterion("a", 1), try criterion("b", 1), try criterion("c", 1), try criterion("d", 1),
    ]
    // a over b, b over c, and yet c over a; d is consistent with everything.
    let matrix: [[Double]] = [
      [1, 5, 0.2, 1], [0.2, 1, 5, 1], [5, 0.2, 1, 1], [1, 1, 1, 1],
    ]
    let findings = try weights(criteria, .ahp(matrix)).findings
    #expect(findings.map(\.code) == ["K-S007"])
    #expect(findings[0].message.english.contains("'a', 'b', 'c'"))
    let comparison = try PairwiseComparison(matrix, randomIndex: 0.9)
    #expect(comparison.worstTriad?.factor == 125)
  }

  @Test func oneSidedComparisonsAreNoted() throws {
    let criteria = [try criterion("a", 1), try criterion("b", 1)]
    let findings = try weights(criteria, .ahp([[1, 3], [3, 1]])).findings
    #expect(findings.map(\.code) == ["K-S008"])
  }

  @Test func refusesWeightsThatMeanNothing() throws {
    let half = try criterion("a", 0.5)
    #expect(throws: SelectionError.noCriteria) { try weights([]) }
    #expect(throws: SelectionError.badWeight(criterion: "b", weight: -1, nil)) {
      try weights([half, try criterion("b", -1)])
    }
    #expect(throws: SelectionError.badWeight(criterion: "b", weight: .infinity, nil)) {
      try weights([half, try criterion("b", .infinity)])
    }
    #expect(throws: SelectionError.weightsAddUpToZero(group: nil, nil)) {
      try weights([try criterion("a", 0)])
    }
    #expect(throws: SelectionError.repeatedName("a", nil)) { try weights([half, half]) }
    #expect(throws: SelectionError.comparisonSize(expected: 1)) {
      try weights([half], .ahp([[1, 2], [0.5, 1]]))
    }
    #expect(throws: SelectionError.badComparison(row: 1, column: 2)) {
      try weights([half, try criterion("b", 1)], .ahp([[1, 0], [1, 1]]))
    }
    #expect(throws: SelectionError.noMeasure(criterion: "g", nil)) {
      try weights([Criterion(name: "g", measure: nil, weight: 1)])
    }
  }

  @Test func refusesScalesThatMeanNothing() throws {
    let bad: [(Scale, SelectionError)] = [
      (.fixed(from: 1, to: 1), .badBounds(criterion: "a", nil)),
      (.fixed(from: -.infinity, to: 1), .badBounds(criterion: "a", nil)),
      (.target(.nan), .badTarget(criterion: "a", nil)),
      (.points([]), .badPoints(criterion: "a", nil)),
      (
        .points([ScalePoint(value: 1, utility: 0), ScalePoint(value: 1, utility: 1)]),
        .badPoints(criterion: "a", nil)
      ),
      (.points([ScalePoint(value: 1, utility: 2)]), .badPoints(criterion: "a", nil)),
    ]
    for (scale, error) in bad {
      #expect(throws: error) { try weights([try criterion("a", 1, scale)]) }
      #expect(!error.message.german.isEmpty && !error.message.english.isEmpty)
    }
  }

  @Test(arguments: [0x1p-1060, 1e-300, 1e300]) func extremePointsKeepTheirProportion(
    _ unit: Double
  ) throws {
    let found = try weights([try criterion("a", unit), try criterion("b", 3 * unit)]).weights
    #expect((found.reduce(0, +) - 1).magnitude < 1e-12)
    #expect((found[1] - 0.75).magnitude < 1e-3)
  }

  @Test func dataDrivenWeightsAreUndefinedWithoutVariation() {
    let up = [Criterion.Direction.maximise, .maximise]
    for method in ObjectiveWeights.Method.allCases {
      #expect(ObjectiveWeights.weights(method, [[3, 3], [5, 5]], up) == nil)
      #expect(ObjectiveWeights.weights(method, [[], []], up) == nil)
    }
    #expect(ObjectiveWeights.entropy([[-1, 4]]) == nil)
    #expect(ObjectiveWeights.merec([[0, 4]], [.maximise]) == nil)
    #expect(ObjectiveWeights.critic([[1, 2, 3]], [.maximise]) == [1])
  }
}
