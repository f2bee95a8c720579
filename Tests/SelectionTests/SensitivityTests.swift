// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import Selection

@Suite struct SensitivityTests {
  static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6]

  func example(_ seed: UInt64) throws -> RobustnessCase {
    let rows = RobustnessCase.rows(80, 4, seed: seed)
    return try RobustnessCase(rows, weights: [40, 30, 20, 10], size: 5 + Int(seed))
  }

  @Test(arguments: seeds)
  func theListChangesWhereTheIntervalEndsAndNotBefore(_ seed: UInt64) throws {
    let example = try example(seed)
    let weights = [0.4, 0.3, 0.2, 0.1]
    for (j, row) in example.sensitivity.result(wantsFlips: true).criteria.enumerated() {
      let stable = try #require(row.stable)
      let path = ProportionalWeights(of: j, weights)
      for step in 0...40 {
        let share = Double(step) / 40
        let inside =
          stable.lowerBound + 1e-7 + (stable.upperBound - stable.lowerBound - 2e-7) * share
        #expect(try example.listed(under: path.weights(at: inside)) == example.listed)
      }
      for outside in [stable.lowerBound - 1e-6, stable.upperBound + 1e-6]
      where (0...1).contains(outside) {
        #expect(try example.listed(under: path.weights(at: outside)) != example.listed)
      }
    }
  }

  @Test(arguments: seeds) func flipsHoldWhenRankedAnew(_ seed: UInt64) throws {
    let example = try example(seed)
    let weights = [0.4, 0.3, 0.2, 0.1]
    let flips = example.sensitivity.result(wantsFlips: true).flips
    #expect(!flips.isEmpty)
    for (account, flip) in flips {
      let path = ProportionalWeights(of: flip.criterion, weights)
      let flipped = try example.listed(
        under: path.weights(at: weights[flip.criterion] + flip.change)
      )
      #expect(flipped.contains(account) != example.listed.contains(account))
      // Nothing shorter flips it: neither this weight nor another, up or down.
      for j in weights.indices {
        let other = ProportionalWeights(of: j, weights)
        for share in stride(from: -0.99, through: 0.99, by: 0.18) {
          let weight = weights[j] + flip.change.magnitude * share
          guard (0...1).contains(weight) else { continue }
          let list = try example.listed(under: other.weights(at: weight))
          #expect(list.contains(account) == example.listed.contains(account))
        }
      }
    }
  }

  @Test func longListsAreFollowedThroughManyStretches() throws {
    let rows = RobustnessCase.rows(1500, 3, seed: 11)
    let example = try RobustnessCase(rows, weights: [5, 3, 2], size: 12)
    let weights = [0.5, 0.3, 0.2]
    let flips = example.sensitivity.result(wantsFlips: true).flips
    for (account, flip) in flips {
      let path = ProportionalWeights(of: flip.criterion, weights)
      let list = try example.listed(under: path.weights(at: weights[flip.criterion] + flip.change))
      #expect(list.contains(account) != example.listed.contains(account))
    }
    for (j, row) in example.sensitivity.result(wantsFlips: false).criteria.enumerated() {
      let path = ProportionalWeights(of: j, weights)
      let stable = try #require(row.stable)
      for (weight, isSame) in [
        (stable.lowerBound + 1e-7, true), (stable.upperBound - 1e-7, true),
        (stable.lowerBound - 1e-6, false), (stable.upperBound + 1e-6, false),
      ] where (0...1).contains(weight) {
        let list = try example.listed(under: path.weights(at: weight))
        #expect((list == example.listed) == isSame)
      }
    }
    // Whoever is on a list where one weight is everything must have flipped on the way.
    for j in weights.indices {
      let list = try example.listed(under: ProportionalWeights(of: j, weights).weights(at: 1))
      #expect(list.subtracting(example.listed).allSatisfy { flips[$0] != nil })
    }
  }

  /// The intervals that the reference case `weight-stability-ersoy` gives for the leader.
  @Test func theLeaderOfErsoyStaysFirstWithinThePublishedIntervals() throws {
    let values: [[Double]] = [
      [256, 8, 41, 1.6, 1.77, 7347.16], [256, 8, 32, 1.0, 1.8, 6919.99],
      [256, 8, 53, 1.6, 1.9, 8400], [256, 8, 41, 1.0, 1.75, 6808.9],
      [512, 8, 35, 1.6, 1.7, 8479.99], [256, 4, 35, 1.6, 1.7, 7499.99],
    ]
    let scaled = (0..<6).map { j in
      ScaleFormulas.minMax(values.map { $0[j] }, j < 4 ? .maximise : .minimise)
    }
    let rows = values.indices.map { i in scaled.map { $0[i] } }
    let example = try RobustnessCase(
      rows,
      weights: [0.405, 0.221, 0.134, 0.199, 0.007, 0.034],
      size: 3
    )
    let expected = [
      0.155_410_943_685_977_5...1, 0...1, 0...0.356_022_722_029_399_5, 0...1, 0...1,
      0...0.360_506_864_406_928_2,
    ]
    for (row, interval) in zip(example.sensitivity.result(wantsFlips: true).criteria, expected) {
      let leader = try #require(row.leader)
      #expect((leader.lowerBound - interval.lowerBound).magnitude < 1e-9)
      #expect((leader.upperBound - interval.upperBound).magnitude < 1e-9)
    }
  }

  @Test func effectiveInfluenceAddsUpToOneAndIgnoresConstants() throws {
    let rows = RobustnessCase.rows(50, 3, seed: 7).map { [$0[0], $0[1], 0.5] }
    let example = try RobustnessCase(rows, weights: [2, 1, 7], size: 5)
    let shares = try example.sensitivity.result(wantsFlips: true).criteria.map {
      try #require($0.effectiveInfluence)
    }
    #expect((shares.reduce(0, +) - 1).magnitude < 1e-12)
    #expect(shares[2].magnitude < 1e-12 && shares[0] > shares[1])
  }

  @Test func equalScoresHaveNoInfluence() throws {
    let example = try RobustnessCase([[0.5, 0.5], [0.5, 0.5]], weights: [1, 1], size: 1)
    #expect(
      example.sensitivity.result(wantsFlips: true).criteria.allSatisfy {
        $0.effectiveInfluence == nil
      }
    )
    #expect(example.sensitivity.result(wantsFlips: true).flips.isEmpty)
  }

  @Test func leavingOutACriterionCountsTheReplaced() throws {
    let rows = [[1.0, 0], [0.9, 0], [0, 1], [0, 0.9]]
    let example = try RobustnessCase(rows, weights: [3, 1], size: 2)
    #expect(example.sensitivity.result(wantsFlips: true).criteria.map(\.replacedWithout) == [2, 0])
    let single = try RobustnessCase([[1], [0]], weights: [1], size: 1)
    #expect(single.sensitivity.result(wantsFlips: true).criteria.map(\.replacedWithout) == [nil])
  }

  @Test func diagnosticsStandBesideTheWeights() throws {
    let rows = RobustnessCase.rows(20, 2, seed: 9).map { [$0[0] + 0.01, $0[1] + 0.01] }
    let example = try RobustnessCase(rows, weights: [3, 1], size: 2)
    let rowsOfWeights = example.sensitivity.result(wantsFlips: true).criteria.map(\.diagnostics)
    #expect(rowsOfWeights.map(\.equal) == [0.5, 0.5])
    for figure in [
      rowsOfWeights.map(\.entropy), rowsOfWeights.map(\.critic), rowsOfWeights.map(\.merec),
      rowsOfWeights.map(\.standardDeviation),
    ] {
      #expect((figure.reduce(0) { $0 + ($1 ?? .nan) } - 1).magnitude < 1e-9)
    }
  }
}
