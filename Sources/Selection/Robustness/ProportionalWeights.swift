// SPDX-License-Identifier: Apache-2.0

/// Weights of which one moves while the others keep their proportions and fill up to 1.
struct ProportionalWeights: Sendable {
  /// The criterion whose weight moves.
  let criterion: Int
  /// Its given weight.
  let given: Double
  /// The weights of the others where this one is 0; equal where all others weigh nothing.
  let others: [Double]

  /// Moves the weight of criterion `j`.
  init(of j: Int, _ weights: [Double]) {
    criterion = j
    given = weights[j]
    var rest = weights
    rest[j] = 0
    let total = rest.reduce(0, +)
    let equal = 1 / Double(max(1, rest.count - 1))
    others = rest.indices.map { k in k == j ? 0 : total > 0 ? rest[k] / total : equal }
  }

  /// All weights where this one is `weight`.
  func weights(at weight: Double) -> [Double] {
    others.indices.map { $0 == criterion ? weight : (1 - weight) * others[$0] }
  }
}
