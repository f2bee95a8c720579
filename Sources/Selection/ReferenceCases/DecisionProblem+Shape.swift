// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

extension DecisionProblem {
  /// The matrix by column, checked: rectangular, finite, not empty, one direction per column.
  func checkedColumns() throws(DecisionProblemError) -> [[Double]] {
    guard let width = matrix.first?.count, width > 0 else {
      throw .parameter("matrix", expected: "at least one row and column")
    }
    guard matrix.allSatisfy({ $0.count == width }) else {
      throw .parameter("matrix", expected: "rows of \(width) numbers")
    }
    guard matrix.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw .parameter("matrix", expected: "finite numbers")
    }
    guard directions.count == width else {
      throw .parameter("criteria", expected: "\(width) criteria with name and direction")
    }
    return (0..<width).map { j in matrix.map { $0[j] } }
  }

  /// The weights divided by their sum, one per column.
  func normalisedWeights() throws(DecisionProblemError) -> [Double] {
    guard let weights, weights.count == directions.count else {
      throw .parameter("weights", expected: "\(directions.count) numbers")
    }
    for (j, weight) in weights.enumerated() where !(weight.isFinite && weight >= 0) {
      throw .selection(.badWeight(criterion: String(j + 1), weight: weight, nil))
    }
    var total = 0.0
    for weight in weights { total += weight }
    guard total > 0 else { throw .selection(.weightsAddUpToZero(group: nil, nil)) }
    guard total.isFinite else { throw .parameter("weights", expected: "a finite sum") }
    return weights.map { $0 / total }
  }

  /// The columns after a normalisation of the reference cases.
  func normalised(
    _ columns: [[Double]],
    by name: String
  ) throws(DecisionProblemError) -> [[Double]] {
    var result: [[Double]] = []
    for (column, direction) in zip(columns, directions) {
      let scaled = try Self.normalised(column, direction, by: name)
      guard scaled.allSatisfy(\.isFinite) else {
        throw .undefined(
          LocalizedText(
            de: "Normalisierung '\(name)' ist für Spalte \(result.count + 1) nicht bestimmt",
            en: "normalisation '\(name)' is undefined for column \(result.count + 1)"
          )
        )
      }
      result.append(scaled)
    }
    return result
  }

  private static func normalised(
    _ column: [Double],
    _ direction: Criterion.Direction,
    by name: String
  ) throws(DecisionProblemError) -> [Double] {
    switch name {
    case "minmax": return ScaleFormulas.minMax(column, direction)
    case "vector": return ScaleFormulas.vector(column, direction)
    case "sum": return ScaleFormulas.sum(column, direction)
    case "max-ratio": return ScaleFormulas.maxRatio(column, direction)
    case "max-complement":
      let shares = ScaleFormulas.maxRatio(column, .maximise)
      return direction == .maximise ? shares : shares.map { 1 - $0 }
    case "none": return column
    default:
      throw .parameter(
        "parameters.normalisation",
        expected: "minmax | vector | sum | max-ratio | max-complement | none"
      )
    }
  }

  /// Ranks of scores: equal within 1e-9 of their size.
  static func ranks(_ scores: [Double], lowerIsBetter: Bool) -> CaseValue {
    .integers(
      Ranks.competition(scores, smallestFirst: lowerIsBetter, relativeTolerance: 1e-9)
    )
  }
}
