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

  /// Calls `body` with the content of each complete row's field, as records show it, while it says
  /// true.
  func forEachContent(
    of field: Int,
    in rows: Range<Int>,
    _ codePage: CodePage?,
    _ body: (_ row: Int, _ cell: Span<UInt8>) -> Bool
  ) {
    forEachText(of: field, in: rows) { row, text in
      if let codePage, text.indices.contains(where: { text[$0] >= 0x80 }) {
        let decoded = codePage.utf8(from: text.indices.map { text[$0] })
        return body(row, decoded.span.extracting(contentRange(of: decoded.span)))
      }
      return body(row, text.extracting(contentRange(of: text)))
    }
  }

  /// Notes in `numbers` which text of a table each of some complete rows has, and in `flags` those
  /// that need a look.
  func number(
    _ rows: Range<Int>,
    with table: inout TextTable,
    _ numbers: inout [Int32],
    _ flags: inout [UInt8]
  ) {
    precondition(numbers.count >= rows.count && flags.count >= rows.count, "\(rows)")
    unsafe withRows(rows) { rows in
      unsafe numbers.withUnsafeMutableBufferPointer { numbers in
        unsafe flags.withUnsafeMutableBufferPointer { flags in
          guard let numbers = numbers.baseAddress, let flags = flags.baseAddress else { return }
          unsafe table.number(rows, numbers, flags)
        }
      }
    }
  }

  /// The first of some complete rows with a point or comma before a digit in a field; nil without
  /// one.
  func firstRow(in rows: Range<Int>, withNumberMarkIn field: Int) -> Int? {
    let found = unsafe withRows(rows) { all in
      var all = unsafe all
      return unsafe Int(scan_number_marks(&all, Int32(field)))
    }
    return found < rows.count ? rows.lowerBound + found : nil
  }
}
