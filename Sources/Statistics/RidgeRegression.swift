// SPDX-License-Identifier: Apache-2.0
import LinearAlgebra

/// Least squares with a price on the size of coefficients, for criteria that say nearly the same.
///
/// *Definition* Columns are centred and divided by their population standard deviation, the
/// intercept is free; `b = (ZᵀZ + λI)⁻¹ Zᵀ(y - ȳ)` (Hoerl and Kennard 1970), by eigenvectors of
/// `ZᵀZ`. Directions without spread are left out.
package struct RidgeRegression: Sendable, Equatable {
  /// Why there is nothing to fit.
  package enum Failure: Error, Equatable, Sendable {
    /// Columns whose values are all the same, by index.
    case constantColumns([Int])
    /// The numbers are too large to be multiplied.
    case overflow
  }

  /// The fit at one price.
  package struct Fit: Sendable, Equatable {
    /// The price.
    package var lambda: Double
    /// The coefficients of the standardised columns.
    package var standardised: [Double]
    /// The coefficients in the columns' own units.
    package var coefficients: [Double]
    /// The intercept.
    package var intercept: Double
    /// The effective number of coefficients, the intercept included.
    package var effectiveCoefficients: Double
    /// The mean squared error of rows that were left out, one after the other; nil where a row
    /// decides its own fit.
    package var leaveOneOutError: Double?
  }

  /// One fit per price, in the order given.
  package let path: [Fit]

  /// The price with the least error of rows left out; of equals the least.
  package var bestLambda: Double? {
    path.filter { $0.leaveOneOutError != nil }.min {
      let (a, b) = ($0.leaveOneOutError ?? .infinity, $1.leaveOneOutError ?? .infinity)
      return a != b ? a < b : $0.lambda < $1.lambda
    }?.lambda
  }

  /// Fits `response` to `rows` of equal length at every one of `lambdas`, each 0 or more.
  ///
  /// - Complexity: O(rows · columns² · lambdas)
  package init(
    _ rows: [[Double]],
    _ response: [Double],
    lambdas: [Double]
  ) throws(Failure) {
    precondition(rows.count == response.count, "\(rows.count) rows, \(response.count) responses")
    let columns = rows.first?.indices ?? 0..<0
    let constant = columns.filter { column in rows.allSatisfy { $0[column] == rows[0][column] } }
    guard constant.isEmpty else { throw .constantColumns(constant) }
    let standardised = try Standardised(rows, response)
    path = lambdas.map(standardised.fit)
  }
}

/// Standardised columns in the coordinates of their principal axes.
private struct Standardised {
  let response: [Double]
  let means: [Double]
  let deviations: [Double]
  let meanResponse: Double
  /// Row i along the axes.
  let scores: [[Double]]
  let axes: Matrix
  let spreads: [Double]
  /// The axes' products with the centred response.
  let products: [Double]

  init(
    _ rows: [[Double]],
    _ response: [Double]
  ) throws(RidgeRegression.Failure) {
    let n = Double(rows.count)
    let columns = rows.first?.indices ?? 0..<0
    let means = columns.map { column in rows.reduce(0) { $0 + $1[column] } / n }
    let deviations = columns.map { column in
      let sum = rows.reduce(0) { sum, row in
        sum + (row[column] - means[column]) * (row[column] - means[column])
      }
      return (sum / n).squareRoot()
    }
    let scaled = rows.map { row in columns.map { (row[$0] - means[$0]) / deviations[$0] } }
    var cross = Matrix(rows: columns.count, columns: columns.count)
    for row in scaled {
      for i in columns {
        for j in columns { cross[i, j] += row[i] * row[j] }
      }
    }
    guard let system = try? EigenSolver.symmetric(cross) else { throw .overflow }
    let meanResponse = response.reduce(0, +) / n
    let axes = system.vectors
    let scores = scaled.map { row in
      columns.map { axis in columns.reduce(0) { $0 + row[$1] * axes[$1, axis] } }
    }
    self.response = response
    self.means = means
    self.deviations = deviations
    self.meanResponse = meanResponse
    self.scores = scores
    self.axes = axes
    spreads = system.values.map { max(0, $0) }
    products = columns.map { axis in
      zip(scores, response).reduce(0) { $0 + $1.0[axis] * ($1.1 - meanResponse) }
    }
  }

  func fit(_ lambda: Double) -> RidgeRegression.Fit {
    let smallest = (spreads.last ?? 0) * Double(scores.count) * Double.ulpOfOne
    let inverse = spreads.map { $0 + lambda > smallest ? 1 / ($0 + lambda) : 0 }
    let along = zip(inverse, products).map { $0 * $1 }
    let standardised = means.indices.map { column in
      along.indices.reduce(0) { $0 + axes[column, $1] * along[$1] }
    }
    let coefficients = zip(standardised, deviations).map { $0 / $1 }
    return RidgeRegression.Fit(
      lambda: lambda,
      standardised: standardised,
      coefficients: coefficients,
      intercept: meanResponse - zip(coefficients, means).reduce(0) { $0 + $1.0 * $1.1 },
      effectiveCoefficients: 1 + zip(spreads, inverse).reduce(0) { $0 + $1.0 * $1.1 },
      leaveOneOutError: leaveOneOutError(along, inverse)
    )
  }

  private func leaveOneOutError(_ along: [Double], _ inverse: [Double]) -> Double? {
    let n = Double(scores.count)
    var sum = 0.0
    for (score, value) in zip(scores, response) {
      let residual = value - meanResponse - zip(score, along).reduce(0) { $0 + $1.0 * $1.1 }
      let leverage = 1 / n + zip(score, inverse).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
      guard leverage < 1 else { return nil }
      sum += residual / (1 - leverage) * (residual / (1 - leverage))
    }
    let mean = sum / n
    return mean.isFinite ? mean : nil
  }
}
