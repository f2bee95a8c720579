// SPDX-License-Identifier: Apache-2.0

/// One line of `okr_accounts.csv`: one account in one cycle.
///
/// The attainment is the mean of the means of its root objectives: objectives that work for a key
/// result count through that key result only.
public struct OKRAccountRow: Sendable, Equatable {
  /// The account, or the group it counts for.
  public var account: String
  /// The cycle.
  public var cycle: String
  /// The mean over what has data.
  public var attainment: Double?
  /// The mean with everything missing counted as 0, as at the close of the cycle.
  public var attainmentAtClose: Double?
  /// The share of the weight that has data.
  public var coverage: Double?
  /// How many objectives the sheet has, those below key results included.
  public var objectives: Int
  /// How many key results the sheet has.
  public var keyResults: Int
  /// How many of them are a success today.
  public var hits: Int
  /// The attainment to expect.
  public var expected: Double?
  /// The status; nil for a cycle without dates.
  public var status: Pace.Status?
}
