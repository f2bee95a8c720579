// SPDX-License-Identifier: Apache-2.0

/// What ``GroupShrinkage`` draws the means of groups together by: the common mean, and the variances
/// within and between groups.
package struct RandomEffects: Sendable, Equatable {
  /// How the mean of a group of some size is drawn.
  package struct Share: Sendable, Equatable {
    /// The share of the common mean in the estimate.
    package var pull: Double
    /// The standard error of the estimate, the error of the common mean included.
    package var standardError: Double
  }

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
  private let weightSum: Double

  /// The effects behind groups, each of which has values.
  ///
  /// - Complexity: O(n) in the values
  package init(_ groups: GroupedValues) throws(GroupShrinkage.Failure) {
    guard groups.count >= 3 else { throw .tooFewGroups }
    let total = groups.values.count
    guard total > groups.count else { throw .noWithinVariance }
    let (n, m) = (Double(total), Double(groups.count))
    let grand = groups.values.reduce(0, +) / n
    var (residual, distance, squares) = (0.0, 0.0, 0.0)
    for group in 0..<groups.count {
      let (values, mean) = (groups[group], groups.mean(of: group))
      let size = Double(values.count)
      for value in values { residual += (value - mean) * (value - mean) }
      distance += size * (mean - grand) * (mean - grand)
      squares += size * size
    }
    within = residual / (n - m)
    guard within > 0, within.isFinite else { throw .noWithinVariance }
    between = distance / (m - 1)
    effectiveSize = (n - squares / n) / (m - 1)
    betweenVariance = max(0, (between - within) / effectiveSize)
    var (weights, weighted) = (0.0, 0.0)
    for group in 0..<groups.count {
      let weight = 1 / (within / Double(groups[group].count) + betweenVariance)
      weights += weight
      weighted += weight * groups.mean(of: group)
    }
    weightSum = weights
    commonMean = weighted / weights
  }

  /// How the mean of a group of so many values is drawn.
  package func share(ofSize count: Int) -> Share {
    let v = within / Double(count)
    let pull = v / (v + betweenVariance)
    let own = betweenVariance * v / (betweenVariance + v)
    return Share(
      pull: pull,
      standardError: (own + pull * pull / weightSum).squareRoot()
    )
  }

  /// The estimate of a group with a mean.
  package func estimate(_ mean: Double, _ share: Share) -> Double {
    share.pull * commonMean + (1 - share.pull) * mean
  }
}
