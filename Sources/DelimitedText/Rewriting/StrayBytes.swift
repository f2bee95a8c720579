// SPDX-License-Identifier: Apache-2.0

/// Bytes that do not belong into a text, so few of them that the rest is worth reading.
///
/// Parts of several systems put together, or fields cut in the middle of a letter, leave a few bytes
/// of another encoding in UTF-8; fields of fixed length leave NUL bytes.
package struct StrayBytes: Sendable, Equatable {
  /// NUL bytes, which were left out.
  package var nuls = 0
  /// Bytes that are no UTF-8, which were read as windows-1252.
  package var foreign = 0
  /// Physical line of the first of them.
  package var line = 0
}

extension StrayBytes {
  /// One NUL byte in so many is an accident; more of them make a file binary.
  private static let bytesPerNul = 1000
  /// So much of a file shows what its strange bytes are.
  private static let windowSize = 1 << 20

  /// Whether so many NUL bytes are few among `count`.
  static func areFew(nuls: Int, among count: Int) -> Bool { nuls * bytesPerNul <= count }

  /// Whether a text may have NUL bytes by accident, by what follows the first of them.
  static func areFew(nulsFrom first: Int, in content: FileContent) -> Bool {
    let end = min(content.count, first + windowSize)
    let window = content.bytes(max(0, end - windowSize)..<end)
    return areFew(nuls: window.count { $0 == 0 }, among: window.count)
  }

  /// Whether a text is UTF-8 in spite of its first invalid byte: around there whole sequences
  /// outnumber the bytes that are none.
  ///
  /// In windows-1252 sequences are rare, and `„Spaß“` has a byte that is none for each of them.
  static func isUTF8(around invalid: Int, in content: FileContent) -> Bool {
    let start = max(0, invalid - windowSize / 2)
    let window = content.bytes(start..<min(content.count, invalid + windowSize / 2))
    var (position, whole, foreign) = (0, 0, 0)
    while position < window.count {
      guard window[position] >= 0x80 else {
        position += 1
        continue
      }
      let length = EncodingScan.sequenceLength(in: window, at: position)
      if length == 0 { foreign += 1 } else { whole += 1 }
      position += max(1, length)
    }
    return whole > foreign
  }
}

/// Leaves NUL bytes out and makes UTF-8 of bytes of windows-1252 among UTF-8.
struct StrayByteRewriting: TextRewriting {
  /// What was found so far.
  private(set) var strays = StrayBytes()
  private var line = 1
  private var isAfterReturn = false
  private let codePage = CodePage(.windows1252)

  mutating func rewrite(_ part: [UInt8], _ end: PartEnd, into result: inout [UInt8]) -> Int {
    var position = 0
    while position < part.count {
      let byte = part[position]
      guard byte == 0 || byte >= 0x80 else {
        result.append(byte)
        count(lineBreak: byte)
        position += 1
        continue
      }
      // A sequence may go on in the next part.
      if byte != 0, end != .last, position + 4 > part.count { break }
      position += take(part, at: position, into: &result)
    }
    return position
  }

  /// Takes a NUL byte, a sequence or a byte that is none; says how many bytes these are.
  private mutating func take(
    _ part: [UInt8],
    at position: Int,
    into result: inout [UInt8]
  ) -> Int {
    let byte = part[position]
    let length = byte == 0 ? 0 : EncodingScan.sequenceLength(in: part, at: position)
    guard length == 0 else {
      result += part[position..<position + length]
      return length
    }
    if strays.line == 0 { strays.line = line }
    if byte == 0 {
      strays.nuls += 1
    } else {
      strays.foreign += 1
      result += codePage.utf8(from: [byte])
    }
    return 1
  }

  /// Counts CR, LF and CR LF each as one line break.
  private mutating func count(lineBreak byte: UInt8) {
    let isReturn = byte == UInt8(ascii: "\r")
    if isReturn || byte == UInt8(ascii: "\n") && !isAfterReturn { line += 1 }
    isAfterReturn = isReturn
  }
}
