// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// The answers of one account's review at the end of a cycle (S000).
public struct CycleReview: Sendable, Equatable {
  /// Whether the team worked on the right objectives and key results.
  public enum Focus: String, Sendable, CaseIterable {
    case yes, partly, no
  }

  /// The account that the figures count for.
  public var account: String
  /// The cycle's id.
  public var cycle: String
  /// The day of the review.
  public var date: CalendarDate?
  /// Whether the focus was right.
  public var rightFocus: Focus?
  /// What the next cycle concentrates on.
  public var nextFocus: String?
  /// What the team learned.
  public var learned: String?
  /// The row.
  public var place: SheetPlace
}
