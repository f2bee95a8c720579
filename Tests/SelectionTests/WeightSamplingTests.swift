// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Selection

@Suite struct WeightSamplingTests {
  let given = [0.5, 0.3, 0.2, 0]

  func draws(_ sampling: WeightSampling) -> [[Double]] {
    (0..<sampling.samples).map { sampling.weights(of: $0, around: given) }
  }

  @Test(arguments: [WeightSampling.Spread.uniform, .around(0.3), .around(1), .around(5)])
  func addUpToOneAndAreNeverNegative(_ spread: WeightSampling.Spread) {
    for draw in draws(WeightSampling(samples: 200, seed: 3, spread: spread)) {
      #expect((draw.reduce(0, +) - 1).magnitude < 1e-12)
      #expect(draw.allSatisfy { $0 >= 0 })
    }
  }

  @Test func uniformWeightsHaveTheMomentsOfTheSimplex() {
    let weights = draws(WeightSampling(samples: 20_000, seed: 1, spread: .uniform))
    for j in given.indices {
      let mean = weights.reduce(0) { $0 + $1[j] } / 20_000
      let variance = weights.reduce(0) { $0 + ($1[j] - mean) * ($1[j] - mean) } / 20_000
      // Beta(1, 3): mean 1/4, variance 3/80; the tolerance is five standard errors and more.
      #expect((mean - 0.25).magnitude < 0.007)
      #expect((variance - 0.0375).magnitude < 0.002)
    }
  }

  @Test func aShareOfZeroIsTheGivenWeights() {
    let sampling = WeightSampling(samples: 3, seed: 9, spread: .around(0))
    #expect(draws(sampling) == [given, given, given])
  }

  @Test func drawsAroundStayWithinTheirShare() {
    for draw in draws(WeightSampling(samples: 500, seed: 2, spread: .around(0.2))) {
      // Before the division by the sum each weight is within a fifth, and so is the sum.
      for j in 0..<3 { #expect((0.8 / 1.2...1.2 / 0.8).contains(draw[j] / given[j])) }
      #expect(draw[3] == 0)
    }
  }

  @Test(arguments: [WeightSampling.Spread.uniform, .around(0.9)])
  func anOrderOfImportanceIsKept(_ spread: WeightSampling.Spread) {
    for draw in draws(WeightSampling(samples: 300, seed: 4, spread: spread, order: [0, 2, 3])) {
      #expect(draw[0] >= draw[2] && draw[2] >= draw[3])
    }
  }

  /// Uniform weights in order have the rank-order centroid as mean (Barron and Barrett 1996).
  @Test func orderedUniformWeightsHaveTheCentroidAsMean() {
    let sampling = WeightSampling(samples: 20_000, seed: 5, spread: .uniform, order: [0, 1, 2, 3])
    let weights = draws(sampling)
    for (j, expected) in RankOrderWeights.centroid(4).enumerated() {
      let mean = weights.reduce(0) { $0 + $1[j] } / 20_000
      #expect((mean - expected).magnitude < 0.006)
    }
  }

  @Test func overflowingSharesFallBackToTheGivenWeights() {
    let sampling = WeightSampling(samples: 20, seed: 1, spread: .around(.greatestFiniteMagnitude))
    #expect(draws(sampling).allSatisfy { $0.allSatisfy(\.isFinite) })
  }

  @Test func bundlesHoldEveryDrawOnce() {
    let sampling = WeightSampling(samples: 101, seed: 1, spread: .uniform)
    let whole = DrawBundle(Array(0..<101), of: sampling.matrix(around: given), width: 4)
    let halves = whole.halves([1, 1, 1, 1])
    #expect(halves.map(\.count) == [50, 51])
    #expect(halves.flatMap(\.draws).sorted() == Array(0..<101))
    for half in halves {
      for i in 0..<half.count {
        for (j, weight) in half.weights(i).enumerated() {
          #expect((weight - half.centre[j]).magnitude <= half.reach[j] + 1e-15)
        }
      }
    }
  }
}
