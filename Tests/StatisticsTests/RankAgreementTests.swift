// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct RankAgreementTests {
  /// Competition ranks of random scores with few different values, so that many tie.
  private func ranks(_ count: Int, levels: Int, seed: UInt64) -> [Int32] {
    var stream = RandomNumbers(seed: seed).stream(1)
    let scores = (0..<count).map { _ in (stream.next() * Double(levels)).rounded(.down) }
    return Ranks.competition(scores, smallestFirst: false, relativeTolerance: 0).map { Int32($0) }
  }

  private func agreement(_ x: [Int32], _ y: [Int32]) -> RankAgreement {
    RankAgreement(
      RankReference(RankOrder(ranks: x), itemCount: x.count),
      RankOrder(ranks: y)
    )
  }

  @Test(arguments: [2, 3, 7, 40, 333, 1500], [1, 2, 5, 50, 1_000_000])
  func agreesWithTheCoefficientsOfLists(_ count: Int, _ levels: Int) {
    let seed = UInt64(count * 31 + levels)
    let (x, y) = (
      ranks(count, levels: levels, seed: seed), ranks(count, levels: levels, seed: seed + 1)
    )
    let found = agreement(x, y)
    let (a, b) = (Ranks.average(x.map(Double.init)), Ranks.average(y.map(Double.init)))
    let pairs: [(Double?, Double?)] = [
      (found.kendallTauB, Correlation.kendallTauB(a, b)),
      (found.spearman, Correlation.spearman(a, b)),
      (found.weightedSpearman, Correlation.weightedSpearman(ranks: a, b)),
      (found.rankSimilarity, Correlation.rankSimilarity(reference: a, b)),
    ]
    for (found, reference) in pairs {
      #expect((found == nil) == (reference == nil), "seed \(seed)")
      // Sums run in another order, so the last digits may differ.
      if let found, let reference { #expect((found - reference).magnitude < 1e-11, "seed \(seed)") }
    }
    #expect(found.count == count)
  }

  /// scipy.stats.kendalltau and spearmanr on average ranks with ties.
  @Test func agreesWithPublishedValuesOnTies() throws {
    let found = agreement([1, 2, 2, 4, 5, 6, 6, 8], [1, 1, 1, 4, 5, 5, 7, 8])
    #expect(try (#require(found.kendallTauB) - 0.920736884379251).magnitude < 1e-12)
    #expect(try (#require(found.spearman) - 0.962900097473951).magnitude < 1e-12)
  }

  @Test func equalAndReversedOrdersAreTheExtremes() {
    let up = (1...5000).map { Int32($0) }
    let same = agreement(up, up)
    #expect(same.kendallTauB == 1 && same.spearman == 1 && same.weightedSpearman == 1)
    #expect(same.rankSimilarity == 1)
    let reversed = agreement(up, up.reversed())
    #expect(reversed.kendallTauB == -1 && reversed.spearman == -1)
  }

  @Test func isUndefinedWithoutOrder() {
    for ranks: [Int32] in [[], [1], [0, 0], [0, 1, 0]] {
      let found = agreement(ranks, ranks)
      #expect(found.kendallTauB == nil && found.spearman == nil)
      #expect(found.weightedSpearman == nil && found.rankSimilarity == nil)
    }
    let tied = agreement([1, 1, 1], [1, 2, 3])
    #expect(tied.kendallTauB == nil && tied.spearman == nil && tied.count == 3)
  }

  @Test func numberingItemsDifferentlyChangesNothing() {
    let (x, y) = (ranks(400, levels: 60, seed: 5), ranks(400, levels: 60, seed: 6))
    let shifted = (0..<400).map { ($0 * 7 + 3) % 400 }
    let (p, q) = (agreement(x, y), agreement(shifted.map { x[$0] }, shifted.map { y[$0] }))
    #expect(p.kendallTauB == q.kendallTauB && p.count == q.count)
  }
}

@Suite struct RankOrderTests {
  @Test func sortsByRankThenByItem() {
    let order = RankOrder(ranks: [3, 0, 1, 3, 2])
    #expect(order.items == [2, 4, 0, 3])
    #expect(order.ties == [2..<4])
    #expect(order.tiedPairs == 1 && order.tieCorrection == 6)
  }

  @Test func ranksMayHaveGaps() {
    #expect(RankOrder(ranks: [5, 0, 2, 5, 0]).items == [2, 0, 3])
    #expect(RankOrder(ranks: []).items == [])
  }
}

@Suite struct DiscordantPairsTests {
  @Test(arguments: [0, 1, 2, 65, 1025, 3000]) func countsAsTryingEveryPairDoes(_ count: Int) {
    var stream = RandomNumbers(seed: 9).stream(UInt64(count))
    var places = (0..<count).map { Int32($0) }
    for place in places.indices.reversed() {
      places.swapAt(place, Int(stream.next() * Double(place + 1)))
    }
    // Every third place shares its rank with the next one.
    let ends = places.map { $0 % 3 == 0 ? min($0 + 2, Int32(count)) : $0 + 1 }
    var expected = 0
    for item in places.indices {
      expected += places[..<item].count { $0 >= ends[item] }
    }
    let items = (0..<count).map { Int32($0) }
    let found = DiscordantPairs.count(items, places: places, ends: ends)
    #expect(found == expected, "seed 9, \(count)")
  }

  /// Enough places for several groups of blocks.
  @Test func aReversedOrderTurnsEveryPairRound() {
    let count = 40_000
    let items = (0..<count).map { Int32($0) }
    let places = items.map { Int32(count) - 1 - $0 }
    let found = DiscordantPairs.count(items, places: places, ends: places.map { $0 + 1 })
    #expect(found == count * (count - 1) / 2)
    #expect(DiscordantPairs.count(items, places: places, ends: []) == found)
  }
}

@Suite struct ItemOverlapTests {
  /// The worked example of domain practice: A B C D E against B A D F C at persistence 0.9.
  @Test func agreesWithListsOfNames() throws {
    let (a, b): ([Int32], [Int32]) = ([0, 1, 2, 3, 4], [1, 0, 3, 5, 2])
    let names = { (items: [Int32]) in items.map(String.init) }
    let expected = ListOverlap(names(a), names(b), persistence: 0.9).extrapolated
    let found = try #require(
      ListOverlap.rankBiased(a, b, itemCount: 6, persistence: 0.9)
    )
    #expect(found == expected && (found - 0.723555).magnitude < 5e-7)
  }

  @Test func equalListsOverlapFullyHoweverLong() throws {
    let items = (0..<20_000).map { Int32($0) }
    let found = try #require(
      ListOverlap.rankBiased(items, items, itemCount: 20_000, persistence: 0.9)
    )
    #expect(found == 1)
    #expect(ListOverlap.rankBiased([], items, itemCount: 20_000, persistence: 0.9) == nil)
  }
}
