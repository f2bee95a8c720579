// SPDX-License-Identifier: Apache-2.0

/// Plain Swift twins of the kernels: slow, obvious, and what the tests hold the kernels against.
package enum ReferenceAlgebra {
  /// The product `a b` by the definition.
  package static func product(_ a: Matrix, _ b: Matrix) -> Matrix {
    var c = Matrix(rows: a.rows, columns: b.columns)
    for i in 0..<a.rows {
      for j in 0..<b.columns {
        var sum = 0.0
        for k in 0..<a.columns { sum += a[i, k] * b[k, j] }
        c[i, j] = sum
      }
    }
    return c
  }

  /// The product `a x` by the definition.
  package static func product(_ a: Matrix, _ x: [Double]) -> [Double] {
    product(a, Matrix(rows: x.count, columns: 1, elements: x)).elements
  }

  /// The product `aᵀ a` by the definition.
  package static func gram(_ a: Matrix) -> Matrix { product(a.transposed(), a) }

  /// The Cholesky factor, row by row (Cholesky-Banachiewicz).
  package static func choleskyFactor(_ a: Matrix) throws(LinearAlgebraError) -> Matrix {
    var lower = Matrix(rows: a.rows, columns: a.columns)
    for i in 0..<a.rows {
      for j in 0...i {
        var sum = a[i, j]
        for k in 0..<j { sum -= lower[i, k] * lower[j, k] }
        if i == j {
          guard sum > 0 else { throw .notPositiveDefinite(order: i + 1) }
          lower[i, i] = sum.squareRoot()
        } else {
          lower[i, j] = sum / lower[j, j]
        }
      }
    }
    return lower
  }

  /// Solves `lower lowerᵀ x = b` by forward and backward substitution.
  package static func solve(lower: Matrix, _ b: [Double]) -> [Double] {
    let n = lower.rows
    var x = b
    for i in 0..<n {
      for k in 0..<i { x[i] -= lower[i, k] * x[k] }
      x[i] /= lower[i, i]
    }
    for i in stride(from: n - 1, through: 0, by: -1) {
      for k in (i + 1)..<max(i + 1, n) { x[i] -= lower[k, i] * x[k] }
      x[i] /= lower[i, i]
    }
    return x
  }

  /// Least squares of full column rank by the normal equations.
  package static func leastSquares(
    _ a: Matrix,
    _ b: [Double]
  ) throws(LinearAlgebraError) -> [Double] {
    try solve(lower: choleskyFactor(gram(a)), product(a.transposed(), b))
  }

  /// The principal eigenvalue and eigenvector of a positive matrix by power iteration.
  package static func principalEigenPair(_ a: Matrix, iterations: Int) -> PrincipalEigenPair {
    var vector = [Double](repeating: 1 / Double(a.rows), count: a.rows)
    var value = 0.0
    for _ in 0..<iterations {
      let image = product(a, vector)
      value = image.reduce(0, +)
      vector = image.map { $0 / value }
    }
    return PrincipalEigenPair(value: value, vector: vector)
  }

  /// Eigenvalues of a symmetric matrix, ascending, by cyclic Jacobi rotations.
  package static func symmetricEigenvalues(_ a: Matrix, sweeps: Int) -> [Double] {
    var work = a
    for _ in 0..<sweeps {
      for p in 0..<a.rows {
        for q in (p + 1)..<max(p + 1, a.rows) where work[p, q] != 0 { rotate(&work, p, q) }
      }
    }
    return (0..<a.rows).map { work[$0, $0] }.sorted()
  }

  private static func rotate(_ a: inout Matrix, _ p: Int, _ q: Int) {
    let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
    let t = (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in 0..<a.rows {
      let (left, right) = (a[k, p], a[k, q])
      a[k, p] = c * left - s * right
      a[k, q] = s * left + c * right
    }
    for k in 0..<a.rows {
      let (upper, lower) = (a[p, k], a[q, k])
      a[p, k] = c * upper - s * lower
      a[q, k] = s * upper + c * lower
    }
  }
}
