// SPDX-License-Identifier: Apache-2.0

/// One line of `link.csv`: what the selection said of an account before a cycle, and what the
/// account reached in it.
public struct LinkRow: Sendable, Equatable {
  /// How an account's selection and its OKRs meet.
  public enum Class: String, Sendable, CaseIterable {
    case selectedWithOKR = "selected_with_okr"
    case selectedWithoutOKR = "selected_without_okr"
    case otherWithOKR = "other_with_okr"
    case otherWithoutOKR = "other_without_okr"
    case unscoredWithOKR = "unscored_with_okr"
  }

  /// The account.
  public var account: String
  /// The cycle.
  public var cycle: String
  /// The run whose data end at or before the cycle's start; nil without such a run.
  public var run: String?
  /// The score in that run.
  public var score: Double?
  /// The rank in that run.
  public var rank: Int?
  /// Whether that run selected the account; nil when it does not know it.
  public var isSelected: Bool?
  /// How selection and OKRs meet.
  public var linkClass: Class
  /// What the account reached.
  public var attainment: Double?
  /// The share of the weight that has data.
  public var coverage: Double?
  /// How many key results it has; nil without OKRs.
  public var keyResults: Int?

  /// Whether the row can stand in a regression of attainment on score.
  public var isUsableForRegression: Bool { score != nil && attainment != nil }
}
