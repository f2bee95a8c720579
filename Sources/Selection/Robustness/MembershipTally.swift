// SPDX-License-Identifier: Apache-2.0

/// How often each account was on the list under drawn weights.
///
/// All figures are whole numbers, so that tallies of parts of the draws add up to the tally of the
/// whole, however the draws were split.
struct MembershipTally: Sendable, Equatable {
  /// Per place how many draws put the account on the list.
  private(set) var counts: [Int]
  /// Per place the best position that the account took among the best of a draw, nil if it was never
  /// among them.
  private(set) var bestPositions: [Int?]
  /// By place the sums of the weights that put the account on the list, in units of 2⁻⁴⁰.
  private(set) var weightSums: [Int: [Int]]

  /// The unit of weight sums.
  private static let unit = 0x1p40

  /// Starts with nobody listed.
  init(count: Int) {
    counts = [Int](repeating: 0, count: count)
    bestPositions = [Int?](repeating: nil, count: count)
    weightSums = [:]
  }

  /// Counts one draw.
  ///
  /// - Parameters:
  ///   - best: the best places in their order.
  ///   - seated: the places on the list.
  ///   - weights: the weights of the draw.
  mutating func add(best: [RankedPlace], seated: [Int], weights: ArraySlice<Double>) {
    var rank = 1
    for (index, entry) in best.enumerated() {
      if index > 0, entry.billionths != best[index - 1].billionths { rank = index + 1 }
      if rank < bestPositions[entry.place] ?? .max { bestPositions[entry.place] = rank }
    }
    let shares = weights.map { Int($0 * Self.unit) }
    for place in seated {
      counts[place] += 1
      guard weightSums[place]?.isEmpty == false else {
        weightSums[place] = shares
        continue
      }
      for j in shares.indices { weightSums[place]?[j] += shares[j] }
    }
  }

  /// Adds the tally of other draws.
  mutating func merge(_ other: MembershipTally) {
    for place in counts.indices {
      counts[place] += other.counts[place]
      if let best = other.bestPositions[place] {
        bestPositions[place] = min(best, bestPositions[place] ?? best)
      }
    }
    weightSums.merge(other.weightSums) { zip($0, $1).map(+) }
  }

  /// The mean of the weights that put the account at `place` on the list, nil if none does.
  func centralWeights(of place: Int) -> [Double]? {
    guard let sums = weightSums[place], counts[place] > 0 else { return nil }
    return sums.map { Double($0) / Self.unit / Double(counts[place]) }
  }
}
