// SPDX-License-Identifier: Apache-2.0

/// The partial order of PROMETHEE I, as counts per account (Brans and Vincke 1985).
///
/// *Definition* An account outranks another when its positive flow is no smaller and its negative
/// flow no larger, and one of them differs; with both equal they are indifferent; two that each have
/// one flow in their favour are incomparable. Flows are compared in billionths, as scores are.
package struct OutrankingCounts: Sendable, Equatable {
  /// Per account how many others it outranks.
  package let outranks: [Int]
  /// Per account how many others outrank it.
  package let outrankedBy: [Int]
  /// Per account how many others it cannot be compared with.
  package let incomparable: [Int]

  /// Compares accounts by their flows.
  ///
  /// - Complexity: O(m log m)
  package init(_ flows: PROMETHEE) {
    let positive = flows.positiveFlows.map(ScoreQuantum.billionths)
    let negative = flows.negativeFlows.map(ScoreQuantum.billionths)
    var equals: [[Int64]: Int] = [:]
    for i in positive.indices { equals[[positive[i], negative[i]], default: 0] += 1 }
    let same = positive.indices.map { equals[[positive[$0], negative[$0]]] ?? 1 }
    let noBetter = Self.counts(positive, negative)
    let noWorse = Self.counts(negative, positive)
    outranks = zip(noBetter, same).map { $0 - $1 }
    outrankedBy = zip(noWorse, same).map { $0 - $1 }
    incomparable = positive.indices.map {
      positive.count + same[$0] - noBetter[$0] - noWorse[$0]
    }
  }

  /// Per account how many have no larger `x` and no smaller `y`, itself among them.
  private static func counts(_ x: [Int64], _ y: [Int64]) -> [Int] {
    let levels = Set(y).sorted()
    let place = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
    let order = x.indices.sorted { (x[$0], $0) < (x[$1], $1) }
    // Counts by level, the largest first, in sums over powers of two (Fenwick 1994).
    var sums = [Int](repeating: 0, count: levels.count + 1)
    var result = [Int](repeating: 0, count: x.count)
    var next = 0
    while next < order.count {
      let end = order[next...].firstIndex { x[$0] != x[order[next]] } ?? order.endIndex
      for i in order[next..<end] {
        var level = levels.count - (place[y[i]] ?? 0)
        while level <= levels.count {
          sums[level] += 1
          level += level & -level
        }
      }
      for i in order[next..<end] {
        var level = levels.count - (place[y[i]] ?? 0)
        while level > 0 {
          result[i] += sums[level]
          level -= level & -level
        }
      }
      next = end
    }
    return result
  }
}
