// SPDX-License-Identifier: Apache-2.0

/// How well a dialect fits a sample.
struct Judgement {
  /// The higher, the better; 0 without several columns.
  var score = 0.0
  /// Fields in quotes.
  var quotedFields = 0
  /// Records with a quote that is not where it should be.
  var malformed = 0
  /// Records looked at.
  var records = 0
  /// The share of the records with the most frequent number of fields.
  var share = 0.0
  /// The most frequent number of fields.
  var width = 0

  /// Whether the records have fields in quotes, one each on average, and none out of place.
  var showsBlankDelimiter: Bool { malformed == 0 && quotedFields >= records }

  /// Whether the dialect fits better than another, or as well with more fields in quotes.
  func isBetter(than other: Judgement) -> Bool {
    score > other.score || (score == other.score && quotedFields > other.quotedFields)
  }
}
