// SPDX-License-Identifier: Apache-2.0

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
