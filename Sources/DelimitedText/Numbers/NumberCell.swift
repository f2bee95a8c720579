// SPDX-License-Identifier: Apache-2.0

/// What a cell of a number column holds.
package enum NumberCell: Sendable, Equatable {
  /// Nothing: blank, `-` or `n/a`; with `marker` a text that stands for nothing, such as `n. b.`,
  /// `#NV` or `NULL`.
  case missing(marker: Bool)
  /// A number.
  case number(ParsedNumber)
  /// Anything else.
  case invalid(NumberProblem)
}

/// A number as it stands in a cell, with what stood around it.
package struct ParsedNumber: Sendable, Equatable {
  /// The number, neither divided by 100 for a percent sign nor multiplied by a scale word.
  package var value: ExactDecimal
  /// Whether a percent sign stands in the cell.
  package var isPercent: Bool
  /// The ISO 4217 code of the currency named in the cell.
  package var currency: String?
  /// What a word in the cell multiplies by: 1000 for `T€`, `TEUR`, `Tsd.`, a million for `Mio.`, a
  /// billion (10^9) for `Mrd.`.
  package var scaleWord: ExactDecimal?

  /// Describes a number.
  package init(
    _ value: ExactDecimal,
    isPercent: Bool = false,
    currency: String? = nil,
    scaleWord: ExactDecimal? = nil
  ) {
    self.value = value
    self.isPercent = isPercent
    self.currency = currency
    self.scaleWord = scaleWord
  }
}

/// Why a cell is no number.
package enum NumberProblem: Sendable, Equatable {
  /// No number stands there.
  case notANumber
  /// A number of the other style, such as `1,234.56` where the comma is the decimal mark.
  case conflictingStyle
  /// The report cut the number: `*34.567,89` or `####`.
  case truncated
  /// The number has more digits than 38.
  case overflow
  /// `NaN` or an infinity.
  case notFinite
  /// A scale letter alone, such as `12k`, which may mean several things.
  case bareScaleLetter
  /// A day or month, which is what spreadsheets make of numbers such as `1.2`.
  case spreadsheetDate
}
