// SPDX-License-Identifier: Apache-2.0

/// Whether two figures of the same accounts rise together, and which account decides that.
package struct RankRelation: Sendable, Equatable {
  /// Why there is no relation to compute.
  package enum Failure: String, Error, Sendable {
    case tooFewRows = "too_few_rows"
    case constantInput = "constant_input"
  }

  /// How many pairs there are.
  package let count: Int
  /// Spearman's correlation, on average ranks.
  package let spearman: Double
  /// Its two-sided probability by Student's t with n - 2 degrees of freedom; 0 at one.
  package let studentProbability: Double
  /// Its probability over all orders; nil over seven pairs.
  package let exactProbability: Double?
  /// Pairs that rise together.
  package let concordant: Int
  /// Pairs that rise against each other.
  package let discordant: Int
  /// Kendall's tau-b.
  package let kendall: Double
  /// Spearman's correlation without each row in turn; nil where the rest is constant.
  package let leaveOneOut: [Double?]

  /// Compares `x` with `y`, pair by pair.
  ///
  /// - Complexity: O(n²), of the jackknife and the pairs
  package init(_ x: [Double], _ y: [Double]) throws(Failure) {
    let n = min(x.count, y.count)
    guard n >= 3 else { throw .tooFewRows }
    let a = Self.averageRanks(Array(x.prefix(n)))
    let b = Self.averageRanks(Array(y.prefix(n)))
    guard let rho = Self.correlation(a, b) else { throw .constantInput }
    count = n
    spearman = rho
    let rest = 1 - rho * rho
    studentProbability =
      rest <= 0
      ? 0
      : Distribution.studentTwoSided(
        rho * (Double(n - 2) / rest).squareRoot(),
        degreesOfFreedom: Double(n - 2)
      )
    exactProbability = n <= 7 ? Self.exactProbability(a, b, observed: abs(rho)) : nil
    let pairs = Self.pairs(a, b)
    concordant = pairs.concordant
    discordant = pairs.discordant
    kendall =
      Double(pairs.concordant - pairs.discordant)
      / (Double(pairs.untiedX).squareRoot() * Double(pairs.untiedY).squareRoot())
    leaveOneOut = (0..<n).map { left in
      let rows = (0..<n).filter { $0 != left }
      return Self.correlation(
        Self.averageRanks(rows.map { x[$0] }),
        Self.averageRanks(rows.map { y[$0] })
      )
    }
  }

  /// The jackknife's standard error; nil where a row's absence leaves nothing to compare.
  package var jackknifeError: Double? {
    let values = leaveOneOut.compactMap { $0 }
    guard values.count == count else { return nil }
    let n = Double(count)
    let mean = values.reduce(0, +) / n
    return ((n - 1) / n * values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }).squareRoot()
  }

  /// The row whose absence moves the correlation most.
  package var mostInfluential: Int? {
    var best: (index: Int, distance: Double)?
    for (index, value) in leaveOneOut.enumerated() {
      guard let distance = value.map({ abs($0 - spearman) }) else { continue }
      if distance > best?.distance ?? -1 { best = (index, distance) }
    }
    return best?.index
  }

  private static func averageRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for position in start..<max(end, start + 1) {
        ranks[order[position]] = Double(start + max(end, start + 1) + 1) / 2
      }
      start = max(end, start + 1)
    }
    return ranks
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double? {
    let n = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      ab += (x - meanA) * (y - meanB)
      aa += (x - meanA) * (x - meanA)
      bb += (y - meanB) * (y - meanB)
    }
    guard aa > 0, bb > 0 else { return nil }
    return min(1, max(-1, ab / (aa * bb).squareRoot()))
  }

  private static func pairs(
    _ a: [Double],
    _ b: [Double]
  ) -> (concordant: Int, discordant: Int, untiedX: Int, untiedY: Int) {
    var (concordant, discordant, untiedX, untiedY) = (0, 0, 0, 0)
    for first in a.indices {
      for second in a.indices.dropFirst(first + 1) {
        let (dx, dy) = (a[first] - a[second], b[first] - b[second])
        if dx != 0 { untiedX += 1 }
        if dy != 0 { untiedY += 1 }
        if dx * dy > 0 { concordant += 1 } else if dx * dy < 0 { discordant += 1 }
      }
    }
    return (concordant, discordant, untiedX, untiedY)
  }

  /// The share of all orders of `b` that relate to `a` at least as closely (Heap's algorithm).
  private static func exactProbability(
    _ a: [Double],
    _ b: [Double],
    observed: Double
  ) -> Double {
    var order = b
    var counters = [Int](repeating: 0, count: b.count)
    var (extreme, all) = (0, 0)
    func count() {
      all += 1
      if let rho = correlation(a, order), abs(rho) >= observed - 1e-12 { extreme += 1 }
    }
    count()
    var level = 1
    while level < order.count {
      guard counters[level] < level else {
        counters[level] = 0
        level += 1
        continue
      }
      order.swapAt(level % 2 == 0 ? 0 : counters[level], level)
      counters[level] += 1
      level = 1
      count()
    }
    return Double(extreme) / Double(all)
  }
}
