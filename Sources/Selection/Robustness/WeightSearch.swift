// SPDX-License-Identifier: Apache-2.0

/// Follows a list along a path of weights by trying weights out, for methods whose scores are no sums
/// by weight and for lists that look at the previous one.
///
/// *Definition* The list is cut anew at a hundred steps from the given weight to either end; between
/// two steps with different lists the change is halved in. A change that takes place and is taken
/// back between two steps goes unnoticed.
struct WeightSearch {
  /// The first weight on the way at which a place changes sides.
  private(set) var flips: [FlipSweep.Flip] = []
  /// The weights between which the list stays what it is.
  private(set) var stable: ClosedRange<Double>
  /// The weights between which the first place stays first.
  private(set) var leader: ClosedRange<Double>

  private let path: ProportionalWeights
  private let scores: ReweightedScores
  private let rule: SeatRule
  private let base: Stop
  private var flipped: Set<Int> = []

  /// The list at one weight.
  private struct Stop {
    let weight: Double
    let seated: Set<Int>
    let first: Int?

    func isSame(_ other: Stop) -> Bool { seated == other.seated && first == other.first }
  }

  private static let steps = 100
  private static let resolution = 1e-9

  /// Whether a search among so many accounts takes little time.
  static func isAffordable(_ scores: ReweightedScores) -> Bool {
    let width = scores.weights.count
    return scores.accounts.count * width * width * 2 * steps <= 50_000_000
  }

  /// Follows the list of `rule` while the weight of criterion `j` moves.
  init(of j: Int, _ scores: ReweightedScores, _ rule: SeatRule) {
    path = ProportionalWeights(of: j, scores.weights)
    self.scores = scores
    self.rule = rule
    base = Self.stop(path.given, path, scores, rule)
    stable = 0...1
    leader = 0...1
    for end in [0.0, 1] { follow(towards: end) }
  }

  private static func stop(
    _ weight: Double,
    _ path: ProportionalWeights,
    _ scores: ReweightedScores,
    _ rule: SeatRule
  ) -> Stop {
    let weights = weight == path.given ? scores.weights : path.weights(at: weight)
    let best = scores.best(max(1, rule.depth), weights)
    return Stop(
      weight: weight,
      seated: Set(rule.seated(Array(best.prefix(rule.depth)))),
      first: best.first?.place
    )
  }

  private mutating func follow(towards end: Double) {
    flipped = []
    var near = base
    for step in 1...Self.steps where end != path.given {
      let weight = path.given + (end - path.given) * (Double(step) / Double(Self.steps))
      let far = Self.stop(weight, path, scores, rule)
      resolve(near, far)
      near = far
    }
  }

  /// Halves the way between two stops until each change between them is found.
  private mutating func resolve(_ near: Stop, _ far: Stop) {
    guard !near.isSame(far) else { return }
    let middle = near.weight + (far.weight - near.weight) / 2
    guard (far.weight - near.weight).magnitude > Self.resolution else {
      note(near, far)
      return
    }
    let between = Self.stop(middle, path, scores, rule)
    resolve(near, between)
    resolve(between, far)
  }

  private mutating func note(_ near: Stop, _ far: Stop) {
    let upwards = far.weight > near.weight
    if far.seated != base.seated { stable = Self.cut(stable, near.weight, upwards: upwards) }
    if far.first != base.first { leader = Self.cut(leader, near.weight, upwards: upwards) }
    for place in far.seated.symmetricDifference(base.seated).sorted()
    where flipped.insert(place).inserted {
      flips.append(FlipSweep.Flip(place: place, weight: far.weight))
    }
  }

  /// The range with the end on the side of a weight moved there.
  private static func cut(
    _ range: ClosedRange<Double>,
    _ weight: Double,
    upwards: Bool
  ) -> ClosedRange<Double> {
    upwards
      ? range.lowerBound...min(range.upperBound, weight)
      : max(range.lowerBound, weight)...range.upperBound
  }
}
