// SPDX-License-Identifier: Apache-2.0
import Glibc
import Statistics

/// One set of weights from the shares of several members, and how far they agree.
package struct GroupAgreement: Sendable, Equatable {
  /// One weight per criterion; they add up to 1.
  package let weights: [Double]
  /// The smallest and largest share per criterion.
  package let spreads: [ClosedRange<Double>]
  /// Kendall's coefficient of concordance, from 0 for none to 1 for one order of all; nil for fewer
  /// than two members or criteria, and where nobody prefers anything.
  package let concordance: Double?
  /// The mean share by which two members differ: half the sum of differences, 0 to 1; nil for fewer
  /// than two members.
  package let distance: Double?

  /// Averages shares, one list per member with one share per criterion, each adding up to 1.
  ///
  /// - Returns: nil where no criterion has a share of all members under the geometric mean.
  package init?(_ shares: [[Double]], mean: GroupPoints.Mean) {
    guard let count = shares.first?.count, count > 0 else { return nil }
    let parts = (0..<count).map { j in Self.mean(shares.map { $0[j] }, mean) }
    var total = 0.0
    for part in parts { total += part }
    guard total > 0 else { return nil }
    weights = parts.map { $0 / total }
    spreads = (0..<count).map { j in
      let column = shares.map { $0[j] }
      return (column.min() ?? 0)...(column.max() ?? 0)
    }
    concordance = Self.concordance(shares)
    distance = Self.distance(shares)
  }

  private static func mean(_ values: [Double], _ mean: GroupPoints.Mean) -> Double {
    switch mean {
    case .arithmetic:
      var total = 0.0
      for value in values { total += value }
      return total / Double(values.count)
    case .geometric:
      guard values.allSatisfy({ $0 > 0 }) else { return 0 }
      var total = 0.0
      for value in values { total += log(value) }
      return exp(total / Double(values.count))
    }
  }

  /// W = 12 S / (m² (n³ - n) - m Σ (t³ - t)) with ties t (Kendall and Babington Smith 1939).
  private static func concordance(_ shares: [[Double]]) -> Double? {
    guard let count = shares.first?.count, shares.count > 1, count > 1 else { return nil }
    let (m, n) = (Double(shares.count), Double(count))
    var sums = [Double](repeating: 0, count: count)
    var ties = 0.0
    for member in shares {
      let ranks = Ranks.average(member)
      for j in ranks.indices { sums[j] += ranks[j] }
      // Whole numbers: the order of the groups does not show in the sum.
      for group in Dictionary(grouping: ranks, by: { $0 }).values {
        let t = Double(group.count)
        ties += t * t * t - t
      }
    }
    let mean = m * (n + 1) / 2
    var squares = 0.0
    for sum in sums { squares += (sum - mean) * (sum - mean) }
    let largest = m * m * (n * n * n - n) - m * ties
    return largest > 0 ? min(1, 12 * squares / largest) : nil
  }

  private static func distance(_ shares: [[Double]]) -> Double? {
    guard shares.count > 1 else { return nil }
    var total = 0.0
    for i in shares.indices {
      for k in shares.indices.dropFirst(i + 1) {
        for j in shares[i].indices { total += (shares[i][j] - shares[k][j]).magnitude / 2 }
      }
    }
    return total / Double(shares.count * (shares.count - 1) / 2)
  }
}
