// SPDX-License-Identifier: Apache-2.0
import COpenBLAS

/// Eigenvalues and eigenvectors by LAPACK.
package enum EigenSolver {
  /// All eigenvalues and eigenvectors of a symmetric matrix, of which the upper triangle is read
  /// (dsyevd).
  ///
  /// - Complexity: O(n³)
  package static func symmetric(_ a: Matrix) throws(LinearAlgebraError) -> SymmetricEigenSystem {
    precondition(a.isSquare, "eigenvalues of \(a.rows) x \(a.columns)")
    guard a.isFinite else { throw .nonFiniteInput }
    var vectors = a
    var values = [Double](repeating: 0, count: a.rows)
    guard a.rows > 0 else { return SymmetricEigenSystem(values: values, vectors: vectors) }
    let info = unsafe lapack_dsyevd(
      a.lapackRows,
      &vectors.elements,
      a.leadingDimension,
      &values
    )
    if let index = LapackStatus.failure(info, routine: "dsyevd") {
      throw .notConverged(routine: "dsyevd", index: index)
    }
    return SymmetricEigenSystem(values: values, vectors: vectors)
  }

  /// The principal eigenvalue and eigenvector of a matrix of positive numbers (dgeev).
  ///
  /// *Definition* For positive matrices the eigenvalue of largest modulus is real and simple and
  /// its eigenvector can be taken positive (Perron 1907); it is the one of largest real part.
  ///
  /// - Complexity: O(n³)
  package static func principal(_ a: Matrix) throws(LinearAlgebraError) -> PrincipalEigenPair {
    precondition(a.isSquare && a.rows > 0, "eigenvector of \(a.rows) x \(a.columns)")
    guard a.isFinite else { throw .nonFiniteInput }
    let n = a.rows
    var work = a
    var real = [Double](repeating: 0, count: n)
    var imaginary = real
    var right = Matrix(rows: n, columns: n)
    let info = unsafe lapack_dgeev(
      a.lapackRows,
      &work.elements,
      a.leadingDimension,
      &real,
      &imaginary,
      &right.elements,
      right.leadingDimension
    )
    if let index = LapackStatus.failure(info, routine: "dgeev") {
      throw .notConverged(routine: "dgeev", index: index)
    }
    var largest = 0
    for i in 1..<max(1, n) where real[i] > real[largest] { largest = i }
    let vector = right.column(largest)
    var sum = 0.0
    for component in vector { sum += component }
    guard sum != 0, sum.isFinite else { throw .notConverged(routine: "dgeev", index: largest + 1) }
    return PrincipalEigenPair(value: real[largest], vector: vector.map { $0 / sum })
  }
}
