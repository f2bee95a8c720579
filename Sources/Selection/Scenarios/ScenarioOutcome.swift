// SPDX-License-Identifier: Apache-2.0

/// Scenarios over the same accounts, side by side.
public struct ScenarioOutcome: Sendable {
  /// Two scenarios and how far they agree.
  public struct Pair: Sendable, Equatable {
    /// The name of the first scenario, the reference.
    public var first: String
    /// The name of the second scenario.
    public var second: String
    /// The figures.
    public var comparison: ScenarioComparison
  }

  /// What one scenario changes against the first.
  public struct Changes: Sendable, Equatable {
    /// The scenario's name.
    public var scenario: String
    /// The changes, by account.
    public var changes: [ScenarioChange]
  }

  /// Up to how many scenarios beside the first every pair is compared; beyond, only the pairs with
  /// the first.
  public static let mostForAllPairs = 20

  /// The account ids, ascending by UTF-8 bytes.
  public var accounts: [String]
  /// The scenarios, the one that others are held against first.
  public var scenarios: [ScenarioRanking]
  /// The pairs with the first scenario, then the others.
  public var pairs: [Pair]
  /// The changes of every scenario but the first.
  public var changes: [Changes]
  /// What all scenarios say together.
  public var consensus: ScenarioConsensus

  /// Whether pairs without the first scenario were compared, too.
  public var hasAllPairs: Bool { scenarios.count - 1 <= Self.mostForAllPairs }

  /// Gathers scenarios that were compared with the first already, and compares the other pairs.
  ///
  /// - Complexity: O(scenarios * n), O(scenarios² * n) for few of them
  package init(
    accounts: [String],
    first: ScenarioRanking,
    others: [(ranking: ScenarioRanking, comparison: ScenarioComparison, changes: [ScenarioChange])]
  ) {
    self.accounts = accounts
    scenarios = [first] + others.map(\.ranking)
    pairs = others.map {
      Pair(first: first.name, second: $0.ranking.name, comparison: $0.comparison)
    }
    changes = others.map { Changes(scenario: $0.ranking.name, changes: $0.changes) }
    consensus = ScenarioConsensus(scenarios)
    guard hasAllPairs else { return }
    for (index, scenario) in others.enumerated() where index + 1 < others.count {
      let reference = ScenarioReference(scenario.ranking)
      for other in others[(index + 1)...] {
        pairs.append(
          Pair(
            first: scenario.ranking.name,
            second: other.ranking.name,
            comparison: reference.comparison(with: other.ranking)
          )
        )
      }
    }
  }
}
