// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// The unit that a header names, as in `Potenzial (T€)`, `Umsatz 2025 in T€` and `Revenue [USD]`.
///
/// *Definition* A unit of ``UnitWord`` in brackets or at the end; a currency code counts only where
/// it is a common one, because headers hold other words of three capital letters.
package enum HeaderUnit {
  /// The unit as written, the first one in brackets before one at the end; nil for none.
  package static func unit(of header: String) -> String? {
    let brackets = header.split { "()[]".contains($0) }.dropFirst()
      .map { withoutPreposition($0.trimmingBlanks()) }
    return brackets.first { isUnit($0) } ?? split(header)?.unit
  }

  /// The period that a text names, with or without a unit behind it; `invalid` for none.
  package static func period(in text: String, style: DateStyle) -> CalendarCell {
    let cell = CalendarCell.parse(text, style: style)
    guard cell == .invalid, let split = split(text), split.unit != "%" else { return cell }
    return CalendarCell.parse(split.rest, style: style)
  }

  /// Takes the unit at the end off a text of several words; nil where there is none.
  private static func split(_ text: String) -> (rest: String, unit: String)? {
    if let last = text.last, ")]".contains(last) {
      guard let open = text.lastIndex(where: { "([".contains($0) }) else { return nil }
      let inside = text[text.index(after: open)...].dropLast().trimmingBlanks()
      let unit = withoutPreposition(inside)
      return isUnit(unit) ? (text[..<open].trimmingBlanks(), unit) : nil
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    for count in [2, 1] where words.count > count {
      let unit = words.suffix(count).joined(separator: " ")
      guard isUnit(unit) else { continue }
      var rest = words.dropLast(count)
      if rest.count > 1, rest.last?.lowercased() == "in" { rest.removeLast() }
      return (rest.joined(separator: " "), unit)
    }
    return nil
  }

  private static func withoutPreposition(_ text: String) -> String {
    text.lowercased().hasPrefix("in ") ? String(text.dropFirst(3)) : text
  }

  /// Whether a text is a unit and nothing else.
  static func isUnit(_ text: String) -> Bool {
    let compact = text.filter { !$0.isWhitespace && $0 != "." }
    guard UnitWord.factor(of: text) != nil else { return false }
    guard compact.allSatisfy(\.isLetter) else { return true }
    let hasCode = [compact.prefix(3), compact.suffix(3)].contains {
      CurrencyCode.common.contains(String($0))
    }
    return hasCode || compact.utf8.count > 1 && UnitWord.isScale(compact)
  }
}
