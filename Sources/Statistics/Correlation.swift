// SPDX-License-Identifier: Apache-2.0

/// How strongly two lists of numbers agree; nil where that is undefined.
///
/// Every coefficient needs at least two pairs, and nil is the answer when one side is constant.
/// Numbers must be finite. Lists of different length are our bug.
package enum Correlation {
  /// Pearson's product-moment correlation, in -1...1.
  ///
  /// - Complexity: O(n)
  package static func pearson(_ x: [Double], _ y: [Double]) -> Double? {
    Deviations(x).pearson(Deviations(y))
  }

  /// Numbers made ready to be correlated with several others.
  package struct Deviations {
    private let numbers: [Double]
    private let squares: Double

    /// Takes numbers.
    package init(_ x: [Double]) {
      numbers = Correlation.deviations(x)
      var squares = 0.0
      for number in numbers { squares += number * number }
      self.squares = squares
    }

    /// ``Correlation/pearson(_:_:)`` of the numbers and others.
    package func pearson(_ other: Deviations) -> Double? {
      let (a, b) = (numbers, other.numbers)
      precondition(a.count == b.count, "\(a.count) and \(b.count) numbers")
      guard a.count > 1, squares * other.squares > 0 else { return nil }
      var products = 0.0
      for i in 0..<a.count { products += a[i] * b[i] }
      return min(1, max(-1, products / (squares * other.squares).squareRoot()))
    }
  }

  /// Spearman's rank correlation: Pearson's of the average ranks, so ties are right.
  ///
  /// - Complexity: O(n log n)
  package static func spearman(_ x: [Double], _ y: [Double]) -> Double? {
    pearson(Ranks.average(x), Ranks.average(y))
  }

  /// Deviations from the mean, scaled by a power of two so that no square over- or underflows.
  private static func deviations(_ x: [Double]) -> [Double] {
    let largest = x.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0, let first = x.first, x.contains(where: { $0 != first }) else {
      return [Double](repeating: 0, count: x.count)
    }
    let scale = Double(sign: .plus, exponent: -max(-1000, largest.exponent), significand: 1)
    let scaled = x.map { $0 * scale }
    var sum = 0.0
    for number in scaled { sum += number }
    let mean = sum / Double(x.count)
    return scaled.map { $0 - mean }
  }
}

extension Correlation {
  /// Kendall's tau-b, which corrects for ties on both sides.
  ///
  /// *Definition* (P - Q) / sqrt((n0 - n1)(n0 - n2)) with n1, n2 the pairs tied in x and in y, by
  /// counting exchanges in a merge sort (Knight 1966).
  ///
  /// - Complexity: O(n log n)
  package static func kendallTauB(_ x: [Double], _ y: [Double]) -> Double? {
    precondition(x.count == y.count, "\(x.count) and \(y.count) numbers")
    guard x.count > 1 else { return nil }
    let order = x.indices.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
    let tiedX = tiedPairs(order) { x[$0] == x[$1] }
    let tiedBoth = tiedPairs(order) { x[$0] == x[$1] && y[$0] == y[$1] }
    var sorted = order.map { y[$0] }
    let exchanges = sortCountingExchanges(&sorted)
    let tiedY = tiedPairs(Array(sorted.indices)) { sorted[$0] == sorted[$1] }
    let pairs = Double(x.count) * Double(x.count - 1) / 2
    let (freeX, freeY) = (pairs - tiedX, pairs - tiedY)
    guard freeX > 0, freeY > 0 else { return nil }
    let balance = pairs - tiedX - tiedY + tiedBoth - 2 * exchanges
    return min(1, max(-1, balance / (freeX * freeY).squareRoot()))
  }

  private static func tiedPairs(_ order: [Int], areTied: (Int, Int) -> Bool) -> Double {
    var pairs = 0.0
    var run = 1.0
    for i in 1..<max(1, order.count) {
      run = areTied(order[i - 1], order[i]) ? run + 1 : 1
      pairs += run - 1
    }
    return pairs
  }

  private static func sortCountingExchanges(_ numbers: inout [Double]) -> Double {
    var buffer = numbers
    var exchanges = 0.0
    var width = 1
    while width < numbers.count {
      for start in stride(from: 0, to: numbers.count, by: 2 * width) {
        let middle = min(start + width, numbers.count)
        let end = min(start + 2 * width, numbers.count)
        var (left, right) = (start, middle)
        for place in start..<end {
          if right < end, left >= middle || numbers[right] < numbers[left] {
            buffer[place] = numbers[right]
            exchanges += Double(middle - left)
            right += 1
          } else {
            buffer[place] = numbers[left]
            left += 1
          }
        }
      }
      swap(&numbers, &buffer)
      width *= 2
    }
    return exchanges
  }
}

extension Correlation {
  /// The weighted rank correlation rw, for which agreement at the top counts more.
  ///
  /// *Definition* 1 - 6 sum (x-y)²((n-x+1)+(n-y+1)) / (n⁴+n³-n²-n) on ranks from 1 = best
  /// (Pinto da Costa and Soares 2005).
  package static func weightedSpearman(ranks x: [Double], _ y: [Double]) -> Double? {
    precondition(x.count == y.count, "\(x.count) and \(y.count) ranks")
    guard x.count > 1 else { return nil }
    let n = Double(x.count)
    var sum = 0.0
    for i in 0..<x.count {
      let difference = x[i] - y[i]
      sum += difference * difference * ((n - x[i] + 1) + (n - y[i] + 1))
    }
    return 1 - 6 * sum / (n * n * n * n + n * n * n - n * n - n)
  }

  /// The rank similarity WS, in which the places of the first list's leaders dominate.
  ///
  /// *Definition* 1 - sum 2^(-x) |x-y| / max(|1-x|, |n-x|) on ranks from 1 = best (Sałabun and
  /// Urbaniak 2020). Not symmetric: `reference` is the ranking that is trusted.
  package static func rankSimilarity(reference x: [Double], _ y: [Double]) -> Double? {
    precondition(x.count == y.count, "\(x.count) and \(y.count) ranks")
    guard x.count > 1 else { return nil }
    let n = Double(x.count)
    var sum = 0.0
    for i in 0..<x.count {
      let farthest = max((x[i] - 1).magnitude, (x[i] - n).magnitude)
      sum += powerOfHalf(x[i]) * (x[i] - y[i]).magnitude / farthest
    }
    return 1 - sum
  }

  /// 2^(-x) for x in halves, without a maths library: average ranks have no other fractions.
  static func powerOfHalf(_ x: Double) -> Double {
    let whole = x.rounded(.down)
    let power = Double(sign: .plus, exponent: -Int(min(1000, max(-1000, whole))), significand: 1)
    return x == whole ? power : power * 0.5.squareRoot()
  }
}
