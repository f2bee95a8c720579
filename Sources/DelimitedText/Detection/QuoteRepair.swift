// SPDX-License-Identifier: Apache-2.0

/// How a text marks quotes inside quoted fields, where it does not double them.
///
/// The scanner knows doubled quotes only. A text in another manner is rewritten once before it is
/// scanned; see ``QuoteRewriting``.
enum QuoteRepair: Sendable, CaseIterable {
  /// A backslash stands before the quote, as in `"24\" wheel"`.
  case backslash
  /// Nothing marks it: a quote closes a field only before a delimiter or the end of a line.
  case closingAtDelimiter

  /// Whether anything in the text speaks for the repair.
  func isCalledFor(in bytes: [UInt8], dialect: Dialect, _ plain: Judgement) -> Bool {
    switch self {
    case .closingAtDelimiter: plain.malformed > 0
    case .backslash:
      zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "\\") && $1 == dialect.quote }
    }
  }

  /// Whether the records, read after the repair, prove that it is right.
  ///
  /// A backslash before a quote speaks for itself, as long as no record loses its columns. Without
  /// a mark only the layout can tell a quote in a text from one that ends it: ten records at least,
  /// nine of ten with the same number of fields, and more than before.
  func isProven(by repaired: Judgement, over plain: Judgement) -> Bool {
    guard repaired.width > 1 else { return false }
    return switch self {
    case .backslash:
      repaired.records > 1
        && (repaired.share > plain.share
          || plain.malformed > 0 && repaired.share == plain.share)
    case .closingAtDelimiter:
      repaired.records >= 10 && repaired.share > 0.9 && repaired.share > plain.share
    }
  }

  /// What was found, for the evidence.
  var evidence: FormatNote {
    switch self {
    case .backslash:
      FormatNote(
        de: "Anführungszeichen in Feldern stehen nach einem Backslash",
        en: "quotes inside fields stand after a backslash"
      )
    case .closingAtDelimiter:
      FormatNote(
        de: "Anführungszeichen in Feldern sind nicht verdoppelt",
        en: "quotes inside fields are not doubled"
      )
    }
  }
}
