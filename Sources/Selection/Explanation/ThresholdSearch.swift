// SPDX-License-Identifier: Apache-2.0
import Accounts
import Glibc

/// Looks for the value nearest to the present one at which an outcome flips.
///
/// The search walks through the places where a scale changes its course (bounds, points, target,
/// the other accounts' extremes and beyond), takes the first that flips, and halves the way back.
struct ThresholdSearch {
  let criterion: Criterion
  let values: NumberColumn
  let flips: (Double) -> Bool

  /// The flipping value, rounded away from `value`; nil where none is found.
  ///
  /// A missing value is searched for from the worse end of the scale.
  func nearestFlip(from value: Double?) -> Double? {
    let stops = self.stops
    guard let value else {
      let isUpwards = criterion.direction == .maximise
      let walk = isUpwards ? stops : stops.reversed()
      guard let first = walk.first else { return nil }
      return flips(first) ? first : flip(from: first, over: walk.dropFirst())
    }
    let up = flip(from: value, over: stops.filter { $0 > value }[...])
    let down = flip(from: value, over: ArraySlice(stops.filter { $0 < value }.reversed()))
    guard let up, let down else { return up ?? down }
    return up - value <= value - down ? up : down
  }

  /// The first flip on the way from `start` over stops that lie ever further away.
  private func flip(from start: Double, over stops: ArraySlice<Double>) -> Double? {
    var near = start
    for stop in stops {
      guard flips(stop) else {
        near = stop
        continue
      }
      return narrowed(near: near, far: stop, start: start)
    }
    return nil
  }

  /// Halves the way between a value that does not flip and one that does, then rounds outwards.
  private func narrowed(near: Double, far: Double, start: Double) -> Double {
    var (near, far) = (near, far)
    let magnitude = max(far.magnitude, (far - start).magnitude)
    guard magnitude.isFinite, magnitude > 1e-290 else { return far }
    for _ in 0..<60 {
      let step = Self.step(max(far.magnitude, (far - start).magnitude))
      guard (far - near).magnitude > step / 4 else { break }
      let middle = near + (far - near) / 2
      if flips(middle) { far = middle } else { near = middle }
    }
    let rounded = Self.roundedOutwards(
      far,
      upwards: far > start,
      magnitude: (far - start).magnitude
    )
    return rounded != far && flips(rounded) ? rounded : far
  }

  /// A step of six significant digits.
  private static func step(_ magnitude: Double) -> Double {
    pow(10, Double(exponent(magnitude)))
  }

  private static func exponent(_ magnitude: Double) -> Int {
    max(-300, Int(log10(max(magnitude, 1e-290)).rounded(.down)) - 5)
  }

  private static func roundedOutwards(
    _ value: Double,
    upwards: Bool,
    magnitude: Double
  ) -> Double {
    let exponent = exponent(max(value.magnitude, magnitude))
    let rule: FloatingPointRoundingRule = upwards ? .up : .down
    // Dividing by a whole power of ten gives the number that its decimals write; a product of a
    // fraction would not.
    if exponent >= 0 {
      let step = pow(10, Double(exponent))
      return (value / step).rounded(rule) * step
    }
    let perUnit = pow(10, Double(-exponent))
    return (value * perUnit).rounded(rule) / perUnit
  }

  /// The places worth trying, ascending.
  private var stops: [Double] {
    switch criterion.scale {
    case .fixed(let from, let to): return [min(from, to), max(from, to)]
    case .points(let points): return points.map(\.value)
    case .target(let target): return (beyondOthers(near: target) + [target]).sorted()
    default: return beyondOthers(near: nil)
    }
  }

  /// The other accounts' extremes, and values far beyond them.
  private func beyondOthers(near target: Double?) -> [Double] {
    let known = values.compactMap(\.self).filter(\.isFinite) + (target.map { [$0] } ?? [])
    guard let (low, high) = ScaleFormulas.bounds(known) else { return [] }
    let width = high > low ? high - low : max(1, high.magnitude)
    let factors = [1.0, 10, 1000]
    let above = factors.map { high + width * $0 }
    let below: [Double]
    switch criterion.scale {
    case .sum, .max, .log: below = low > 0 ? [low / 1000, low / 10, low / 2] : []
    default: below = factors.reversed().map { low - width * $0 }
    }
    return (below + [low, high] + above).filter(\.isFinite)
  }
}
