// SPDX-License-Identifier: Apache-2.0

/// One line of `effect.csv`: how a business figure moved around a cycle, in two groups of accounts.
///
/// It says what goes together with what, never that one drives the other: key accounts are chosen
/// because they were high, so that the level before (analysis of covariance) and the most similar
/// accounts (matching) stand beside the plain difference.
public struct EffectRow: Sendable, Equatable {
  /// What separates the groups.
  public enum Arm: String, Sendable, CaseIterable {
    /// Accounts with OKRs in the cycle against those without.
    case withOKR = "okr"
    /// Accounts that the linked run selected against those it did not.
    case selected
  }

  /// The cycle.
  public var cycle: String
  /// The value, such as `revenue`.
  public var value: String
  /// Cycles between the OKRs and the figure after them, 0 to 2.
  public var lag: Int
  /// What separates the groups.
  public var arm: Arm
  /// Accounts in the group.
  public var treated = 0
  /// Accounts outside.
  public var control = 0
  /// The mean change in the group less the mean change outside, before to after.
  public var difference: Double?
  /// Its standard error HC1.
  public var standardError: Double?
  /// The lower end of its 95 % interval.
  public var low: Double?
  /// The upper end.
  public var high: Double?
  /// The share of all splits that differ at least as much; up to twelve accounts.
  public var permutationProbability: Double?
  /// The difference at the same level before.
  public var adjusted: Double?
  /// Its standard error HC1.
  public var adjustedError: Double?
  /// The mean difference to the most similar account outside.
  public var matched: Double?
  /// How far the groups lie apart before, in standard deviations.
  public var standardisedDifference: Double?
  /// The difference between two windows before the cycle, where there should be none.
  public var placebo: Double?
  /// The smallest difference that groups of this size could show (5 %, power 80 %).
  public var detectable: Double?
  /// Why there is no figure, or what to mind about it.
  public var reason: Estimate.Reason?
}
