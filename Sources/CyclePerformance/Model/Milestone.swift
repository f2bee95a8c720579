// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// A dated event on the way to a mid-term goal; it is no key result (S002).
public struct Milestone: Sendable, Equatable {
  /// What kind of event it is.
  public enum Kind: String, Sendable, CaseIterable {
    case tender, test
    case managementMeeting = "management_meeting"
    case other
  }

  /// The id, where the file gives one.
  public var id: String?
  /// The mid-term goal it belongs to.
  public var moal: String
  /// What kind of event it is.
  public var kind: Kind?
  /// The day it is due.
  public var due: CalendarDate?
  /// Whether it is done.
  public var isDone: Bool
  /// The day it was done, where that is known.
  public var doneOn: CalendarDate?
  /// What it is.
  public var title: String?
  /// The row.
  public var place: SheetPlace
}

extension Milestone {
  /// Whether this one comes first: by day, then by id and title; those without a day come last.
  package func isBefore(_ other: Milestone) -> Bool {
    if let due, let theirs = other.due, due != theirs { return due < theirs }
    if (due == nil) != (other.due == nil) { return due != nil }
    let (first, second) = (id ?? "", other.id ?? "")
    if first != second { return first.isBytewiseLess(than: second) }
    return (title ?? "").isBytewiseLess(than: other.title ?? "")
  }
}
