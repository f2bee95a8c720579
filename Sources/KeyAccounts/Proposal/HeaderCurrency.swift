// SPDX-License-Identifier: Apache-2.0

/// The currency that a header names, as in `Revenue (USD)`, `Umsatz T€` or `amount_chf`.
enum HeaderCurrency {
  /// Codes that are taken for a currency in a header; other words of three letters are not.
  private static let codes: Set<String> = [
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS",
    "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "RON", "SAR", "SEK", "SGD", "THB", "TRY",
    "UAH", "USD", "ZAR",
  ]
  private static let signs: [Character: String] = ["€": "EUR", "$": "USD", "£": "GBP"]

  /// The code; nil where the header names none, or two.
  static func code(in header: String) -> String? {
    var found = Set(header.compactMap { signs[$0] })
    for word in header.split(whereSeparator: { !$0.isLetter }) {
      let capitals = word.uppercased()
      if codes.contains(capitals) {
        found.insert(capitals)
      } else if let scale = capitals.first, "TK".contains(scale) {
        // `TEUR` and `kUSD` name a scale before the code.
        let rest = String(capitals.dropFirst())
        if codes.contains(rest) { found.insert(rest) }
      }
    }
    return found.count == 1 ? found.first : nil
  }
}
