// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import Selection

@Suite struct ElicitedWeightTests {
  /// Quality, price, comfort, safety, style of a car; price is best, style worst (Rezaei 2015,
  /// example 1): weights 0.2105, 0.4211, 0.1053, 0.2105, 0.0526 and no deviation.
  @Test func reproducesTheConsistentCarExample() throws {
    let method = try BestWorstMethod(
      best: 1,
      worst: 4,
      bestToOthers: [2, 1, 4, 2, 8],
      othersToWorst: [4, 8, 2, 4, 1]
    )
    let published = [0.2105, 0.4211, 0.1053, 0.2105, 0.0526]
    for (weight, expected) in zip(method.weights, published) {
      #expect((weight - expected).magnitude < 1e-4)
    }
    #expect(method.deviation < 1e-9)
    #expect(method.consistencyRatio == 0)
    #expect(method.leastConsistent == nil)
  }

  /// No other weights on a fine grid deviate less than those of the linear model.
  @Test func minimisesTheLargestDeviation() throws {
    let (fromBest, toWorst) = ([8.0, 2, 1], [1.0, 5, 8])
    let method = try BestWorstMethod(
      best: 2,
      worst: 0,
      bestToOthers: fromBest,
      othersToWorst: toWorst
    )
    let deviation = { (w: [Double]) -> Double in
      (0..<3).map { j in
        max((w[2] - fromBest[j] * w[j]).magnitude, (w[j] - toWorst[j] * w[0]).magnitude)
      }.max() ?? 0
    }
    #expect((deviation(method.weights) - method.deviation).magnitude < 1e-9)
    for a in 1..<200 {
      for b in 1..<(200 - a) {
        let w = [Double(a) / 200, Double(b) / 200, Double(200 - a - b) / 200]
        #expect(deviation(w) >= method.deviation - 1e-9)
      }
    }
    // |2 * 5 - 8| / (8 * 8 - 8); the threshold for 8 and three criteria is 0.1309.
    #expect((method.consistencyRatio - 2.0 / 56).magnitude < 1e-12)
    #expect(method.threshold == 0.1309)
    #expect(method.leastConsistent == 1)
  }

  @Test func refusesJudgementsThatAreNoNumbers() {
    let bad: [([Double], [Double])] = [
      ([1, .nan], [2, 1]), ([1, 0], [2, 1]), ([1, 2], [2]), ([1, .infinity], [2, 1]),
    ]
    for (fromBest, toWorst) in bad {
      #expect(throws: SelectionError.badJudgements) {
        try BestWorstMethod(best: 0, worst: 1, bestToOthers: fromBest, othersToWorst: toWorst)
      }
    }
  }

  @Test func weighsOneCriterionFully() throws {
    let method = try BestWorstMethod(best: 0, worst: 0, bestToOthers: [1], othersToWorst: [1])
    #expect(method.weights == [1])
    #expect(method.threshold == nil)
  }

  @Test func averagesMembersBothWays() throws {
    let shares = [[0.5, 0.3, 0.2], [0.2, 0.3, 0.5]]
    let sum = try #require(GroupAgreement(shares, mean: .arithmetic))
    #expect(sum.weights.map { ($0 * 1e9).rounded() / 1e9 } == [0.35, 0.3, 0.35])
    #expect(sum.spreads[0] == 0.2...0.5)
    #expect(sum.concordance == 0)
    #expect((try #require(sum.distance) - 0.3).magnitude < 1e-12)
    let product = try #require(GroupAgreement(shares, mean: .geometric))
    #expect((product.weights[1] - 0.3 / (0.3 + 2 * 0.1.squareRoot())).magnitude < 1e-12)
    #expect(GroupAgreement([[1, 0], [0, 1]], mean: .geometric) == nil)
    #expect(GroupAgreement([], mean: .arithmetic) == nil)
  }

  @Test func agreesFullyWithItselfAndNotAtAllAlone() throws {
    let same = try #require(GroupAgreement([[0.6, 0.4], [0.6, 0.4]], mean: .geometric))
    #expect(same.concordance == 1)
    #expect(same.distance == 0)
    let alone = try #require(GroupAgreement([[0.6, 0.4]], mean: .arithmetic))
    #expect(alone.concordance == nil)
    #expect(alone.distance == nil)
    let indifferent = try #require(GroupAgreement([[0.5, 0.5], [0.5, 0.5]], mean: .arithmetic))
    #expect(indifferent.concordance == nil)
  }

  /// Three judges rank four without ties: rank sums 4, 5, 9, 12 around 7.5 give W = 12 * 41 / 540.
  @Test func computesKendallsConcordance() throws {
    let ranks: [[Double]] = [[1, 2, 3, 4], [2, 1, 3, 4], [1, 2, 3, 4]]
    let shares = ranks.map { member in member.map { $0 / 10 } }
    let agreement = try #require(GroupAgreement(shares, mean: .arithmetic))
    #expect((try #require(agreement.concordance) - 492.0 / 540).magnitude < 1e-12)
  }
}

