// SPDX-License-Identifier: Apache-2.0
/// One line of `okr_health.csv`: how well one account keeps to the process in one cycle.
///
/// It is for the OKR master, who watches over the process (S000), and about accounts, never persons.
public struct ProcessHealth: Sendable, Equatable {
  /// The account.
  public var account: String
  /// The cycle.
  public var cycle: String
  /// Its key results.
  public var keyResults = 0
  /// Key results with a check-in.
  public var reported = 0
  /// Check-ins up to the day of the figures.
  public var checkins = 0
  /// Weeks of the cycle that began up to that day; nil without dates.
  public var weeks: Int?
  /// Weeks of these with a check-in (S000 asks for a weekly event).
  public var weeksWithCheckin: Int?
  /// Days from the last check-in to that day, or to the cycle's end where that is earlier.
  public var daysSinceCheckin: Int?
  /// Error findings on its rows.
  public var errors = 0
  /// Warnings on its rows.
  public var warnings = 0
  /// Hints on its rows.
  public var hints = 0
  /// Key results with a typed percentage.
  public var typed = 0
  /// Typed percentages that differ from the computed ones by more than five points.
  public var typedDiffering = 0
  /// Whether there is a review; nil while the cycle runs or without a file of reviews.
  public var isReviewed: Bool?
}
