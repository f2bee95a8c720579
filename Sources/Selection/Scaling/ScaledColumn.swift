// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// The utilities of one criterion, and what had to be said about its values on the way.
package struct ScaledColumn: Sendable, Equatable {
  /// Why a scale has no meaning for a column; every present value then counts 0.
  package enum Refusal: Sendable, Equatable {
    /// The scale divides by a sum or maximum and some value is below 0.
    case negativeValues
    /// The scale divides by each value and some value is 0 or less.
    case valuesNotPositive
    /// The formula left the range of numbers.
    case outOfRange
  }

  /// One utility per account, nil where the value is missing or was dropped.
  package var utilities: NumberColumn
  /// Whether all present values are equal, on a scale that looks at the others' values.
  package var isConstant: Bool
  /// How many values lay beyond fixed bounds and were cut to them.
  package var clamped: Int
  /// How many values the logarithm had to drop because they are 0 or less.
  package var dropped: Int
  /// Why the scale was refused, if it was.
  package var refusal: Refusal?

  package init(utilities: NumberColumn) {
    self.utilities = utilities
    isConstant = false
    clamped = 0
    dropped = 0
  }
}
