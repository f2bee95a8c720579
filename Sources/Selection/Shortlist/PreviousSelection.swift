// SPDX-License-Identifier: Apache-2.0

/// What earlier lists know of accounts, as far as anybody gives it.
public struct PreviousSelection: Sendable, Equatable {
  /// Ranks in the previous ranking, by account id.
  public var ranks: [String: Int]
  /// Accounts that stood on some earlier list.
  public var everListed: Set<String>

  /// Starts without a past unless something is given.
  public init(ranks: [String: Int] = [:], everListed: Set<String> = []) {
    self.ranks = ranks
    self.everListed = everListed
  }
}
