// SPDX-License-Identifier: Apache-2.0

/// Some of the drawn weights, with the box that holds them.
package struct DrawBundle: Sendable {
  /// The numbers of the draws.
  let draws: [Int]
  /// Per criterion the middle of the weights.
  let centre: [Double]
  /// Per criterion the largest distance of a weight from the middle.
  let reach: [Double]
  private let matrix: [Double]

  /// How many draws there are.
  var count: Int { draws.count }

  private var width: Int { centre.count }

  /// Gathers draws of a matrix that holds `width` weights per draw.
  init(_ draws: [Int], of matrix: [Double], width: Int) {
    self.draws = draws
    self.matrix = matrix
    var low = [Double](repeating: .infinity, count: width)
    var high = [Double](repeating: -.infinity, count: width)
    for draw in draws {
      for j in 0..<width {
        low[j] = min(low[j], matrix[draw * width + j])
        high[j] = max(high[j], matrix[draw * width + j])
      }
    }
    centre = draws.isEmpty ? low.map { _ in 0 } : zip(low, high).map { ($0 + $1) / 2 }
    reach = draws.isEmpty ? low.map { _ in 0 } : zip(low, high).map { ($1 - $0) / 2 }
  }

  /// The weights of the `index`-th draw of the bundle.
  func weights(_ index: Int) -> ArraySlice<Double> {
    matrix[(draws[index] * width)..<((draws[index] + 1) * width)]
  }

  /// The two halves at the median of the weight whose reach matters most, `importance` being how
  /// much the accounts differ on a criterion.
  func halves(_ importance: [Double]) -> [DrawBundle] {
    guard count > 1 else { return [self] }
    var widest = 0
    for j in 1..<max(1, width) where reach[j] * importance[j] > reach[widest] * importance[widest] {
      widest = j
    }
    let sorted = draws.sorted {
      let (a, b) = (matrix[$0 * width + widest], matrix[$1 * width + widest])
      return a == b ? $0 < $1 : a < b
    }
    let middle = sorted.count / 2
    return [sorted[..<middle], sorted[middle...]].map {
      DrawBundle(Array($0), of: matrix, width: width)
    }
  }
}
