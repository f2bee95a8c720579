// SPDX-License-Identifier: Apache-2.0
import CScanning

/// Where the rows and fields of a part of a window stand, as far as its rows are regular.
@safe struct RowMarks: ~Copyable {
  /// Rows that end in the part and follow each other.
  private(set) var count = 0
  /// Whether the row after the last is not plainly regular.
  private(set) var isIrregular = false

  private let separators: UnsafeMutablePointer<UInt32>
  private let rowEnds: UnsafeMutablePointer<UInt32>
  private let fieldCount: Int32
  private let dialect: scan_dialect

  /// Room for the rows of a window.
  init(fieldCount: Int, dialect: Dialect, windowSize: Int) {
    self.fieldCount = Int32(fieldCount)
    self.dialect = scan_dialect(delimiter: dialect.delimiter, quote: dialect.quote)
    // The kernel writes sixteen places at a time.
    unsafe separators = .allocate(capacity: windowSize + 17)
    unsafe rowEnds = .allocate(capacity: windowSize)
    unsafe separators.pointee = 0
  }

  deinit {
    unsafe separators.deallocate()
    unsafe rowEnds.deallocate()
  }

  /// Finds the rows that end in `part` of the bytes; a row begins where the part does.
  mutating func find(in bytes: UnsafePointer<UInt8>, _ part: Range<Int>) {
    var marks = unsafe scan_marks(
      separators: separators,
      row_ends: rowEnds,
      row_count: 0,
      is_irregular: false
    )
    unsafe scan_find(dialect, bytes, UInt32(part.lowerBound), UInt32(part.upperBound), &marks)
    count = Int(unsafe marks.row_count)
    isIrregular = unsafe marks.is_irregular
  }

  /// Forgets all rows.
  mutating func clear() {
    count = 0
    isIrregular = false
  }

  /// Offset of the first byte of a row, or after the last.
  func start(ofRow row: Int) -> Int {
    let separator = unsafe separators[separatorBefore(row)]
    return Int(separator &+ 1)
  }

  private func separatorBefore(_ row: Int) -> Int { row == 0 ? 0 : unsafe Int(rowEnds[row - 1]) }

  /// How many rows from `first` on, at most `limit`, have the right number of fields.
  func completeRows(from first: Int, atMost limit: Int) -> Int {
    var row = first
    var before = separatorBefore(first)
    let end = min(count, first + limit)
    while row < end {
      let own = unsafe Int(rowEnds[row])
      guard own - before == Int(fieldCount) else { break }
      before = own
      row += 1
    }
    return row - first
  }

  /// Complete rows as the kernels take them.
  func rows(_ range: Range<Int>, in bytes: UnsafePointer<UInt8>) -> scan_rows {
    unsafe scan_rows(
      bytes: bytes,
      separators: separators + separatorBefore(range.lowerBound),
      count: Int64(range.count),
      field_count: fieldCount,
      quote: dialect.quote
    )
  }
}
