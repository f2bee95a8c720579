// SPDX-License-Identifier: Apache-2.0

/// Weights from an order of importance alone, for n criteria, the most important first.
package enum RankOrderWeights {
  /// All the same.
  package static func equal(_ n: Int) -> [Double] {
    [Double](repeating: 1 / Double(n), count: n)
  }

  /// Whole numbers down from n to 1, divided by their sum (Stillwell and others 1981).
  package static func rankSum(_ n: Int) -> [Double] {
    let total = Double(n) * Double(n + 1) / 2
    return (0..<n).map { Double(n - $0) / total }
  }

  /// Reciprocals 1, 1/2, 1/3 to 1/n, divided by their sum (Stillwell and others 1981).
  package static func rankReciprocal(_ n: Int) -> [Double] {
    let parts = (0..<n).map { 1 / Double($0 + 1) }
    var total = 0.0
    for part in parts { total += part }
    return parts.map { $0 / total }
  }

  /// The rank-order centroid, which is the mean of all weights in that order (Barron and Barrett
  /// 1996).
  ///
  /// *Definition* The i-th weight is (1/i + 1/(i+1) up to 1/n) / n.
  package static func centroid(_ n: Int) -> [Double] {
    var weights = [Double](repeating: 0, count: n)
    var tail = 0.0
    for i in stride(from: n, through: 1, by: -1) {
      tail += 1 / Double(i)
      weights[i - 1] = tail / Double(n)
    }
    return weights
  }
}
