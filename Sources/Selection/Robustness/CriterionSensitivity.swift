// SPDX-License-Identifier: Apache-2.0

/// What one criterion's weight does to the list, and what data alone would weigh it.
public struct CriterionSensitivity: Sendable, Equatable {
  /// The criterion and its weight.
  public var criterion: WeightedCriterion
  /// The weights between which the list stays what it is, the others in proportion; nil where they
  /// were not looked for.
  public var stable: ClosedRange<Double>?
  /// The weights between which the first account stays first; nil where they were not looked for.
  public var leader: ClosedRange<Double>?
  /// The share of the differences between scores that the criterion makes: the covariance of its
  /// contribution with the score over the variance of the score.
  ///
  /// All criteria together make 1; a negative share works against the others. To be held beside the
  /// weight (Paruolo, Saisana and Saltelli 2013). Nil where all scores are equal or no such sum.
  public var effectiveInfluence: Double?
  /// How many accounts of the list would be replaced without the criterion; nil where it is the
  /// only one.
  public var replacedWithout: Int?
  /// What the weight would be by each diagnostic, nil where that is undefined.
  public var diagnostics: Diagnostics

  /// Weights that nobody chose, to be held beside the chosen one.
  public struct Diagnostics: Sendable, Equatable {
    /// All the same.
    public var equal: Double
    /// Shannon's entropy.
    public var entropy: Double?
    /// CRITIC.
    public var critic: Double?
    /// MEREC.
    public var merec: Double?
    /// Standard deviation of the min-max scaled values.
    public var standardDeviation: Double?
  }
}
