// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Tells rows that add up others, by their words alone.
struct TotalMarks {
  /// Whether the texts of each column are a total's word or mark.
  private var memos: [TextMemo<Bool>]

  init(columns: Int, rememberedTexts: Int) {
    memos = (0..<columns).map { _ in TextMemo(limit: rememberedTexts) }
  }

  /// Whether the row's only words are those of a total.
  mutating func isTotal(_ record: borrowing Record) -> Bool {
    var first = 0
    while first < memos.count, record.isEmpty(first) { first += 1 }
    guard first < memos.count else { return false }
    let isMarked = memos[first].fact(of: record, column: first) { record in
      TotalsRow.isMark(record.text(first))
    }
    guard isMarked else { return false }
    return (first + 1..<memos.count).allSatisfy { column in
      let text = record.text(column)
      return text.isEmpty || text.utf8.contains { (48...57).contains($0) }
        || TotalsRow.isMark(text) || CurrencyCode.isValid(text)
    }
  }
}
