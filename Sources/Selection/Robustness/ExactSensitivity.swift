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
  /// Per account, by its index, the smallest move of one weight that changes whether it is listed;
  /// nil where nobody asked, or where there was no time to look at every move.
  package private(set) var flips: [Int: ListRobustness.Flip]?
  /// Whether it is known of every criterion and account what changes the list.
  package var isComplete: Bool { flips != nil && criteria.allSatisfy { $0.stable != nil } }

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
    let paths = parts.weights.indices.map { WeightPath(of: $0, parts) }
    for path in paths { criteria.append(criterion(path, &left)) }
    if wantsFlips { flips = allFlips(paths, &left) }
  }

  private func criterion(_ path: WeightPath, _ left: inout Int) -> Criterion {
    var ends: [Double] = []
    for end in [0.0, 1] {
      guard let changes = changes(path, towards: end, wantsAll: false, &left) else {
        return Criterion()
      }
      ends.append(changes.first?.weight ?? end)
    }
    var found = Criterion(stable: min(ends[0], path.given)...max(ends[1], path.given))
    if scores.weights.count > 1, path.given < 1 {
      left -= 1
      let rest = membership.list(path.weights.others).map { Set($0) }
      found.replacedWithout = rest.map { rest in members.count { !rest.contains($0) } }
    }
    return found
  }

  /// The smallest moves that flip accounts, nil where not all were looked at.
  private func allFlips(_ paths: [WeightPath], _ left: inout Int) -> [Int: ListRobustness.Flip]? {
    var flips: [Int: ListRobustness.Flip] = [:]
    for (j, path) in paths.enumerated() {
      for end in [0.0, 1] {
        guard let changes = changes(path, towards: end, wantsAll: true, &left) else { return nil }
        for change in changes {
          let distance = change.onward - path.given
          for place in Set(change.members).symmetricDifference(members) {
            let account = scores.accounts[place]
            if let known = flips[account], known.change.magnitude <= distance.magnitude { continue }
            flips[account] = ListRobustness.Flip(criterion: j, change: distance)
          }
        }
      }
    }
    return flips
  }

  /// Where the list changes on the way to an end; nil once `left` lists have been solved.
  private func changes(
    _ path: WeightPath,
    towards end: Double,
    wantsAll: Bool,
    _ left: inout Int
  ) -> [ExactPath.Change]? {
    func solve(_ weights: [Double]) -> [Int]? {
      left -= 1
      return left < 0 ? nil : membership.list(weights)
    }
    let sweep = ExactPath(path, towards: end, from: members, wantsAll: wantsAll, solving: solve)
    return sweep?.changes
  }
}
