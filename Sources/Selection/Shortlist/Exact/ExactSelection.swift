// SPDX-License-Identifier: Apache-2.0

/// The proof of an exact selection, and what its limits cost.
public struct ExactSelection: Sendable, Equatable {
  /// How far the search came.
  public enum Status: String, Sendable, CaseIterable {
    /// No list is better.
    case optimal
    /// A list was found, and the search ended before it could show that no list is better.
    case unproved
    /// No list keeps every rule; the list is empty.
    case infeasible
    /// The search ended without a list; the list is empty.
    case unsolved
  }

  /// What more effort would bring.
  public struct Gain: Sendable, Equatable {
    /// The effort beyond the limit.
    public var effort: Double
    /// What the best list with it scores more, in billionths.
    public var scoreBillionths: Int64
  }

  /// What a decision that puts an account on the list costs.
  public struct Cost: Sendable, Equatable {
    /// The account id.
    public var id: String
    /// What the best list without the decision scores more, in billionths.
    public var scoreBillionths: Int64
  }

  /// What it would take to have an account on the list that is ranked before its last member.
  public struct Alternative: Sendable, Equatable {
    /// The index of the account in the ranking.
    public var account: Int
    /// The account id.
    public var id: String
    /// What the best list with it scores less, in billionths; nil where no list can hold it.
    public var lossBillionths: Int64?
    /// The members of the list that it would displace, ascending by id.
    public var displaced: [String]
  }

  /// How many accounts of the list share a text that a quota bounds.
  public struct QuotaUse: Sendable, Equatable {
    /// The attribute.
    public var attribute: String
    /// The text.
    public var text: String
    /// How many accounts of the list have it.
    public var count: Int
    /// Fewest allowed, nil for none.
    public var atLeast: Int?
    /// Most allowed, nil for any number.
    public var atMost: Int?
  }

  /// How far the search came.
  public var status: Status
  /// The effort that is there, nil without a capacity.
  public var limit: Double?
  /// The effort of the list, nil without a capacity.
  public var effortUsed: Double?
  /// Most accounts on the list, nil where only effort and quotas bound it.
  public var seats: Int?
  /// The sum of the members' scores in billionths; those without a rank count 0.
  public var scoreBillionths: Int64
  /// No list scores more than this, in billionths.
  public var boundBillionths: Int64
  /// What was added to every score so that none is below 0, in billionths; usually 0.
  public var liftBillionths: Int64
  /// What one and ten more units of effort would bring; empty without a capacity.
  public var gains: [Gain]
  /// The price of each decision that puts an account on the list, ascending by id.
  public var costs: [Cost]
  /// The best ranked accounts that are left out before the list's last member, by rank.
  public var alternatives: [Alternative]
  /// How far the quotas are used, in programme order, texts ascending.
  public var quotas: [QuotaUse]
  /// The effort of each member by index, as far as it is known.
  public var efforts: [Int: Double]
}
