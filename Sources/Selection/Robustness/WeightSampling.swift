// SPDX-License-Identifier: Apache-2.0
import Glibc
import Statistics

/// How weights are drawn to see how sure a list is.
///
/// Every draw is a function of the seed and its number alone (``RandomNumbers``), so the draws may be
/// split among threads or machines in any way.
public struct WeightSampling: Sendable, Equatable {
  /// Where weights are drawn from.
  public enum Spread: Sendable, Equatable {
    /// Around the given weights: each is multiplied by its own factor, uniform from 1 - share to
    /// 1 + share (never below 0), and all are divided by their sum.
    ///
    /// A share of 0 is the given weights; a weight of 0 stays 0.
    case around(Double)
    /// From all weights that add up to 1, each equally likely (exponentials divided by their sum,
    /// Devroye 1986; dividing uniform numbers would favour the middle).
    case uniform
  }

  /// How many weight vectors are drawn.
  public var samples: Int
  /// The seed of the draws.
  public var seed: Int
  /// Where they are drawn from.
  public var spread: Spread
  /// Leaf criteria from the most to the least important, an order that every draw keeps.
  ///
  /// Empty for none.
  public var order: [Int]

  /// By leaf criterion the share by which its values may be off, drawn with every weighting.
  public var uncertainty: [Int: Double] = [:]

  /// Describes a sampling without an order of importance.
  public init(samples: Int, seed: Int, spread: Spread, order: [Int] = []) {
    self.samples = samples
    self.seed = seed
    self.spread = spread
    self.order = order
  }

  /// The sampling with as many draws as the accounts of a ranking and its method can be scored under
  /// in about half a minute, at most a million.
  package func affordable(for ranking: Ranking) -> WeightSampling {
    let count = max(1, ranking.rankedCount)
    let limit =
      switch uncertainty.isEmpty ? ranking.method : .topsis {
      case .weightedSum, .promethee, .spotis: 10_000_000_000 / count
      case .weightedProduct, .topsis, .vikor:
        1_000_000_000 / (count * max(1, ranking.columns.count))
      }
    var sampling = self
    sampling.samples = min(samples, 1_000_000, max(100, limit))
    return sampling
  }

  /// The weights of draw number `draw`, from 0; they add up to 1 up to rounding.
  ///
  /// *Order* Uniform draws keep it by sorting, which is exact because all orders are equally likely.
  /// Draws around the given weights are repeated until they keep it, at most 1,000 times; then they
  /// are sorted.
  package func weights(of draw: Int, around given: [Double]) -> [Double] {
    var stream = RandomNumbers(seed: UInt64(bitPattern: Int64(seed))).stream(UInt64(draw))
    guard case .around(let share) = spread else {
      let raw = given.indices.map { _ in -log(1 - stream.next()) }
      return Self.normalised(ordered(raw)) ?? RankOrderWeights.equal(given.count)
    }
    guard share > 0 else { return given }
    var raw = given
    for _ in 0..<1000 {
      raw = given.map { $0 * max(0, 1 + share * (2 * stream.next() - 1)) }
      if keepsOrder(raw) { break }
    }
    return Self.normalised(ordered(raw)) ?? given
  }

  /// All draws one after another, `given.count` weights each.
  func matrix(around given: [Double]) -> [Double] {
    var matrix: [Double] = []
    matrix.reserveCapacity(samples * given.count)
    for draw in 0..<samples { matrix += weights(of: draw, around: given) }
    return matrix
  }

  private func keepsOrder(_ weights: [Double]) -> Bool {
    zip(order, order.dropFirst()).allSatisfy { weights[$0] >= weights[$1] }
  }

  /// The weights of the ordered criteria in descending order, the others where they are.
  private func ordered(_ weights: [Double]) -> [Double] {
    guard !keepsOrder(weights) else { return weights }
    var result = weights
    let falling = order.map { weights[$0] }.sorted(by: >)
    for (criterion, weight) in zip(order, falling) { result[criterion] = weight }
    return result
  }

  private static func normalised(_ weights: [Double]) -> [Double]? {
    var total = 0.0
    for weight in weights { total += weight }
    guard total > 0, total.isFinite else { return nil }
    return weights.map { $0 / total }
  }
}
