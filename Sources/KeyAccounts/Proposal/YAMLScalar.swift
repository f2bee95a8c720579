// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Reporting

/// Texts and numbers as they stand in a YAML flow or block.
enum YAMLScalar {
  private static let words: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "null", "y", "n",
  ]

  /// The text, quoted where YAML would read it as something else.
  static func text(_ text: String) -> String {
    guard let first = text.first, first.isLetter, text.last?.isWhitespace == false,
      text.allSatisfy({ $0.isLetter || $0.isNumber || " _-./".contains($0) }),
      !words.contains(text.lowercased())
    else { return String(decoding: JSONWriter.line(.string(text)), as: UTF8.self) }
    return text
  }

  /// The number without an exponent where it is whole.
  static func number(_ number: Double) -> String {
    if let whole = Int64(exactly: number) { return String(whole) }
    return NumberText.shortest(number)
  }
}
