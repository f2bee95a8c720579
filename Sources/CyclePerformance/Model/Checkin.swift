// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// What was reported for one key result on one day.
public struct Checkin: Sendable, Equatable {
  /// The index of the key result in the sheet.
  public var keyResult: Int
  /// The day.
  public var date: CalendarDate
  /// The second of the day, where the file gives a time.
  public var second: Int?
  /// The value, nil when the cell was empty or could not be read.
  public var value: KeyResultValue?
  /// How sure the team was, 0 to 10.
  public var confidence: Double?
  /// What was said about it.
  public var comment: String?
  /// Why it enters no figure, nil when it does.
  public var exclusion: OKRCode?
  /// The row.
  public var place: SheetPlace
}
