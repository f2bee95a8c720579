// SPDX-License-Identifier: Apache-2.0

/// How far one weight may move before a weighted sum has another leader.
package enum WeightStability {
  /// The interval of the weight of criterion `j`, within 0...1, in which `leader` is not overtaken.
  ///
  /// *Definition* The other weights keep their proportions and fill up to 1 (equal ones where they
  /// are all 0). Each rival's gap is linear in the weight, so the bounds are exact.
  ///
  /// - Complexity: O(accounts * criteria)
  package static func interval(
    of j: Int,
    _ columns: [[Double]],
    weights: [Double],
    leader: Int
  ) -> ClosedRange<Double> {
    var (low, high) = (0.0, 1.0)
    let others = weights.indices.filter { $0 != j }
    var rest = 0.0
    for k in others { rest += weights[k] }
    for rival in columns[j].indices where rival != leader {
      let own = columns[j][leader] - columns[j][rival]
      var remaining = 0.0
      for k in others {
        let share = rest > 0 ? weights[k] / rest : 1 / Double(others.count)
        remaining += share * (columns[k][leader] - columns[k][rival])
      }
      let slope = own - remaining
      guard slope != 0 else { continue }
      let crossing = -remaining / slope
      if slope > 0 { low = max(low, crossing) } else { high = min(high, crossing) }
    }
    // Ties and rounding may put a bound on the wrong side of the present weight.
    low = min(low, weights[j])
    return low...max(low, high, weights[j])
  }
}
