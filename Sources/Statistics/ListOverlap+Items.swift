// SPDX-License-Identifier: Apache-2.0

extension ListOverlap {
  /// The extrapolated rank-biased overlap of two lists of numbered items without repetition.
  ///
  /// The same figure as ``extrapolated``, for long lists: it stops where the weight of a place has
  /// become 0, which is after 7,100 places at a persistence of 0.9.
  ///
  /// - Returns: nil where one of the lists is empty.
  /// - Complexity: O(n), n the length of the shorter list
  package static func rankBiased(
    _ a: [Int32],
    _ b: [Int32],
    itemCount: Int,
    persistence p: Double
  ) -> Double? {
    precondition(p >= 0 && p < 1, "persistence \(p) is outside 0..<1")
    let depth = min(a.count, b.count)
    guard depth > 0 else { return nil }
    var isSeen = [Bool](repeating: false, count: itemCount)
    var (shared, sum, weight, overlap) = (0, 0.0, 1.0, 0.0)
    for d in 0..<depth where weight > 0 {
      // An item is shared from the second time it is seen.
      let (left, right) = (Int(a[d]), Int(b[d]))
      if isSeen[left] { shared += 1 }
      isSeen[left] = true
      if isSeen[right] { shared += 1 }
      isSeen[right] = true
      overlap = Double(shared) / Double(d + 1)
      sum += (1 - p) * weight * overlap
      weight *= p
    }
    return sum + overlap * weight
  }
}
