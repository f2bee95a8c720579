// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The currency that a header names, as in `Revenue (USD)`, `Umsatz T€` or `amount_chf`.
enum HeaderCurrency {
  private static let signs: [Character: String] = ["€": "EUR", "$": "USD", "£": "GBP"]

  /// The code; nil where the header names none, or two.
  static func code(in header: String) -> String? {
    var found = Set(header.compactMap { signs[$0] })
    for word in header.split(whereSeparator: { !$0.isLetter }) {
      let capitals = word.uppercased()
      if CurrencyCode.common.contains(capitals) {
        found.insert(capitals)
      } else if let scale = capitals.first, "TK".contains(scale) {
        // `TEUR` and `kUSD` name a scale before the code.
        let rest = String(capitals.dropFirst())
        if CurrencyCode.common.contains(rest) { found.insert(rest) }
      }
    }
    return found.count == 1 ? found.first : nil
  }
}
