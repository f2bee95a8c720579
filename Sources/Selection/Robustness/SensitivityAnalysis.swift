// SPDX-License-Identifier: Apache-2.0
import Accounts

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

  /// Whether what flips the list is computed exactly; otherwise it is searched for, or left out
  /// where ``looksForFlips`` is false.
  package var isExact: Bool { scores.parts != nil && rule.isPlainCut }

  /// Whether moves of weights are looked at; false among too many accounts to search.
  package var looksForFlips: Bool { isExact || WeightSearch.isAffordable(scores) }

  /// The names of the leaf criteria, in programme order.
  package var criteria: [String] { ranking.columns.map(\.criterion.name) }

  /// Whether what data alone would weigh the criteria is left out, because there are so many accounts.
  package var leavesDiagnosticsOut: Bool {
    scores.accounts.count > WeightDiagnostics.largestCount
  }

  /// How many of the ranked accounts lack a value that reweighting left open.
  package var gapCount: Int {
    scores.accounts.count { account in
      ranking.columns.contains { $0.utilities[account] == nil }
    }
  }

  /// Per criterion what its weight does, in programme order, and per account, by its index, the
  /// smallest move of one weight that changes whether it is on the list.
  ///
  /// Nobody's move is looked at unless `wantsFlips` is set.
  package func result(
    wantsFlips: Bool
  ) -> (criteria: [CriterionSensitivity], flips: [Int: ListRobustness.Flip]) {
    let influence = scores.parts.flatMap(EffectiveInfluence.shares)
    let diagnostics = WeightDiagnostics(ranking, accounts: scores.accounts)
    var flips: [Int: ListRobustness.Flip] = [:]
    let cuts = isExact ? cuts() : nil
    let criteria = ranking.columns.indices.map { j in
      let path = scores.parts.map { WeightPath(of: j, $0) }
      let moves = moves(of: j, path, cuts, wantsFlips: wantsFlips)
      for flip in moves?.flips ?? [] { keep(flip, of: j, in: &flips) }
      return CriterionSensitivity(
        criterion: ranking.columns[j].criterion,
        stable: moves?.stable,
        leader: moves?.leader,
        effectiveInfluence: influence?[j],
        replacedWithout: replaced(without: j, path),
        diagnostics: diagnostics.weights(of: j)
      )
    }
    return (criteria, flips)
  }

  private func keep(
    _ flip: FlipSweep.Flip,
    of j: Int,
    in flips: inout [Int: ListRobustness.Flip]
  ) {
    let account = scores.accounts[flip.place]
    let change = flip.weight - scores.weights[j]
    if let known = flips[account], known.change.magnitude <= change.magnitude { return }
    flips[account] = ListRobustness.Flip(criterion: j, change: change)
  }

  // MARK: Moving

  /// What moving one weight does.
  private struct Moves {
    var stable: ClosedRange<Double>
    var leader: ClosedRange<Double>
    var flips: [FlipSweep.Flip]
  }

  /// Who stands on which side of a cut.
  private struct Sides {
    var members: [Int]
    var outsiders: [Int]

    /// Parts the candidates, ascending.
    init(members: [Int], of candidates: [Int], count: Int) {
      self.members = members
      var isMember = [Bool](repeating: false, count: count)
      for place in members { isMember[place] = true }
      outsiders = []
      outsiders.reserveCapacity(candidates.count)
      for place in candidates where !isMember[place] { outsiders.append(place) }
    }
  }

  /// The list's own cut and the one behind the first, the same for every criterion.
  private func cuts() -> (list: Sides, leader: Sides, candidates: [Int]) {
    let included = Set(rule.included)
    let all = Array(scores.accounts.indices)
    let candidates = included.isEmpty ? all : all.filter { !included.contains($0) }
    let members = seated.filter { !included.contains($0) }
    let leader = scores.best(1, scores.weights).map(\.place)
    return (
      Sides(members: members, of: candidates, count: all.count),
      Sides(members: leader, of: all, count: all.count), candidates
    )
  }

  private func moves(
    of j: Int,
    _ path: WeightPath?,
    _ cuts: (list: Sides, leader: Sides, candidates: [Int])?,
    wantsFlips: Bool
  ) -> Moves? {
    guard let path, let cuts else {
      guard looksForFlips else { return nil }
      let search = WeightSearch(of: j, scores, rule)
      return Moves(stable: search.stable, leader: search.leader, flips: search.flips)
    }
    return Moves(
      stable: stretch(path, cuts.list),
      leader: stretch(path, cuts.leader),
      flips: (wantsFlips ? [0.0, 1] : []).flatMap { end in
        let (members, candidates) = (cuts.list.members, cuts.candidates)
        return FlipSweep(path, towards: end, members: members, candidates: candidates).flips
      }
    )
  }

  private func stretch(_ path: WeightPath, _ sides: Sides) -> ClosedRange<Double> {
    let limits = [0.0, 1].map { end in
      let (members, outsiders) = (sides.members, sides.outsiders)
      let crossing = path.crossing(
        from: path.given,
        towards: end,
        members: members,
        outsiders: outsiders
      )
      return crossing?.weight ?? end
    }
    return min(limits[0], path.given)...max(limits[1], path.given)
  }

  // MARK: Removing

  private func replaced(without j: Int, _ path: WeightPath?) -> Int? {
    let weights = ProportionalWeights(of: j, scores.weights)
    guard scores.weights.count > 1, weights.given < 1 else { return nil }
    let best =
      path.map { RankedPlace.best(rule.depth, of: $0.without) }
      ?? scores.best(rule.depth, weights.others)
    let rest = Set(rule.seated(best))
    return seated.count { !rest.contains($0) }
  }
}
