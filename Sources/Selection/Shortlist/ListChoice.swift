// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The accounts of a list, however they were chosen.
struct ListChoice: Sendable {
  /// Their indices.
  var accounts: Set<Int>
  /// The proof, where capacity or quotas decided.
  var exact: ExactSelection?
  /// What is to be said about the choice.
  var findings: [Finding] = []
}

extension ShortlistRule {
  /// Whether sums and bounds decide instead of ranks alone.
  package var isExact: Bool { capacity != nil || !quotas.isEmpty }

  /// The list by rank, or the best one under capacity and quotas.
  func choice(
    from ranking: Ranking,
    _ decisions: ActiveDecisions,
    _ input: SelectionInput
  ) -> ListChoice {
    guard isExact else {
      return ListChoice(accounts: chosenAccounts(from: ranking, decisions: decisions), exact: nil)
    }
    return ExactChooser(ranking, self, decisions, input).choice()
  }
}
