// SPDX-License-Identifier: Apache-2.0
import COpenBLAS

/// Linear least squares by singular values.
package enum LeastSquares {
  /// The coefficients x of least norm that minimise `|a x - b|`, per column of `b` (dgelsd).
  ///
  /// *Edge cases* Singular values below `relativeCutoff` times the largest count as 0, so collinear
  /// columns have an answer. A negative cut-off means machine precision.
  ///
  /// - Complexity: O(rows * columns²)
  package static func solve(
    _ a: Matrix,
    _ b: Matrix,
    relativeCutoff: Double
  ) throws(LinearAlgebraError) -> LeastSquaresSolution {
    precondition(a.rows == b.rows, "\(a.rows) equations, \(b.rows) right-hand sides")
    guard a.isFinite, b.isFinite else { throw .nonFiniteInput }
    let count = min(a.rows, a.columns)
    guard count > 0, b.columns > 0 else {
      let none = Matrix(rows: a.columns, columns: b.columns)
      return LeastSquaresSolution(coefficients: none, singularValues: [], rank: 0)
    }
    var work = a
    // The routine returns the solution in the space of the right-hand sides, which must hold both.
    var solution = Matrix(rows: max(a.rows, a.columns), columns: b.columns)
    for i in 0..<b.elements.count { solution.elements[i] = b.elements[i] }
    var singularValues = [Double](repeating: 0, count: count)
    var rank: Int32 = 0
    let info = unsafe lapack_dgelsd(
      a.lapackRows,
      a.lapackColumns,
      b.lapackColumns,
      &work.elements,
      a.leadingDimension,
      &solution.elements,
      solution.leadingDimension,
      &singularValues,
      relativeCutoff,
      &rank
    )
    if let index = LapackStatus.failure(info, routine: "dgelsd") {
      throw .notConverged(routine: "dgelsd", index: index)
    }
    let kept = Array(solution.elements.prefix(a.columns * b.columns))
    return LeastSquaresSolution(
      coefficients: Matrix(rows: a.columns, columns: b.columns, elements: kept),
      singularValues: singularValues,
      rank: Int(rank)
    )
  }
}
