// SPDX-License-Identifier: Apache-2.0
import LinearAlgebra

/// Ordinary least squares with an intercept, and standard errors under four assumptions.
///
/// Coefficients, errors and tests stand intercept first. `se` takes equal variances, HC1 and HC3
/// (MacKinnon and White 1985) do not, CR1 takes rows of one group as dependent. Columns are divided
/// by their length before anything is inverted, so that their units do not decide the rank.
package struct LinearRegression: Sendable, Equatable {
  /// Why there is nothing to fit.
  package enum Failure: Error, Equatable, Sendable {
    /// There are not more rows than coefficients.
    case tooFewRows(rows: Int, coefficients: Int)
    /// Some column follows from the others.
    case rankDeficient(rank: Int, coefficients: Int)
    /// The numbers are too large to be multiplied.
    case overflow
  }

  /// Standard errors that let rows of a group depend on each other.
  package struct Clustered: Sendable, Equatable {
    /// The standard errors; nil below two groups.
    package var errors: [Double]?
    /// How many groups there are.
    package var count: Int
  }

  /// The coefficients, intercept first.
  package let coefficients: [Double]
  /// The fitted values, row by row.
  package let fitted: [Double]
  /// The pull of every row on its own fitted value.
  package let leverage: [Double]
  /// The standard errors for equal variances.
  package let errors: [Double]
  /// The standard errors HC1.
  package let errorsHC1: [Double]
  /// The standard errors HC3; not finite where a row decides its own fit.
  package let errorsHC3: [Double]
  /// The standard errors CR1, nil without groups.
  package let clustered: Clustered?
  /// The residual standard deviation, with n - k degrees of freedom.
  package let sigma: Double
  /// The share of the variance that is explained; nil for a constant response.
  package let rSquared: Double?

  /// How many rows there are.
  package var count: Int { fitted.count }
  /// Rows less coefficients.
  package var degreesOfFreedom: Double { Double(fitted.count - coefficients.count) }

  /// ``rSquared`` with a price for every coefficient.
  package var adjustedRSquared: Double? {
    rSquared.map { 1 - (1 - $0) * Double(count - 1) / degreesOfFreedom }
  }

  /// Fits `response` to `rows` of equal length; `groups`, one per row, are for CR1 only.
  ///
  /// - Complexity: O(rows · columns²)
  package init(
    _ rows: [[Double]],
    _ response: [Double],
    groups: [String]? = nil
  ) throws(Failure) {
    precondition(rows.count == response.count, "\(rows.count) rows, \(response.count) responses")
    let k = (rows.first?.count ?? 0) + 1
    guard rows.count > k else { throw .tooFewRows(rows: rows.count, coefficients: k) }
    let design = try ScaledDesign(rows, response)
    coefficients = design.coefficients
    fitted = design.fitted
    leverage = design.leverage
    let residuals = zip(response, design.fitted).map { $0 - $1 }
    let n = Double(rows.count)
    let freedom = n - Double(k)
    let residualSum = residuals.reduce(0) { $0 + $1 * $1 }
    sigma = (residualSum / freedom).squareRoot()
    errors = design.inverseDiagonal.map { [sigma] in sigma * $0.squareRoot() }
    let squares = residuals.map { $0 * $0 }
    errorsHC1 = design.errors(rowVariances: squares, factor: n / freedom)
    errorsHC3 = design.errors(
      rowVariances: zip(squares, design.leverage).map { $0 / ((1 - $1) * (1 - $1)) },
      factor: 1
    )
    clustered = groups.map { design.clustered(residuals, groups: $0, freedom: freedom) }
    let mean = response.reduce(0, +) / n
    let total = response.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let isConstant = response.allSatisfy { $0 == response[0] }
    rSquared = isConstant || total <= 0 ? nil : 1 - residualSum / total
  }

  /// A coefficient over its error; nil where that is not finite.
  package func tValue(_ index: Int, errors: [Double]) -> Double? {
    let t = coefficients[index] / errors[index]
    return t.isFinite ? t : nil
  }
}

