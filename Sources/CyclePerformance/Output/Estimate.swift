// SPDX-License-Identifier: Apache-2.0

/// One estimated figure with what it rests on; without enough data it has a reason and no value.
public struct Estimate: Sendable, Equatable {
  /// Why there is no value.
  public enum Reason: String, Sendable, CaseIterable {
    /// Fewer account-cycles or accounts than the minimum.
    case tooFewData = "too_few_data"
    /// All scores or all attainments are the same.
    case constantInput = "constant_input"
    /// A column follows from the others.
    case rankDeficient = "rank_deficient"
    /// An arm of the comparison has fewer than two accounts.
    case tooFewInArm = "too_few_in_arm"
    /// The arms differ by more than a quarter of a standard deviation before.
    case notComparable = "not_comparable"
    /// Standard errors by account are too small with fewer than ten accounts; the value stands.
    case fewAccounts = "few_accounts"
    /// The numbers are too large to be multiplied.
    case overflow
  }

  /// What is estimated.
  public var figure: String
  /// The estimate.
  public var value: Double?
  /// The lower end of its 95 % interval.
  public var low: Double?
  /// The upper end.
  public var high: Double?
  /// How many account-cycles it rests on.
  public var count: Int
  /// Why there is no value, or what to mind about it.
  public var reason: Reason?
  /// How many accounts these belong to.
  public var accounts: Int
  /// Its standard error.
  public var standardError: Double?
  /// Its two-sided probability where nothing relates.
  public var probability: Double?
  /// The account it is about.
  public var account: String?

  /// A figure that rests on `count` account-cycles of `accounts` accounts.
  package init(_ figure: String, _ value: Double? = nil, count: Int, accounts: Int) {
    self.figure = figure
    self.value = value.flatMap { $0.isFinite ? $0 : nil }
    self.count = count
    self.accounts = accounts
  }

  /// This figure with an interval of `quantile` standard errors.
  package func spread(by error: Double?, quantile: Double?) -> Estimate {
    guard let value, let error, error.isFinite else { return self }
    var result = self
    result.standardError = error
    guard let quantile else { return result }
    let half = quantile * error
    guard (value - half).isFinite, (value + half).isFinite else { return result }
    result.low = value - half
    result.high = value + half
    return result
  }
}
