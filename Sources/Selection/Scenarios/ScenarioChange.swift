// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// What a scenario does to one account of either list, and why.
public struct ScenarioChange: Sendable, Equatable {
  /// What happens.
  public enum Kind: String, Sendable, CaseIterable {
    /// It is on the scenario's list alone.
    case entered
    /// It is on the base list alone.
    case left
    /// It is on both lists, with another rank.
    case moved
  }

  /// The index of the account.
  public var account: Int
  /// What happens.
  public var kind: Kind
  /// The rank in the base, nil without one.
  public var baseRank: Int?
  /// The rank in the scenario, nil without one.
  public var scenarioRank: Int?
  /// What made it so.
  public var reason: LocalizedText
}
