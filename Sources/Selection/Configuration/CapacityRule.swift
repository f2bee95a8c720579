// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// A limit on the effort that all accounts of the list together may take.
public struct CapacityRule: Sendable, Equatable {
  /// The effort of an account, in the unit of the limit, such as days a year.
  public var effort: Expression
  /// The effort that is there, 0 or more; decimals beyond the fourth are rounded.
  public var limit: Double

  /// The largest limit whose sums stay exact.
  package static let largestLimit = 9e11

  /// Limits the effort.
  public init(effort: Expression, limit: Double) {
    self.effort = effort
    self.limit = limit
  }
}
