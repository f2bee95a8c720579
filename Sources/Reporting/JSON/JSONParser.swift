// SPDX-License-Identifier: Apache-2.0

/// Why a JSON text could not be read.
package struct JSONError: Error, Equatable, Sendable {
  /// The line, 1-based.
  package var line: Int
  /// The column in bytes, 1-based.
  package var column: Int
  /// What was expected, in English.
  package var expected: String
}

/// Reads JSON as RFC 8259 defines it; numbers must be finite, depth is bounded.
package struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private static let maximumDepth = 200

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The document that `bytes` hold.
  ///
  /// - Throws: ``JSONError`` with line and column.
  package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes)
    if let invalid = invalidOffset(in: bytes) {
      parser.position = invalid
      throw parser.error("UTF-8")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.position == bytes.count else { throw parser.error("the end of the document") }
    return value
  }

  /// Offset of the first byte that is no UTF-8, nil without one.
  private static func invalidOffset(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < Self.maximumDepth else { throw error("less nesting") }
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipBlanks()
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw error("a name in quotes") }
      let name = try string()
      skipBlanks()
      guard take(":") else { throw error("':'") }
      members.append(.init(name, try value(depth: depth + 1)))
      skipBlanks()
    } while take(",")
    guard take("}") else { throw error("',' or '}'") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipBlanks()
    if take("]") { return .array(elements) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
    } while take(",")
    guard take("]") else { throw error("',' or ']'") }
    return .array(elements)
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    _ = take("-")
    let hasWhole = take("0") || takeDigits()
    var isWhole = true
    var isComplete = hasWhole
    if isComplete, take(".") {
      isWhole = false
      isComplete = takeDigits()
    }
    if isComplete, take("e") || take("E") {
      isWhole = false
      _ = take("+") || take("-")
      isComplete = takeDigits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isComplete, isWhole, text != "-0", let whole = Int(text) { return .integer(whole) }
    guard isComplete, let number = Double(text), number.isFinite else {
      position = start
      throw error("a value")
    }
    return .number(number)
  }

  private mutating func takeDigits() -> Bool {
    let start = position
    while let byte = current, (48...57).contains(byte) { position += 1 }
    return position > start
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<32: throw error("no control character in a text")
      default: text.append(byte)
      }
    }
    throw error("the closing quote")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = current else { throw error("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): text.append(contentsOf: try scalar().utf8)
    default: throw error("an escape")
    }
  }

  private mutating func scalar() throws(JSONError) -> String {
    let first = try codeUnit()
    guard (0xD800...0xDBFF).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw error("a valid character") }
      return String(Character(scalar))
    }
    guard take("\\"), take("u") else { throw error("the second half of a character") }
    let second = try codeUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error("the second half of a character") }
    return String(Character(scalar))
  }

  private mutating func codeUnit() throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("four hexadecimal digits")
      }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }

  private mutating func word(_ text: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[position...].starts(with: text.utf8) else { throw error("a value") }
    position += text.utf8.count
    return value
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 32 || byte == 9 || byte == 10 || byte == 13 { position += 1 }
  }

  private func error(_ expected: String) -> JSONError {
    let before = bytes[..<min(position, bytes.count)]
    let line = before.reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return JSONError(line: line, column: before.count - start + 1, expected: expected)
  }
}
