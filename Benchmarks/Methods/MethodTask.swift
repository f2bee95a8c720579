// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Selection

/// What the peers compute: eight criteria, of which one is better the lower it is.
enum MethodTask: String {
  case topsis
  case vikor
  case promethee

  private static let weights = [0.22, 0.18, 0.20, 0.10, 0.08, 0.12, 0.04, 0.06]
  private static let cost = 6

  /// How many numbers a row has.
  static let width = weights.count

  /// The task of a name; nil for an unknown one.
  init?(_ name: String) { self.init(rawValue: name) }

  /// One score per row of columns of values, as the method's literature has it.
  func scores(_ columns: consuming [[Double]]) -> [Double] {
    let utilities = utilities(consume columns)
    let upwards = [Criterion.Direction](repeating: .maximise, count: Self.width)
    switch self {
    case .topsis: return TOPSIS(utilities, weights: Self.weights).scores
    case .vikor: return VIKOR(utilities, upwards, weights: Self.weights, v: 0.5).index
    case .promethee:
      let functions = [PreferenceFunction](repeating: .linear(q: 0.02, p: 0.2), count: Self.width)
      return PROMETHEE(utilities, upwards, weights: Self.weights, functions: functions).netFlows
    }
  }

  private func utilities(_ columns: consuming [[Double]]) -> [[Double]] {
    let scale: Scale = self == .topsis ? .vector : .minMax
    for place in columns.indices {
      // Nobody needs the values afterwards: they are taken out, and their memory holds utilities.
      let values = NumberColumn(numbers: columns[place])
      columns[place] = []
      let direction: Criterion.Direction = place == Self.cost ? .minimise : .maximise
      let scaled = scale.utilities(of: consume values, direction: direction)
      columns[place] = scaled.utilities.numbers
    }
    return columns
  }

  /// The rows from the best to the worst; the index of VIKOR is the better the lower it is.
  func order(_ scores: [Double]) -> [Int] {
    NumberOrder.descending(
      scores.map { ScoreQuantum.billionths(self == .vikor ? 1 - $0 : $0) }
    )
  }
}
