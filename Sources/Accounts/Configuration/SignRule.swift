// SPDX-License-Identifier: Apache-2.0

/// How a column of marks gives unsigned amounts their sign, as accounting exports have it.
///
/// Which mark reduces depends on the kind of account, so the programme says it: in an export of a
/// revenue account H (credit) is revenue and S (debit) a reversal; in one of customer accounts it is
/// the other way round. Letter case and a full stop after a mark do not count.
public struct SignRule: Sendable, Equatable {
  /// The column of the marks.
  public var column: ColumnReference
  /// Marks that turn an amount round; the empty text stands for an empty cell.
  public var negative: [String]
  /// Marks that leave an amount as it is.
  public var positive: [String]

  /// Reads signs from a column; marks that stand in neither list are findings.
  public init(_ column: ColumnReference, negative: [String], positive: [String]) {
    self.column = column
    self.negative = negative
    self.positive = positive
  }
}
