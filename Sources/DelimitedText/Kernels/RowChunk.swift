// SPDX-License-Identifier: Apache-2.0
import CScanning

/// A part of a file and the rows that begin in it, marked and read as far as they are regular.
///
/// Its storage is used again for one part after the other. All parts but the last have the same
/// size, so where a part lies depends on no row; a row that crosses the end belongs to the part
/// where it begins.
struct RowChunk: Sendable {
  /// The size of parts: more than the cache of a core is too much, and each costs a call of the
  /// system.
  static let size = 1 << 18

  /// Bytes after the part that are read with it, since its last row may cross the end.
  private static let usualRow = 1 << 10

  /// The number of the part in its file.
  private(set) var number = -1
  /// The part of the file whose rows these are.
  private(set) var range: Range<Int> = 0..<0
  /// Offset in the file of the first row; nil when none begins here.
  private(set) var start: Int?
  /// Offset in the file of the row after the last one marked.
  private(set) var end = 0
  /// Rows that are marked and follow each other.
  private(set) var count = 0

  /// What is known of each row.
  var flags: [UInt8] = []
  /// The number of the text in column `c` of row `r` at `c * stride + r`, as the parser numbers them.
  var texts: [Int32] = []
  /// The number in column `c` of row `r` at `c * stride + r`.
  var numbers: [Int64] = []
  /// How far columns lie apart.
  private(set) var stride = 0
  /// Per column how many texts the parser knew when it had read the rows.
  var textCounts: [Int] = []

  private let size: Int
  let fieldCount: Int
  let dialect: scan_dialect
  /// The byte before the part, the part, and the rest of its last row.
  private(set) var bytes: [UInt8]
  /// Offset in the file of the first byte.
  private var offset = 0
  /// How many bytes are there.
  private var byteCount = 0
  private(set) var separators: [UInt32]
  private var rowEnds: [UInt32]

  /// Room for a part of `size` bytes.
  init(size: Int, fieldCount: Int, dialect: Dialect) {
    self.size = size
    self.fieldCount = fieldCount
    self.dialect = scan_dialect(delimiter: dialect.delimiter, quote: dialect.quote)
    // Memory that is never written to is never taken.
    let most = 2 * size + 1
    bytes = unsafe Array(unsafeUninitializedCapacity: most) { _, count in count = most }
    // The kernel writes sixteen places at a time.
    separators = unsafe Array(unsafeUninitializedCapacity: most + 17) { _, count in
      count = most + 17
    }
    rowEnds = unsafe Array(unsafeUninitializedCapacity: most) { _, count in count = most }
    separators[0] = 0
  }

  /// No part, and no room for any.
  init() { self.init(size: 0, fieldCount: 0, dialect: Dialect(delimiter: 0, quote: 0)) }

  /// Whether there is room for a part.
  var hasRoom: Bool { size > 0 }

  // MARK: Bytes

  /// Takes the part of this number; rows begin at `first` in the file at the earliest.
  mutating func load(_ number: Int, of content: FileContent, first: Int) {
    self.number = number
    range = number * size..<min((number + 1) * size, content.count)
    offset = max(0, range.lowerBound - 1)
    byteCount = 0
    add(upTo: range.upperBound + Self.usualRow, of: content)
    loadRestOfLastRow(of: content)
    start = first >= range.lowerBound ? first : startOfFirstRow
    count = 0
    end = start ?? range.upperBound
  }

  /// Adds the bytes of the file that follow, as far as there is room.
  private mutating func add(upTo end: Int, of content: FileContent) {
    let new = byteCount..<max(byteCount, min(end - offset, content.count - offset, bytes.count))
    let part = offset + new.lowerBound..<offset + new.upperBound
    unsafe bytes.withUnsafeMutableBytes { all in
      unsafe content.copy(part, into: UnsafeMutableRawBufferPointer(rebasing: all[new]))
    }
    byteCount = new.upperBound
  }

  /// Copies the bytes of the file in `place` into `target`; false where they are not all here.
  func copy(_ place: Range<Int>, into target: inout [UInt8]) -> Bool {
    guard offset <= place.lowerBound, place.upperBound <= offset + byteCount else { return false }
    target.removeAll(keepingCapacity: true)
    target += bytes[place.lowerBound - offset..<place.upperBound - offset]
    return true
  }

  /// The part of the file, without what comes before and after.
  func withPart(_ body: (UnsafeRawBufferPointer) -> Void) {
    unsafe bytes.withUnsafeBytes { all in
      let first = range.lowerBound - offset
      unsafe body(.init(rebasing: all[first..<first + range.count]))
    }
  }

