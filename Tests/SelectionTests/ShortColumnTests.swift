// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Selection

@Suite struct ShortColumnTests {
  /// Five columns of so many places.
  private static func columns(_ count: Int) -> [[Double]] {
    (0..<5).map { (j: Int) -> [Double] in
      (0..<count).map { (i: Int) -> Double in Double((i * 37 + j * 11) % 101) / 101 }
    }
  }

  private static let weights = [0.31, 0.07, 0.22, 0.4, 0.11]
  private static let factors = weights.map { Float($0) }

  /// Around the sixteen lanes and the tile of 64, on every processor.
  @Test(arguments: [1, 15, 16, 17, 63, 64, 65, 250], ShortColumns.Processor.allCases)
  func scoresAndFindsLikeTheWeightedSum(_ count: Int, _ processor: ShortColumns.Processor) {
    let columns = Self.columns(count)
    let exact = WeightedSum.scores(columns, weights: Self.weights)
    let short = ShortColumns(columns)
    var finds = ShortColumns.Finds(in: short, processor)
    short.score(Self.factors, into: &finds)
    #expect(finds.count == count)
    #expect(zip(finds.scores, exact).allSatisfy { (Double($0) - $1).magnitude < 1e-6 })
    // No score lies this near to the bar.
    let bar = (exact.max() ?? 0) * 0.71
    short.find(from: Float(bar), Self.factors, into: &finds)
    let wanted = exact.indices.filter { exact[$0] >= bar }
    #expect(Array(finds.places[..<finds.count]) == wanted)
    #expect(zip(finds.scores, wanted).allSatisfy { (Double($0) - exact[$1]).magnitude < 1e-6 })
    short.find(from: -.infinity, Self.factors, into: &finds)
    #expect(Array(finds.places[..<finds.count]) == Array(0..<count))
    short.find(from: 10, Self.factors, into: &finds)
    #expect(finds.count == 0)
  }

  @Test(arguments: ShortColumns.Processor.allCases)
  func boundsWhatWeightsWithinABoxCanMake(_ processor: ShortColumns.Processor) {
    let columns = Self.columns(130)
    let reach = [0.02, 0.01, 0, 0.05, 0.03]
    let means = columns.map { $0.reduce(0, +) / 130 }
    let bounds = columns[0].indices.map { (i: Int) -> Double in
      var bound = 0.0
      for j in 0..<5 {
        bound += Self.weights[j] * columns[j][i] + reach[j] * (columns[j][i] - means[j]).magnitude
      }
      return bound
    }
    let short = ShortColumns(columns)
    var finds = ShortColumns.Finds(in: short, processor)
    short.find(
      from: 0.6,
      within: (Self.factors, reach.map { Float($0) }),
      means: means.map { Float($0) },
      into: &finds
    )
    let wanted = bounds.indices.filter { bounds[$0] >= 0.6 }
    #expect(Array(finds.places[..<finds.count]) == wanted)
    #expect(zip(finds.scores, wanted).allSatisfy { (Double($0) - bounds[$1]).magnitude < 1e-6 })
    #expect(wanted.count > 5 && wanted.count < 125)
  }

  @Test(arguments: ShortColumns.Processor.allCases)
  func aBarIsReachedByEnoughAndFewMore(_ processor: ShortColumns.Processor) {
    var stream = RandomNumbers(seed: 3).stream(0)
    let short = ShortColumns([(0..<1000).map { _ in stream.next() }])
    var finds = ShortColumns.Finds(in: short, processor)
    #expect(finds.bar(3) == -.infinity)
    short.score([1], into: &finds)
    for place in [1, 2, 10, 100, 999, 1000] {
      let reaching = finds.reaching(finds.bar(place))
      #expect(reaching >= place && reaching <= place + place / 16)
    }
    #expect(finds.reaching(finds.bar(5000)) == 1000)
  }

  @Test func equalScoresAllReachTheirBar() {
    let short = ShortColumns([[Double](repeating: 0.25, count: 70)])
    var finds = ShortColumns.Finds(in: short)
    short.score([1], into: &finds)
    #expect(finds.bar(7) == 0.25)
    #expect(finds.reaching(finds.bar(7)) == 70)
  }

  @Test func picksAccountsInTheOrderWanted() {
    let columns = Self.columns(250)
    let picked = ShortColumns(columns).picking([200, 3, 77])
    #expect(picked.count == 3 && picked.width == 5)
    var finds = ShortColumns.Finds(in: picked)
    picked.score(Self.factors, into: &finds)
    let exact = WeightedSum.scores(columns, weights: Self.weights)
    for (score, place) in zip(finds.scores, [200, 3, 77]) {
      #expect((Double(score) - exact[place]).magnitude < 1e-6)
    }
    picked.picking([]).find(from: -.infinity, Self.factors, into: &finds)
    #expect(finds.count == 0)
  }

  @Test func ranksSomePlacesAsItRanksAll() {
    let parts = ScoreParts(columns: Self.columns(250), weights: Self.weights)
    let accounts = AccountParts(parts)
    for depth in [1, 20, 249, 250] {
      let all = RankedPlace.best(depth, of: parts.scores(Self.weights))
      let block = CandidateBlock(parts, depth: depth)
      var finds = block.room
      let contenders = block.contenders(Self.weights, &finds)
      #expect(accounts.best(depth, of: contenders, Self.weights) == all)
      #expect(depth > 20 || contenders.count < 50)
    }
    #expect(accounts.best(0, of: [1, 2], Self.weights).isEmpty)
    #expect(accounts.best(9, of: [], Self.weights).isEmpty)
  }

  /// Half of the accounts are the same twice, and the draws lie near and far from each other.
  @Test(arguments: [0.01, 0.3, 1]) func noAccountIsLeftOutThatLeadsInADraw(_ spread: Double) {
    var columns = Self.columns(600)
    var stream = RandomNumbers(seed: 5).stream(0)
    for j in columns.indices {
      for i in 0..<300 { columns[j][i] = stream.next() }
    }
    let parts = ScoreParts(columns: columns, weights: Self.weights)
    let accounts = AccountParts(parts)
    let sampling = WeightSampling(samples: 60, seed: 7, spread: .around(spread))
    let matrix = sampling.matrix(around: Self.weights)
    let bundle = DrawBundle(Array(0..<60), of: matrix, width: 5)
    let everybody = CandidateBlock(parts, depth: 12)
    var finds = everybody.room
    let once = everybody.narrowed(to: bundle, &finds)
    let twice = once.narrowed(to: bundle, &finds)
    for draw in 0..<60 {
      let weights = Array(bundle.weights(draw))
      let all = RankedPlace.best(12, of: parts.scores(weights))
      for block in [once, twice] {
        let contenders = block.contenders(weights, &finds)
        #expect(accounts.best(12, of: contenders, weights) == all)
      }
    }
    #expect(spread > 0.1 || once.count < 300)
  }
}
