// SPDX-License-Identifier: Apache-2.0

/// Tells cells that begin with a word which no number and no date begins with, as most codes do.
struct LeadingWords {
  /// So many words are remembered.
  private var memo = TextMemo<Bool>(limit: 1 << 12)

  /// Whether a cell can be neither a number nor a date because of its first word.
  mutating func isForeign(to cell: Span<UInt8>) -> Bool {
    var end = 0
    while end < cell.count, (cell[end] | 0x20) &- UInt8(ascii: "a") < 26 { end += 1 }
    // A letter beyond ASCII may go on with the word, and `US$` is no word.
    guard end > 0, end < cell.count, cell[end] < 0x80, cell[end] != UInt8(ascii: "$") else {
      return false
    }
    return memo.fact(of: cell.extracting(0..<end)) { bytes in
      let word = decodedText(of: bytes)
      return NumberWord(word) == nil && CalendarWord(word) == nil
    }
  }
}
