// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Looks for the smallest set of criteria that gives the same list.
///
/// Sets are compared on the utilities at hand, with the weights that the plan gives the criteria
/// that are left. The answer is then tried out by ranking anew, because scales, missing values and
/// weights from data may depend on who takes part.
package struct ParsimonySearch {
  private let plan: SelectionPlan
  private let input: SelectionInput
  private let outcome: SelectionOutcome
  private let scores: ReweightedScores
  private let rule: SeatRule
  private let seated: Set<Int>
  private let select: (SelectionPlan) -> AccountSelector?

  /// Up to so many criteria every set is looked at.
  private static let exhaustiveLimit = 12
  /// So many scores are computed at most.
  private static let affordableScores = 4_000_000
  /// So many sets are tried out by ranking anew at most.
  private static let trials = 20

  /// Prepares the search.
  ///
  /// - Parameters:
  ///   - outcome: the ranking and the list with all criteria.
  ///   - plan: the plan that made them.
  ///   - decisions: the decisions that hold.
  ///   - input: what was ranked.
  ///   - select: makes what carries out a plan, with the same day and previous lists.
  package init(
    _ outcome: SelectionOutcome,
    _ plan: SelectionPlan,
    _ decisions: ActiveDecisions,
    _ input: SelectionInput,
    select: @escaping (SelectionPlan) -> AccountSelector?
  ) {
    self.outcome = outcome
    self.plan = plan
    self.input = input
    self.select = select
    scores = ReweightedScores(outcome.ranking)
    rule = SeatRule(plan.shortlist, decisions, outcome.ranking, accounts: scores.accounts)
    seated = Set(rule.seated(scores.best(rule.depth, scores.weights)))
  }

  /// Whether there are few enough accounts to look at all sets of the criteria.
  package static func isAffordable(for ranking: Ranking) -> Bool {
    let count = ranking.columns.count
    let sets = count <= exhaustiveLimit ? 1 << count : count * count
    return ranking.rankedCount <= affordableScores / sets
  }

  /// The smallest sets; nil where there is one criterion, nobody is ranked, or the search is not
  /// affordable.
  package func parsimony() -> Parsimony? {
    let count = scores.weights.count
    guard count > 1, !scores.accounts.isEmpty, Self.isAffordable(for: outcome.ranking) else {
      return nil
    }
    let isExhaustive = count <= Self.exhaustiveLimit
    let choices = isExhaustive ? allChoices() : eliminated()
    var best: [Parsimony.Choice] = []
    for choice in choices where choice.kept.count > best.last?.kept.count ?? 0 {
      best.append(choice)
    }
    let same = choices.filter { $0.replaced == 0 && $0.kept.count < count }
    return Parsimony(
      criteria: outcome.ranking.columns.map(\.criterion.name),
      choices: best,
      smallest: same.prefix(Self.trials).first(where: givesTheSameList),
      isExhaustive: isExhaustive
    )
  }

  /// Every set, by size, then by how many accounts it replaces, then by falling weight.
  private func allChoices() -> [Parsimony.Choice] {
    let count = scores.weights.count
    let choices = (1..<(1 << count)).compactMap { mask in
      choice((0..<count).filter { mask & (1 << $0) != 0 })
    }
    return choices.sorted { a, b in
      if a.kept.count != b.kept.count { return a.kept.count < b.kept.count }
      if a.replaced != b.replaced { return a.replaced < b.replaced }
      let (first, second) = (weight(of: a), weight(of: b))
      return first == second ? a.kept.lexicographicallyPrecedes(b.kept) : first > second
    }
  }

  /// What is left when one criterion after the other goes, each time the one that replaces fewest.
  private func eliminated() -> [Parsimony.Choice] {
    var kept = Array(scores.weights.indices)
    var choices = [Parsimony.Choice(kept: kept, replaced: 0)]
    while kept.count > 1 {
      let rest = kept.compactMap { j in choice(kept.filter { $0 != j }) }
      guard
        let best = rest.min(by: { ($0.replaced, -weight(of: $0)) < ($1.replaced, -weight(of: $1)) })
      else { break }
      kept = best.kept
      choices.append(best)
    }
    return choices.reversed()
  }

  private func weight(of choice: Parsimony.Choice) -> Double {
    choice.kept.reduce(0) { $0 + scores.weights[$1] }
  }

  /// What the list becomes with some criteria; nil where these weigh nothing.
  private func choice(_ kept: [Int]) -> Parsimony.Choice? {
    guard let weights = weights(kept) else { return nil }
    let rest = Set(rule.seated(scores.best(rule.depth, weights)))
    return Parsimony.Choice(kept: kept, replaced: seated.count { !rest.contains($0) })
  }

  /// The weights of the plan with some criteria, 0 for the others.
  private func weights(_ kept: [Int]) -> [Double]? {
    var weights = [Double](repeating: 0, count: scores.weights.count)
    if case .objective = plan.weighting {
      let total = kept.reduce(0) { $0 + scores.weights[$1] }
      guard total > 0 else { return nil }
      for j in kept { weights[j] = scores.weights[j] / total }
      return weights
    }
    guard let leaves = try? plan.keeping(Set(kept))?.criterionWeights().leaves else { return nil }
    for (j, leaf) in zip(kept, leaves) { weights[j] = leaf.weight }
    return weights
  }

  private func givesTheSameList(_ choice: Parsimony.Choice) -> Bool {
    guard let reduced = plan.keeping(Set(choice.kept)), let selector = select(reduced) else {
      return false
    }
    let rest = input.keeping(choice.kept.map { input.values[$0] })
    let list = Set(selector.outcome(for: rest).shortlist.entries.map(\.account))
    return list == Set(outcome.shortlist.entries.map(\.account))
  }
}
