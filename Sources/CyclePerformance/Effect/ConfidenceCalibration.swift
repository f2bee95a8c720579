// SPDX-License-Identifier: Apache-2.0
package import Statistics

/// Whether stated confidence comes true: predicted probabilities against what happened.
package struct ConfidenceCalibration: Sendable, Equatable {
  /// The predictions from `from` to `to`.
  package struct Bin: Sendable, Equatable {
    /// The lower edge, included.
    package var from: Double
    /// The upper edge, included in the last bin only.
    package var to: Double
    /// How many predictions it holds.
    package var count: Int
    /// Their mean; nil for an empty bin.
    package var meanPredicted: Double?
    /// The share that came true; nil for an empty bin.
    package var meanActual: Double?
  }

  /// The mean squared error; nil without predictions.
  package let brier: Double?
  /// The bins between the edges.
  package let bins: [Bin]
  /// The mean of predicted minus actual.
  package let bias: Double?
  /// Least squares of actual on predicted; nil where predictions do not vary.
  package let line: FittedLine?

  /// Compares `predicted` with `actual` (1 came true, 0 not) in bins between `edges`.
  package init(predicted: [Double], actual: [Double], edges: [Double]) {
    let pairs = Array(zip(predicted, actual))
    let n = Double(pairs.count)
    brier = pairs.isEmpty ? nil : pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / n
    bias = pairs.isEmpty ? nil : pairs.reduce(0) { $0 + $1.0 - $1.1 } / n
    line = FittedLine(pairs.map { ($0.0, $0.1) })
    bins = edges.indices.dropLast().map { index in
      let (from, to) = (edges[index], edges[index + 1])
      let isLast = index == edges.count - 2
      let inside = pairs.filter { $0.0 >= from && ($0.0 < to || (isLast && $0.0 <= to)) }
      let count = Double(inside.count)
      return Bin(
        from: from,
        to: to,
        count: inside.count,
        meanPredicted: inside.isEmpty ? nil : inside.reduce(0) { $0 + $1.0 } / count,
        meanActual: inside.isEmpty ? nil : inside.reduce(0) { $0 + $1.1 } / count
      )
    }
  }
}
