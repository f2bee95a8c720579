// SPDX-License-Identifier: Apache-2.0

/// Compromise ranking (VIKOR, Opricovic 1998; Opricovic and Tzeng 2004).
package struct VIKOR: Sendable, Equatable {
  /// Group regret S per account: the sum of weighted regrets.
  package let groupRegret: [Double]
  /// Individual regret R per account: the largest weighted regret.
  package let individualRegret: [Double]
  /// The index Q per account, 0...1; lower is better.
  package let index: [Double]
  /// Per criterion the weighted regrets, the parts of S.
  package let regrets: [[Double]]

  /// Compares the accounts in the columns of utilities or raw values.
  ///
  /// *Definition* A regret is weight (best - f) / (best - worst) per criterion; Q = v (S - min S) /
  /// (max S - min S) + (1 - v)(R - min R) / (max R - min R).
  ///
  /// *Edge cases* A range of 0, of a column or of S or R, adds 0: one account and equal accounts
  /// have Q = 0.
  ///
  /// - Complexity: O(accounts * criteria)
  package init(
    _ columns: [[Double]],
    _ directions: [Criterion.Direction],
    weights: [Double],
    v: Double
  ) {
    let count = columns.first?.count ?? 0
    var parts: [[Double]] = []
    for (j, column) in columns.enumerated() {
      let regret = Self.regret(column, directions[j])
      parts.append(regret.map { weights[j] * $0 })
    }
    var sums = [Double](repeating: 0, count: count)
    var largest = sums
    for part in parts {
      for i in 0..<count {
        sums[i] += part[i]
        largest[i] = max(largest[i], part[i])
      }
    }
    let s = Self.regret(sums, .minimise)
    let r = Self.regret(largest, .minimise)
    regrets = parts
    groupRegret = sums
    individualRegret = largest
    index = (0..<count).map { v * s[$0] + (1 - v) * r[$0] }
  }

  /// How far each value is from the best, as a share of the range; 0 where there is no range.
  private static func regret(_ values: [Double], _ direction: Criterion.Direction) -> [Double] {
    guard let (low, high) = ScaleFormulas.bounds(values), high > low else {
      return [Double](repeating: 0, count: values.count)
    }
    let width = high - low
    return values.map { (direction == .maximise ? high - $0 : $0 - low) / width }
  }
}

extension VIKOR {
  /// The accounts that VIKOR proposes together, and the two conditions behind that.
  package struct Compromise: Sendable, Equatable {
    /// Q of the second minus Q of the first is at least 1 / (m - 1).
    package let hasAdvantage: Bool
    /// The first by Q is also first by S or by R.
    package let isStable: Bool
    /// Account rows in the order of Q: the first alone if both conditions hold, the first two if
    /// only stability fails, else all with Q - Q(first) < 1 / (m - 1).
    package let accounts: [Int]
  }

  /// The compromise set; ties in Q keep the order of the rows.
  ///
  /// - Complexity: O(m log m)
  package var compromise: Compromise {
    let order = ScoreOrder.ascending(index)
    guard let first = order.first, order.count > 1 else {
      return Compromise(hasAdvantage: true, isStable: true, accounts: order)
    }
    let threshold = 1 / Double(order.count - 1)
    // Differences that are 1 / (m - 1) up to rounding count as reaching it.
    let slack = 1e-12
    let hasAdvantage = index[order[1]] - index[first] >= threshold - slack
    let isStable =
      groupRegret[first] == groupRegret.min() || individualRegret[first] == individualRegret.min()
    let accounts: [Int]
    switch (hasAdvantage, isStable) {
    case (true, true): accounts = [first]
    case (true, false): accounts = Array(order.prefix(2))
    default: accounts = order.filter { index[$0] - index[first] < threshold - slack }
    }
    return Compromise(hasAdvantage: hasAdvantage, isStable: isStable, accounts: accounts)
  }
}
