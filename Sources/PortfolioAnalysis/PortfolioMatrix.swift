// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// The portfolio matrix: how attractive an account is, and how strong we are there (McDonald and
/// Woodburn 2007).
///
/// *Definition* Each axis is the mean of its utilities, 0 to 1; an account that lacks one of them has
/// no place on that axis and no field. A place at a cut counts as above it.
public struct PortfolioMatrix: Sendable, Equatable {
  /// A quarter of the matrix.
  public enum Field: String, Sendable, CaseIterable {
    /// Attractive, and we are strong there.
    case strategic
    /// Attractive, and we are not yet strong there.
    case star
    /// Less attractive, and we are strong there.
    case status
    /// Less attractive, and we are not strong there.
    case streamline
  }

  /// Per account its place on the vertical axis.
  public var attractiveness: [Double?]
  /// Per account its place on the horizontal axis.
  public var strength: [Double?]
  /// Per account its field.
  public var fields: [Field?]

  /// How many accounts have a field.
  public var count: Int { fields.count { $0 != nil } }

  /// Places accounts by the utilities of both axes.
  ///
  /// - Parameters:
  ///   - attractiveness: per part of the vertical axis one utility per account.
  ///   - strength: per part of the horizontal axis one utility per account.
  ///   - limits: the cuts of the two axes.
  ///   - accountCount: how many accounts there are.
  public init(
    attractiveness: [NumberColumn],
    strength: [NumberColumn],
    limits: (attractiveness: Double, strength: Double),
    accountCount: Int
  ) {
    let vertical = Self.means(attractiveness, accountCount)
    let horizontal = Self.means(strength, accountCount)
    self.attractiveness = vertical
    self.strength = horizontal
    fields = zip(vertical, horizontal).map { a, b in
      guard let a, let b else { return nil }
      switch (a >= limits.attractiveness, b >= limits.strength) {
      case (true, true): return .strategic
      case (true, false): return .star
      case (false, true): return .status
      case (false, false): return .streamline
      }
    }
  }

  private static func means(_ parts: [NumberColumn], _ count: Int) -> [Double?] {
    guard !parts.isEmpty else { return Array(repeating: nil, count: count) }
    return (0..<count).map { account in
      var sum = 0.0
      for part in parts {
        guard let utility = part[account] else { return nil }
        sum += utility
      }
      return sum / Double(parts.count)
    }
  }
}
