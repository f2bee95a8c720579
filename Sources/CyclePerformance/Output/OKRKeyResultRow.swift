// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// One line of `okr_key_results.csv`: a key result on the day of the figures.
///
/// Key results that enter no figure are listed too, with the reason and nothing computed.
public struct OKRKeyResultRow: Sendable, Equatable {
  /// The key result.
  public var keyResult: String
  /// Its objective.
  public var objective: String
  /// The account it counts for, nil when its objective is unknown.
  public var account: String?
  /// The cycle, nil when its objective is unknown.
  public var cycle: String?
  /// The result.
  public var title: String?
  /// How it is measured.
  public var kind: KeyResult.Kind
  /// Progress without bounds.
  public var progressRaw: Double?
  /// Progress within 0 and 1.
  public var progress: Double?
  /// The status; nil for a cycle without dates.
  public var status: Pace.Status?
  /// The progress to expect.
  public var expected: Double?
  /// Where a running key result is heading at the end of the cycle.
  ///
  /// The line through its check-ins, or its pace while there are fewer than two; a value that only
  /// the sheet has counts as of the day of the figures.
  public var forecast: Double?
  /// The lower end of the forecast's 80 % prediction interval.
  public var forecastLow: Double?
  /// The upper end.
  public var forecastHigh: Double?
  /// Whether it counts as a success today; nil without progress.
  public var isHit: Bool?
  /// Why there is no progress.
  public var reason: String?

  /// The day of the latest check-in that counts.
  package var lastCheckin: CalendarDate?
}
