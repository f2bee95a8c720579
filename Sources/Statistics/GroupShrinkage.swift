// SPDX-License-Identifier: Apache-2.0

/// Group means drawn towards the common mean, the more the less is known of a group.
///
/// One-way random effects by the method of moments: `tau2 = max(0, (MSB - MSW) / n0)`,
/// `B = v / (v + tau2)` with `v = MSW / n`, `shrunk = B·mu + (1 - B)·mean`. Without replicates there
/// is no variance within, and none is invented.
package struct GroupShrinkage: Sendable, Equatable {
  /// Why nothing can be drawn together.
  package enum Failure: String, Error, Sendable {
    case tooFewGroups = "too_few_groups"
    case noWithinVariance = "no_within_variance"
  }

  /// One group.
  package struct Group: Sendable, Equatable {
    /// Its id.
    package var id: String
    /// How many values it has.
    package var count: Int
    /// The mean of its values.
    package var mean: Double
    /// The share of the common mean in its estimate.
    package var pull: Double
    /// Its estimate.
    package var shrunk: Double
    /// The standard error of the estimate, the error of the common mean included.
    package var standardError: Double
  }

  /// The groups by id; those without values are left out.
  package let groups: [Group]
  private let effects: RandomEffects

  /// The mean square within groups.
  package var within: Double { effects.within }
  /// The mean square between groups.
  package var between: Double { effects.between }
  /// The effective size of a group.
  package var effectiveSize: Double { effects.effectiveSize }
  /// The variance between groups, 0 or more.
  package var betweenVariance: Double { effects.betweenVariance }
  /// The common mean, weighted by precision.
  package var commonMean: Double { effects.commonMean }

  /// Draws the means of `groups` together.
  package init(_ groups: [String: [Double]]) throws(Failure) {
    let ordered = groups.filter { !$0.value.isEmpty }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var values = GroupedValues()
    for group in ordered {
      values.startGroup()
      for value in group.value { values.append(value) }
    }
    let effects = try RandomEffects(values)
    self.effects = effects
    self.groups = ordered.indices.map { index in
      let (mean, count) = (values.mean(of: index), ordered[index].value.count)
      let share = effects.share(ofSize: count)
      return Group(
        id: ordered[index].key,
        count: count,
        mean: mean,
        pull: share.pull,
        shrunk: effects.estimate(mean, share),
        standardError: share.standardError
      )
    }
  }

  /// The share of the variance that lies between groups.
  package var intraclassCorrelation: Double { betweenVariance / (betweenVariance + within) }

  /// The ids, best mean first; means closer than 1e-12 go by id.
  package var rankedByMean: [String] { ranked(\.mean) }

  /// The ids, best estimate first; estimates closer than 1e-12 go by id.
  package var rankedByEstimate: [String] { ranked(\.shrunk) }

  private func ranked(_ value: KeyPath<Group, Double>) -> [String] {
    groups.sorted {
      let (a, b) = (quantum($0[keyPath: value]), quantum($1[keyPath: value]))
      return a != b ? a > b : $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
    }.map(\.id)
  }

  /// Rounded to 1e-12, so that ties are the same whatever they are compared with.
  private func quantum(_ value: Double) -> Double { (value * 1e12).rounded() }
}
