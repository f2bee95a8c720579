// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Asks how sure a finished list is: what each weight does, and what drawn weights do.
struct RobustnessStage {
  let programme: Programme
  /// The plan as it was carried out, with its previous list and decisions.
  let plan: SelectionPlan
  /// The day on which decisions must hold.
  let day: CalendarDate?
  /// What earlier lists know.
  let previous: PreviousSelection
  /// How many threads may draw.
  let threads: Int

  /// Adds the sensitivity to weights and, where the programme asks for it, the sampling of weights.
  func run(_ run: inout Run) {
    guard let outcome = run.selection else { return }
    let decisions = ActiveDecisions(
      plan.shortlist.decisions,
      accounts: outcome.ranking.accounts,
      on: day
    )
    let analysis = SensitivityAnalysis(outcome, plan.shortlist, decisions)
    let isExact = plan.shortlist.isExact
    let wantsFlips = programme.declared.robustness != nil
    let sensitivity = analysis.result(wantsFlips: wantsFlips && !isExact)
    run.sensitivity = sensitivity.criteria
    let solved = isExact ? solved(outcome, decisions, run, wantsFlips: wantsFlips) : nil
    if isExact {
      take(solved, into: &run)
    } else {
      addParsimony(to: &run, decisions)
      if analysis.leavesDiagnosticsOut {
        run.findings.append(RobustnessFindings.withoutDiagnostics(programme))
      }
    }
    if !analysis.leavesDiagnosticsOut,
      let finding = RobustnessFindings.undefinedDiagnostics(
        run.sensitivity,
        of: outcome.ranking,
        at: programme.keyPositions["criteria"]
      )
    {
      run.findings.append(finding)
    }
    guard let declared = programme.declared.robustness else { return }
    let asked = declared.sampling(
      seed: run.seed,
      leaves: outcome.ranking.columns.map(\.criterion.name)
    )
    let sampler = RobustnessAnalysis(
      outcome,
      plan.shortlist,
      decisions,
      asked.affordable(for: outcome.ranking),
      input: run.ranked?.input,
      all: declared.ranks == .all
    )
    let parts = concurrentMap(sampler.bundles(threads), threads: threads) { sampler.part($0) }
    run.robustness = sampler.result(parts, flips: solved?.flips ?? sensitivity.flips)
    let findings = RobustnessFindings(
      programme: programme,
      declared: declared,
      analysis: analysis,
      solved: solved
    )
    guard run.robustness != nil else { return run.findings.append(findings.withoutSampling) }
    if !sampler.countsRanks { run.findings.append(RobustnessFindings.withoutRanks(declared)) }
    run.findings += findings.all(asked: asked, drawn: sampler.sampling, isExactList: isExact)
    if !isExact { tryWithout(outcome, decisions, findings, &run) }
  }

  /// Leaves accounts out one by one, to see who holds others on or off the list.
  private func tryWithout(
    _ outcome: SelectionOutcome,
    _ decisions: ActiveDecisions,
    _ findings: RobustnessFindings,
    _ run: inout Run
  ) {
    guard let ranked = run.ranked else { return }
    let influence = AccountInfluence(
      outcome,
      plan.shortlist,
      decisions,
      ranked.input,
      ranked.selector
    )
    let tried = influence.tried()
    let influential = influence.influential(tried).map { outcome.ranking.accounts[$0] }
    run.leftOut = LeftOutTrial(tried: tried.count, influential: influential)
    if let finding = findings.influential(influential) { run.findings.append(finding) }
  }

  /// What weights do to a list under a capacity or quotas, nil where that takes too long.
  private func solved(
    _ outcome: SelectionOutcome,
    _ decisions: ActiveDecisions,
    _ run: Run,
    wantsFlips: Bool
  ) -> ExactSensitivity? {
    run.ranked.flatMap { ranked in
      ExactSensitivity(outcome, plan.shortlist, decisions, ranked.input, wantsFlips: wantsFlips)
    }
  }

  /// Under a capacity or quotas no order of the accounts alone says who is listed: what is known
  /// comes from lists that were solved anew.
  private func take(_ solved: ExactSensitivity?, into run: inout Run) {
    for index in run.sensitivity.indices {
      let criterion = solved?.criteria[index]
      run.sensitivity[index].stable = criterion?.stable
      run.sensitivity[index].replacedWithout = criterion?.replacedWithout
    }
  }

  private func addParsimony(to run: inout Run, _ decisions: ActiveDecisions) {
    // A list that takes everybody is the same under any criteria, and one criterion is the least.
    guard let outcome = run.selection, let input = run.ranked?.input,
      outcome.ranking.columns.count > 1,
      outcome.shortlist.entries.count < outcome.ranking.rankedCount
    else { return }
    guard ParsimonySearch.isAffordable(for: outcome.ranking) else {
      run.findings.append(RobustnessFindings.withoutParsimony(programme))
      return
    }
    let search = ParsimonySearch(outcome, plan, decisions, input) { reduced in
      try? AccountSelector(reduced, on: day, previous: previous)
    }
    run.parsimony = search.parsimony()
  }
}

extension DeclaredAnalyses.Robustness {
  /// How weights of these leaves are drawn; `seed` counts where it is given.
  fileprivate func sampling(seed: Int?, leaves: [String]) -> WeightSampling {
    var sampling = WeightSampling(
      samples: samples,
      seed: seed ?? self.seed,
      spread: drawnFrom,
      order: order.compactMap { leaves.firstIndex(of: $0) }
    )
    for entry in uncertainty {
      if let leaf = leaves.firstIndex(of: entry.criterion) {
        sampling.uncertainty[leaf] = entry.share
      }
    }
    return sampling
  }

  private var drawnFrom: WeightSampling.Spread {
    switch spread {
    case .around(let share): .around(share)
    case .uniform: .uniform
    }
  }
}
