// SPDX-License-Identifier: Apache-2.0

/// Which numbers of a row a regression reads; a constant always stands before them.
package struct PanelColumns: Sendable, Equatable {
  /// How many numbers a row has.
  package let width: Int
  /// The columns that explain, from 0.
  package let predictors: [Int]
  /// The column that is explained.
  package let response: Int

  /// Names columns of rows of `width` numbers.
  package init(width: Int, predictors: [Int], response: Int) {
    precondition(
      (predictors + [response]).allSatisfy { (0..<width).contains($0) },
      "columns \(predictors) and \(response) of \(width)"
    )
    self.width = width
    self.predictors = predictors
    self.response = response
  }

  /// Rows of which the last number is the response and all others explain.
  package init(responseAfter predictors: Int) {
    self.init(width: predictors + 1, predictors: Array(0..<predictors), response: predictors)
  }

  /// How many coefficients there are, the constant's included.
  package var coefficients: Int { predictors.count + 1 }

  /// How many whole rows `count` numbers hold.
  package func rows(in count: Int) -> Int { count / width }
}
