// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// The chosen accounts, and what changed against the previous list.
public struct Shortlist: Sendable, Equatable {
  /// Where an account on the list comes from.
  public enum Movement: String, Sendable, CaseIterable {
    /// It was not on the previous list.
    case new
    /// It was on the previous list.
    case stays
    /// It was on an earlier list, not on the previous one.
    case returns
  }

  /// What a review does with an account.
  public enum ReviewMovement: String, Sendable, CaseIterable {
    /// It joins the list.
    case enter
    /// It stays within the size of the list.
    case stay
    /// It stays only because of the stay limit or a decision.
    case watch
    /// It leaves the list.
    case leave
  }

  /// One place on the list.
  public struct Entry: Sendable, Equatable {
    /// The place, from 1, each once.
    public var position: Int
    /// The index of the account in the ranking.
    public var account: Int
    /// The account id.
    public var id: String
    /// The rank, nil for an account that a decision includes without one.
    public var rank: Int?
    /// The score in billionths, nil without a rank.
    public var scoreBillionths: Int64?
    /// Where it comes from, nil without a previous list.
    public var movement: Movement?
    /// Why it is on the list.
    public var reason: LocalizedText
    /// The decision that put it there, if one did.
    public var decision: Decision?
  }

  /// One line of the review against the previous list.
  public struct Review: Sendable, Equatable {
    /// The account id, also of one that the data no longer know.
    public var id: String
    /// What happens to it.
    public var movement: ReviewMovement
    /// The rank now, nil without one.
    public var rank: Int?
    /// The rank then, nil if unknown.
    public var previousRank: Int?
    /// Why.
    public var reason: LocalizedText
  }

  /// The list by position: by rank, then by id, those without a rank last.
  public var entries: [Entry]
  /// Every account of this and the previous list, ascending by id; empty without a previous list.
  public var reviews: [Review]
  /// The price of stability: what the list scores less than a plain cut of the same length.
  ///
  /// In billionths, added over the accounts; those without a rank count 0. It is 0 under a capacity
  /// or quotas, which know no incumbents.
  public var priceOfStabilityBillionths: Int64
  /// The proof and the prices where capacity or quotas chose the list; nil elsewhere.
  public var exact: ExactSelection?
  /// The accounts to begin with; nil unless somebody asks for them.
  public var pilot: PilotProposal?
  /// What is to be said about ties at the cut, decisions and the previous list.
  public var findings: [Finding]
}
