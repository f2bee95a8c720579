// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// A bare decision problem in the terms of the reference cases: a matrix, directions, raw weights
/// and the parameters of one method.
package struct DecisionProblem: Sendable, Equatable {
  /// The name of the method, such as `topsis` or `roc-weights`.
  package var method: String
  /// Alternatives in rows, criteria in columns; empty for methods without a matrix.
  package var matrix: [[Double]]
  /// One direction per column.
  package var directions: [Criterion.Direction]
  /// Raw weights, divided by their sum before use; nil where the problem has none.
  package var weights: [Double]?
  /// The method's parameters, a table.
  package var parameters: CaseValue

  package init(
    method: String,
    matrix: [[Double]] = [],
    directions: [Criterion.Direction] = [],
    weights: [Double]? = nil,
    parameters: CaseValue = .table([])
  ) {
    self.method = method
    self.matrix = matrix
    self.directions = directions
    self.weights = weights
    self.parameters = parameters
  }

  /// Every method that ``solution()`` knows.
  package static let methods = [
    "wsm", "wpm", "topsis", "vikor", "spotis", "promethee2", "ahp", "ahp-synthesis",
    "entropy-weights", "critic-weights", "merec-weights", "stddev-weights", "roc-weights",
    "rank-sum-weights", "rank-reciprocal-weights", "swing-weights", "bwm-weights",
    "rank-correlation", "rank-overlap", "edge",
    "weight-stability", "rank-reversal", "smaa2",
  ]

  /// The answer, by the names that the reference cases give it.
  ///
  /// - Throws: ``DecisionProblemError``, of which ``DecisionProblemError/malformed(_:)`` says that
  ///   this is no problem at all and the others are answers in their own right.
  package func solution() throws(DecisionProblemError) -> [CaseValue.Entry] {
    switch method {
    case "wsm", "wpm", "topsis", "vikor", "spotis", "promethee2":
      return try rankingAnswer(method, normalisation: parameters["normalisation"]?.text)
    case "edge": return try edgeAnswer()
    case "rank-reversal": return try rankReversalAnswer()
    case "weight-stability": return try weightStabilityAnswer()
    case "ahp", "ahp-synthesis": return try comparisonAnswer()
    case "swing-weights", "bwm-weights": return try elicitedAnswer()
    case "smaa2": return try acceptabilityAnswer()
    case "rank-correlation", "rank-overlap": return try similarityAnswer()
    default: return try weightsAnswer()
    }
  }
}

/// Why a decision problem has no numbers for an answer.
package enum DecisionProblemError: Error, Equatable, Sendable {
  /// Something is absent, has the wrong shape or is no number.
  case malformed(LocalizedText)
  /// The method is not known; the nearest known name, if any.
  case unknownMethod(String, suggestion: String?)
  /// The values are in order, but the method or normalisation is undefined for them.
  case undefined(LocalizedText)
  /// The weights or comparisons cannot be used.
  case selection(SelectionError)

  /// What is wrong and what was expected.
  package var message: LocalizedText {
    switch self {
    case .malformed(let text), .undefined(let text): text
    case .selection(let error): error.message
    case .unknownMethod(let name, let suggestion):
      LocalizedText(
        de: "unbekannte Methode '\(name)'\(Suggestion.german(suggestion))",
        en: "unknown method '\(name)'\(Suggestion.english(suggestion))"
      )
    }
  }

  /// A parameter is absent or has the wrong shape.
  static func parameter(_ name: String, expected: String) -> Self {
    .malformed(
      LocalizedText(
        de: "'\(name)' fehlt oder passt nicht; erwartet: \(expected)",
        en: "'\(name)' is absent or does not fit; expected \(expected)"
      )
    )
  }
}
