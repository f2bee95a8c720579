// SPDX-License-Identifier: Apache-2.0

/// The accounts of a list to begin with in the prototype phase: those that differ most from each
/// other, so that few accounts teach as much as possible (S004).
///
/// *Definition* The k accounts whose closest pair is as far apart as possible, of several such sets
/// the one with the largest sum of distances, then the one whose members stand first (max-min
/// diversity, Kuo, Glover and Dhir 1993). The distance of two accounts is the mean over features that
/// both have: for a number the difference divided by the range within the list, for a text 0 if it is
/// the same and 1 if not (Gower 1971).
///
/// *Size* Half of the list, at least 3 and at most 5 accounts; a list of up to 3 is its own pilot.
public struct PilotProposal: Sendable, Equatable {
  /// A proposed account.
  public struct Member: Sendable, Equatable {
    /// Its position in the list, from 0.
    public var position: Int
    /// The position of the member that is most like it; nil without another one.
    public var nearest: Int?
    /// The distance to that member in billionths, 0 to 10⁹.
    public var distanceBillionths: Int64?
  }

  /// The proposed accounts by position.
  public var members: [Member]
  /// Whether every set was looked at; else the set grew account by account (Ravi, Rosenkrantz and
  /// Tayi 1994), and its closest pair is at least half as far apart as possible.
  public var isExact: Bool
}

extension PilotProposal {
  /// Sets beyond which not every one is looked at.
  private static let mostSets = 500_000

  /// How many accounts of a list of `count` the pilot has.
  package static func size(ofList count: Int) -> Int { min(count, max(3, min(5, (count + 1) / 2))) }

  /// Proposes accounts of a list.
  ///
  /// - Parameters:
  ///   - numbers: per feature one number per account of the list, nil where it is missing.
  ///   - texts: per feature one text per account of the list, nil where it is missing.
  ///   - count: how many accounts the list has.
  /// - Complexity: O(n² features), and O(sets k²) where every set is looked at.
  package init(numbers: [[Double?]], texts: [[String?]], count: Int) {
    let size = Self.size(ofList: count)
    let distances = DistanceTable(numbers: numbers, texts: texts, count: count)
    isExact = Self.sets(of: count, taking: size) <= Self.mostSets
    let chosen = isExact ? distances.bestSet(of: size) : distances.grownSet(of: size)
    members = chosen.map { distances.member($0, among: chosen) }
  }

  /// The number of sets, cut off where it is large.
  private static func sets(of count: Int, taking size: Int) -> Int {
    var sets = 1.0
    for step in 0..<size { sets = sets * Double(count - step) / Double(step + 1) }
    return Int(min(1e12, sets.rounded()))
  }
}

/// Distances of all pairs in billionths, so that equal ones are equal.
private struct DistanceTable {
  private static let quanta = 1e9

  private let count: Int
  private let distances: [Int]

  init(numbers: [[Double?]], texts: [[String?]], count: Int) {
    self.count = count
    let ranges = numbers.map { column -> Double in
      let known = column.compactMap { $0 }.filter(\.isFinite)
      return (known.max() ?? 0) - (known.min() ?? 0)
    }
    var distances = [Int](repeating: 0, count: count * count)
    for i in 0..<count {
      for j in 0..<i {
        var (sum, features) = (0.0, 0.0)
        for (column, range) in zip(numbers, ranges) {
          guard let a = column[i], let b = column[j], range.isFinite else { continue }
          features += 1
          if range > 0 { sum += (a - b).magnitude / range }
        }
        for column in texts {
          guard let a = column[i], let b = column[j] else { continue }
          features += 1
          if a != b { sum += 1 }
        }
        let distance = features > 0 ? Int((sum / features * Self.quanta).rounded()) : 0
        distances[i * count + j] = distance
        distances[j * count + i] = distance
      }
    }
    self.distances = distances
  }

  /// A member with the other that is most like it, the first of equals.
  func member(_ position: Int, among members: [Int]) -> PilotProposal.Member {
    let others = members.filter { $0 != position }
    let nearest = others.min { distance(position, $0) < distance(position, $1) }
    return PilotProposal.Member(
      position: position,
      nearest: nearest,
      distanceBillionths: nearest.map { Int64(distance(position, $0)) }
    )
  }

  private func distance(_ i: Int, _ j: Int) -> Int { distances[i * count + j] }

  /// The best of all sets, in the order of their members.
  func bestSet(of size: Int) -> [Int] {
    var best: (members: [Int], closest: Int, sum: Int) = ([], -1, -1)
    var members = Array(0..<size)
    while true {
      let pairs = members.indices.flatMap { a in members[..<a].map { distance(members[a], $0) } }
      let (closest, sum) = (pairs.min() ?? 0, pairs.reduce(0, +))
      if (best.closest, best.sum) < (closest, sum) { best = (members, closest, sum) }
      guard let place = members.indices.last(where: { members[$0] < count - size + $0 }) else {
        return best.members
      }
      let start = members[place] + 1
      for step in place..<size { members[step] = start + step - place }
    }
  }

  /// The farthest pair, then always the account farthest from those taken.
  func grownSet(of size: Int) -> [Int] {
    var members = bestSet(of: min(2, size))
    while members.count < size {
      let rest = (0..<count).filter { !members.contains($0) }
      let gaps = rest.map { account in members.map { distance(account, $0) }.min() ?? 0 }
      guard let widest = gaps.max(), let place = gaps.firstIndex(of: widest) else { break }
      members.append(rest[place])
    }
    return members.sorted()
  }
}
