// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Selection

/// The words for file formats, several of which mean the same.
enum FormatWords {
  private static let encodingWords: [(String, TextEncoding)] = [
    ("utf-8", .utf8), ("utf8", .utf8), ("utf-16le", .utf16LittleEndian),
    ("utf-16be", .utf16BigEndian), ("windows-1252", .windows1252), ("cp1252", .windows1252),
    ("ansi", .windows1252), ("iso-8859-1", .latin1), ("latin1", .latin1), ("cp850", .cp850),
  ]
  private static let delimiterWords: [(String, UInt8)] = [
    (";", UInt8(ascii: ";")), (",", UInt8(ascii: ",")), ("|", UInt8(ascii: "|")),
    ("tab", UInt8(ascii: "\t")), ("\\t", UInt8(ascii: "\t")), ("\t", UInt8(ascii: "\t")),
  ]
  private static let groupingWords: [(String, GroupingMark)] = [
    (".", .point), (",", .comma), ("'", .apostrophe), ("’", .apostrophe), (" ", .space),
    ("space", .space),
  ]

  static let encodings = encodingWords.map(\.0)
  static let repairs = ["rows", "none"]
  static let delimiters = delimiterWords.map(\.0)
  static let groupings = groupingWords.map(\.0)

  static func encoding(_ word: String) -> TextEncoding? {
    encodingWords.first { $0.0 == word }?.1
  }

  static func delimiter(_ word: String) -> UInt8? { delimiterWords.first { $0.0 == word }?.1 }

  static func grouping(_ word: String) -> GroupingMark? {
    groupingWords.first { $0.0 == word }?.1
  }
}

extension Weighting {
  /// The weightings that are a single word.
  static let simpleNames = [
    "points", "equal", "rank-sum", "rank-reciprocal", "roc", "entropy", "critic", "merec", "stddev",
  ]

  /// The weighting called `name`, nil for an unknown word.
  init?(named name: String) {
    switch name {
    case "points": self = .points
    case "equal": self = .equal
    case "rank-sum": self = .rankSum
    case "rank-reciprocal": self = .rankReciprocal
    case "roc": self = .rankOrderCentroid
    case "entropy", "critic", "merec", "stddev": self = .objective(name)
    default: return nil
    }
  }
}

extension DecisionMethod {
  /// The methods by name.
  static let names = [
    "weighted-sum", "weighted-product", "topsis", "vikor", "promethee", "spotis",
  ]
}

extension PreferenceThresholds {
  /// The six preference functions (Brans and Vincke 1985).
  static let functionNames = ["usual", "u-shape", "v-shape", "level", "linear", "gaussian"]
}

extension Scale {
  private static let simpleScales: [(String, Scale)] = [
    ("min-max", .minMax), ("vector", .vector), ("sum", .sum), ("max", .max), ("rank", .rank),
    ("percentile", .percentile), ("z-score", .zScore), ("log", .log), ("winsorised", .winsorised),
  ]

  /// The scales that are a single word.
  static let simpleNames = simpleScales.map(\.0)

  /// The scale called `name`, nil for an unknown word.
  init?(named name: String) {
    guard let scale = Self.simpleScales.first(where: { $0.0 == name }) else { return nil }
    self = scale.1
  }
}
