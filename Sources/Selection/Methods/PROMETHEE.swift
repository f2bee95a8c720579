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
  /// of 0.
  ///
  /// - Complexity: O(m log m) per criterion, O(m²) for the Gaussian function.
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

/// Sums of preferences over all other accounts on one criterion, larger values being better.
///
/// All functions but the Gaussian are constant or linear between thresholds: on sorted values the
/// accounts within a threshold are a run, and prefix sums give their sum.
struct UnicriterionFlows {
  /// Per account the sum of its preferences over the others.
  let preferred: [Double]
  /// Per account the sum of the others' preferences over it.
  let outranked: [Double]

  init(_ values: [Double], _ function: PreferenceFunction) {
    switch function {
    case .usual: self.init(sorted: values, steps: [(0, 1)], ramp: nil)
    case .uShape(let q): self.init(sorted: values, steps: [(q, 1)], ramp: nil)
    case .level(let q, let p): self.init(sorted: values, steps: [(q, 0.5), (p, 0.5)], ramp: nil)
    case .vShape(let p): self.init(sorted: values, steps: [], ramp: (0, p))
    case .linear(let q, let p): self.init(sorted: values, steps: [], ramp: (q, p))
    case .gaussian: self.init(pairwise: values, function)
    }
  }

  /// By comparing all pairs: O(m²), and the reference for the sorted way.
  init(pairwise values: [Double], _ function: PreferenceFunction) {
    var preferred = [Double](repeating: 0, count: values.count)
    var outranked = preferred
    for i in values.indices {
      for k in values.indices {
        preferred[i] += function.preference(values[i] - values[k])
        outranked[i] += function.preference(values[k] - values[i])
      }
    }
    self.preferred = preferred
    self.outranked = outranked
  }

  /// By sorting; `steps` add their height beyond a threshold, `ramp` rises from 0 to 1 between two.
  private init(
    sorted values: [Double],
    steps: [(threshold: Double, height: Double)],
    ramp: (from: Double, to: Double)?
  ) {
    let order = NumberOrder.ascending(values)
    let ascending = order.map { values[$0] }
    let above = Self.sums(ascending, steps: steps, ramp: ramp)
    let below = Self.sums(ascending.reversed().map { -$0 }, steps: steps, ramp: ramp)
    var preferred = [Double](repeating: 0, count: values.count)
    var outranked = preferred
    for (place, index) in order.enumerated() {
      preferred[index] = above[place]
      outranked[index] = below[values.count - 1 - place]
    }
    self.preferred = preferred
    self.outranked = outranked
  }

  /// Per ascending value the sum of its preferences over the smaller ones.
  private static func sums(
    _ v: [Double],
    steps: [(threshold: Double, height: Double)],
    ramp: (from: Double, to: Double)?
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: v.count)
    for step in steps {
      var beyond = 0
      for i in v.indices {
        while v[i] - v[beyond] > step.threshold { beyond += 1 }
        sums[i] += step.height * Double(beyond)
      }
    }
    if let ramp { addRamp(ramp, v, to: &sums) }
    return sums
  }

  private static func addRamp(
    _ ramp: (from: Double, to: Double),
    _ v: [Double],
    to sums: inout [Double]
  ) {
    // Sums of differences to the middle value keep more digits than sums of the values.
    let centre = v.isEmpty ? 0 : v[v.count / 2]
    var prefix = [Double](repeating: 0, count: v.count + 1)
    for i in v.indices { prefix[i + 1] = prefix[i] + (v[i] - centre) }
    var (full, partial) = (0, 0)
    for i in v.indices {
      while v[i] - v[full] >= ramp.to { full += 1 }
      while v[i] - v[partial] > ramp.from { partial += 1 }
      let count = Double(partial - full)
      let within = count * (v[i] - centre - ramp.from) - (prefix[partial] - prefix[full])
      sums[i] += Double(full) + max(0, within) / (ramp.to - ramp.from)
    }
  }
}
