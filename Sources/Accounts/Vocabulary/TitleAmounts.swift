// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// What the lines above a header say of all amounts below: `Beträge in T€`, `Währung: CHF`.
package struct TitleAmounts: Equatable {
  /// The unit to set, such as `T€`; nil where the titles name none but units of one, or two.
  package let unit: String?
  /// The code of the only currency that the titles name.
  package let currency: String?
  /// The title that says it, the one of the unit first.
  package let title: String

  /// Reads the texts above a header; nil where they say nothing of amounts.
  package init?(_ titles: [String]) {
    var units: [(unit: String, title: String)] = []
    var codes: [(code: String, title: String)] = []
    for title in titles.prefix(Self.mostTitles) {
      let words = title.split { $0.isWhitespace || "()[]:;,=".contains($0) }.map(String.init)
      guard words.count <= Self.mostWords else { continue }
      units += Self.units(in: words).map { ($0, title) }
      codes += Self.codes(in: words).map { ($0, title) }
    }
    let factors = units.map { UnitWord.factor(of: $0.unit) }
    let isOneUnit = !factors.isEmpty && factors.allSatisfy { $0 == factors[0] }
    let isOneCode = Set(codes.map(\.code)).count == 1
    unit = isOneUnit ? units[0].unit : nil
    currency = isOneCode ? codes[0].code : nil
    guard let title = isOneUnit ? units[0].title : isOneCode ? codes[0].title : nil
    else { return nil }
    self.title = title
  }

  private static let mostTitles = 50
  /// A longer text is prose, which may speak of anything.
  private static let mostWords = 30

  /// Units other than one: with a currency wherever they stand, words alone behind an `in`.
  private static func units(in words: [String]) -> [String] {
    var found: [String] = []
    for place in words.indices {
      let isIntroduced = place > 0 && introductions.contains(words[place - 1].lowercased())
      for end in [place + 2, place + 1] where end <= words.count {
        let text = words[place..<end].joined(separator: " ")
        if let unit = unit(text, isIntroduced: isIntroduced) {
          found.append(unit)
          break
        }
      }
    }
    return found
  }

  private static func unit(_ text: String, isIntroduced: Bool) -> String? {
    if isIntroduced, let word = scaleWords[text.lowercased()] { return word }
    guard HeaderUnit.isUnit(text), text != "%", UnitWord.factor(of: text) != .one else {
      return nil
    }
    let isScale = UnitWord.isScale(text.filter { $0 != "." })
    return isIntroduced || !isScale ? text : nil
  }

  private static func codes(in words: [String]) -> [String] {
    words.compactMap { word in
      if let sign = word.lazy.compactMap({ signs[$0] }).first { return sign }
      let code = word.count == 4 && "TtKk".contains(word.prefix(1)) ? word.dropFirst() : word[...]
      return CurrencyCode.common.contains(String(code)) ? String(code) : nil
    }
  }

  private static let signs: [Character: String] = ["€": "EUR", "$": "USD", "£": "GBP"]
  private static let introductions: Set<String> = ["in", "währung", "currency", "einheit", "unit"]
  /// Words for scales in full, and the unit that says the same.
  private static let scaleWords = [
    "tausend": "Tsd.", "thousand": "Tsd.", "thousands": "Tsd.", "millionen": "Mio.",
    "million": "Mio.", "millions": "Mio.",
  ]
}
