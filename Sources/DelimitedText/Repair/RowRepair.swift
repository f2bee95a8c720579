// SPDX-License-Identifier: Apache-2.0

/// How a row of another number of fields than the header was read all the same.
///
/// Columns are numbered from 0.
package enum RowRepair: Sendable, Equatable {
  /// An empty field too many before this column was left out.
  case emptyFieldLeftOut(column: Int)
  /// The text of this column holds the delimiter without quotes.
  case delimiterInText(column: Int)
  /// No delimiter stands between this column and the one to its left.
  case delimiterMissing(column: Int)
  /// The row has this delimiter between its fields; the text of `textColumn` holds it, too.
  case otherDelimiter(UInt8, textColumn: Int?)
}

/// The readings of one spoilt row, counted up to two.
struct RowReadings {
  /// One way to read the row.
  enum Reading {
    /// Fields left out, joined or cut as the repair says; `cut` is an offset in the record's bytes.
    case repaired(RowRepair, cut: Int)
    /// A reading that may be meant but is not proven.
    case unproven
  }

  /// The first reading found, and whether it is the only one.
  private(set) var first: Reading?
  private(set) var isOnly = true

  mutating func add(_ reading: Reading) {
    isOnly = first == nil
    if first == nil { first = reading }
  }

  /// The reading, where it is the only one.
  var only: Reading? { isOnly ? first : nil }

  /// Whether nothing more can change the answer.
  var isSettled: Bool { first != nil && !isOnly }
}
