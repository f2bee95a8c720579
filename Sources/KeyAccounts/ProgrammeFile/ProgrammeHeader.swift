// SPDX-License-Identifier: Apache-2.0
public import Accounts

extension Programme {
  /// What key-account management is to achieve; the goal decides the criteria (S004).
  public enum Goal: String, Sendable, CaseIterable {
    /// Raise revenue with customers that still have potential.
    case potential
    /// Influence the specification at strategic end customers.
    case specification
    /// Draw ideas for innovation from key accounts.
    case innovation
    /// Something of one's own.
    case custom
  }

  /// How far key accounts are treated differently (S004).
  public enum Approach: String, Sendable, CaseIterable {
    /// By the whole company: few accounts.
    case company
    /// By sales: a hundred or more are possible.
    case sales
  }

  /// How far the programme has come (S004).
  public enum Phase: String, Sendable, CaseIterable {
    /// Trying it out with 3 to 5 accounts.
    case prototype
    /// Rolling it out.
    case rollout
  }
}

/// The `programme` section: name, goal and what all stages share.
public struct ProgrammeHeader: Sendable, Equatable {
  /// The programme's name.
  public var name: String
  /// The goal.
  public var goal: Programme.Goal
  /// One sentence on what it is for.
  public var purpose: String?
  /// Company-wide or sales approach.
  public var approach: Programme.Approach
  /// Prototype or rollout, if said.
  public var phase: Programme.Phase?
  /// Three-letter code of the reporting currency.
  public var currency: String
  /// Language of the reports, if said.
  public var language: Language?
  /// The last month that counts; the latest of the data where nothing is said.
  public var asOf: Period?

  /// Describes a programme.
  public init(
    name: String,
    goal: Programme.Goal,
    approach: Programme.Approach,
    currency: String
  ) {
    self.name = name
    self.goal = goal
    self.approach = approach
    self.currency = currency
  }
}
