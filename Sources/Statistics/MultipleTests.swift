// SPDX-License-Identifier: Apache-2.0

/// Probabilities adjusted for the number of comparisons made.
package enum MultipleTests {
  /// Holm's step-down adjustment of 1979, in the order given.
  package static func holm(_ probabilities: [Double]) -> [Double] {
    let order = ascending(probabilities)
    var result = probabilities
    var largest = 0.0
    for (position, index) in order.enumerated() {
      largest = max(largest, probabilities[index] * Double(order.count - position))
      result[index] = min(1, largest)
    }
    return result
  }

  /// Benjamini and Hochberg's step-up adjustment, in the order given (1995).
  package static func benjaminiHochberg(_ probabilities: [Double]) -> [Double] {
    let order = ascending(probabilities)
    var result = probabilities
    var smallest = 1.0
    for (position, index) in order.enumerated().reversed() {
      smallest = min(
        smallest,
        probabilities[index] * Double(order.count) / Double(position + 1)
      )
      result[index] = smallest
    }
    return result
  }

  private static func ascending(_ probabilities: [Double]) -> [Int] {
    probabilities.indices.sorted {
      (probabilities[$0], $0) < (probabilities[$1], $1)
    }
  }
}
