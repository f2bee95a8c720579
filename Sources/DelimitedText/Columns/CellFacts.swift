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
  /// Whether it is one word of letters, digits and few signs, with a digit in it.
  var isCode = false
  /// Whether it is digits after a leading zero.
  var isPadded = false
}
