// SPDX-License-Identifier: Apache-2.0

/// Ranks of numbers, with ties.
package enum Ranks {
  /// Ranks from 1 for the smallest, equal numbers sharing the mean of their places.
  ///
  /// - Complexity: O(n log n)
  package static func average(_ numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
      let shared = Double(start + 1 + end) / 2
      for place in start..<end { ranks[order[place]] = shared }
      start = end
    }
    return ranks
  }

  /// Competition ranks (1, 2, 2, 4) from 1 for the largest, or the smallest, score.
  ///
  /// *Ties* Scores tie with the best of their group when they differ by at most `relativeTolerance`
  /// of the larger magnitude, or by rounding alone (1e-12).
  ///
  /// - Complexity: O(n log n)
  package static func competition(
    _ scores: [Double],
    smallestFirst: Bool,
    relativeTolerance: Double
  ) -> [Int] {
    let order = scores.indices.sorted {
      smallestFirst ? scores[$0] < scores[$1] : scores[$0] > scores[$1]
    }
    var ranks = [Int](repeating: 0, count: scores.count)
    var leader = 0
    for (place, index) in order.enumerated() {
      let (a, b) = (scores[order[leader]], scores[index])
      let allowed = max(1e-12, relativeTolerance * max(a.magnitude, b.magnitude))
      if (a - b).magnitude > allowed { leader = place }
      ranks[index] = leader + 1
    }
    return ranks
  }
}
