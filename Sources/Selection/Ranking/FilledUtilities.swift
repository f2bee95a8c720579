// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The utilities of the ranked accounts after the policies for missing values.
struct FilledUtilities {
  /// Per criterion one utility per account; nil only where the other criteria are reweighted.
  let columns: [[Double?]]
  /// The same with every interval at its lower end, nil when no value lies in an interval.
  let lowest: [[Double?]]?
  /// The same with every interval at its upper end.
  let highest: [[Double?]]?

  init(_ scaled: [ScaledColumn], of criteria: [Criterion]) {
    let fills = zip(scaled, criteria).map { Fill($0.utilities, $1) }
    columns = fills.map { $0.filled($0.middle) }
    let hasIntervals = fills.contains(where: \.hasInterval)
    lowest = hasIntervals ? fills.map { $0.filled($0.low) } : nil
    highest = hasIntervals ? fills.map { $0.filled($0.high) } : nil
  }

  /// The columns for methods that need a utility everywhere: a gap that reweighting left takes the
  /// account's mean utility by weight, which moves a weighted sum exactly as reweighting does.
  static func complete(_ columns: [[Double?]], weights: [Double]) -> [[Double]] {
    guard columns.contains(where: { $0.contains { $0 == nil } }) else {
      return columns.map { column in column.map { $0 ?? 0 } }
    }
    let means = (0..<(columns.first?.count ?? 0)).map { account in
      var (sum, present) = (0.0, 0.0)
      for (column, weight) in zip(columns, weights) {
        guard let utility = column[account] else { continue }
        sum += weight * utility
        present += weight
      }
      return present > 0 ? sum / present : 0
    }
    return columns.map { column in column.indices.map { column[$0] ?? means[$0] } }
  }

  /// What missing values of one criterion become.
  private struct Fill {
    let utilities: [Double?]
    let low: Double?
    let middle: Double?
    let high: Double?
    let hasInterval: Bool

    init(_ utilities: [Double?], _ criterion: Criterion) {
      self.utilities = utilities
      let present = utilities.compactMap(\.self)
      let observed = ScaleFormulas.bounds(present) ?? (0, 0)
      let isInterval = criterion.missing == .interval
      hasInterval = isInterval && present.count < utilities.count
      switch criterion.missing {
      case .exclude, .reweight: (low, middle, high) = (nil, nil, nil)
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

    func filled(_ replacement: Double?) -> [Double?] {
      guard let replacement else { return utilities }
      return utilities.map { $0 ?? replacement }
    }
  }
}
