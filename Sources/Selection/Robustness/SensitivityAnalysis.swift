// SPDX-License-Identifier: Apache-2.0

/// Moves and removes criteria of a finished selection one at a time.
package struct SensitivityAnalysis: Sendable {
  private let ranking: Ranking
  private let scores: ReweightedScores
  private let rule: SeatRule
  private let seated: [Int]

  /// Looks at a selection.
  ///
  /// - Parameters:
  ///   - outcome: the ranking and the list.
  ///   - rule: how the list was cut.
  ///   - decisions: the decisions that hold.
  package init(
    _ outcome: SelectionOutcome,
    _ rule: ShortlistRule,
    _ decisions: ActiveDecisions
  ) {
    ranking = outcome.ranking
    scores = ReweightedScores(ranking)
    self.rule = SeatRule(rule, decisions, ranking, accounts: scores.accounts)
    seated = self.rule.seated(scores.best(self.rule.depth, scores.weights))
  }

  /// Per criterion what its weight does, in programme order.
  package func criteria() -> [CriterionSensitivity] {
    let influence = scores.parts.flatMap(EffectiveInfluence.shares)
    let diagnostics = WeightDiagnostics(ranking, accounts: scores.accounts)
    return ranking.columns.indices.map { j in
      let leader = scores.best(1, scores.weights).map(\.place)
      return CriterionSensitivity(
        criterion: ranking.columns[j].criterion,
        stable: stretch(of: j, members: plainMembers, candidates: plainCandidates),
        leader: stretch(of: j, members: leader, candidates: Array(scores.accounts.indices)),
        effectiveInfluence: influence?[j],
        replacedWithout: replaced(without: j),
        diagnostics: diagnostics.weights(of: j)
      )
    }
  }

  /// Per account, by its index, the smallest move of one weight that changes whether it is on the
  /// list.
  package func flips() -> [Int: ListRobustness.Flip] {
    guard let parts = scores.parts, rule.isPlainCut else { return [:] }
    var nearest: [Int: ListRobustness.Flip] = [:]
    for j in parts.columns.indices {
      let path = WeightPath(of: j, parts)
      for end in [0.0, 1] {
        let sweep = FlipSweep(
          path,
          towards: end,
          members: plainMembers,
          candidates: plainCandidates
        )
        for flip in sweep.flips {
          let account = scores.accounts[flip.place]
          let change = flip.weight - path.given
          if let known = nearest[account], known.change.magnitude <= change.magnitude { continue }
          nearest[account] = ListRobustness.Flip(criterion: j, change: change)
        }
      }
    }
    return nearest
  }

  // MARK: Moving

  /// The places that took their seat by their score.
  private var plainMembers: [Int] {
    let included = Set(rule.included)
    return seated.filter { !included.contains($0) }
  }

  private var plainCandidates: [Int] {
    let included = Set(rule.included)
    return scores.accounts.indices.filter { !included.contains($0) }
  }

  private func stretch(of j: Int, members: [Int], candidates: [Int]) -> ClosedRange<Double>? {
    guard let parts = scores.parts, rule.isPlainCut, !scores.accounts.isEmpty else { return nil }
    let path = WeightPath(of: j, parts)
    let seats = Set(members)
    let outsiders = candidates.filter { !seats.contains($0) }
    let limits = [0.0, 1].map { end in
      path.crossing(from: path.given, towards: end, members: members, outsiders: outsiders)?.weight
        ?? end
    }
    return min(limits[0], path.given)...max(limits[1], path.given)
  }

  // MARK: Removing

  private func replaced(without j: Int) -> Int? {
    let path = ProportionalWeights(of: j, scores.weights)
    guard scores.weights.count > 1, path.given < 1 else { return nil }
    let rest = Set(rule.seated(scores.best(rule.depth, path.others)))
    return seated.count { !rest.contains($0) }
  }
}
