// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// A column of one file that gives numbers their sign.
struct SignColumn: Equatable {
  /// The column's place in the file, from 0.
  let index: Int
  /// The marks as compared, and whether each turns the number round.
  private let isNegative: [String: Bool]
  /// The marks as the programme or common usage write them.
  private let expected: [String]

  private init(_ rule: SignRule, index: Int) {
    self.index = index
    let known =
      rule.negative.map { (SignMark.folded($0), true) }
      + rule.positive.map { (SignMark.folded($0), false) }
    isNegative = Dictionary(known, uniquingKeysWith: { first, _ in first })
    expected = rule.negative + rule.positive
  }

  /// The columns of all values, each once, and per value the place among them.
  static func all(
    of mapping: SourceMapping,
    in binding: ColumnBinding
  ) throws(RunError) -> (columns: [SignColumn], ofValues: [Int?]) {
    var columns: [SignColumn] = []
    var ofValues: [Int?] = []
    for value in mapping.values {
      guard let rule = value.sign else {
        ofValues.append(nil)
        continue
      }
      let column = SignColumn(rule, index: try binding.index(of: rule.column) as Int)
      let known = columns.firstIndex(of: column)
      if known == nil { columns.append(column) }
      ofValues.append(known ?? columns.count - 1)
    }
    return (columns, ofValues)
  }

  /// Whether a mark turns its number round; nil for an unknown one.
  func isNegative(_ mark: String) -> Bool? { isNegative[SignMark.folded(mark)] }

  // MARK: Findings

  /// What is said of a mark in column `field` that nobody has explained.
  func unknownMark(_ field: String, _ text: String) -> LocalizedText {
    let known = expected.map { "'\($0)'" }.joined(separator: ", ")
    return LocalizedText(
      de: "eines der Vorzeichen \(known) in Spalte '\(field)' erwartet, gefunden '\(text)'; der "
        + "Betrag fehlt; ergänzen Sie sign.negative oder sign.positive",
      en: "expected one of the signs \(known) in column '\(field)', found '\(text)'; the amount is "
        + "missing; add it to sign.negative or sign.positive"
    )
  }

  /// What is said of a negative number that a mark in column `sign` turns round.
  func doubleSign(_ sign: String) -> (_ field: String, _ text: String) -> LocalizedText {
    { field, text in
      LocalizedText(
        de: "'\(text)' in Spalte '\(field)' ist schon negativ, und '\(sign)' kehrt das Vorzeichen "
          + "um; der Wert zählt positiv",
        en: "'\(text)' in column '\(field)' is negative already, and '\(sign)' turns the sign "
          + "round; the value counts as positive"
      )
    }
  }
}
