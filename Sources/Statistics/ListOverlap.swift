// SPDX-License-Identifier: Apache-2.0

/// How much two lists of names, best first, share.
package struct ListOverlap: Sendable, Equatable {
  /// Rank-biased overlap summed to the depth of the shorter list.
  package let truncated: Double
  /// Rank-biased overlap with the agreement at that depth carried on for ever.
  package let extrapolated: Double
  /// Per depth K from 1 the share of the first K names that both lists have.
  package let overlapAtDepth: [Double]
  /// Per depth K from 1 the shared names divided by all names of both lists' first K.
  package let jaccardAtDepth: [Double]

  /// Compares two lists without repeated names.
  ///
  /// *Definition* Sum of (1-p) p^(d-1) A_d, A_d the overlap at depth d, plus A_k p^k for the tail
  /// (Webber, Moffat and Zobel 2010, ACM TOIS 28(4), equation 7). `persistence` p is in 0..<1: how
  /// likely a reader goes on to the next place. Two empty lists agree fully in nothing: all 0.
  ///
  /// - Complexity: O(n)
  package init(_ a: [String], _ b: [String], persistence p: Double) {
    precondition(p >= 0 && p < 1, "persistence \(p) is outside 0..<1")
    let depth = min(a.count, b.count)
    var (seenA, seenB) = (Set<String>(), Set<String>())
    var (shared, sum, weight) = (0, 0.0, 1.0)
    // What lacks to full agreement is added up by itself, so that equal lists give exactly 1.
    var lacking = 0.0
    var (overlaps, jaccards) = ([Double](), [Double]())
    for d in 0..<depth {
      shared += a[d] == b[d] ? 1 : (seenB.contains(a[d]) ? 1 : 0) + (seenA.contains(b[d]) ? 1 : 0)
      seenA.insert(a[d])
      seenB.insert(b[d])
      let overlap = Double(shared) / Double(d + 1)
      overlaps.append(overlap)
      jaccards.append(Double(shared) / Double(2 * (d + 1) - shared))
      sum += (1 - p) * weight * overlap
      lacking += (1 - p) * weight * (1 - overlap)
      weight *= p
    }
    truncated = min(1, sum)
    extrapolated = overlaps.last.map { max(0, 1 - lacking - (1 - $0) * weight) } ?? 0
    overlapAtDepth = overlaps
    jaccardAtDepth = jaccards
  }
}
