// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite struct CorrelationTests {
  /// scipy.stats.kendalltau and spearmanr on average ranks with ties; rw and WS by their formulas.
  @Test func agreesWithPublishedValuesOnTies() throws {
    let x = [1, 2.5, 2.5, 4, 5, 6.5, 6.5, 8]
    let y = [2, 2, 2, 4, 5.5, 5.5, 7, 8]
    #expect(try (#require(Correlation.kendallTauB(x, y)) - 0.920736884379251).magnitude < 1e-12)
    #expect(try (#require(Correlation.spearman(x, y)) - 0.962900097473951).magnitude < 1e-12)
    let weighted = try #require(Correlation.weightedSpearman(ranks: x, y))
    #expect((weighted - 0.9593253968253969).magnitude < 1e-12)
    let similarity = try #require(Correlation.rankSimilarity(reference: x, y))
    #expect((similarity - 0.8895107221203928).magnitude < 1e-12)
  }

  /// The example of Sałabun and Urbaniak (2020), ICCS: the second and third place exchanged.
  @Test func rankSimilarityAgreesWithItsPaper() throws {
    let reference: [Double] = [1, 2, 3, 4, 5]
    let similarity = try #require(
      Correlation.rankSimilarity(reference: reference, [1, 3, 2, 4, 5])
    )
    #expect((similarity - 0.8541666666666667).magnitude < 1e-12)
    #expect(Correlation.rankSimilarity(reference: reference, reference) == 1)
  }

  @Test func reversedListsDisagreeFully() {
    let x = (1...7).map(Double.init)
    let y = Array(x.reversed())
    #expect(Correlation.kendallTauB(x, y) == -1 && Correlation.spearman(x, y) == -1)
    #expect(Correlation.weightedSpearman(ranks: x, y) == -1)
    #expect(Correlation.pearson(x, x) == 1)
  }

  @Test(arguments: [([], []), ([1], [2]), ([3, 3, 3], [1, 2, 3]), ([1, 2, 3], [0, 0, 0])])
  func isUndefinedWithoutVariation(_ x: [Double], _ y: [Double]) {
    #expect(Correlation.pearson(x, y) == nil)
    #expect(Correlation.spearman(x, y) == nil)
    #expect(Correlation.kendallTauB(x, y) == nil)
  }

  @Test func countsExchangesLikeAllPairs() throws {
    var stream = RandomNumbers(seed: 7).stream(0)
    let x = (0..<83).map { _ in (stream.next() * 12).rounded() }
    let y = (0..<83).map { _ in (stream.next() * 9).rounded() }
    var (balance, freeX, freeY) = (0.0, 0.0, 0.0)
    for i in 0..<x.count {
      for j in 0..<i {
        balance += Double((x[i] - x[j]).sign(of: y[i] - y[j]))
        freeX += x[i] == x[j] ? 0 : 1
        freeY += y[i] == y[j] ? 0 : 1
      }
    }
    let tau = try #require(Correlation.kendallTauB(x, y))
    #expect((tau - balance / (freeX * freeY).squareRoot()).magnitude < 1e-12)
  }

  @Test func staysFiniteForHugeAndTinyNumbers() throws {
    let huge = [1e308, -1e308, 5e307, 0]
    #expect(try #require(Correlation.pearson(huge, huge)) > 0.999)
    let tiny: [Double] = [1, 2, 4].map { $0 * 0x1p-1060 }
    #expect(Correlation.pearson(tiny, [1, 2, 4]).map { $0.isFinite } ?? true)
  }
}

extension Double {
  /// 1, 0 or -1: the sign of the product with `other`.
  fileprivate func sign(of other: Double) -> Int {
    let product = self * other
    return product > 0 ? 1 : product < 0 ? -1 : 0
  }
}
