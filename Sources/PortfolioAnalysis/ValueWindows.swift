// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// The last months of one value, account by account, gaps counting 0.
package struct ValueWindows: Sendable {
  /// How many of the last twelve months the data reach back to.
  package let monthCount: Int
  private let value: ValueColumn
  private let last: Int
  private let first: Int

  /// Looks at a value up to `asOf`; nil for a value without periods.
  package init?(_ value: ValueColumn, asOf: Period?) {
    guard let asOf, let first = value.periodSums.span?.lowerBound.index, first <= asOf.index
    else { return nil }
    self.value = value
    self.first = first
    last = asOf.index
    monthCount = min(12, last - first + 1)
  }

  /// Whether the data reach back far enough to compare twelve months with the twelve before.
  package var hasPriorYear: Bool { last - first >= 23 }

  /// Puts the last months of an account into `months`, which has `monthCount` places.
  ///
  /// - Returns: false, with nothing of use in `months`, for an account without rows of the value or
  ///   with a missing cell among them.
  package func read(_ row: Int, into months: inout [Double]) -> Bool {
    guard value.rowCounts[row] > 0 else { return false }
    for month in months.indices { months[month] = 0 }
    for sum in value.series(of: row) {
      let age = last - sum.period.index
      guard age >= 0, age < monthCount else { continue }
      guard let amount = sum.sum else { return false }
      months[monthCount - 1 - age] = nearestDouble(amount, decimals: value.decimals)
    }
    return true
  }

  /// The exact sum of the twelve months that end `gap` months before the last; nil for an account
  /// without rows of the value or with a missing cell among them.
  package func yearSum(_ row: Int, endingBefore gap: Int) -> Int128? {
    guard value.rowCounts[row] > 0 else { return nil }
    var total: Int128 = 0
    for sum in value.series(of: row) {
      let age = last - gap - sum.period.index
      guard age >= 0, age < 12 else { continue }
      guard let amount = sum.sum else { return nil }
      total += amount
    }
    return total
  }
}
