// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// A mid-term goal of one account, about a year long, that objectives work towards (S000).
public struct Moal: Sendable, Equatable {
  /// The id; of a flat sheet `account/number`.
  public var id: String
  /// The account it belongs to, as the sheet writes it.
  public var account: String?
  /// The goal.
  public var title: String?
  /// Why the key account should say yes.
  public var strategy: String?
  /// What the own company has to provide.
  public var requirements: String?
  /// First and last day.
  public var start: CalendarDate?
  /// The last day.
  public var end: CalendarDate?
  /// The metric, where the goal has one: start, goal and current value.
  public var baseline: Double?
  /// The value to reach.
  public var target: Double?
  /// The value reached.
  public var current: Double?
  /// The unit of the metric.
  public var unit: String?
  /// The row.
  public var place: SheetPlace

  /// A goal with nothing but its id.
  public init(id: String, place: SheetPlace) {
    self.id = id
    self.place = place
  }
}
