// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Holds back rows with a single filled cell until it is clear whether anything but footers
/// follows.
///
/// *Definition* A row of too few fields is a candidate when it stands behind a blank line, a
/// separator or a total, or reads like one (`Filter: 2025`, `Stand 31.12.2025`); a row padded to
/// the header's width only when it reads so and nothing but structure stands before it. What
/// follows a candidate needs no looks of its own. A truncated last row therefore stays an error.
struct FooterCandidates {
  /// A row held back.
  struct Row {
    var line: Int
    var fieldCount: Int
    var raw: String
  }

  /// The rows held back so far, in file order.
  private(set) var rows: [Row] = []

  /// Holds the row back; false when it is no candidate.
  mutating func take(
    _ record: borrowing Record,
    headerCount: Int,
    isAfterStructure: Bool,
    hasGrandTotal: Bool
  ) -> Bool {
    guard headerCount >= 2, !record.hasMalformedQuote, let text = Self.onlyText(of: record),
      Self.hasLetter(text), TotalsRow.label(of: text) == nil
    else { return false }
    if rows.isEmpty {
      let isShort = record.fieldCount < headerCount
      let reads = Self.readsLikeFooter(text)
      let isCandidate =
        isShort
        ? isAfterStructure || reads
        : reads && isAfterStructure || hasGrandTotal && text.contains(" ")
      guard isCandidate else { return false }
    }
    rows.append(Row(line: record.line, fieldCount: record.fieldCount, raw: record.rawText()))
    return true
  }

  /// Hands the rows over and starts anew.
  mutating func release() -> [Row] {
    defer { rows = [] }
    return rows
  }

  private static func onlyText(of record: borrowing Record) -> String? {
    var only: Int?
    for column in 0..<record.fieldCount where !record.isEmpty(column) {
      guard only == nil else { return nil }
      only = column
    }
    return only.map { record.text($0) }
  }

  /// Texts may be as long as a file, so letters are looked for scalar by scalar.
  private static func hasLetter(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      scalar.isASCII
        ? (UInt8(truncatingIfNeeded: scalar.value) | 0x20) &- UInt8(ascii: "a") < 26
        : scalar.properties.isAlphabetic
    }
  }

  private static func readsLikeFooter(_ text: String) -> Bool {
    text.contains(":") || text.contains(" ") && text.utf8.contains { $0 >= 48 && $0 <= 57 }
  }
}
