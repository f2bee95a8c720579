// SPDX-License-Identifier: Apache-2.0

/// What happens to scores that are sums by weight while one weight moves and the others keep their
/// proportions.
///
/// Every score is linear in the weight, so who overtakes whom, and where, is exact.
struct WeightPath: Sendable {
  /// Where an outsider overtakes a member.
  struct Crossing {
    /// The weight at which the two score the same.
    let weight: Double
    /// How much faster the outsider rises per unit of weight in the direction of the move.
    let speed: Double
    let member: Int
    let outsider: Int
  }

  /// The weights on the way.
  let weights: ProportionalWeights
  /// Per place the score by the criterion alone.
  private let alone: [Double]
  /// Per place the score without the criterion.
  let without: [Double]

  /// Differences below this are rounding.
  private static let rounding = 1e-12

  /// The path of the weight of criterion `j`.
  init(of j: Int, _ parts: ScoreParts) {
    weights = ProportionalWeights(of: j, parts.weights)
    alone = parts.columns[j]
    without = parts.scores(weights.others)
  }

  /// How many places there are.
  var placeCount: Int { alone.count }

  /// The given weight of the criterion.
  var given: Double { weights.given }

  /// The score of a place where the weight is `weight`.
  func score(_ place: Int, at weight: Double) -> Double {
    weight * alone[place] + (1 - weight) * without[place]
  }

  /// Some places, ascending, with their parts.
  func candidates(_ places: [Int]) -> PathCandidates {
    guard places.count < placeCount else {
      return PathCandidates(places, alone: alone, without: without)
    }
    return PathCandidates(
      places,
      alone: places.map { alone[$0] },
      without: places.map { without[$0] }
    )
  }

  /// The first point on the way from `start` to `end` at which an outsider overtakes a member, nil
  /// where none does.
  ///
  /// *Definition* The lead of the last member over the first outsider is a concave function of the
  /// weight, made of straight lines. Starting from the end, each step goes to where the line there
  /// is 0 (Newton's method), which ends exactly at the first such point.
  ///
  /// - Complexity: O(places) per step; a handful of steps.
  func crossing(
    from start: Double,
    towards end: Double,
    members: [Int],
    outsiders: [Int]
  ) -> Crossing? {
    guard !members.isEmpty, !outsiders.isEmpty else { return nil }
    var found: Crossing?
    var outsiders = outsiders
    var weight = end
    while weight != start {
      let member = lowest(members, at: weight)
      let outsider = highest(outsiders, at: weight)
      let lead = score(member, at: weight) - score(outsider, at: weight)
      guard lead < -Self.rounding else { return found }
      let before = max(0, score(member, at: start) - score(outsider, at: start))
      let next = start + (weight - start) * (before / (before - lead))
      found = Crossing(
        weight: next,
        speed: (before - lead) / (weight - start).magnitude,
        member: member,
        outsider: outsider
      )
      guard (next - start).magnitude < (weight - start).magnitude else { return found }
      weight = next
      // Whoever is below all members at both ends of a stretch is so within it.
      if outsiders.count > 1000 { outsiders = rivals(outsiders, of: members, start, weight) }
      guard !outsiders.isEmpty else { return found }
    }
    return found
  }

  /// The outsiders that score what some member does somewhere between two weights.
  private func rivals(
    _ outsiders: [Int],
    of members: [Int],
    _ start: Double,
    _ end: Double
  ) -> [Int] {
    let bar = min(
      score(lowest(members, at: start), at: start),
      score(lowest(members, at: end), at: end)
    )
    return outsiders.filter { max(score($0, at: start), score($0, at: end)) >= bar }
  }

  /// The member that leaves first: of equal ones the last by id, as ties are broken.
  private func lowest(_ places: [Int], at weight: Double) -> Int {
    var found = (place: places[0], score: Double.infinity)
    for place in places {
      let score = score(place, at: weight)
      if score <= found.score { found = (place, score) }
    }
    return found.place
  }

  /// The outsider that enters first: of equal ones the first by id.
  private func highest(_ places: [Int], at weight: Double) -> Int {
    var found = (place: places[0], score: -Double.infinity)
    for place in places {
      let score = score(place, at: weight)
      if score > found.score { found = (place, score) }
    }
    return found.place
  }
}
