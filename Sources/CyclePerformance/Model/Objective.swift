// SPDX-License-Identifier: Apache-2.0

/// A qualitative goal of one account for one cycle.
public struct Objective: Sendable, Equatable {
  /// Who set the goal (S002: 40 % top-down, 60 % bottom-up).
  public enum Origin: String, Sendable, CaseIterable {
    case topDown = "top_down"
    case bottomUp = "bottom_up"
  }

  /// What the review decided.
  public enum Decision: String, Sendable, CaseIterable {
    case keep, modify, abandon
  }

  /// The id; of a flat sheet `account/cycle/number`.
  public var id: String
  /// The account as the sheet writes it.
  public var account: String
  /// The account that the figures count for: the group of ``account``, or ``account`` itself.
  public var group: String
  /// The cycle's id.
  public var cycle: String
  /// The mid-term goal, nil when there is none.
  public var moal: String?
  /// The key result this objective works for, nil for a root.
  public var parentKeyResult: String?
  /// The index of that key result in the sheet.
  package var parent: Int?
  /// The goal.
  public var title: String?
  /// Who set it.
  public var origin: Origin?
  /// Its weight among the account's objectives.
  public var weight: Double = 1
  /// Who answers for it, as text.
  public var owner: String?
  /// The objective of an earlier cycle that this one continues.
  public var carriedFrom: String?
  /// What the review decided.
  public var decision: Decision?
  /// Which company or key-account goal it contributes to.
  public var contributesTo: String?
  /// Why it enters no figure, nil when it does.
  public var exclusion: OKRCode?
  /// Its first row.
  public var place: SheetPlace

  /// An objective with nothing but its keys.
  public init(id: String, account: String, cycle: String, place: SheetPlace) {
    self.id = id
    self.account = account
    group = account
    self.cycle = cycle
    self.place = place
  }
}
