// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// What the criteria give to the scores of a ranking.
///
/// Of a weighted sum the weights that each account has are enough: its parts are worked out where
/// somebody asks, for rankings of millions are printed once.
enum ScorePieces: Sendable, Equatable {
  /// One part per criterion and account; nil where the criterion was left out for the account.
  case parts([NumberColumn])
  /// Utility times weight over what the weights of an account's present criteria add up to.
  case shares(presentWeights: [Double])

  /// The pieces of accounts at some of `count` places.
  func spread(over places: [Int], of count: Int) -> ScorePieces {
    switch self {
    case .parts(let parts): return .parts(parts.map { $0.spread(over: places, of: count) })
    case .shares(let weights):
      // The others have no utility, so that nothing comes of their weight.
      var spread = [Double](repeating: 1, count: count)
      for index in places.indices { spread[places[index]] = weights[index] }
      return .shares(presentWeights: spread)
    }
  }
}

/// One part of the score per account, nil where it is missing.
public struct Contributions: Sendable {
  /// The parts, or the utilities that they are shares of.
  package let numbers: NumberColumn
  /// What each number is multiplied by; nil where the numbers are the parts.
  package let shares: WeightShares?

  /// The parts that criterion `j` of a ranking gives.
  init(_ pieces: ScorePieces, of j: Int, _ column: Ranking.Column) {
    switch pieces {
    case .parts(let parts):
      numbers = parts[j]
      shares = nil
    case .shares(let presentWeights):
      numbers = column.utilities
      shares = WeightShares(weight: column.criterion.weight, presentWeights: presentWeights)
    }
  }

  /// The part of one account.
  public subscript(account: Int) -> Double? {
    numbers[account].map { $0 * (shares?[account] ?? 1) }
  }
}

/// What a weight is of all weights that an account's present criteria have.
package struct WeightShares: Sendable {
  @usableFromInline let weight: Double
  @usableFromInline let presentWeights: [Double]

  /// Takes the weight of a criterion and per account what the weights of its present criteria add
  /// up to, 1 where none is missing.
  init(weight: Double, presentWeights: [Double]) {
    self.weight = weight
    self.presentWeights = presentWeights
  }

  /// The share for one account, 0 where its present criteria weigh nothing.
  @inlinable
  package subscript(account: Int) -> Double {
    let present = presentWeights[account]
    return present == 1 ? weight : present > 0 ? weight / present : 0
  }

  /// Adds the shares of the utilities that are present to the accounts' scores.
  func add(_ utilities: NumberColumn, to scores: inout [Double]) {
    let numbers = utilities.numbers.span
    var sums = scores.mutableSpan
    for account in numbers.indices where !numbers[account].isNaN {
      sums[account] += numbers[account] * self[account]
    }
  }
}
