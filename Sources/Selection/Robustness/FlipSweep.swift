// SPDX-License-Identifier: Apache-2.0

/// Follows the best accounts along a path of weights and notes who changes sides first where.
///
/// *Definition* From the given weight to an end of the path, the next point at which an outsider
/// overtakes a member is exact (``WeightPath``); the two change places, and on it goes. Only accounts
/// that can be among the best somewhere in a stretch of the path are looked at there.
struct FlipSweep {
  /// The weight at which a place first changes sides, far enough on for published scores to differ.
  struct Flip {
    let place: Int
    let weight: Double
  }

  private let path: WeightPath
  private let end: Double
  /// How many are among the best.
  private let count: Int
  /// Per place whether it is among the best where the path begins.
  private let base: [Bool]
  /// Per place whether it is among the best at the present weight.
  private var isMember: [Bool]
  private var flipped: Set<Int> = []
  private var room: PathCandidates.Room
  private(set) var flips: [Flip] = []

  /// Two scores this far apart are never published as equal.
  private static let quantum = 2e-9

  /// Follows `path` from the given weight to `end`, where `members` are the best of `candidates`.
  init(_ path: WeightPath, towards end: Double, members: [Int], candidates: [Int]) {
    self.path = path
    self.end = end
    count = members.count
    var flags = [Bool](repeating: false, count: path.placeCount)
    for place in members { flags[place] = true }
    (base, isMember) = (flags, flags)
    room = PathCandidates.Room(candidates.count)
    guard !members.isEmpty, members.count < candidates.count else { return }
    sweep(from: path.given, to: end, path.candidates(candidates))
  }

  private mutating func sweep(from start: Double, to stop: Double, _ candidates: PathCandidates) {
    guard start != stop else { return }
    let rest = candidates.narrowed(
      toBest: count,
      on: (start, stop),
      slack: Self.quantum,
      keeping: isMember,
      in: &room
    )
    let middle = start + (stop - start) / 2
    guard rest.count > 4 * count + 64, (stop - start).magnitude > 1e-6 else {
      follow(from: start, to: stop, rest.places)
      return
    }
    sweep(from: start, to: middle, rest)
    sweep(from: middle, to: stop, rest)
  }

  /// Changes places one by one; each pair crosses once, so a limit only stops rounding.
  private mutating func follow(from start: Double, to stop: Double, _ candidates: [Int]) {
    var weight = start
    for _ in 0..<(candidates.count * 20) {
      let crossing = path.crossing(
        from: weight,
        towards: stop,
        members: candidates.filter { isMember[$0] },
        outsiders: candidates.filter { !isMember[$0] }
      )
      guard let crossing else { return }
      isMember[crossing.member] = false
      isMember[crossing.outsider] = true
      note(crossing.member, crossing)
      note(crossing.outsider, crossing)
      weight = crossing.weight
    }
  }

  private mutating func note(_ place: Int, _ crossing: WeightPath.Crossing) {
    guard isMember[place] != base[place], flipped.insert(place).inserted else {
      return
    }
    let step = Self.quantum / crossing.speed
    let limit = (end - crossing.weight).magnitude
    let onward = min(step, limit) * (end > path.given ? 1 : -1)
    flips.append(Flip(place: place, weight: crossing.weight + onward))
  }
}
