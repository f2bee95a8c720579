// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// The leaves of a plan's criteria with their weights, and what is to be said about the weighting.
public struct CriterionWeights: Sendable, Equatable {
  /// The leaves in programme order; weights add up to 1.
  public var leaves: [WeightedCriterion]
  /// Advice on the weighting, such as contradicting comparisons.
  public var findings: [Finding]
  /// The judgements of people behind the weights, level by level from the top.
  public var judgements: [WeightJudgement] = []

  /// The weights alone.
  public var weights: [Double] { leaves.map(\.weight) }
}
