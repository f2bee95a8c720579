// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Prints JSON: two blanks of indentation, or everything on one line.
package struct JSONWriter {
  private var text: [UInt8] = []
  private let isPretty: Bool

  private init(isPretty: Bool) { self.isPretty = isPretty }

  /// The document over several lines, with a line break at the end.
  package static func pretty(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(isPretty: true)
    writer.write(value, depth: 0)
    writer.text.append(UInt8(ascii: "\n"))
    return writer.text
  }

  /// The document on one line, without a line break.
  package static func line(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(isPretty: false)
    writer.write(value, depth: 0)
    return writer.text
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .integer(let number): append(String(number))
    case .number(let number): append(number.isFinite ? NumberText.shortest(number) : "null")
    case .string(let string): write(string)
    case .array(let elements):
      write("[", "]", elements.indices, depth) { writer, index in
        writer.write(elements[index], depth: depth + 1)
      }
    case .object(let members):
      write("{", "}", members.indices, depth) { writer, index in
        writer.write(members[index].name)
        writer.append(writer.isPretty ? ": " : ":")
        writer.write(members[index].value, depth: depth + 1)
      }
    }
  }

  private mutating func write(
    _ open: String,
    _ close: String,
    _ indices: Range<Int>,
    _ depth: Int,
    element: (inout JSONWriter, Int) -> Void
  ) {
    append(open)
    for index in indices {
      if index > indices.lowerBound { append(isPretty ? "," : ", ") }
      breakLine(depth + 1)
      element(&self, index)
    }
    if !indices.isEmpty { breakLine(depth) }
    append(close)
  }

  private mutating func breakLine(_ depth: Int) {
    guard isPretty else { return }
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ piece: String) { text.append(contentsOf: piece.utf8) }

  private mutating func write(_ string: String) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case 0..<32: append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
