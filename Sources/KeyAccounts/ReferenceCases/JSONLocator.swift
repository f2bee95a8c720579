// SPDX-License-Identifier: Apache-2.0
import Reporting

/// One step into a JSON document.
package enum JSONStep: Sendable, Hashable {
  case member(String)
  case element(Int)
}

/// Finds where a value stands in the text of a JSON document.
///
/// It is asked only when something has to be reported, so it reads the text again instead of making
/// every value carry its place. The text must have been parsed before; on any other it stops at the
/// nearest place it still understands.
struct JSONLocator {
  private let bytes: [UInt8]
  private var offset = 0

  /// Line and column, 1-based and in bytes, of the value at `path`; of the last step that exists
  /// where the path leads nowhere.
  static func place(of path: [JSONStep], in bytes: [UInt8]) -> (line: Int, column: Int) {
    var locator = JSONLocator(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { locator.offset = 3 }
    locator.skipBlanks()
    var found = locator.offset
    for step in path {
      guard locator.enter(step) else { break }
      found = locator.offset
    }
    let before = bytes[..<found]
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return (before.count { $0 == 10 } + 1, found - start + 1)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Moves from the start of a value to the start of a value inside it.
  private mutating func enter(_ step: JSONStep) -> Bool {
    switch step {
    case .element(let index):
      guard take("[") else { return false }
      for _ in 0..<index {
        skipValue()
        guard take(",") else { return false }
      }
    case .member(let name):
      guard take("{") else { return false }
      while readName() != name {
        skipValue()
        guard take(",") else { return false }
      }
    }
    skipBlanks()
    return current != nil
  }

  /// Reads a name and its colon, nil where there is none; escapes are resolved by the parser.
  private mutating func readName() -> String? {
    skipBlanks()
    let start = offset
    skipString()
    guard offset > start,
      case .string(let name)? = try? JSONParser.parse(Array(bytes[start..<offset]))
    else { return nil }
    return take(":") ? name : nil
  }

  /// Moves past one value, counting brackets.
  private mutating func skipValue() {
    var depth = 0
    skipBlanks()
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        offset += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard depth > 0 else { return }
        depth -= 1
        offset += 1
      case UInt8(ascii: ",") where depth == 0: return
      default: offset += 1
      }
    }
  }

  private mutating func skipString() {
    guard current == UInt8(ascii: "\"") else { return }
    offset += 1
    while let byte = current, byte != UInt8(ascii: "\"") {
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = min(offset + 1, bytes.count)
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard current == UInt8(ascii: sign) else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 32 || (9...13).contains(byte) { offset += 1 }
  }
}