  /// Ends the bytes with the first line feed that ends the part or follows it, and adds what is
  /// missing to get there.
  private mutating func loadRestOfLastRow(of content: FileContent) {
    var known = max(0, range.upperBound - offset - 1)
    while known < byteCount {
      if let feed = bytes[known..<byteCount].firstIndex(of: UInt8(ascii: "\n")) {
        byteCount = feed + 1
        return
      }
      known = byteCount
      add(upTo: offset + 2 * byteCount, of: content)
    }
  }

  /// After the first line feed from the byte before the part on, which may stand inside quotes:
  /// whoever comes from the part before knows better.
  private var startOfFirstRow: Int? {
    guard range.lowerBound > 0 else { return 0 }
    let own = bytes[..<(range.upperBound - offset)]
    guard let feed = own.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let start = offset + feed + 1
    return start < range.upperBound ? start : nil
  }

  // MARK: Marks

  /// Finds the rows from `start` on, which lies in the part.
  mutating func mark(from start: Int) {
    precondition(range.contains(start), "\(start) lies outside \(range)")
    self.start = start
    let (first, last) = (UInt32(start - offset), UInt32(byteCount))
    let dialect = dialect
    count = unsafe separators.withUnsafeMutableBufferPointer { separators in
      unsafe rowEnds.withUnsafeMutableBufferPointer { rowEnds in
        var marks = unsafe scan_marks(
          separators: separators.baseAddress,
          row_ends: rowEnds.baseAddress,
          row_count: 0,
          is_irregular: false
        )
        unsafe scan_find(dialect, bytes, first, last, &marks)
        return unsafe Int(marks.row_count)
      }
    }
    end = self.start(ofRow: count)
  }

  /// Has no rows any more; the next one stands at `position` in the file.
  mutating func skip(to position: Int) {
    count = 0
    end = position
  }

  /// Offset in the file of the first byte of a row, or after the last.
  func start(ofRow row: Int) -> Int {
    offset + Int(separators[separatorBefore(row)] &+ 1)
  }

  /// Which separator stands before a row.
  func separatorBefore(_ row: Int) -> Int { row == 0 ? 0 : Int(rowEnds[row - 1]) }

  /// How many rows from `first` on have the right number of fields.
  func completeRows(from first: Int) -> Int {
    var before = separatorBefore(first)
    for row in first..<count {
      let own = Int(rowEnds[row])
      guard own - before == fieldCount else { return row - first }
      before = own
    }
    return count - first
  }

  /// Makes room for what is read of the rows.
  mutating func makeRoom(texts textCount: Int, numbers numberCount: Int) {
    if count > stride {
      stride = count + count / 8
      flags = Array(repeating: 0, count: stride)
      texts = Array(repeating: 0, count: textCount * stride)
      numbers = Array(repeating: 0, count: numberCount * stride)
    }
    for row in 0..<count { flags[row] = 0 }
  }

  /// Complete rows as the kernels take them.
  func withRows<Answer>(_ rows: Range<Int>, _ body: (scan_rows) -> Answer) -> Answer {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe separators.withUnsafeBufferPointer { separators in
        let rows = unsafe scan_rows(
          bytes: bytes.baseAddress,
          separators: separators.baseAddress.map {
            unsafe $0 + separatorBefore(rows.lowerBound)
          },
          count: Int64(rows.count),
          field_count: Int32(fieldCount),
          quote: dialect.quote
        )
        return unsafe body(rows)
      }
    }
  }

  /// Calls `body` with the bytes of a field of a complete row.
  func withText<Answer>(_ row: Int, field: Int, _ body: (Span<UInt8>) -> Answer) -> Answer {
    var (start, length) = (UInt32(0), UInt32(0))
    unsafe withRows(row..<row + 1) { rows in
      var rows = unsafe rows
      unsafe scan_text_range(&rows, 0, Int32(field), &start, &length)
    }
    return body(bytes.span.extracting(Int(start)..<Int(start + length)))
  }

  /// Offset in the file after the next line feed from `start` on, or the end of what is here; at
  /// least one more than `start`.
  func lineEnd(from start: Int) -> Int {
    let rest = max(0, start - offset)..<max(0, start - offset, byteCount)
    let feed = bytes[rest].firstIndex(of: UInt8(ascii: "\n")) ?? rest.upperBound
    return max(offset + feed, start) + 1
  }
}
