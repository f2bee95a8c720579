// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// The months of a cycle, and windows of the same length before and after it.
package struct KPIWindow: Sendable, Equatable {
  /// The cycle's first month.
  package let first: Period
  /// How many months the cycle touches.
  package let months: Int

  /// The months that `cycle` touches; nil without its days.
  package init?(_ cycle: Cycle) {
    guard let days = cycle.days else { return nil }
    first = days.start.period
    months = days.end.period.index - days.start.period.index + 1
  }

  /// The window `shift` cycles later, or earlier where it is negative.
  package func months(shiftedBy shift: Int) -> ClosedRange<Period> {
    let start = first.index + shift * months
    return Period(index: start)...Period(index: start + months - 1)
  }

  /// Whether the data reach over the whole window `shift` cycles away.
  package func isCovered(shiftedBy shift: Int, by known: ClosedRange<Period>) -> Bool {
    let window = months(shiftedBy: shift)
    return known.lowerBound <= window.lowerBound && window.upperBound <= known.upperBound
  }
}

extension ValueColumn {
  /// The months that the data span, up to `asOf`; nil for a value without periods.
  package func span(upTo asOf: Period?) -> ClosedRange<Period>? {
    guard let asOf, let first = periodSums.span?.lowerBound, first <= asOf else { return nil }
    return first...asOf
  }

  /// The sum of one account within `window`; months without rows are 0.
  ///
  /// - Returns: nil for an account without any row of the value, or with a missing cell there.
  package func sum(of row: Int, in window: ClosedRange<Period>) -> Double? {
    let series = series(of: row)
    guard !series.isEmpty else { return nil }
    var total: Int128 = 0
    for entry in series where window.contains(entry.period) {
      guard let sum = entry.sum else { return nil }
      let (next, overflow) = total.addingReportingOverflow(sum)
      guard !overflow else { return nil }
      total = next
    }
    return nearestDouble(total, decimals: decimals)
  }
}
