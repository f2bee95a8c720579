// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite struct RanksAndOverlapTests {
  @Test func tiesShareTheMeanOfTheirPlaces() {
    #expect(Ranks.average([10, 20, 20, 5]) == [2, 3.5, 3.5, 1])
    #expect(Ranks.average([]).isEmpty && Ranks.average([7, 7]) == [1.5, 1.5])
  }

  @Test func competitionRanksSkipAfterTies() {
    let scores = [0.5, 0.9, 0.9 * (1 + 1e-12), 0.1]
    #expect(
      Ranks.competition(scores, smallestFirst: false, relativeTolerance: 1e-9) == [3, 1, 1, 4]
    )
    #expect(
      Ranks.competition(scores, smallestFirst: true, relativeTolerance: 1e-9) == [2, 3, 3, 1]
    )
    #expect(Ranks.competition([], smallestFirst: true, relativeTolerance: 0).isEmpty)
  }

  @Test(arguments: [(0, 1), (0.25, 1.75), (0.5, 2.5), (0.95, 3.85), (1, 4), (7, 4), (-1, 1)])
  func percentilesInterpolate(_ p: Double, _ expected: Double) throws {
    let found = try #require(Quantiles.percentile(p, of: [4, 1, 3, 2]))
    #expect((found - expected).magnitude < 1e-12)
  }

  @Test func mediansOfFewNumbers() {
    #expect(Quantiles.median([]) == nil && Quantiles.median([3]) == 3)
    #expect(Quantiles.median([3, 1]) == 2 && Quantiles.median([9, 1, 2]) == 2)
    #expect(Quantiles.median([1e308, -1e308]) == 0)
  }

  /// Two short lists with p = 0.9 (the formula of Webber, Moffat and Zobel 2010, by hand).
  @Test func rankBiasedOverlapAgreesWithItsPaper() {
    let same = ListOverlap(
      ["a", "b", "c", "d", "e"],
      ["b", "a", "c", "d", "e"],
      persistence: 0.9
    )
    #expect((same.truncated - 0.30951).magnitude < 1e-12)
    #expect((same.extrapolated - 0.9).magnitude < 1e-12)
    #expect(same.overlapAtDepth == [0, 1, 1, 1, 1])
    let part = ListOverlap(["A", "B", "C", "D", "E"], ["B", "A", "D", "F", "C"], persistence: 0.9)
    #expect((part.truncated - 0.251163).magnitude < 1e-6)
    #expect((part.extrapolated - 0.723555).magnitude < 1e-6)
    #expect(part.jaccardAtDepth.last == 4.0 / 6)
  }

  @Test(arguments: 1...60) func equalListsOverlapToExactlyOne(count: Int) {
    let names = (0..<count).map { String($0) }
    for persistence in [0, 0.5, 0.9, 0.98] {
      #expect(ListOverlap(names, names, persistence: persistence).extrapolated == 1)
      let strangers = ListOverlap(names, names.map { "x\($0)" }, persistence: persistence)
      #expect((0...1e-12).contains(strangers.extrapolated))
    }
  }

  @Test func emptyListsShareNothing() {
    let none = ListOverlap([], ["a"], persistence: 0.9)
    #expect(none.truncated == 0 && none.extrapolated == 0 && none.overlapAtDepth.isEmpty)
  }
}