@Suite struct CriterionLevelTests {
  private func plan(_ weighting: Weighting, group: Weighting? = nil) -> SelectionPlan {
    var size = Criterion(name: "size", measure: nil, weight: 1)
    size.children = [leaf("revenue", 3), leaf("margin", 1)]
    size.weighting = group
    var plan = SelectionPlan(criteria: [leaf("growth", 1), size], size: 1)
    plan.weighting = weighting
    return plan
  }

  private func leaf(_ name: String, _ weight: Double) -> Criterion {
    Criterion(name: name, measure: try? .init(parsing: "x"), weight: weight)
  }

  @Test func givesAGroupItsOwnWeighting() throws {
    let weights = try plan(.points, group: .ahp([[1, 4], [0.25, 1]])).criterionWeights()
    #expect(weights.weights.map { ($0 * 1e9).rounded() / 1e9 } == [0.5, 0.4, 0.1])
    #expect(weights.judgements.map(\.group) == ["size"])
    #expect(try plan(.equal, group: .rankSum).criterionWeights().weights[0] == 0.5)
  }

  @Test func leavesThePointsBelowComparisonsOfTheTop() throws {
    let judgements = BestWorstJudgements(
      best: "growth",
      worst: "size",
      bestToOthers: ["size": 4],
      othersToWorst: ["growth": 4]
    )
    let weights = try plan(.bestWorst(judgements)).criterionWeights().weights
    for (weight, expected) in zip(weights, [0.8, 0.15, 0.05]) {
      #expect((weight - expected).magnitude < 1e-9)
    }
  }

  @Test func takesSwingsByNameOnEveryLevel() throws {
    let top = try plan(.swing(["growth": 100, "size": 60])).criterionWeights()
    #expect(top.weights == [0.625, 0.375 * 0.75, 0.375 * 0.25])
    #expect(top.findings == [])
    let all = try plan(.swing(["growth": 50, "size": 50, "revenue": 1, "margin": 1]))
      .criterionWeights()
    #expect(all.weights == [0.5, 0.25, 0.25])
    #expect(all.findings.map(\.code) == ["K-S038", "K-S038"])
  }

  @Test func saysHowFarAGroupIsApart() throws {
    let group = GroupPoints(
      .arithmetic,
      members: [
        .init(name: "sales", points: ["growth": 80, "size": 20]),
        .init(name: "finance", points: ["growth": 30, "size": 70]),
      ]
    )
    let weights = try plan(.group(group)).criterionWeights()
    #expect(weights.weights.map { ($0 * 1e9).rounded() / 1e9 } == [0.55, 0.3375, 0.1125])
    #expect(weights.findings.map(\.code) == ["K-S037"])
    #expect(weights.findings[0].severity == .warning)
    #expect(weights.judgements[0].spreads[0].highest == 0.8)
  }

  @Test func namesTheJudgementsThatFitLeast() throws {
    let judgements = BestWorstJudgements(
      best: "a",
      worst: "c",
      bestToOthers: ["b": 9, "c": 9],
      othersToWorst: ["a": 9, "b": 9]
    )
    var plan = SelectionPlan(criteria: ["a", "b", "c"].map { leaf($0, 1) }, size: 1)
    plan.weighting = .bestWorst(judgements)
    let weights = try plan.criterionWeights()
    #expect(weights.findings.map(\.code) == ["K-S036"])
    #expect(weights.findings[0].found == "1.000")
    #expect(weights.judgements[0].leastConsistent == ["b"])
  }

  @Test func refusesJudgementsOnUnknownCriteria() {
    let judgements = BestWorstJudgements(
      best: "x",
      worst: "size",
      bestToOthers: [:],
      othersToWorst: [:]
    )
    #expect(throws: SelectionError.badJudgements) {
      try plan(.bestWorst(judgements)).criterionWeights()
    }
    #expect(throws: SelectionError.weightsAddUpToZero(group: nil, nil)) {
      try plan(.swing(["growth": 0, "size": 0])).criterionWeights()
    }
  }
}
