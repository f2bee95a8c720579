// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// Tells rows that add up others, by their words alone.
package enum TotalMarks {
  /// Whether the row's only words are those of a total.
  package static func isTotal(_ record: borrowing Record, columns: Int) -> Bool {
    var first = 0
    while first < columns, record.isEmpty(first) { first += 1 }
    guard first < columns, TotalsRow.isMark(record.text(first)) else { return false }
    return (first + 1..<columns).allSatisfy { column in
      let text = record.text(column)
      return text.isEmpty || text.utf8.contains { (48...57).contains($0) }
        || TotalsRow.isMark(text) || CurrencyCode.isValid(text)
    }
  }
}
