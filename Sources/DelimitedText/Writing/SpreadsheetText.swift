// SPDX-License-Identifier: Apache-2.0

/// Texts that spreadsheets turn into something else when they open a CSV file.
///
/// No way of writing helps everybody: `="0012"` keeps the text at a double click and spoils it for
/// every other program, so files hold the text as it is and people are told.
package enum SpreadsheetText {
  /// Whether a text would lose something: `0012`, `123456789012`, `1E5`, or `1-2`, which is taken
  /// for a day.
  package static func isChanged(_ text: String) -> Bool {
    let bytes = text.utf8
    let tail = bytes.drop { isDigit($0) }
    let digits = bytes.count - tail.count
    guard digits > 0, bytes.count <= longest else { return false }
    guard let mark = tail.first else {
      return digits > mostDigits || digits > 1 && bytes.first == UInt8(ascii: "0")
    }
    let rest = tail.dropFirst()
    switch mark {
    case UInt8(ascii: "e"), UInt8(ascii: "E"):
      let isSigned = rest.first.map { "+-".utf8.contains($0) } ?? false
      let exponent = isSigned ? rest.dropFirst() : rest
      return !exponent.isEmpty && exponent.allSatisfy { isDigit($0) }
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      return digits < 3 && (1...2).contains(rest.count) && rest.allSatisfy { isDigit($0) }
    default: return false
    }
  }

  /// Spreadsheets read no number in longer texts.
  private static let longest = 255
  /// From so many digits on a spreadsheet shows and saves a power of ten.
  private static let mostDigits = 11

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
