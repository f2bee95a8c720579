// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Outranking flows (PROMETHEE II, Brans and Vincke 1985).
package struct PROMETHEE: Sendable, Equatable {
  /// How strongly each account is preferred to the others on average.
  package let positiveFlows: [Double]
  /// How strongly the others are preferred to it.
  package let negativeFlows: [Double]
  /// Positive minus negative flow; higher is better, all add up to 0.
  package let netFlows: [Double]
  /// Per criterion the weighted net flows, the parts of the net flow.
  package let parts: [[Double]]

  /// Compares the accounts pairwise in the columns of utilities or raw values.
  ///
  /// *Definition* Flows are means over the other m - 1 accounts. *Edge cases* One account has flows
  /// of 0. *Gaussian* Beyond 2,000 accounts flows are off by at most 1e-12 (``GaussianSum``).
  ///
  /// - Complexity: O(m log m) per criterion, O(m²) for the Gaussian function of up to 2,000 accounts.
  package init(
    _ columns: [[Double]],
    _ directions: [Criterion.Direction],
    weights: [Double],
    functions: [PreferenceFunction]
  ) {
    let count = columns.first?.count ?? 0
    let others = Double(max(1, count - 1))
    var positive = [Double](repeating: 0, count: count)
    var negative = positive
    var nets: [[Double]] = []
    for (j, column) in columns.enumerated() {
      let values = directions[j] == .maximise ? column : column.map { -$0 }
      let flows = UnicriterionFlows(values, functions[j])
      var net = [Double](repeating: 0, count: count)
      for i in 0..<count {
        let (above, below) = (flows.preferred[i] / others, flows.outranked[i] / others)
        positive[i] += weights[j] * above
        negative[i] += weights[j] * below
        net[i] = weights[j] * (above - below)
      }
      nets.append(net)
    }
    positiveFlows = positive
    negativeFlows = negative
    netFlows = zip(positive, negative).map { $0 - $1 }
    parts = nets
  }
}
