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
    let sensitivity = SensitivityAnalysis(outcome, plan.shortlist, decisions)
    run.sensitivity = sensitivity.criteria()
    run.parsimony = parsimony(run, decisions)
    guard let declared = programme.declared.robustness else { return }
    let sampling = declared.sampling(seed: run.seed)
    let analysis = RobustnessAnalysis(
      outcome,
      plan.shortlist,
      decisions,
      sampling,
      all: declared.ranks == .all
    )
    let parts = concurrentMap(analysis.bundles(threads), threads: threads) { analysis.part($0) }
    run.robustness = analysis.result(parts, flips: sensitivity.flips())
  }

  private func parsimony(_ run: Run, _ decisions: ActiveDecisions) -> Parsimony? {
    // A list that takes everybody is the same under any criteria.
    guard let outcome = run.selection, let input = run.ranked?.input,
      outcome.shortlist.entries.count < outcome.ranking.rankedCount
    else { return nil }
    let search = ParsimonySearch(outcome, plan, decisions, input) { reduced in
      try? AccountSelector(reduced, on: day, previous: previous)
    }
    return search.parsimony()
  }
}

extension DeclaredAnalyses.Robustness {
  /// How weights are drawn; `seed` counts where it is given.
  fileprivate func sampling(seed: Int?) -> WeightSampling {
    WeightSampling(samples: samples, seed: seed ?? self.seed, spread: drawnFrom)
  }

  private var drawnFrom: WeightSampling.Spread {
    switch spread {
    case .around(let share): .around(share)
    case .uniform: .uniform
    }
  }
}
