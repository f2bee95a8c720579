// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// The shape that account ids must have: a regular expression over the whole cell.
///
/// A reference, since rows by the million ask whether there is one.
final class AccountPattern {
  let text: String
  private let expression: Regex<AnyRegexOutput>

  /// Compiles the pattern; nil when it is not a regular expression, which the programme reader has
  /// already refused.
  init?(_ text: String) {
    guard let expression = try? Regex(text) else { return nil }
    self.text = text
    self.expression = expression
  }

  /// The first group of the match, or the cell where there is none; nil without a match.
  func identifier(in cell: String) -> String? {
    guard let match = cell.wholeMatch(of: expression) else { return nil }
    guard match.output.count > 1 else { return cell }
    guard let group = match.output[1].substring, !group.isEmpty else { return nil }
    return String(group)
  }

  /// Whether a spreadsheet turned the id into a rounded number such as `1,00E+05`.
  static func isSpreadsheetDamage(_ text: String) -> Bool {
    guard text.utf8.span.contains(UInt8(ascii: "+")) else { return false }
    let signs = Array(text.utf8)
    guard let power = signs.lastIndex(of: UInt8(ascii: "E")), power > 0, power + 2 < signs.count,
      signs[power + 1] == UInt8(ascii: "+")
    else { return false }
    let mantissa = signs[..<power]
    let exponent = signs[(power + 2)...]
    let isDigit = { (byte: UInt8) in byte >= 48 && byte <= 57 }
    return exponent.allSatisfy(isDigit)
      && mantissa.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
  }

  /// What was expected instead of `text`.
  static func message(field: String, text: String, pattern: AccountPattern?) -> LocalizedText {
    if text.isEmpty {
      return LocalizedText(
        de: "Kundennummer in Spalte '\(field)' fehlt; wiederholt der Export sie nicht, hilft "
          + "format.fill_down",
        en: "account id in column '\(field)' is missing; if the export does not repeat it, "
          + "format.fill_down helps"
      )
    }
    guard !isSpreadsheetDamage(text) else {
      return LocalizedText(
        de: "'\(text)' in Spalte '\(field)' war einmal eine Kundennummer, die eine "
          + "Tabellenkalkulation gerundet hat; exportieren Sie die Spalte als Text",
        en: "'\(text)' in column '\(field)' was an account id that a spreadsheet has rounded; "
          + "export the column as text"
      )
    }
    let wanted = pattern?.text ?? ""
    return LocalizedText(
      de: "Kundennummer nach dem Muster '\(wanted)' in Spalte '\(field)' erwartet, gefunden "
        + "'\(text)'",
      en: "expected an account id of the form '\(wanted)' in column '\(field)', found '\(text)'"
    )
  }
}
