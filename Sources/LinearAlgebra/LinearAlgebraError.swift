// SPDX-License-Identifier: Apache-2.0

/// Why a decomposition or a solution of linear equations has no answer.
package enum LinearAlgebraError: Error, Equatable, Sendable {
  /// The input holds a number that is not finite.
  case nonFiniteInput
  /// The leading minor of this order (from 1) is not positive: no Cholesky factor exists.
  case notPositiveDefinite(order: Int)
  /// An eigenvalue or singular value iteration did not settle; the routine's own count is given.
  case notConverged(routine: String, index: Int)
}
