// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// One OKR cycle with its explicit first and last day (S000: three to four months).
public struct Cycle: Sendable, Equatable {
  /// Where a cycle stands by its owners' word.
  public enum Status: String, Sendable, CaseIterable {
    case planned, active, closed
  }

  /// The id, such as `2025-Z2`.
  public var id: String
  /// The first day; nil when it is missing or cannot be read, which leaves the cycle without pace.
  public var start: CalendarDate?
  /// The last day, included; nil as for ``start``.
  public var end: CalendarDate?
  /// The stated status.
  public var status: Status?
  /// Who watches over the process (S000), as text.
  public var master: String?
  /// The row, or nil for a cycle that only key results name.
  public var place: SheetPlace?
  /// Whether its days are those that its name stands for, because nothing else says any.
  package var isDatedByName = false
  /// Whether a row says a day of it that cannot be read.
  package var hasUnreadableDays = false

  /// A cycle with an id and nothing else known.
  public init(id: String) { self.id = id }

  /// First and last day, when both are known and in order.
  package var days: (start: CalendarDate, end: CalendarDate)? {
    guard let start, let end, start <= end else { return nil }
    return (start, end)
  }

  /// Whether the cycle is over on `day`: by its status, or because its last day has passed.
  package func isClosed(on day: CalendarDate) -> Bool {
    if status == .closed { return true }
    guard let end else { return false }
    return day > end
  }
}
