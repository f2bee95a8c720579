// SPDX-License-Identifier: Apache-2.0

/// The marks for debit and credit, or minus and plus, that exports write beside unsigned amounts.
package enum SignMark {
  /// Marks that belong together: debit or minus first, credit or plus second.
  private static let pairs = [
    ("s", "h"), ("d", "c"), ("dr", "cr"), ("soll", "haben"), ("debit", "credit"), ("-", "+"),
  ]

  /// What marks are compared by: lower case, one kind of minus, no full stop at the end.
  package static func folded(_ mark: String) -> String {
    let lower = mark.trimmingBlanks().lowercased()
    if lower == "\u{2212}" || lower == "\u{2013}" { return "-" }
    return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
  }

  /// The marks that mean the opposite of `mark`; empty for a mark that has no known partner.
  ///
  /// Beside a minus an empty cell means plus, as systems print it.
  package static func counterparts(of mark: String) -> [String] {
    let own = folded(mark)
    guard own != "-" else { return ["+", ""] }
    return pairs.compactMap { pair in
      pair.0 == own ? pair.1 : pair.1 == own ? pair.0 : nil
    }
  }

  /// Whether these texts are marks of one pair and nothing else; a lone mark is enough, and an
  /// empty text is one beside a minus or plus.
  package static func arePaired(_ marks: some Sequence<String>) -> Bool {
    let found = Set(marks.map(folded))
    return found.contains { !$0.isEmpty }
      && pairs.contains { found.isSubset(of: $0.0 == "-" ? [$0.0, $0.1, ""] : [$0.0, $0.1]) }
  }

  /// Whether `mark` is the debit or minus of a pair.
  package static func isDebitOrMinus(_ mark: String) -> Bool {
    let own = folded(mark)
    return pairs.contains { $0.0 == own }
  }

  // MARK: Headers

  /// Whether a header names a column of marks, as `Soll/Haben-Kennzeichen`, `S/H` or `Dr/Cr` do.
  package static func isHeader(_ header: String) -> Bool {
    let trimmed = header.trimmingBlanks()
    if ["+/-", "-/+", "±"].contains(trimmed) { return true }
    let letters = String(trimmed.lowercased().filter(\.isLetter))
    return headers.contains(letters) || openings.contains { letters.hasPrefix($0) }
  }

  private static let openings = ["sollhaben", "habensoll", "debitcredit", "creditdebit"]

  private static let headers: Set<String> = [
    "sh", "shkz", "shkennzeichen", "shkzg", "dc", "dcindicator", "dcind", "drcr", "crdr", "drcrk",
    "vorzeichen", "vz", "sign",
  ]
}
