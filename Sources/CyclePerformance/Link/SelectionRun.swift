// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// An earlier selection as the link needs it.
public struct SelectionRun: Sendable, Equatable {
  /// One account of a run.
  public struct Account: Sendable, Equatable {
    /// The account.
    public var account: String
    /// Its score, nil where it was not ranked.
    public var score: Double?
    /// Its rank.
    public var rank: Int?
    /// Whether it was on the shortlist.
    public var isSelected: Bool

    /// An account with what a run said of it.
    public init(account: String, score: Double?, rank: Int?, isSelected: Bool) {
      self.account = account
      self.score = score
      self.rank = rank
      self.isSelected = isSelected
    }
  }

  /// What a run said of its accounts by one criterion.
  public struct Criterion: Sendable, Equatable {
    /// The criterion.
    public var name: String
    /// Its utility, 0 to 1, for every account in the run's order; nil where it is missing.
    public var utilities: [Double?]

    /// A criterion with its utilities.
    public init(name: String, utilities: [Double?]) {
      self.name = name
      self.utilities = utilities
    }
  }

  /// The run's id.
  public var id: String
  /// The last day its data cover.
  public var dataAsOf: CalendarDate
  /// Its accounts.
  public var accounts: [Account]
  /// Its criteria; empty where they are not known.
  public var criteria: [Criterion] = []

  /// A run with its accounts.
  public init(id: String, dataAsOf: CalendarDate, accounts: [Account]) {
    self.id = id
    self.dataAsOf = dataAsOf
    self.accounts = accounts
  }
}
