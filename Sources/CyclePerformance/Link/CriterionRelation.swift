// SPDX-License-Identifier: Apache-2.0

/// One line of `link_criteria.csv`: how one criterion relates to what was attained after it.
///
/// Attainment is regressed on the criterion's utility (0 to 1) in the run before the cycle: alone,
/// together with the other criteria, and together with a price on the size of coefficients (ridge)
/// for criteria that say nearly the same. Looking at every criterion is exploratory: the
/// probabilities are adjusted for it (Holm 1979). Nothing here says what drives what.
public struct CriterionRelation: Sendable, Equatable {
  /// The criterion.
  public var criterion: String
  /// How much higher the attainment of the best utility is than that of the worst, the criterion
  /// taken alone; with its 95 % interval, clustered by account.
  public var alone: Estimate
  /// Its probability, adjusted for the number of criteria.
  public var probabilityHolm: Double?
  /// The share of the variance of attainment that goes with the criterion alone.
  public var rSquared: Double?
  /// The same rise with the other criteria held where they are.
  public var together: Estimate
  /// The same by ridge regression at the price that predicts left-out rows best.
  public var ridge: Double?
}
