// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Texts and numbers as JSON spells them.
enum JSONText {
  /// Appends a text in quotes.
  static func append(_ string: String, to text: inout TextBuffer) {
    text.append(UInt8(ascii: "\""))
    if string.utf8.contains(where: { $0 < 32 || $0 == 0x22 || $0 == 0x5C }) {
      for byte in string.utf8 { append(byte, to: &text) }
    } else {
      text.append(string)
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func append(_ byte: UInt8, to text: inout TextBuffer) {
    switch byte {
    case UInt8(ascii: "\""): text.append("\\\"")
    case UInt8(ascii: "\\"): text.append("\\\\")
    case UInt8(ascii: "\n"): text.append("\\n")
    case UInt8(ascii: "\r"): text.append("\\r")
    case UInt8(ascii: "\t"): text.append("\\t")
    case 0..<32: text.append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
    default: text.append(byte)
    }
  }

  /// Appends a number, null for what is none.
  static func append(_ number: Double, to text: inout TextBuffer) {
    guard number.isFinite else {
      text.append("null")
      return
    }
    NumberText.append(number, to: &text, decimalMark: UInt8(ascii: "."))
  }
}
