// SPDX-License-Identifier: Apache-2.0

/// What the rows add up to for standard errors that do not take variances as equal.
///
/// With `p` a row of the pseudo-inverse, `e` its residual and `h` its leverage.
package struct PanelSandwich: Sendable, Equatable {
  /// Per coefficient the sum of `(p·e)²`.
  package var equal: [Double]
  /// Per coefficient the sum of `(p·e / (1 - h))²`; no number where `h` reaches 1.
  package var leftOut: [Double]
  /// Per group and coefficient the sum of `p·e`; no rows without groups.
  package var groups: Matrix
  /// The largest leverage.
  package var largestLeverage: Double
  /// The fitted values, where rows were kept.
  package var fitted: [Double]
  /// The leverages, where rows were kept.
  package var leverage: [Double]
}
