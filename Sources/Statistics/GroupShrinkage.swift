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
  /// The mean square within groups.
  package let within: Double
  /// The mean square between groups.
  package let between: Double
  /// The effective size of a group.
  package let effectiveSize: Double
  /// The variance between groups, 0 or more.
  package let betweenVariance: Double
  /// The common mean, weighted by precision.
  package let commonMean: Double

  /// Draws the means of `groups` together.
  package init(_ groups: [String: [Double]]) throws(Failure) {
    let ordered = groups.filter { !$0.value.isEmpty }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    try self.init(ids: ordered.map(\.key), values: ordered.map { $0.value[...] })
  }

  /// Draws the means of groups together that are in the order of their ids and have values.
  package init(ids: [String], values: [ArraySlice<Double>]) throws(Failure) {
    guard ids.count >= 3 else { throw .tooFewGroups }
    let total = values.reduce(0) { $0 + $1.count }
    guard total > ids.count else { throw .noWithinVariance }
    let sizes = values.map { Double($0.count) }
    let means = zip(values, sizes).map { $0.reduce(0, +) / $1 }
    let n = Double(total)
    let m = Double(ids.count)
    let grand = values.joined().reduce(0, +) / n
    let residual = zip(values, means).reduce(0) { sum, group in
      group.0.reduce(sum) { $0 + ($1 - group.1) * ($1 - group.1) }
    }
    within = residual / (n - m)
    guard within > 0, within.isFinite else { throw .noWithinVariance }
    between =
      zip(sizes, means).reduce(0) { $0 + $1.0 * ($1.1 - grand) * ($1.1 - grand) } / (m - 1)
    effectiveSize = (n - sizes.reduce(0) { $0 + $1 * $1 } / n) / (m - 1)
    betweenVariance = max(0, (between - within) / effectiveSize)
    let tau2 = betweenVariance
    let variances = sizes.map { [within] in within / $0 }
    let weights = variances.map { 1 / ($0 + tau2) }
    let weightSum = weights.reduce(0, +)
    let mu = zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 } / weightSum
    commonMean = mu
    self.groups = ids.indices.map { index in
      let v = variances[index]
      let pull = v / (v + tau2)
      return Group(
        id: ids[index],
        count: values[index].count,
        mean: means[index],
        pull: pull,
        shrunk: pull * mu + (1 - pull) * means[index],
        standardError: (tau2 * v / (tau2 + v) + pull * pull / weightSum).squareRoot()
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
