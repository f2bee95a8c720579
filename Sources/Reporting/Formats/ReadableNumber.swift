// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import DelimitedText

/// Numbers as people write them in German and English.
package enum ReadableNumber {
  /// A cell for eyes: whole numbers grouped from five digits on, others with up to four decimals.
  package static func text(
    _ cell: Cell,
    type: ReportTable.ColumnType,
    _ language: Language
  ) -> String {
    switch cell {
    case .text(let text): text
    case .integer(let number): localized(String(number), language)
    case .decimal(let decimal): text(decimal.doubleValue, language)
    case .real(let number): text(number, language)
    case .missing: ""
    }
  }

  /// A number with as many decimals as its size deserves: none from 10,000 on, else up to four.
  ///
  /// What is not finite has no text.
  package static func text(_ number: Double, _ language: Language) -> String {
    guard number.isFinite else { return "" }
    let decimals = number.magnitude >= 10_000 ? 0 : number.magnitude >= 100 ? 2 : 4
    return localized(fixed(number, decimals: decimals), language)
  }

  /// A share as a percentage with one decimal.
  package static func percent(_ share: Double, _ language: Language) -> String {
    guard (share * 100).isFinite else { return "" }
    let digits = localized(fixed(share * 100, decimals: 1), language)
    return language == .german ? "\(digits)\u{A0}%" : "\(digits)%"
  }

  /// Rounded half away from zero to `decimals`, trailing zeros cut.
  private static func fixed(_ number: Double, decimals: Int) -> String {
    guard number.magnitude < 1e15 else { return NumberText.shortest(number) }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let units = Int128((number * scale).rounded(.toNearestOrAwayFromZero))
    return ExactDecimal(units, scale: decimals).description
  }

  /// Plain decimal text with the marks of `language`.
  private static func localized(_ plain: String, _ language: Language) -> String {
    let isNegative = plain.hasPrefix("-")
    let parts = (isNegative ? plain.dropFirst() : plain[...]).split(separator: ".")
    guard let whole = parts.first else { return plain }
    let (group, mark) = language == .german ? (".", ",") : (",", ".")
    let decimals = parts.count > 1 ? mark + parts[1] : ""
    return (isNegative ? "-" : "") + grouped(whole, with: group) + decimals
  }

  private static func grouped(_ digits: Substring, with mark: String) -> String {
    guard digits.count >= 5 else { return String(digits) }
    var groups: [Substring] = []
    var rest = digits
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return groups.joined(separator: mark)
  }
}
