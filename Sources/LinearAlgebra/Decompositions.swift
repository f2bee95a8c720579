// SPDX-License-Identifier: Apache-2.0

/// Eigenvalues and eigenvectors of a symmetric matrix.
package struct SymmetricEigenSystem: Sendable, Equatable {
  /// The eigenvalues, ascending.
  package var values: [Double]
  /// The unit eigenvectors as columns, in the order of the eigenvalues; their signs are free.
  package var vectors: Matrix
}

/// The eigenvalue of largest real part of a general matrix, with its eigenvector.
package struct PrincipalEigenPair: Sendable, Equatable {
  /// The eigenvalue's real part.
  package var value: Double
  /// The eigenvector's real parts, divided by their sum, so that they add up to 1.
  package var vector: [Double]
}

/// A least-squares solution.
package struct LeastSquaresSolution: Sendable, Equatable {
  /// One column of coefficients per right-hand side; of least norm where the rank is deficient.
  package var coefficients: Matrix
  /// The singular values of the matrix, descending.
  package var singularValues: [Double]
  /// How many singular values count as different from 0.
  package var rank: Int
}
