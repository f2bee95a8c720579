// SPDX-License-Identifier: Apache-2.0
import COpenBLAS

/// Products of matrices and vectors by BLAS.
///
/// The last bit depends on the processor's kernel, so nothing that decides an order of accounts
/// may rest on these results unrounded.
package enum MatrixProducts {
  /// The product `a b` (dgemm).
  ///
  /// - Complexity: O(rows of a * columns of a * columns of b)
  package static func product(_ a: Matrix, _ b: Matrix) -> Matrix {
    precondition(a.columns == b.rows, "\(a.rows) x \(a.columns) times \(b.rows) x \(b.columns)")
    var c = Matrix(rows: a.rows, columns: b.columns)
    guard !c.elements.isEmpty, a.columns > 0 else { return c }
    unsafe blas_dgemm(
      a.lapackRows,
      b.lapackColumns,
      a.lapackColumns,
      a.elements,
      a.leadingDimension,
      b.elements,
      b.leadingDimension,
      &c.elements,
      c.leadingDimension
    )
    return c
  }

  /// The product `a x` of a matrix and a column vector (dgemv).
  ///
  /// - Complexity: O(rows * columns)
  package static func product(_ a: Matrix, _ x: [Double]) -> [Double] {
    precondition(a.columns == x.count, "\(a.rows) x \(a.columns) times \(x.count)")
    var y = [Double](repeating: 0, count: a.rows)
    guard !y.isEmpty, a.columns > 0 else { return y }
    unsafe blas_dgemv(a.lapackRows, a.lapackColumns, a.elements, a.leadingDimension, x, &y)
    return y
  }

  /// The symmetric product `aᵀ a` (dsyrk), both triangles filled.
  ///
  /// - Complexity: O(rows * columns²)
  package static func gram(_ a: Matrix) -> Matrix {
    var c = Matrix(rows: a.columns, columns: a.columns)
    guard !a.elements.isEmpty else { return c }
    unsafe blas_dsyrk(
      a.lapackColumns,
      a.lapackRows,
      a.elements,
      a.leadingDimension,
      &c.elements,
      c.leadingDimension
    )
    for i in 0..<c.rows {
      for j in 0..<i { c[i, j] = c[j, i] }
    }
    return c
  }
}
