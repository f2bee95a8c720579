// SPDX-License-Identifier: Apache-2.0

/// The points of several people, and how they become one set of weights.
public struct GroupPoints: Sendable, Equatable {
  /// How shares are averaged.
  public enum Mean: String, Sendable, CaseIterable {
    /// The sum divided by the number of members.
    case arithmetic
    /// The root of the product, brought back to a sum of 1; one share of 0 makes it 0.
    case geometric
  }

  /// One person's, or one department's, points.
  public struct Member: Sendable, Equatable {
    /// The name in messages and reports.
    public var name: String
    /// Raw points by criterion, 0 or more.
    public var points: [String: Double]

    /// Gathers a member's points.
    public init(name: String, points: [String: Double]) {
      self.name = name
      self.points = points
    }
  }

  /// How shares are averaged.
  public var mean: Mean
  /// The members, in programme order.
  public var members: [Member]

  /// Gathers the points of a group.
  public init(_ mean: Mean, members: [Member]) {
    self.mean = mean
    self.members = members
  }
}