/// The columns of a regression with the intercept, each divided by its length.
private struct ScaledDesign {
  let rows: [[Double]]
  let lengths: [Double]
  let inverse: Matrix
  let coefficients: [Double]
  let fitted: [Double]
  let leverage: [Double]

  init(
    _ given: [[Double]],
    _ response: [Double]
  ) throws(LinearRegression.Failure) {
    let plain = given.map { [1] + $0 }
    let k = plain[0].count
    let lengths = (0..<k).map { column in
      let length = plain.reduce(0) { $0 + $1[column] * $1[column] }.squareRoot()
      return length > 0 ? length : 1
    }
    let rows = plain.map { row in zip(row, lengths).map { $0 / $1 } }
    let design = Matrix(rows: rows.count, columns: k, elements: rows.flatMap { $0 })
    let target = Matrix(rows: rows.count, columns: 1, elements: response)
    let cutoff = Double(max(rows.count, k)) * Double.ulpOfOne
    guard lengths.allSatisfy(\.isFinite),
      let solution = try? LeastSquares.solve(design, target, relativeCutoff: cutoff)
    else { throw .overflow }
    let products = ScaledDesign.products(rows, k)
    guard solution.rank == k, let factor = try? Cholesky(products) else {
      throw .rankDeficient(rank: min(solution.rank, k - 1), coefficients: k)
    }
    let inverse = factor.solve(.identity(k))
    let scaled = solution.coefficients.column(0)
    self.rows = rows
    self.lengths = lengths
    self.inverse = inverse
    coefficients = zip(scaled, lengths).map { $0 / $1 }
    fitted = rows.map { row in zip(row, scaled).reduce(0) { $0 + $1.0 * $1.1 } }
    leverage = rows.map { row in
      zip(row, Self.product(inverse, row)).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// The diagonal of the inverse cross products, in the units of the coefficients.
  var inverseDiagonal: [Double] {
    lengths.indices.map { inverse[$0, $0] / (lengths[$0] * lengths[$0]) }
  }

  /// The errors of a sandwich whose filling is `Σ variance · x xᵀ`.
  func errors(rowVariances: [Double], factor: Double) -> [Double] {
    let vectors = zip(rows, rowVariances).map { row, variance in
      row.map { $0 * variance.squareRoot() }
    }
    return errors(vectors, factor: factor)
  }

  /// CR1: the rows of a group are summed before they are squared.
  func clustered(
    _ residuals: [Double],
    groups: [String],
    freedom: Double
  ) -> LinearRegression.Clustered {
    let ids = Set(groups).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard ids.count >= 2 else { return .init(errors: nil, count: ids.count) }
    let index = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    var sums = [[Double]](repeating: [Double](repeating: 0, count: lengths.count), count: ids.count)
    for (row, (residual, group)) in zip(residuals, groups).enumerated() {
      guard let position = index[group] else { continue }
      for column in lengths.indices { sums[position][column] += residual * rows[row][column] }
    }
    let (n, count) = (Double(rows.count), Double(ids.count))
    let factor = count / (count - 1) * (n - 1) / freedom
    return .init(errors: errors(sums, factor: factor), count: ids.count)
  }

  /// The square roots of the diagonal of `factor · A⁻¹ (Σ v vᵀ) A⁻¹`.
  private func errors(_ vectors: [[Double]], factor: Double) -> [Double] {
    var sums = [Double](repeating: 0, count: lengths.count)
    for vector in vectors {
      for (column, value) in Self.product(inverse, vector).enumerated() {
        sums[column] += value * value
      }
    }
    return zip(sums, lengths).map { (factor * $0).squareRoot() / $1 }
  }

  private static func products(_ rows: [[Double]], _ k: Int) -> Matrix {
    var result = Matrix(rows: k, columns: k)
    for row in rows {
      for i in 0..<k {
        for j in 0..<k { result[i, j] += row[i] * row[j] }
      }
    }
    return result
  }

  private static func product(_ matrix: Matrix, _ vector: [Double]) -> [Double] {
    (0..<matrix.rows).map { i in
      vector.indices.reduce(0) { $0 + matrix[i, $1] * vector[$1] }
    }
  }
}
