// SPDX-License-Identifier: Apache-2.0
import COpenBLAS

/// The Cholesky factor of a symmetric positive definite matrix, and solutions with it.
package struct Cholesky: Sendable, Equatable {
  /// The lower triangle L with `L Lᵀ` = the matrix; 0 above the diagonal.
  package let lower: Matrix

  /// Factors a symmetric matrix, of which the lower triangle is read (dpotrf).
  ///
  /// - Complexity: O(n³)
  package init(_ a: Matrix) throws(LinearAlgebraError) {
    precondition(a.isSquare, "Cholesky factor of \(a.rows) x \(a.columns)")
    guard a.isFinite else { throw .nonFiniteInput }
    var factor = a
    for i in 0..<a.rows {
      for j in (i + 1)..<max(i + 1, a.columns) { factor[i, j] = 0 }
    }
    if a.rows > 0 {
      let info = unsafe lapack_dpotrf(a.lapackRows, &factor.elements, a.leadingDimension)
      if let order = LapackStatus.failure(info, routine: "dpotrf") {
        throw .notPositiveDefinite(order: order)
      }
    }
    lower = factor
  }

  /// Solves `a x = b` for each column of `b` (dpotrs).
  ///
  /// - Complexity: O(n²) per column
  package func solve(_ b: Matrix) -> Matrix {
    precondition(lower.rows == b.rows, "\(lower.rows) equations, \(b.rows) right-hand sides")
    var x = b
    guard !b.elements.isEmpty else { return x }
    let info = unsafe lapack_dpotrs(
      lower.lapackRows,
      b.lapackColumns,
      lower.elements,
      lower.leadingDimension,
      &x.elements,
      x.leadingDimension
    )
    let failure = LapackStatus.failure(info, routine: "dpotrs")
    precondition(failure == nil, "dpotrs: unexpected code")
    return x
  }
}
