// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// The units that amounts may be in, and what they multiply by.
///
/// *Definition* An optional currency sign or three-letter code on either side of a scale word: `T€`,
/// `TEUR`, `Tsd. €`, `EUR Mio.`; a currency alone is a factor of one. `m` alone is refused, because
/// it is a thousand to some and a million to others.
package enum UnitWord {
  private static let scales: [(word: String, power: Int)] = [
    ("t", 3), ("tsd", 3), ("k", 3), ("mio", 6), ("mill", 6), ("mrd", 9), ("bn", 9),
  ]
  private static let signs: [Character] = ["€", "$", "£", "¥"]

  /// The units to name in a message.
  package static let examples = ["€", "EUR", "T€", "TEUR", "Tsd. €", "k€", "Mio. €", "Mrd. €", "%"]

  /// The factor of `unit`, nil for an unknown one.
  package static func factor(of unit: String) -> ExactDecimal? {
    let compact = unit.filter { !$0.isWhitespace && $0 != "." }
    if compact == "%" { return ExactDecimal(1, scale: 2) }
    if let scale = scaleFactor(compact) { return scale }
    return strippedOfCurrency(compact).lazy.compactMap { rest in
      rest.isEmpty ? .one : scaleFactor(rest)
    }.first
  }

  /// Whether `word` is a scale without a currency, such as `Mio`.
  static func isScale(_ word: String) -> Bool { scaleFactor(word) != nil }

  private static func scaleFactor(_ word: String) -> ExactDecimal? {
    guard let scale = scales.first(where: { $0.word == word.lowercased() }) else { return nil }
    return ExactDecimal((0..<scale.power).reduce(1) { product, _ in product * 10 }, scale: 0)
  }

  /// What is left of `unit` without a currency at its end or its start.
  private static func strippedOfCurrency(_ unit: String) -> [String] {
    var rests: [String] = []
    if let last = unit.last, signs.contains(last) { rests.append(String(unit.dropLast())) }
    if let first = unit.first, signs.contains(first) { rests.append(String(unit.dropFirst())) }
    if CurrencyCode.isValid(String(unit.suffix(3))) { rests.append(String(unit.dropLast(3))) }
    if CurrencyCode.isValid(String(unit.prefix(3))) { rests.append(String(unit.dropFirst(3))) }
    return rests
  }
}

/// The shape of ISO 4217 codes.
package enum CurrencyCode {
  /// Codes that are taken for a currency in a header; other words of three letters are not.
  package static let common: Set<String> = [
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS",
    "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "RON", "SAR", "SEK", "SGD", "THB", "TRY",
    "UAH", "USD", "ZAR",
  ]

  /// Whether `text` is three capital letters.
  package static func isValid(_ text: String) -> Bool {
    text.utf8.count == 3
      && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}
