// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// Ranking and shortlist of one plan.
public struct SelectionOutcome: Sendable, Equatable {
  /// All accounts, those on the list marked.
  public var ranking: Ranking
  /// The list.
  public var shortlist: Shortlist

  /// Everything that is to be said, in the published order.
  public var findings: [Finding] {
    (ranking.findings + shortlist.findings).sorted(by: Finding.isOrderedBefore)
  }
}
