// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// A criterion at the end of the tree, with its weight in the whole.
public struct WeightedCriterion: Sendable, Equatable {
  /// The criterion as the programme gives it.
  public var criterion: Criterion
  /// The names of the groups above it, outermost first.
  public var groups: [String]
  /// Its share of the whole: the product of the normalised local weights on the way to it.
  ///
  /// The weights of all leaves add up to 1.
  public var weight: Double

  /// The name in outputs.
  public var name: String { criterion.name }

  package init(criterion: Criterion, groups: [String], weight: Double) {
    self.criterion = criterion
    self.groups = groups
    self.weight = weight
  }
}

/// The leaves of a plan's criteria with their weights, and what is to be said about the weighting.
public struct CriterionWeights: Sendable, Equatable {
  /// The leaves in programme order; weights add up to 1.
  public var leaves: [WeightedCriterion]
  /// Advice on the weighting, such as contradicting comparisons.
  public var findings: [Finding]

  /// The weights alone.
  public var weights: [Double] { leaves.map(\.weight) }
}
