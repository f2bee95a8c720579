// SPDX-License-Identifier: Apache-2.0

/// Least squares over rows that are read where they lie: no copy but a block of them is made.
///
/// *Method* Householder QR, a block of rows after the other (TSQR: Demmel, Grigori, Hoemmen and
/// Langou 2012), which does not square the condition number as normal equations do; then the
/// coefficients are refined with residuals and products computed in twice the precision (Björck
/// 1996, 2.9; Ogita, Rump and Oishi 2005), until a step changes nothing that a double can hold.
/// Columns keep their units: reflections do not depend on them, and the rank is judged on columns
/// divided by their length. The order of operations is fixed and has no fused products, so the
/// bits are the same on every processor.
package struct PanelLeastSquares: Sendable, Equatable {
  /// Why there is no fit.
  package enum Failure: Error, Equatable, Sendable {
    /// The columns have this rank; the named coefficients (0 is the constant) follow from others.
    case rankDeficient(rank: Int, dependent: [Int])
    /// A number is not finite, or too large to be multiplied.
    case overflow
  }

  /// The coefficients, the constant first.
  package let coefficients: [Double]
  /// The sum of the squared residuals.
  package let residualSum: Double
  /// The sum of the squared deviations of the response from its mean.
  package let totalSum: Double
  /// The triangle R of the columns, the response's last.
  package let triangle: Matrix
  /// The inverse of R without the response's column; `inverse · inverseᵀ` = (XᵀX)⁻¹.
  package let inverse: Matrix
  /// The largest over the smallest singular value of the columns divided by their length.
  package let condition: Double
  /// How many rows there are.
  package let rows: Int

  /// Fits the rows in `values`.
  ///
  /// - Complexity: O(rows · columns²)
  package init(_ values: Span<Double>, _ columns: PanelColumns) throws(Failure) {
    try self.init(values, PanelRows(columns, .best))
  }

  init(_ values: Span<Double>, _ source: borrowing PanelRows) throws(Failure) {
    let k = source.columns.coefficients
    rows = source.columns.rows(in: values.count)
    triangle = source.triangle(values)
    guard triangle.elements.allSatisfy(\.isFinite) else { throw .overflow }
    condition = try Self.condition(triangle, rows: rows)
    inverse = Self.inverse(triangle, k)
    guard inverse.elements.allSatisfy(\.isFinite) else { throw .overflow }
    var start = CompensatedCoefficients(Self.coefficients(triangle, k))
    let rate = min(1, 64 * condition * Double.ulpOfOne)
    residualSum =
      start.refine(values, source, inverse, rate: rate) ?? triangle[k, k] * triangle[k, k]
    coefficients = start.sums
    guard coefficients.allSatisfy(\.isFinite), residualSum.isFinite else { throw .overflow }
    var total = residualSum
    for i in 1..<k { total += triangle[i, k] * triangle[i, k] }
    totalSum = total
  }

  /// What sandwich estimators need.
  ///
  /// With `keepsRows` also fitted values and leverages. `groups` holds a number from 0 for each
  /// row.
  ///
  /// - Complexity: O(rows · columns²)
  package func sandwich(
    _ values: Span<Double>,
    _ columns: PanelColumns,
    groups: [Int32]?,
    keepsRows: Bool
  ) -> PanelSandwich {
    PanelRows(columns, .best).sandwich(values, self, groups: groups, keepsRows: keepsRows)
  }

  /// The condition of the columns divided by their length, by singular values.
  private static func condition(_ triangle: Matrix, rows: Int) throws(Failure) -> Double {
    let k = triangle.columns - 1
    var scaled = Matrix(rows: k, columns: k)
    for j in 0..<k {
      let length = (0...j).reduce(0) { $0 + triangle[$1, j] * triangle[$1, j] }.squareRoot()
      guard length.isFinite else { throw .overflow }
      for i in 0...j { scaled[i, j] = length > 0 ? triangle[i, j] / length : 0 }
    }
    // What rounding leaves of a column that follows from the others stays well below this.
    let cutoff = 64 * Double(max(rows, k)).squareRoot() * Double.ulpOfOne
    let target = Matrix(rows: k, columns: 1)
    guard let solution = try? LeastSquares.solve(scaled, target, relativeCutoff: cutoff),
      let largest = solution.singularValues.first, let least = solution.singularValues.last
    else { throw .overflow }
    guard solution.rank == k else {
      let order = (0..<k).sorted {
        let (a, b) = (scaled[$0, $0].magnitude, scaled[$1, $1].magnitude)
        return a != b ? a < b : $0 < $1
      }
      throw .rankDeficient(
        rank: solution.rank,
        dependent: order.prefix(k - solution.rank).sorted()
      )
    }
    return largest / least
  }

  /// The coefficients by substitution from the last row up.
  private static func coefficients(_ triangle: Matrix, _ k: Int) -> [Double] {
    var result = [Double](repeating: 0, count: k)
    for i in (0..<k).reversed() {
      let known = (i + 1..<k).reduce(0) { $0 + triangle[i, $1] * result[$1] }
      result[i] = (triangle[i, k] - known) / triangle[i, i]
    }
    return result
  }

  /// The inverse of the first `k` rows and columns of an upper triangle.
  private static func inverse(_ triangle: Matrix, _ k: Int) -> Matrix {
    var result = Matrix(rows: k, columns: k)
    for j in 0..<k {
      result[j, j] = 1 / triangle[j, j]
      for i in (0..<j).reversed() {
        let sum = ((i + 1)...j).reduce(0) { $0 + triangle[i, $1] * result[$1, j] }
        result[i, j] = -sum / triangle[i, i]
      }
    }
    return result
  }
}
