// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

/// Values that may be off by a share, drawn anew with every weighting.
///
/// Each account's value of an uncertain criterion is multiplied by its own factor, uniform from
/// 1 - share to 1 + share, and scaled anew. The factors are functions of seed, draw, criterion and
/// account, so they do not depend on how draws are split. Missing values stay missing.
struct ValueUncertainty: Sendable {
  /// One criterion whose values are uncertain.
  private struct Column: Sendable {
    let leaf: Int
    let share: Double
    let criterion: Criterion
    let values: NumberColumn
  }

  private let columns: [Column]
  private let numbers: RandomNumbers

  /// Keeps these numbers apart from those of the weights.
  private static let salt: UInt64 = 0x5DEE_CE66_D1CE_4E5B

  /// Takes the values of ranked accounts; nil where no leaf is uncertain.
  init?(_ shares: [Int: Double], _ ranking: Ranking, accounts: [Int], seed: Int) {
    columns = shares.filter { $1 > 0 }.sorted { $0.key < $1.key }.map { leaf, share in
      let column = ranking.columns[leaf]
      return Column(
        leaf: leaf,
        share: share,
        criterion: column.criterion.criterion,
        values: column.values.gathered(accounts)
      )
    }
    guard !columns.isEmpty else { return nil }
    numbers = RandomNumbers(seed: UInt64(bitPattern: Int64(seed)) ^ Self.salt)
  }

  /// The utilities of one draw: `given` where nothing is uncertain or known.
  func utilities(of draw: Int, given: [[Double]]) -> [[Double]] {
    var utilities = given
    for column in columns {
      let base = UInt64(column.leaf) << 32
      let drawn = column.values.enumerated().map { place, value -> Double? in
        guard let value else { return nil }
        let number = numbers.uniformPair(stream: UInt64(draw), block: base | UInt64(place)).0
        let moved = value * (1 + column.share * (2 * number - 1))
        return moved.isFinite ? moved : value
      }
      let scaled = column.criterion.scale.utilities(
        of: NumberColumn(drawn),
        direction: column.criterion.direction
      )
      for (place, utility) in scaled.utilities.enumerated() {
        if let utility { utilities[column.leaf][place] = utility }
      }
    }
    return utilities
  }
}
