// SPDX-License-Identifier: Apache-2.0

/// Tells rows that add up others from rows about a customer whose name only sounds like it.
///
/// Only a whole word counts: `Summe` is a total, `Summa AG` and `Gesamtschule Nord` are customers.
enum TotalsRow {
  /// How far a total reaches.
  enum Level: Int, Comparable {
    /// Part of the file.
    case subtotal = 1
    /// The whole file, unless something larger follows.
    case total = 2
    /// Certainly the whole file.
    case grandTotal = 3

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// The level that `text`, the first filled cell of a row, stands for; nil for anything else.
  static func level(of text: String) -> Level? {
    let folded = text.lowercased().trimmingSuffix(" :")
    switch folded {
    case "*", "zwischensumme", "subtotal", "sub-total", "sub total", "teilsumme", "ergebnis":
      return .subtotal
    case "**", "summe", "total", "totals", "sum", "insgesamt", "summen": return .total
    case "***", "gesamt", "gesamtsumme", "gesamtergebnis", "grand total", "endsumme",
      "gesamttotal", "total general", "overall result", "overall total":
      return .grandTotal
    default: break
    }
    let isLabelled = ["summe ", "zwischensumme ", "subtotal ", "* "].contains {
      folded.hasPrefix($0)
    }
    return isLabelled ? .subtotal : nil
  }
}

extension String {
  fileprivate func trimmingSuffix(_ signs: String) -> String {
    var text = self[...]
    while let last = text.last, signs.contains(last) { text = text.dropLast() }
    return String(text)
  }
}
