// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Sums of preferences over other accounts on one criterion, larger values being better.
///
/// All functions but the Gaussian are constant or linear between thresholds: on sorted values the
/// accounts within a threshold are a run, and prefix sums give their sum.
struct UnicriterionFlows {
  /// Up to so many accounts the Gaussian function is summed pair by pair.
  static let mostPairwise = 2000

  /// Per account the sum of its preferences over the others.
  let preferred: [Double]
  /// Per account the sum of the others' preferences over it.
  let outranked: [Double]

  /// The flows of values against `others`, those of all accounts; among themselves without.
  init(_ values: [Double], against others: [Double]? = nil, _ function: PreferenceFunction) {
    if case .gaussian = function, values.count <= Self.mostPairwise {
      self.init(pairwise: values, against: others, function)
      return
    }
    let order = NumberOrder.ascending(values)
    let ascending = order.map { values[$0] }
    let rivals = others.map { others in NumberOrder.ascending(others).map { others[$0] } }
    let mirrored = Self.mirrored(ascending)
    let above = Self.sums(ascending, over: rivals ?? ascending, function)
    let below = Self.sums(mirrored, over: rivals.map(Self.mirrored) ?? mirrored, function)
    var preferred = [Double](repeating: 0, count: values.count)
    var outranked = preferred
    for (place, index) in order.enumerated() {
      preferred[index] = above[place]
      outranked[index] = below[values.count - 1 - place]
    }
    self.init(preferred: preferred, outranked: outranked)
  }

  private init(preferred: [Double], outranked: [Double]) {
    self.preferred = preferred
    self.outranked = outranked
  }

  /// By comparing all pairs: O(m²), and the reference for the sorted way.
  init(
    pairwise values: [Double],
    against others: [Double]? = nil,
    _ function: PreferenceFunction
  ) {
    let others = others ?? values
    var preferred = [Double](repeating: 0, count: values.count)
    var outranked = preferred
    for i in values.indices {
      for k in others.indices {
        preferred[i] += function.preference(values[i] - others[k])
        outranked[i] += function.preference(others[k] - values[i])
      }
    }
    self.init(preferred: preferred, outranked: outranked)
  }

  private static func mirrored(_ ascending: [Double]) -> [Double] {
    ascending.reversed().map { -$0 }
  }

  /// Per ascending value the sum of its preferences over the smaller of the ascending `others`.
  private static func sums(
    _ values: [Double],
    over others: [Double],
    _ function: PreferenceFunction
  ) -> [Double] {
    switch function {
    case .usual: steps([(0, 1)], values, over: others)
    case .uShape(let q): steps([(q, 1)], values, over: others)
    case .level(let q, let p): steps([(q, 0.5), (p, 0.5)], values, over: others)
    case .vShape(let p): ramp((0, p), values, over: others)
    case .linear(let q, let p): ramp((q, p), values, over: others)
    case .gaussian(let s): GaussianSum.preferences(values, over: others, s: s)
    }
  }

  /// `steps` add their height beyond a threshold.
  private static func steps(
    _ steps: [(threshold: Double, height: Double)],
    _ v: [Double],
    over w: [Double]
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: v.count)
    for step in steps {
      var beyond = 0
      for i in v.indices {
        while beyond < w.count, v[i] - w[beyond] > step.threshold { beyond += 1 }
        sums[i] += step.height * Double(beyond)
      }
    }
    return sums
  }

  /// `ramp` rises from 0 to 1 between two differences.
  private static func ramp(
    _ ramp: (from: Double, to: Double),
    _ v: [Double],
    over w: [Double]
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: v.count)
    // Sums of differences to the middle value keep more digits than sums of the values.
    let centre = w.isEmpty ? 0 : w[w.count / 2]
    var prefix = [Double](repeating: 0, count: w.count + 1)
    for k in w.indices { prefix[k + 1] = prefix[k] + (w[k] - centre) }
    var (full, partial) = (0, 0)
    for i in v.indices {
      while full < w.count, v[i] - w[full] >= ramp.to { full += 1 }
      while partial < w.count, v[i] - w[partial] > ramp.from { partial += 1 }
      let count = Double(partial - full)
      let within = count * (v[i] - centre - ramp.from) - (prefix[partial] - prefix[full])
      sums[i] = Double(full) + max(0, within) / (ramp.to - ramp.from)
    }
    return sums
  }
}
