// SPDX-License-Identifier: Apache-2.0

/// The order that disagrees least with many rankings (Kemeny 1959), found exactly.
///
/// *Definition* The order of the candidates with the fewest disagreements, a disagreement being a
/// ranking and a pair that the ranking has strictly the other way round. *Ties* Of several such
/// orders it is the first by candidate number, so callers number candidates by preference.
package enum KemenyOrder {
  /// How many candidates can be ordered: the search looks at every subset of them.
  package static let mostCandidates = 12

  /// The order of the candidates 0 to n - 1, best first.
  ///
  /// - Parameter preferred: per candidate a and candidate b how many rankings put a before b.
  /// - Returns: the candidates' numbers.
  /// - Complexity: O(2ⁿ n²)
  package static func order(preferred: [[Int]]) -> [Int] {
    let n = preferred.count
    precondition(n <= mostCandidates, "\(n) candidates, at most \(mostCandidates)")
    var leastCost = [Int](repeating: 0, count: 1 << n)
    var first = [Int](repeating: 0, count: 1 << n)
    for set in 1..<(1 << n) {
      var best = Int.max
      for a in 0..<n where set >> a & 1 == 1 {
        let rest = set & ~(1 << a)
        var cost = leastCost[rest]
        for b in 0..<n where rest >> b & 1 == 1 { cost += preferred[b][a] }
        if cost < best { (best, first[set]) = (cost, a) }
      }
      leastCost[set] = best
    }
    var order: [Int] = []
    var set = (1 << n) - 1
    while set != 0 {
      order.append(first[set])
      set &= ~(1 << first[set])
    }
    return order
  }
}
