// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// What the cells of a column are.
package enum ColumnKind: String, Sendable {
  /// No cell holds anything.
  case empty
  /// Codes and numbers that identify something.
  case id
  /// Names of accounts.
  case name
  /// Any other words.
  case text
  /// Money.
  case amount
  /// Numbers without a currency.
  case number
  /// Shares in percent.
  case percent
  /// Currency codes.
  case currency
  /// Days.
  case date
  /// Months, quarters or years.
  case period
}

/// What was understood of one column of a file.
package struct ColumnProfile: Sendable, Equatable {
  /// The header's text.
  package var header: String
  /// The place in the file, from 0.
  package var index: Int
  /// Which of several columns with this header, from 1.
  package var occurrence: Int
  /// What the cells are.
  package var kind: ColumnKind
  /// Data rows of the file.
  package var rows: Int
  /// Rows without a value here.
  package var missing: Int
  /// How many different texts there are; nil beyond the number that is kept.
  package var distinct: Int?
  /// The smallest number or day, as text.
  package var minimum: String?
  /// The largest number or day, as text.
  package var maximum: String?
  /// How numbers or dates are written, such as `1.234,56`; nil where nothing depends on it.
  package var style: String?
  /// The first different texts, in file order.
  package var samples: [String]
  /// How often each text occurs; empty when there are too many.
  package var counts: [String: Int]
  /// The smallest number, nil where there is none.
  package var smallest: ExactDecimal?
  /// The largest number, nil where there is none.
  package var largest: ExactDecimal?
  /// The only currency that stands in its cells, nil for none or several.
  package var currency: String?

  /// What the header says the column is for; judgements are for nothing but themselves.
  var role: (role: ColumnRole, fit: Int)? { rating == nil ? ColumnRole.match(header) : nil }

  /// The scale of judgements where the header names one and all numbers lie on it.
  var rating: HeaderRating? {
    guard kind == .number || kind == .amount, let scale = HeaderRating(header),
      let smallest, let largest, ExactDecimal(Int128(scale.low), scale: 0) <= smallest,
      largest <= ExactDecimal(Int128(scale.high), scale: 0)
    else { return nil }
    return scale
  }

  /// Whether no text occurs twice.
  var isUnique: Bool { distinct == rows - missing && rows > missing }
}
