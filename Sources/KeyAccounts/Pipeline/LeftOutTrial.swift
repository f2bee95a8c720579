// SPDX-License-Identifier: Apache-2.0

/// What came of ranking anew without one account after the other.
public struct LeftOutTrial: Sendable, Equatable {
  /// How many accounts were left out, one at a time.
  public var tried: Int
  /// The ids of those without which others than the next in line would be on the list.
  public var influential: [String]
}
