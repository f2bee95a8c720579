// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

/// The utilities of the ranked accounts after the policies for missing values.
struct FilledUtilities {
  /// Per criterion one utility per account; nil only where the other criteria are reweighted.
  let columns: [NumberColumn]
  /// The same with every interval at its lower end, nil when no value lies in an interval.
  let lowest: [NumberColumn]?
  /// The same with every interval at its upper end.
  let highest: [NumberColumn]?

  init(_ scaled: [ScaledColumn], of criteria: [Criterion]) {
    let fills = zip(scaled, criteria).map { Fill($0.utilities, $1) }
    columns = fills.map { $0.filled($0.middle) }
    let hasIntervals = fills.contains(where: \.hasInterval)
    lowest = hasIntervals ? fills.map { $0.filled($0.low) } : nil
    highest = hasIntervals ? fills.map { $0.filled($0.high) } : nil
  }

  /// The columns for methods that need a utility everywhere: a gap that reweighting left takes the
  /// account's mean utility by weight, which moves a weighted sum exactly as reweighting does.
  ///
  /// Columns that nobody else holds are filled where they lie.
  static func complete(_ columns: consuming [NumberColumn], weights: [Double]) -> [[Double]] {
    let hasGaps = columns.map { !$0.isComplete }
    var complete: [[Double]] = []
    for j in columns.indices {
      complete.append(columns[j].numbers)
      columns[j].numbers = []
    }
    guard hasGaps.contains(true) else { return complete }
    let means = Self.means(of: complete, weights: weights)
    for j in complete.indices where hasGaps[j] {
      var column = complete[j].mutableSpan
      for account in column.indices where column[account].isNaN {
        column[account] = means[account]
      }
    }
    return complete
  }

  /// Per account the mean by weight of what it has, 0 where it has nothing.
  private static func means(of columns: [[Double]], weights: [Double]) -> [Double] {
    var means = [Double](repeating: 0, count: columns.first?.count ?? 0)
    var present = means
    var sums = means.mutableSpan
    var shares = present.mutableSpan
    for (column, weight) in zip(columns, weights) {
      for account in column.indices where !column[account].isNaN {
        sums[account] += weight * column[account]
        shares[account] += weight
      }
    }
    for account in sums.indices {
      sums[account] = shares[account] > 0 ? sums[account] / shares[account] : 0
    }
    return means
  }

  /// What missing values of one criterion become.
  private struct Fill {
    let utilities: NumberColumn
    var low: Double?
    var middle: Double?
    var high: Double?
    let hasInterval: Bool

    init(_ utilities: NumberColumn, _ criterion: Criterion) {
      self.utilities = utilities
      let isFilled = criterion.missing != .exclude && criterion.missing != .reweight
      hasInterval = criterion.missing == .interval && !utilities.isComplete
      guard isFilled, !utilities.isComplete else { return }
      let present = utilities.numbers.filter { !$0.isNaN }
      let observed = ScaleFormulas.bounds(present) ?? (0, 0)
      switch criterion.missing {
      case .exclude, .reweight: return
      case .worst:
        let worst = criterion.scale.dependsOnData ? observed.low : 0
        (low, middle, high) = (worst, worst, worst)
      case .median:
        let median = Quantiles.median(present) ?? 0
        (low, middle, high) = (median, median, median)
      case .interval:
        let range = criterion.scale.bounds ?? observed.low...observed.high
        let mean = range.lowerBound + (range.upperBound - range.lowerBound) / 2
        (low, middle, high) = (range.lowerBound, mean, range.upperBound)
      }
    }

    func filled(_ replacement: Double?) -> NumberColumn {
      guard let replacement else { return utilities }
      return NumberColumn(numbers: utilities.numbers.map { $0.isNaN ? replacement : $0 })
    }
  }
}
