// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Selection

@Suite struct ScoreKernelTests {
  /// Five columns of so many places, padded, one after another.
  private static func columns(_ count: Int) -> (columns: [[Double]], packed: [Double]) {
    let columns = (0..<5).map { (j: Int) -> [Double] in
      (0..<count).map { (i: Int) -> Double in Double((i * 37 + j * 11) % 101) / 101 }
    }
    let padding = [Double](repeating: 0, count: ScoreKernel.padded(count) - count)
    return (columns, columns.flatMap { $0 + padding })
  }

  private static let weights = [0.31, 0.07, 0.22, 0.4, 0.11]

  @Test(arguments: [1, 7, 8, 9, 250]) func scoresLikeTheWeightedSum(_ count: Int) {
    let (columns, packed) = Self.columns(count)
    let stride = ScoreKernel.padded(count)
    var scores = [Double](repeating: -1, count: stride)
    ScoreKernel.score(packed, stride: stride, weights: Self.weights, into: &scores)
    #expect(Array(scores[..<count]) == WeightedSum.scores(columns, weights: Self.weights))
    #expect(scores[count...].allSatisfy { $0 == 0 })
  }

  @Test(arguments: [1, 8, 250]) func scoresTheFirstColumnsAndAllOfThem(_ count: Int) {
    let (columns, packed) = Self.columns(count)
    let stride = ScoreKernel.padded(count)
    var scores = [Double](repeating: -1, count: stride)
    var totals = scores
    for split in 0...Self.weights.count {
      let weights = (first: Array(Self.weights[..<split]), rest: Array(Self.weights[split...]))
      ScoreKernel.score(packed, stride: stride, weights: weights, into: &scores, totals: &totals)
      let few = WeightedSum.scores(columns, weights: weights.first)
      #expect(Array(scores[..<count]) == few)
      #expect(Array(totals[..<count]) == WeightedSum.scores(columns, weights: Self.weights))
    }
  }

  @Test func findsPlacesFromABarOn() {
    let scores: [Float] = [0.5, 0.25, -.infinity, 0.5, 0, 1]
    #expect(ScoreScan.places(of: scores, below: 6, from: 0.5) == [0, 3, 5])
    #expect(ScoreScan.places(of: scores, below: 5, from: 0.25, after: [9, 2]) == [9, 2, 0, 1, 3])
    #expect(ScoreScan.places(of: scores, below: 0, from: 0.5) == [])
    #expect(ScoreScan.places(of: [-0.0, 0.0], below: 2, from: 0.0) == [0, 1])
    #expect(ScoreScan.places(of: [0.0, -0.0], below: 2, from: -0.0) == [0, 1])
  }

  @Test func ranksSomePlacesAsItRanksAll() {
    let (columns, _) = Self.columns(250)
    let parts = ScoreParts(columns: columns, weights: Self.weights)
    let all = RankedPlace.best(20, of: parts.scores(Self.weights))
    let block = CandidateBlock(parts)
    var room = CandidateBlock.Room(for: block)
    let contenders = block.contenders(20, Self.weights, &room)
    #expect(parts.best(20, of: contenders, Self.weights) == all)
    #expect(contenders.count < 250)
    #expect(block.contenders(0, Self.weights, &room).isEmpty)
    #expect(block.contenders(1000, Self.weights, &room).count == 250)
  }
}
