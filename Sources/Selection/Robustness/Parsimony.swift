// SPDX-License-Identifier: Apache-2.0

/// How few criteria give the same list.
public struct Parsimony: Sendable, Equatable {
  /// Some of the criteria, and what the list becomes with them alone.
  public struct Choice: Sendable, Equatable {
    /// The leaf criteria that stay, in programme order.
    public var kept: [Int]
    /// How many accounts of the list would be replaced.
    public var replaced: Int
  }

  /// The names of all leaf criteria, in programme order.
  public var criteria: [String]
  /// The best choice of each size that was looked at, by ascending size.
  public var choices: [Choice]
  /// The smallest choice with the same list, tried out by ranking anew without the others; nil where
  /// every criterion is needed.
  public var smallest: Choice?
  /// Whether every set of criteria was looked at; otherwise one criterion after the other was left
  /// out, and a smaller set might exist.
  public var isExhaustive: Bool

  /// Gathers what a search found.
  package init(
    criteria: [String],
    choices: [Choice],
    smallest: Choice? = nil,
    isExhaustive: Bool
  ) {
    self.criteria = criteria
    self.choices = choices
    self.smallest = smallest
    self.isExhaustive = isExhaustive
  }

  /// The names of the criteria that do not matter for the list; empty where all do.
  public var dispensable: [String] {
    guard let smallest else { return [] }
    return criteria.indices.filter { !smallest.kept.contains($0) }.map { criteria[$0] }
  }
}
