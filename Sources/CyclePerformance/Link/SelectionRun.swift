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

  /// The run's id.
  public var id: String
  /// The last day its data cover.
  public var dataAsOf: CalendarDate
  /// Its accounts.
  public var accounts: [Account]

  /// A run with its accounts.
  public init(id: String, dataAsOf: CalendarDate, accounts: [Account]) {
    self.id = id
    self.dataAsOf = dataAsOf
    self.accounts = accounts
  }
}
