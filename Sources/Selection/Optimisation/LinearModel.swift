// SPDX-License-Identifier: Apache-2.0

/// A linear objective under linear bounds, with columns that may be confined to whole numbers.
///
/// What to do with it is up to ``LinearSolver``.
struct LinearModel: Sendable, Equatable {
  /// One unknown.
  struct Column: Sendable, Equatable {
    /// The smallest value; `-.infinity` for none.
    var lower: Double
    /// The largest value; `.infinity` for none.
    var upper: Double
    /// What one unit adds to the objective, which is maximised.
    var objective: Double
    /// Whether it takes whole numbers only.
    var isWhole: Bool
  }

  /// A bound on a weighted sum of columns.
  struct Row: Sendable, Equatable {
    /// The factor per column; columns that are not named have 0.
    var factors: [Int: Double]
    /// The smallest sum; `-.infinity` for none.
    var lower: Double
    /// The largest sum; `.infinity` for none.
    var upper: Double
  }

  /// The unknowns.
  var columns: [Column] = []
  /// The bounds.
  var rows: [Row] = []

  /// Adds an unknown and returns its index.
  mutating func addColumn(
    _ range: ClosedRange<Double>,
    objective: Double = 0,
    isWhole: Bool = false
  ) -> Int {
    columns.append(
      Column(
        lower: range.lowerBound,
        upper: range.upperBound,
        objective: objective,
        isWhole: isWhole
      )
    )
    return columns.count - 1
  }

  /// Bounds a weighted sum of columns.
  mutating func bound(_ factors: [Int: Double], in range: ClosedRange<Double>) {
    rows.append(Row(factors: factors, lower: range.lowerBound, upper: range.upperBound))
  }
}

/// What came of solving a linear model.
enum LinearOutcome: Sendable, Equatable {
  /// A solution, one value per column.
  ///
  /// `bound` is the largest objective that is possible; where `isProved` is false, the search ended
  /// before it could show that the solution reaches it.
  case solved(values: [Double], bound: Double, isProved: Bool)
  /// No values meet all bounds.
  case infeasible
  /// The search ended without a solution and without a proof that there is none.
  case unsolved
  /// The solver's library is not installed.
  case absent
}
