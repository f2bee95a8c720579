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
    let parts = columns.indices.map { j in
      let weight = weights[j]
      return Self.regret(columns[j], directions[j]) { weight * $0 }
    }
    groupRegret = AccountBlocks.gathered(parts) { rows, sums in
      for part in parts { Self.add(part, rows, to: &sums) }
    }
    individualRegret = AccountBlocks.gathered(parts) { rows, largest in
      for part in parts { Self.raise(&largest, to: part, rows) }
    }
    regrets = parts
    let s = Self.regret(groupRegret, .minimise) { v * $0 }
    let r = Self.regret(individualRegret, .minimise) { (1 - v) * $0 }
    index = zip(s, r).map { $0 + $1 }
  }

  /// How far each value is from the best, as a share of the range; 0 where there is no range.
  private static func regret(
    _ values: [Double],
    _ direction: Criterion.Direction,
    weighted: (Double) -> Double
  ) -> [Double] {
    guard let (low, high) = ScaleFormulas.bounds(values), high > low else {
      return [Double](repeating: weighted(0), count: values.count)
    }
    let width = high - low
    return switch direction {
    case .maximise: values.map { weighted((high - $0) / width) }
    case .minimise: values.map { weighted(($0 - low) / width) }
    }
  }

  private static func add(_ part: [Double], _ rows: Range<Int>, to numbers: inout [Double]) {
    precondition(rows.count == numbers.count, "a sum for each account")
    let values = part.span.extracting(rows)
    var sums = numbers.mutableSpan
    for i in values.indices { sums[i] += values[i] }
  }

  private static func raise(_ numbers: inout [Double], to part: [Double], _ rows: Range<Int>) {
    precondition(rows.count == numbers.count, "a number for each account")
    let values = part.span.extracting(rows)
    var largest = numbers.mutableSpan
    for i in values.indices { largest[i] = max(largest[i], values[i]) }
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
  /// - Complexity: O(m), and O(k log k) for k accounts without a clear first.
  package var compromise: Compromise {
    guard let first = lowest(), let second = lowest(but: first) else {
      return Compromise(hasAdvantage: true, isStable: true, accounts: Array(index.indices))
    }
    let threshold = 1 / Double(index.count - 1)
    // Differences that are 1 / (m - 1) up to rounding count as reaching it.
    let slack = 1e-12
    let hasAdvantage = index[second] - index[first] >= threshold - slack
    let isStable =
      groupRegret[first] == groupRegret.min() || individualRegret[first] == individualRegret.min()
    let accounts: [Int]
    switch (hasAdvantage, isStable) {
    case (true, true): accounts = [first]
    case (true, false): accounts = [first, second]
    default:
      accounts = index.indices.filter { index[$0] - index[first] < threshold - slack }
        .sorted { (index[$0], $0) < (index[$1], $1) }
    }
    return Compromise(hasAdvantage: hasAdvantage, isStable: isStable, accounts: accounts)
  }

  /// The first account with the lowest index, `other` left out; nil where there is none.
  private func lowest(but other: Int? = nil) -> Int? {
    var found: Int?
    for i in index.indices where i != other && index[i] < found.map({ index[$0] }) ?? .infinity {
      found = i
    }
    return found
  }
}
