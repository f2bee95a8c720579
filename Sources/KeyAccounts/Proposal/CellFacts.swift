// SPDX-License-Identifier: Apache-2.0

/// What one text of a column is, in whichever rows it stands.
struct CellFacts {
  /// What the text can be read as in time.
  enum Time {
    case none, day, month
  }

  var isMissing = false
  var isNumber = false
  var isPercent = false
  /// The currency that stands beside the number.
  var currency: String?
  var time = Time.none
  var isCode = false
  var isPadded = false

  /// Notes whether the text looks like a key.
  mutating func readCode(_ text: String) {
    isCode = Self.isCode(text)
    isPadded = Self.isPadded(text)
  }

  /// One word of letters, digits and few signs, with a digit in it.
  private static func isCode(_ text: String) -> Bool {
    text.utf8.contains { (48...57).contains($0) }
      && text.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (97...122).contains(byte | 32) || "-_./".utf8.contains(byte)
      }
  }

  private static func isPadded(_ text: String) -> Bool {
    text.utf8.count > 1 && text.utf8.first == 48
      && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}
