// SPDX-License-Identifier: Apache-2.0

/// The physical lines of a text, whatever ends them.
struct TextLines: Sequence, IteratorProtocol {
  /// One line.
  struct Line {
    /// Its characters.
    var content: Range<Int>
    /// CR, LF, CR LF, or nothing at the end of the text.
    var lineBreak: Range<Int>

    /// Whether the line would be the same if more bytes followed.
    func isWhole(in bytes: [UInt8]) -> Bool {
      guard let last = lineBreak.last else { return false }
      return bytes[last] == 0x0A || last + 1 < bytes.count
    }
  }

  private let bytes: [UInt8]
  private var position: Int

  /// Starts at byte `start`.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    position = start
  }

  /// Whether a byte ends a line.
  static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, !Self.isBreak(bytes[end]) { end += 1 }
    position = Swift.min(bytes.count, end + 1)
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }
    return Line(content: start..<end, lineBreak: end..<position)
  }
}
