// SPDX-License-Identifier: Apache-2.0

/// Follows a list under a capacity or quotas along a path of weights.
///
/// *Definition* What a list scores is a straight line in the weight that moves, and the best list is
/// the highest line. Where the lines of the best lists at two weights cross, the list is solved anew:
/// if none is better there, one gives way to the other at the crossing; if one is, both sides of it
/// are looked at likewise (Eisner and Severance 1976). So every change is found, exactly up to the
/// rounding of scores to billionths.
struct ExactPath {
  /// Where one list gives way to another.
  struct Change {
    /// The weight at which both score the same.
    let weight: Double
    /// A weight behind it, far enough for published scores to differ.
    let onward: Double
    /// The places on the list from there on, ascending.
    let members: [Int]
  }

  /// The changes on the way, the nearest first; only the nearest where that is all that is wanted.
  private(set) var changes: [Change] = []

  private let path: WeightPath
  private let end: Double
  private let wantsAll: Bool

  /// The best list at one weight.
  private struct Stop {
    let weight: Double
    let members: [Int]
  }

  /// Solves the list for some weights; nil where there is no answer or no time for one.
  typealias Solver = (_ weights: [Double]) -> [Int]?

  /// Follows `members`, the best list at the given weight, to the end of the path; nil where the
  /// solver had no answer.
  init?(
    _ path: WeightPath,
    towards end: Double,
    from members: [Int],
    wantsAll: Bool,
    solving solve: Solver
  ) {
    self.path = path
    self.end = end
    self.wantsAll = wantsAll
    guard end != path.given else { return }
    let base = Stop(weight: path.given, members: members)
    guard let last = Self.stop(path, at: end, solve), sweep(base, last, solve) else { return nil }
  }

  private static func stop(_ path: WeightPath, at weight: Double, _ solve: Solver) -> Stop? {
    solve(path.weights.weights(at: weight)).map { Stop(weight: weight, members: $0) }
  }

  /// Notes the changes between two stops; false where the solver had no answer.
  private mutating func sweep(_ near: Stop, _ far: Stop, _ solve: Solver) -> Bool {
    let slack = Double(near.members.count + far.members.count) * 1e-9
    let before = score(near, at: near.weight) - score(far, at: near.weight)
    let after = score(far, at: far.weight) - score(near, at: far.weight)
    // A list that is no better than the one before does not take its place.
    guard near.members != far.members, after > slack else { return true }
    let share = max(0, before) / (max(0, before) + after)
    let crossing = near.weight + (far.weight - near.weight) * share
    guard let middle = Self.stop(path, at: crossing, solve) else { return false }
    let isBetter = score(middle, at: crossing) > score(near, at: crossing) + slack
    guard isBetter, crossing != near.weight, crossing != far.weight else {
      let speed = (max(0, before) + after) / (far.weight - near.weight).magnitude
      let onward = min(2 * slack / speed, (end - crossing).magnitude)
      changes.append(
        Change(
          weight: crossing,
          onward: crossing + (end > path.given ? onward : -onward),
          members: far.members
        )
      )
      return true
    }
    guard sweep(near, middle, solve) else { return false }
    return wantsAll || changes.isEmpty ? sweep(middle, far, solve) : true
  }

  private func score(_ stop: Stop, at weight: Double) -> Double {
    stop.members.reduce(0) { $0 + path.score($1, at: weight) }
  }
}
