// SPDX-License-Identifier: Apache-2.0

/// Coefficients with what rounding took from them, so that small corrections are not lost.
struct CompensatedCoefficients: Equatable {
  /// The coefficients.
  private(set) var sums: [Double]
  /// What is missing from them.
  private(set) var rests: [Double]

  /// Steps after which the coefficients are taken as they are.
  private static let mostSteps = 8

  init(_ sums: [Double]) {
    self.sums = sums
    rests = [Double](repeating: 0, count: sums.count)
  }

  /// Corrects the coefficients by what they leave over, as long as that makes them better; returns
  /// the sum of squared residuals, or nil where numbers are too large.
  ///
  /// With `R⁻¹` = `inverse` the correction is `R⁻¹ R⁻ᵀ Xᵀe`, which takes `|R⁻ᵀ Xᵀe|²` from the
  /// squares; `rate` is what share of an error a correction may leave.
  mutating func refine(
    _ values: Span<Double>,
    _ source: borrowing PanelRows,
    _ inverse: Matrix,
    rate: Double
  ) -> Double? {
    var before = Double.infinity
    var best: Double?
    for _ in 0..<Self.mostSteps {
      let left = source.residuals(values, self)
      let along = Self.product(transposed: inverse, left.products)
      let gain = along.reduce(0) { $0 + $1 * $1 }
      // A step about as long as the one before corrects nothing: it is made of rounding.
      guard left.squares.isFinite, gain < before / 4 else { return best }
      let correction = Self.product(inverse, along)
      add(correction)
      best = max(0, left.squares - gain)
      before = gain
      let isSettled = zip(correction, sums).allSatisfy {
        $0.magnitude * rate <= $1.magnitude * Double.ulpOfOne / 4
      }
      if isSettled, gain * rate <= left.squares * Double.ulpOfOne { return best }
    }
    return best
  }

  private mutating func add(_ correction: [Double]) {
    for (i, value) in correction.enumerated() {
      let part = rests[i] + value
      let sum = sums[i] + part
      let taken = sum - sums[i]
      rests[i] = (sums[i] - (sum - taken)) + (part - taken)
      sums[i] = sum
    }
  }

  private static func product(_ matrix: Matrix, _ vector: [Double]) -> [Double] {
    (0..<matrix.rows).map { i in
      vector.indices.reduce(0) { $0 + matrix[i, $1] * vector[$1] }
    }
  }

  private static func product(transposed matrix: Matrix, _ vector: [Double]) -> [Double] {
    (0..<matrix.columns).map { j in
      vector.indices.reduce(0) { $0 + matrix[$1, j] * vector[$1] }
    }
  }
}
