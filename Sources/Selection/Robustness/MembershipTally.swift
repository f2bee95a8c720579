// SPDX-License-Identifier: Apache-2.0

/// How often each account was on the list under drawn weights.
///
/// All figures are whole numbers, so that tallies of parts of the draws add up to the tally of the
/// whole, however the draws were split.
struct MembershipTally: Sendable, Equatable {
  /// Per place how many draws put the account on the list.
  private(set) var counts: [Int32]
  /// Per place the best position among the best of a draw; `Int32.max` for one never among them.
  private var bestPositions: [Int32]
  /// Per place where its sums of weights start, -1 for one that was never on the list.
  private var sumStarts: [Int]
  /// Sums of the weights that put an account on the list, in units of 2⁻⁴⁰.
  private var weightSums: [Int64] = []
  private let width: Int

  /// The unit of weight sums.
  private static let unit = 0x1p40

  /// Starts with nobody listed, for so many places and weights.
  init(count: Int, width: Int) {
    counts = [Int32](repeating: 0, count: count)
    bestPositions = [Int32](repeating: .max, count: count)
    sumStarts = [Int](repeating: -1, count: count)
    self.width = width
  }

  /// Counts one draw.
  ///
  /// - Parameters:
  ///   - best: the best places in their order.
  ///   - seated: the places on the list.
  ///   - weights: the weights of the draw.
  mutating func add(best: [RankedPlace], seated: [Int], weights: [Double]) {
    var rank: Int32 = 1
    for (index, entry) in best.enumerated() {
      if index > 0, entry.billionths != best[index - 1].billionths { rank = Int32(index + 1) }
      if rank < bestPositions[entry.place] { bestPositions[entry.place] = rank }
    }
    let shares = weights.map { Int64($0 * Self.unit) }
    for place in seated {
      counts[place] += 1
      makeRoom(for: place)
    }
    let starts = seated.map { sumStarts[$0] }
    var sums = weightSums.mutableSpan
    for start in starts {
      for j in shares.indices { sums[start + j] += shares[j] }
    }
  }

  /// Adds the tally of other draws.
  mutating func merge(_ other: MembershipTally) {
    for place in counts.indices {
      counts[place] += other.counts[place]
      bestPositions[place] = min(bestPositions[place], other.bestPositions[place])
      guard other.sumStarts[place] >= 0 else { continue }
      makeRoom(for: place)
      let (start, from) = (sumStarts[place], other.sumStarts[place])
      for j in 0..<width { weightSums[start + j] += other.weightSums[from + j] }
    }
  }

  /// Gives a place its sums of weights, 0 at first.
  private mutating func makeRoom(for place: Int) {
    guard sumStarts[place] < 0 else { return }
    sumStarts[place] = weightSums.count
    weightSums.append(contentsOf: repeatElement(0, count: width))
  }

  /// The best position of a place among the best of a draw, nil if it was never among them.
  func bestPosition(of place: Int) -> Int? {
    bestPositions[place] == .max ? nil : Int(bestPositions[place])
  }

  /// The mean of the weights that put the account at `place` on the list, nil if none does.
  func centralWeights(of place: Int) -> [Double]? {
    guard counts[place] > 0 else { return nil }
    return weightSums[sumStarts[place]..<(sumStarts[place] + width)].map {
      Double($0) / Self.unit / Double(counts[place])
    }
  }
}
