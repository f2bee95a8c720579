// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Chooses the best list under a capacity or quotas, and finds out what they cost.
///
/// *Incumbents* get no bonus: the limits `enter` and `stay` bind ranks, not sums, so they have no
/// effect here; movements are reported all the same.
struct ExactChooser {
  /// Accounts left out for which the cost of taking them in is worked out; fewer where each search
  /// is large.
  private static let mostAlternatives = 20
  /// Candidates that all those searches together may look at.
  private static let mostSearched = 30_000
  /// Effort beyond the limit whose gain is reported, in units.
  private static let gainSteps: [Int64] = [1, 10]

  private let ranking: Ranking
  private let rule: ShortlistRule
  private let table: CandidateTable
  private let problem: ListProblem

  init(
    _ ranking: Ranking,
    _ rule: ShortlistRule,
    _ decisions: ActiveDecisions,
    _ input: SelectionInput
  ) {
    self.ranking = ranking
    self.rule = rule
    table = CandidateTable(ranking, rule, decisions, input)
    let slack = (Self.gainSteps.max() ?? 0) * EffortQuantum.perUnit
    problem = table.problem.reduced(slack: slack)
  }

  /// The accounts of the best list; none where there is no list.
  func chosen() -> Set<Int> {
    Set(problem.outcome().solution.map(problem.filled) ?? [])
  }

  /// The best list with its proof and its findings.
  func choice() -> ListChoice {
    let outcome = problem.outcome()
    guard let solution = outcome.solution else {
      let status = outcome == .infeasible ? ExactSelection.Status.infeasible : .unsolved
      return ListChoice(
        accounts: [],
        exact: empty(status),
        findings: table.findings + [failure(outcome)]
      )
    }
    let accounts = problem.filled(solution)
    var exact = empty(solution.isProved ? .optimal : .unproved)
    exact.effortUsed = rule.capacity.map { _ in EffortQuantum.units(solution.effort) }
    exact.scoreBillionths = table.score(of: accounts)
    exact.boundBillionths = Int64(
      clamping: Int128(exact.scoreBillionths) + solution.bound - solution.value
    )
    exact.gains = gains(beyond: solution)
    exact.costs = costs(against: solution)
    exact.alternatives = alternatives(to: solution, accounts)
    exact.quotas = table.quotaUses(of: accounts)
    exact.efforts = table.efforts(of: accounts)
    let unproved = solution.isProved ? [] : [ExactFindings.unproved(exact)]
    return ListChoice(
      accounts: Set(accounts),
      exact: exact,
      findings: table.findings + unproved
    )
  }

  private func empty(_ status: ExactSelection.Status) -> ExactSelection {
    ExactSelection(
      status: status,
      limit: rule.capacity?.limit,
      effortUsed: rule.capacity.map { _ in 0 },
      seats: problem.seats,
      scoreBillionths: 0,
      boundBillionths: 0,
      liftBillionths: table.lift,
      gains: [],
      costs: [],
      alternatives: [],
      quotas: [],
      efforts: [:]
    )
  }

  private func failure(_ outcome: ListOutcome) -> Finding {
    switch outcome {
    case .absent: ExactFindings.absent
    case .infeasible:
      ExactFindings.infeasible(problem.conflict().map(table.text))
    default: ExactFindings.unsolved
    }
  }

  // MARK: Prices

  private func gains(beyond solution: ListSolution) -> [ExactSelection.Gain] {
    guard let limit = problem.limit, solution.isProved else { return [] }
    return Self.gainSteps.compactMap { step in
      var wider = problem
      wider.limit = Int64(clamping: Int128(limit) + Int128(step * EffortQuantum.perUnit))
      guard let best = wider.outcome(among: .any).solution, best.isProved else { return nil }
      let gain = Int64(clamping: max(0, best.value - solution.value))
      return ExactSelection.Gain(effort: Double(step), scoreBillionths: gain)
    }
  }

  private func costs(against solution: ListSolution) -> [ExactSelection.Cost] {
    guard solution.isProved else { return [] }
    return problem.forced.sorted { $0.account < $1.account }.compactMap { forced in
      let free = problem.releasing(forced.account, competes: table.isSelectable(forced.account))
      guard let best = free.outcome(among: .any).solution, best.isProved else { return nil }
      return ExactSelection.Cost(
        id: ranking.accounts[forced.account],
        scoreBillionths: Int64(clamping: max(0, best.value - solution.value))
      )
    }
  }

  private func alternatives(
    to solution: ListSolution,
    _ accounts: [Int]
  ) -> [ExactSelection.Alternative] {
    guard solution.isProved else { return [] }
    let members = Set(accounts)
    let ranked = ranking.rows.prefix { $0.rank != nil }
    guard let last = ranked.lastIndex(where: { members.contains($0.account) }) else { return [] }
    let left = ranked[..<last].filter { !members.contains($0.account) }
    let affordable = Self.mostSearched / max(1, problem.candidates.count)
    return left.lazy.compactMap { table.candidates[$0.account] }
      .prefix(min(Self.mostAlternatives, affordable)).map { alternative($0, to: solution) }
  }

  private func alternative(
    _ candidate: ListProblem.Candidate,
    to solution: ListSolution
  ) -> ExactSelection.Alternative {
    let best = problem.forcing(candidate).outcome(among: .leastEffort).solution
    let members = Set(best?.accounts ?? solution.accounts)
    return ExactSelection.Alternative(
      account: candidate.account,
      id: ranking.accounts[candidate.account],
      lossBillionths: best.map { Int64(clamping: max(0, solution.value - $0.value)) },
      displaced: solution.accounts.filter { !members.contains($0) }.map { ranking.accounts[$0] }
    )
  }
}
