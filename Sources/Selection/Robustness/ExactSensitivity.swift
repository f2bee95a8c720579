// SPDX-License-Identifier: Apache-2.0
import Accounts

/// What moving and removing criteria does to a list under a capacity or quotas, which is solved anew
/// for every change (``ExactPath``).
package struct ExactSensitivity: Sendable {
  /// What one criterion does; nil where there was no time to find out.
  package struct Criterion: Sendable {
    /// The weights between which the list stays what it is.
    package var stable: ClosedRange<Double>?
    /// How many accounts of the list would be replaced without the criterion.
    package var replacedWithout: Int?
  }

  /// One entry per criterion, in programme order.
  package private(set) var criteria: [Criterion] = []
  /// Per account, by its index, the smallest move of one weight that changes whether it is listed.
  package private(set) var flips: [Int: ListRobustness.Flip] = [:]
  /// Whether everything was found that was looked for.
  package var isComplete: Bool { criteria.allSatisfy { $0.stable != nil } }

  private let scores: ReweightedScores
  private let membership: ExactMembership
  private let members: [Int]

  /// A criterion takes at least about so many.
  private static let fewestSolutions = 8

  /// Looks at a list that was chosen under a capacity or quotas; nobody's move is looked at unless
  /// `wantsFlips` is set.
  ///
  /// Nil for methods whose scores are no sums by weight, where a score may be below 0, because longer
  /// lists are then not simply better, and where solving a list takes long.
  package init?(
    _ outcome: SelectionOutcome,
    _ rule: ShortlistRule,
    _ decisions: ActiveDecisions,
    _ input: SelectionInput,
    wantsFlips: Bool
  ) {
    let scores = ReweightedScores(outcome.ranking)
    guard let parts = scores.parts, parts.columns.allSatisfy({ $0.allSatisfy { $0 >= 0 } }) else {
      return nil
    }
    let membership = ExactMembership(scores, outcome.ranking, rule, decisions, input)
    var left = membership.affordableSolutions
    guard left >= Self.fewestSolutions * parts.weights.count else { return nil }
    let listed = Set(outcome.shortlist.entries.map(\.account))
    members = scores.accounts.indices.filter { listed.contains(scores.accounts[$0]) }
    self.scores = scores
    self.membership = membership
    for j in parts.weights.indices {
      criteria.append(criterion(WeightPath(of: j, parts), j, wantsFlips: wantsFlips, &left))
    }
  }

  private mutating func criterion(
    _ path: WeightPath,
    _ j: Int,
    wantsFlips: Bool,
    _ left: inout Int
  ) -> Criterion {
    let membership = membership
    func solve(_ weights: [Double]) -> [Int]? {
      left -= 1
      return left < 0 ? nil : membership.list(weights)
    }
    var ends: [Double] = []
    for end in [0.0, 1] {
      let sweep = ExactPath(path, towards: end, from: members, wantsAll: wantsFlips, solving: solve)
      guard let sweep else { return Criterion() }
      ends.append(sweep.changes.first?.weight ?? end)
      if wantsFlips { keep(sweep.changes, of: j, given: path.given) }
    }
    var found = Criterion(stable: min(ends[0], path.given)...max(ends[1], path.given))
    if scores.weights.count > 1, path.given < 1 {
      let rest = solve(path.weights.others).map { Set($0) }
      found.replacedWithout = rest.map { rest in members.count { !rest.contains($0) } }
    }
    return found
  }

  private mutating func keep(_ changes: [ExactPath.Change], of j: Int, given: Double) {
    for change in changes {
      let distance = change.onward - given
      for place in Set(change.members).symmetricDifference(members) {
        let account = scores.accounts[place]
        if let known = flips[account], known.change.magnitude <= distance.magnitude { continue }
        flips[account] = ListRobustness.Flip(criterion: j, change: distance)
      }
    }
  }
}
