// SPDX-License-Identifier: Apache-2.0
import CScanning

extension RowChunk {
  /// Calls `body` with each complete row's text in a field, without its quotes, while it says true.
  func forEachText(
    of field: Int,
    in rows: Range<Int>,
    _ body: (_ row: Int, _ text: Span<UInt8>) -> Bool
  ) {
    let (all, quote) = (bytes.span, dialect.quote)
    let isLast = field + 1 == fieldCount
    var separator = separatorBefore(rows.lowerBound) + field
    for row in rows {
      var (start, end) = (Int(separators[separator] &+ 1), Int(separators[separator + 1]))
      separator += fieldCount
      if isLast, end > start, all[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      // A regular field that opens a quote closes it at its end.
      let isQuoted = end - start >= 2 && all[start] == quote
      if isQuoted { (start, end) = (start + 1, end - 1) }
      if isQuoted, bytes[start..<end].contains(quote) {
        guard body(row, bytes[start..<end].collapsingDoubled(quote).span) else { return }
      } else {
        guard body(row, all.extracting(start..<end)) else { return }
      }
    }
  }
}
