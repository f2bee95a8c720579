// SPDX-License-Identifier: Apache-2.0

/// One order prepared so that many others over the same items can be compared with it.
package struct RankReference: Sendable {
  /// The order itself.
  package let order: RankOrder
  /// Per item its place; -1 for items outside the order.
  fileprivate let places: [Int32]
  /// Per item the first place of those that share its rank.
  fileprivate let starts: [Int32]
  /// Per item the place behind those that share its rank.
  fileprivate let ends: [Int32]

  /// Prepares an order over the items 0 to `itemCount` - 1.
  ///
  /// - Complexity: O(n)
  package init(_ order: RankOrder, itemCount: Int) {
    self.order = order
    var places = [Int32](repeating: -1, count: itemCount)
    for (place, item) in order.items.enumerated() { places[Int(item)] = Int32(place) }
    var starts = places
    var ends = places.map { $0 &+ 1 }
    for tie in order.ties {
      for place in tie {
        starts[Int(order.items[place])] = Int32(tie.lowerBound)
        ends[Int(order.items[place])] = Int32(tie.upperBound)
      }
    }
    self.places = places
    self.starts = starts
    self.ends = ends
  }
}

/// How far two orders of the same items agree; nil where that is undefined.
///
/// The figures are those of ``Correlation`` on average ranks, from counts instead of sorts, so that
/// hundreds of orders of a hundred thousand items can be compared.
package struct RankAgreement: Sendable, Equatable {
  /// How many items were compared.
  package let count: Int
  /// Kendall's tau-b.
  package let kendallTauB: Double?
  /// Spearman's rank correlation.
  package let spearman: Double?
  /// The weighted rank correlation rw (Pinto da Costa and Soares 2005).
  package let weightedSpearman: Double?
  /// The rank similarity WS, in which the first order is trusted (Sałabun and Urbaniak 2020).
  package let rankSimilarity: Double?

  /// Compares `other` with `reference`; both order the same items.
  ///
  /// - Complexity: O(n) up to about a million items, then O(n² / 16384)
  package init(_ reference: RankReference, _ other: RankOrder) {
    precondition(
      reference.order.items.count == other.items.count,
      "\(reference.order.items.count) and \(other.items.count) items"
    )
    count = other.items.count
    guard count > 1 else {
      (kendallTauB, spearman, weightedSpearman, rankSimilarity) = (nil, nil, nil, nil)
      return
    }
    kendallTauB = Self.kendallTauB(reference, other)
    let sums = RankSums(reference, other)
    let n = Double(count)
    let cubic = n * n * n - n
    let (freeX, freeY) = (
      cubic - reference.order.tieCorrection, cubic - other.tieCorrection
    )
    // Sums are over doubled ranks, whose squared deviations are 4 times those of ranks.
    spearman =
      freeX > 0 && freeY > 0
      ? min(1, max(-1, 3 * sums.products / (freeX * freeY).squareRoot())) : nil
    weightedSpearman = 1 - 6 * (sums.weightedSquares / 8) / (n * n * n * n + n * n * n - n * n - n)
    rankSimilarity = 1 - sums.dissimilarity
  }

  private static func kendallTauB(_ reference: RankReference, _ other: RankOrder) -> Double? {
    let n = Double(other.items.count)
    let pairs = n * (n - 1) / 2
    let (tiedX, tiedY) = (reference.order.tiedPairs, other.tiedPairs)
    guard pairs > tiedX, pairs > tiedY else { return nil }
    var items = other.items
    var tiedBoth = 0.0
    for tie in other.ties {
      // Items that are equal here must not count as turned round, so they follow the reference.
      items[tie].sort { reference.places[Int($0)] < reference.places[Int($1)] }
      var run = 1.0
      for place in tie.dropFirst() {
        let isTied =
          reference.starts[Int(items[place])] == reference.starts[Int(items[place - 1])]
        run = isTied ? run + 1 : 1
        tiedBoth += run - 1
      }
    }
    let discordant = DiscordantPairs.count(
      items,
      places: reference.places,
      ends: reference.order.ties.isEmpty ? [] : reference.ends
    )
    let balance = pairs - tiedX - tiedY + tiedBoth - 2 * Double(discordant)
    return min(1, max(-1, balance / ((pairs - tiedX) * (pairs - tiedY)).squareRoot()))
  }
}

/// Sums over all items of two orders, on ranks that are doubled to stay whole.
private struct RankSums {
  /// Sum of the products of the deviations from the mean.
  var products = 0.0
  /// Sum of (x - y)² ((2n + 2 - x) + (2n + 2 - y)).
  var weightedSquares = 0.0
  /// Sum of 2^-x |x - y| / max(|1 - x|, |n - x|) on the ranks themselves.
  var dissimilarity = 0.0

  private let reference: RankReference
  private let n: Double

  init(_ reference: RankReference, _ other: RankOrder) {
    self.reference = reference
    n = Double(other.items.count)
    var place = 0
    for tie in other.ties {
      while place < tie.lowerBound {
        add(other.items[place], rank: Double(2 * place + 2))
        place += 1
      }
      let shared = Double(tie.lowerBound + tie.upperBound + 1)
      while place < tie.upperBound {
        add(other.items[place], rank: shared)
        place += 1
      }
    }
    while place < other.items.count {
      add(other.items[place], rank: Double(2 * place + 2))
      place += 1
    }
  }

  private mutating func add(_ item: Int32, rank y: Double) {
    let x = Double(reference.starts[Int(item)] &+ reference.ends[Int(item)] &+ 1)
    let mean = n + 1
    products += (x - mean) * (y - mean)
    let difference = x - y
    weightedSquares += difference * difference * (4 * mean - x - y)
    // Beyond rank 1100 the factor 2^-rank is 0.
    if x < 2200, difference != 0 { addDissimilarity(x / 2, y / 2) }
  }

  private mutating func addDissimilarity(_ x: Double, _ y: Double) {
    let farthest = max((x - 1).magnitude, (x - n).magnitude)
    dissimilarity += Correlation.powerOfHalf(x) * (x - y).magnitude / farthest
  }
}
