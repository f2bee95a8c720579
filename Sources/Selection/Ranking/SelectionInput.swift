// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// What a plan ranks: accounts, their values per criterion, and who failed a gate.
public struct SelectionInput: Sendable, Equatable {
  /// The account ids, ascending by UTF-8 bytes, each once.
  public var accounts: [String]
  /// Per leaf criterion, in the order of ``SelectionPlan/criterionWeights()``, one value per
  /// account, nil where it is missing.
  public var values: [NumberColumn]
  private var failures: GateFailures
  /// Per account its effort under a capacity, nil where it is missing; empty without a capacity.
  public var efforts: NumberColumn = []
  /// Per quota of the plan the text of each account, nil where it is missing; empty without quotas.
  public var quotaTexts: [[String?]] = []

  /// Gathers the input of a ranking; all lists have one entry per account, that of failures perhaps
  /// none.
  public init(accounts: [String], values: [NumberColumn], gateFailures: [LocalizedText?]) {
    precondition(
      values.allSatisfy { $0.count == accounts.count }
        && [0, accounts.count].contains(gateFailures.count),
      "every list needs one entry for each of the \(accounts.count) accounts"
    )
    self.accounts = accounts
    self.values = values
    failures = GateFailures(gateFailures)
  }

  /// Per account why it failed a gate, nil where it passed them all.
  public var gateFailures: [LocalizedText?] { accounts.indices.map { failures[$0] } }

  /// Why an account failed a gate, nil where it passed them all.
  func gateFailure(of account: Int) -> LocalizedText? { failures[account] }

  /// Keeps an account out as if it had failed a gate.
  mutating func reject(_ account: Int, _ reason: LocalizedText) { failures[account] = reason }

  /// The same accounts with other criteria, under no capacity and no quota.
  func keeping(_ values: [NumberColumn]) -> SelectionInput {
    var rest = SelectionInput(accounts: accounts, values: values, gateFailures: [])
    rest.failures = failures
    return rest
  }

  /// The effort of an account; nil where it is missing or nobody gave efforts.
  func effort(of account: Int) -> Double? {
    efforts.indices.contains(account) ? efforts[account] : nil
  }

  /// The text of an account under a quota; nil where it is missing or nobody gave texts.
  func text(of account: Int, quota: Int) -> String? {
    guard quotaTexts.indices.contains(quota), quotaTexts[quota].indices.contains(account) else {
      return nil
    }
    return quotaTexts[quota][account]
  }
}
