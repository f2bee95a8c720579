// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Gives numbers the sign that stands in a column beside them; each mark is looked at once.
struct SignReader {
  private let columns: [SignColumn]
  private var known: [TextMemo<Bool?>]
  /// Per column the line of the last unknown mark that was told.
  private var toldLines: [Int]

  /// So many different marks of a column are remembered.
  private static let rememberedMarks = 256

  init(_ columns: [SignColumn]) {
    self.columns = columns
    known = columns.map { _ in TextMemo(limit: Self.rememberedMarks) }
    toldLines = columns.map { _ in 0 }
  }

  /// The number with the sign of its row, nil beside an unknown mark; zero needs no mark.
  ///
  /// Where the mark is empty, that of the rows above counts if `filled` has it.
  mutating func signed(
    _ number: ParsedNumber,
    _ sign: Int?,
    _ record: borrowing Record,
    filled: [Int: String]
  ) -> ParsedNumber? {
    guard let sign, number.value != .zero else { return number }
    let column = columns[sign]
    let isNegative =
      if record.isEmpty(column.index), let mark = filled[column.index] {
        column.isNegative(mark)
      } else {
        known[sign].fact(of: record, column: column.index) { record in
          column.isNegative(record.text(column.index))
        }
      }
    return isNegative.map { $0 ? number.negated : number }
  }

  /// Whether an unknown mark is not told yet: one of a row concerns all its amounts, once.
  mutating func isFirstRefusal(_ sign: Int, line: Int) -> Bool {
    defer { toldLines[sign] = line }
    return toldLines[sign] != line
  }

  /// The number of a totals row, which stands for itself unless a known mark turns it round.
  func signedTotal(
    _ number: ParsedNumber,
    _ sign: Int?,
    _ record: borrowing Record
  ) -> ParsedNumber {
    guard let sign else { return number }
    let column = columns[sign]
    guard !record.isEmpty(column.index), column.isNegative(record.text(column.index)) == true
    else { return number }
    return number.negated
  }
}

extension ParsedNumber {
  /// The same number with the other sign.
  fileprivate var negated: ParsedNumber {
    ParsedNumber(
      ExactDecimal(-value.significand, scale: value.scale),
      isPercent: isPercent,
      currency: currency,
      scaleWord: scaleWord
    )
  }
}
