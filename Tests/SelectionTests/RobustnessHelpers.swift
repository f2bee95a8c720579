// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import Selection

/// A selection of seeded accounts, to be asked how sure it is.
struct RobustnessCase {
  var plan: SelectionPlan
  var input: SelectionInput
  var outcome: SelectionOutcome
  var decisions: ActiveDecisions

  /// Ranks rows of utilities in 0...1 by the weights given.
  init(
    _ rows: [[Double?]],
    weights: [Double],
    size: Int,
    change: (inout SelectionPlan) -> Void = { _ in },
    given: (inout SelectionInput) -> Void = { _ in }
  ) throws {
    let criteria = try weights.indices.map {
      try criterion("c\($0)", weights[$0], .fixed(from: 0, to: 1))
    }
    var plan = SelectionPlan(criteria: criteria, size: size)
    change(&plan)
    let ids = rows.indices.map { String($0 + 100_000) }
    var input = SelectionInput(
      accounts: ids,
      values: weights.indices.map { j in NumberColumn(rows.map { $0[j] }) },
      gateFailures: [LocalizedText?](repeating: nil, count: rows.count)
    )
    given(&input)
    self.input = input
    outcome = try AccountSelector(plan).outcome(for: input)
    decisions = ActiveDecisions(plan.shortlist.decisions, accounts: ids, on: nil)
    self.plan = plan
  }

  /// Rows of seeded utilities; every tenth repeats another, so that there are ties.
  static func rows(_ count: Int, _ width: Int, seed: UInt64) -> [[Double]] {
    var stream = RandomNumbers(seed: seed).stream(0)
    var rows = (0..<count).map { _ in (0..<width).map { _ in stream.next() } }
    for i in stride(from: 10, to: count, by: 10) { rows[i] = rows[i - 7] }
    return rows
  }

  var listed: Set<Int> { Set(outcome.shortlist.entries.map(\.account)) }

  func robustness(
    _ sampling: WeightSampling,
    all: Bool = false,
    parts: Int = 1
  ) throws -> ListRobustness {
    let analysis = RobustnessAnalysis(
      outcome,
      plan.shortlist,
      decisions,
      sampling,
      input: input,
      all: all
    )
    let tallies = analysis.bundles(parts).map { analysis.part($0) }
    return try #require(analysis.result(tallies, flips: [:]))
  }

  var sensitivity: SensitivityAnalysis {
    SensitivityAnalysis(outcome, plan.shortlist, decisions)
  }

  /// The accounts on the list under other weights, by carrying out the plan anew.
  func listed(under weights: [Double]) throws -> Set<Int> {
    var changed = plan
    for j in weights.indices { changed.criteria[j].weight = weights[j] }
    let outcome = try AccountSelector(changed).outcome(for: input)
    return Set(outcome.shortlist.entries.map(\.account))
  }
}
