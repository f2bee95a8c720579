// SPDX-License-Identifier: Apache-2.0

/// Compromise ranking (VIKOR, Opricovic 1998; Opricovic and Tzeng 2004).
package struct VIKOR: Sendable, Equatable {
  /// Group regret S per account: the sum of weighted regrets.
  package let groupRegret: [Double]
  /// Individual regret R per account: the largest weighted regret.
  package let individualRegret: [Double]
  /// The index Q per account, 0...1; lower is better.
  package let index: [Double]
  private let columns: [[Double]]
  private let criteria: [Regret]

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
    let criteria = columns.indices.map { Regret(columns[$0], directions[$0], weight: weights[$0]) }
    var individualRegret: [Double] = []
    individualRegret.reserveCapacity(columns.first?.count ?? 0)
    let groupRegret = AccountBlocks.gathered(columns) { rows, sums in
      var largest = [Double](repeating: 0, count: rows.count)
      for (criterion, column) in zip(criteria, columns) {
        criterion.add(column, rows, to: &sums, raising: &largest)
      }
      individualRegret += largest
    }
    let s = Regret(groupRegret, .minimise, weight: v)
    let r = Regret(individualRegret, .minimise, weight: 1 - v)
    index = zip(groupRegret, individualRegret).map { s.of($0) + r.of($1) }
    self.groupRegret = groupRegret
    self.individualRegret = individualRegret
    self.columns = columns
    self.criteria = criteria
  }

  /// The weighted regrets of one criterion, its part of S.
  package func regrets(of criterion: Int) -> [Double] {
    let regret = criteria[criterion]
    return columns[criterion].map { regret.of($0) }
  }

  /// How far values are from the best of a column, as a share of the range, times a weight; 0 where
  /// there is no range.
  private struct Regret: Equatable {
    private let low: Double
    private let high: Double
    private let direction: Criterion.Direction
    private let weight: Double

    init(_ values: [Double], _ direction: Criterion.Direction, weight: Double) {
      (low, high) = ScaleFormulas.bounds(values) ?? (0, 0)
      self.direction = direction
      self.weight = weight
    }

    @inline(__always)
    func of(_ value: Double) -> Double {
      guard high > low else { return weight * 0 }
      return switch direction {
      case .maximise: weight * ((high - value) / (high - low))
      case .minimise: weight * ((value - low) / (high - low))
      }
    }

    /// Adds the regrets of some accounts to sums, and keeps the largest ones.
    func add(
      _ column: [Double],
      _ rows: Range<Int>,
      to sums: inout [Double],
      raising largest: inout [Double]
    ) {
      precondition(rows.count == sums.count && rows.count == largest.count, "one for each account")
      let values = column.span.extracting(rows)
      var sums = sums.mutableSpan
      var largest = largest.mutableSpan
      for i in values.indices {
        let regret = of(values[i])
        sums[i] += regret
        largest[i] = max(largest[i], regret)
      }
    }
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
