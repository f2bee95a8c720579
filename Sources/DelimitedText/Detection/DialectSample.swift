// SPDX-License-Identifier: Apache-2.0

/// The first part of a text, as whole lines, from which its dialect is judged.
struct DialectSample {
  private static let size = 1 << 16

  /// The bytes, from the first after the byte order mark.
  let bytes: [UInt8]

  /// Takes the lines that fit into the first 64 KiB after `start`, or the first 64 KiB of one line.
  init(_ text: [UInt8], from start: Int) {
    let end = min(text.count, start + Self.size)
    let window = text[start..<end]
    if end < text.count, let cut = window.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      bytes = Array(window[...cut])
    } else {
      bytes = Array(window)
    }
  }

  /// How the lines of the sample end.
  var newlineStyle: NewlineStyle {
    var counts = (lineFeed: 0, both: 0, carriageReturn: 0)
    var previous: UInt8 = 0
    for byte in bytes {
      switch (previous, byte) {
      case (0x0D, 0x0A):
        counts.carriageReturn -= 1
        counts.both += 1
      case (_, 0x0A): counts.lineFeed += 1
      case (_, 0x0D): counts.carriageReturn += 1
      default: break
      }
      previous = byte
    }
    switch (counts.lineFeed > 0, counts.both > 0, counts.carriageReturn > 0) {
    case (_, false, false): return .lineFeed
    case (false, true, false): return .carriageReturnLineFeed
    case (false, false, true): return .carriageReturn
    default: return .mixed
    }
  }

  /// The delimiter that a first line such as `sep=;` names, if there is one.
  var namedDelimiter: UInt8? {
    var line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    if line.first == UInt8(ascii: "\""), line.last == UInt8(ascii: "\""), line.count > 2 {
      line = line.dropFirst().dropLast()
    }
    guard line.count >= 5, Array(line.prefix(4)).elementsEqual("sep=".utf8, by: Self.isSameLetter)
    else { return nil }
    let rest = line.dropFirst(4)
    // Spreadsheets pad the line with the delimiter itself when they write it back.
    guard let delimiter = rest.first, rest.allSatisfy({ $0 == delimiter }) else { return nil }
    return DialectDetector.isUsable(delimiter) ? delimiter : nil
  }

  private static func isSameLetter(_ byte: UInt8, _ letter: UInt8) -> Bool {
    byte | 0x20 == letter | 0x20
  }
}
