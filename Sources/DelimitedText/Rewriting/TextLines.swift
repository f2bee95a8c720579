// SPDX-License-Identifier: Apache-2.0

/// The physical lines of a text, whatever ends them.
struct TextLines: Sequence, IteratorProtocol {
  /// One line.
  struct Line {
    /// Its characters.
    var content: Range<Int>
    /// CR, LF, CR LF, or nothing at the end of the text.
    var lineBreak: Range<Int>
  }

  private let bytes: [UInt8]
  private var position: Int

  /// Starts at byte `start`.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    position = start
  }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    position = Swift.min(bytes.count, end + 1)
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }
    return Line(content: start..<end, lineBreak: end..<position)
  }
}
