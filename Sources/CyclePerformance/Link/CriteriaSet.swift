// SPDX-License-Identifier: Apache-2.0

/// One way to choose accounts, with what it said at different days: what a back-test compares.
///
/// Its runs know only what was known on their day; the link takes the latest one before a cycle.
public struct CriteriaSet: Sendable, Equatable {
  /// The name, such as the scenario's.
  public var name: String
  /// What it said, one run per day.
  public var runs: [SelectionRun]

  /// A set with its runs.
  public init(name: String, runs: [SelectionRun]) {
    self.name = name
    self.runs = runs
  }
}
