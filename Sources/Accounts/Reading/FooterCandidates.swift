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
  private let file: String
  private let headerCount: Int
  /// The rows held back so far, in file order, as they are rejected where they are no footers.
  private(set) var rows = RejectedBatch()

  /// Holds no row of `file` yet, whose header has so many columns.
  init(file: String, headerCount: Int) {
    self.file = file
    self.headerCount = headerCount
  }

  /// Holds the row back; false when it is no candidate.
  mutating func take(
    _ record: borrowing Record,
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
    rows.append(RejectedRow(finding: finding(record), raw: record.rawText()))
    return true
  }

  /// Hands the rows over and starts anew.
  mutating func release() -> RejectedBatch {
    defer { rows = RejectedBatch() }
    return rows
  }

  private func finding(_ record: borrowing Record) -> Finding {
    Finding(
      .error,
      "K-D003",
      file: file,
      line: record.line,
      message: LocalizedText(
        de: "\(headerCount) Felder wie in der Kopfzeile erwartet, gefunden "
          + "\(record.fieldCount), davon eines mit Text",
        en: "expected \(headerCount) fields like the header, found \(record.fieldCount), "
          + "one of them with text"
      )
    )
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
