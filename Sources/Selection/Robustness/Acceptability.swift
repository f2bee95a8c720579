// SPDX-License-Identifier: Apache-2.0
import Glibc
import Statistics

/// What all possible weights say about the accounts (SMAA-2, Lahdelma and Salminen 2001).
///
/// *Definition* Weights are uniform on the simplex, or on the part of it in which criteria come in
/// a given order of importance. With two criteria the shares are exact, by the intervals between
/// the weights at which two accounts change places; otherwise they are sampled with a seed. Equal
/// scores share the places they take, so that every row and column of acceptabilities adds up to 1.
package struct Acceptability: Sendable, Equatable {
  /// Per account the share of weights that give it rank 1, 2, ...
  package private(set) var ranks: [[Double]]
  /// Per account the mean of the weights that put it first, nil if none does.
  package private(set) var centralWeights: [[Double]?]
  /// Per account and rival the share of weights under which it scores higher.
  package private(set) var wins: [[Double]]
  /// The first weights at which two accounts change places, with both ends; nil unless there are
  /// two criteria.
  package let breakpoints: [Double]?

  /// Evaluates the columns of utilities.
  ///
  /// - Parameters:
  ///   - columns: per criterion one utility per account.
  ///   - order: criteria from the most to the least important, nil for no order.
  ///   - draws: how many weights are drawn with three or more criteria.
  ///   - seed: the seed of the draws.
  package init(_ columns: [[Double]], order: [Int]?, draws: Int, seed: UInt64) {
    let count = columns.first?.count ?? 0
    let zeros = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    ranks = zeros
    wins = zeros
    centralWeights = []
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: columns.count),
      count: count
    )
    let cuts = columns.count == 2 ? Self.cuts(columns, order: order) : nil
    breakpoints = cuts
    if columns.count <= 2 {
      for piece in Self.pieces(between: cuts) {
        add(columns, piece.weights, share: piece.share, sums: &sums)
      }
    } else {
      let numbers = RandomNumbers(seed: seed)
      for draw in 0..<draws {
        let weights = Self.weights(columns.count, order: order, numbers.stream(UInt64(draw)))
        add(columns, weights, share: 1 / Double(draws), sums: &sums)
      }
    }
    centralWeights = sums.map { sum in
      let total = sum.reduce(0, +)
      return total > 0 ? sum.map { $0 / total } : nil
    }
  }

  /// Counts one weight vector, which stands for `share` of all.
  private mutating func add(
    _ columns: [[Double]],
    _ weights: [Double],
    share: Double,
    sums: inout [[Double]]
  ) {
    let scores = WeightedSum.scores(columns, weights: weights)
    for i in scores.indices {
      var (better, equal) = (0, 0)
      for k in scores.indices where k != i {
        if scores[k] > scores[i] { better += 1 }
        if scores[k] == scores[i] { equal += 1 }
        if scores[i] > scores[k] { wins[i][k] += share }
      }
      let part = share / Double(equal + 1)
      for rank in better...(better + equal) { ranks[i][rank] += part }
      guard better == 0 else { continue }
      for j in weights.indices { sums[i][j] += part * weights[j] }
    }
  }

  /// Uniform weights by exponential draws divided by their sum, sorted where an order is given.
  private static func weights(
    _ count: Int,
    order: [Int]?,
    _ stream: RandomNumbers.Stream
  ) -> [Double] {
    var stream = stream
    var weights = (0..<count).map { _ in -log(1 - stream.next()) }
    var total = 0.0
    for weight in weights { total += weight }
    guard total > 0 else { return RankOrderWeights.equal(count) }
    for j in 0..<count { weights[j] /= total }
    guard let order else { return weights }
    var ordered = weights
    for (criterion, weight) in zip(order, weights.sorted(by: >)) { ordered[criterion] = weight }
    return ordered
  }

  /// The middle of every interval of the first weight in which no two accounts change places; one
  /// criterion has all the weight.
  private static func pieces(
    between cuts: [Double]?
  ) -> [(weights: [Double], share: Double)] {
    guard let cuts, let low = cuts.first, let high = cuts.last, high > low else {
      return [([1], 1)]
    }
    return zip(cuts, cuts.dropFirst()).map { left, right in
      let middle = (left + right) / 2
      return ([middle, 1 - middle], (right - left) / (high - low))
    }
  }

  /// The first weights at which two accounts change places, ascending, equal up to rounding once.
  private static func cuts(_ columns: [[Double]], order: [Int]?) -> [Double] {
    let low = order == [0, 1] ? 0.5 : 0
    let high = order == [1, 0] ? 0.5 : 1
    var cuts: [Double] = [low, high]
    for i in columns[0].indices {
      for k in 0..<i {
        let (first, second) = (columns[0][i] - columns[0][k], columns[1][i] - columns[1][k])
        let cut = second / (second - first)
        if cut.isFinite, cut > low, cut < high { cuts.append(cut) }
      }
    }
    var distinct: [Double] = []
    for cut in cuts.sorted() where cut - (distinct.last ?? -1) > 1e-12 { distinct.append(cut) }
    if let last = distinct.last, last < high { distinct[distinct.count - 1] = high }
    return distinct
  }
}
