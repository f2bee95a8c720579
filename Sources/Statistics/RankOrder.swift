// SPDX-License-Identifier: Apache-2.0

/// Items from best to worst, with the ties among them.
///
/// Items are numbers from 0; those without a rank are not in the order.
package struct RankOrder: Sendable, Equatable {
  /// The items by rank, within a rank ascending.
  package let items: [Int32]
  /// The places of every tie, ascending; places count from 0.
  package let ties: [Range<Int>]

  /// Takes an order whose ties are known.
  package init(items: [Int32], ties: [Range<Int>]) {
    self.items = items
    self.ties = ties
  }

  /// Sorts the items by their ranks.
  ///
  /// - Parameter ranks: per item its rank from 1; 0 for an item that has none. Ranks may have gaps
  ///   and must not exceed the number of items.
  /// - Complexity: O(n)
  package init(ranks: [Int32]) {
    var places = [Int32](repeating: 0, count: ranks.count + 2)
    for rank in ranks where rank > 0 { places[Int(rank) + 1] &+= 1 }
    var ties: [Range<Int>] = []
    for rank in 1..<places.count {
      let size = Int(places[rank])
      let start = Int(places[rank - 1])
      if size > 1 { ties.append(start..<start + size) }
      places[rank] &+= places[rank - 1]
    }
    var items = [Int32](repeating: 0, count: Int(places.last ?? 0))
    for (item, rank) in ranks.enumerated() where rank > 0 {
      items[Int(places[Int(rank)])] = Int32(truncatingIfNeeded: item)
      places[Int(rank)] &+= 1
    }
    self.items = items
    self.ties = ties
  }

  /// How many pairs of items share a rank.
  package var tiedPairs: Double {
    ties.reduce(0) { $0 + Double($1.count) * Double($1.count - 1) / 2 }
  }

  /// The sum over the ties of size³ - size, twelve times what they take from the rank variance.
  var tieCorrection: Double {
    ties.reduce(0) {
      let size = Double($1.count)
      return $0 + (size * size * size - size)
    }
  }
}
