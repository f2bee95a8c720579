// SPDX-License-Identifier: Apache-2.0

extension SumStore {
  /// A column of numbers to be added.
  package struct Column: Sendable {
    /// Where the number of row 0 stands.
    var offset: Int
    /// The value it belongs to.
    var value: Int
    /// The number that is none.
    var none: Int64
    /// The sum of the numbers added so far.
    var sum: Int128 = 0
    /// How many were missing, those whose sum would overflow among them.
    var missing = 0
  }
}
