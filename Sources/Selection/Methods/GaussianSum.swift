// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Sums of Gaussian preferences over many accounts in nearly linear time (after Greengard and Strain
/// 1991, one-sided).
///
/// *Definition* In units of s√2 the preference for a difference d > 0 is 1 - exp(-d²). Smaller values
/// lie in boxes of width 1 with centre c, and exp(-(a - b)²) = exp(-(a - c)²) Σ (2(a - c))^k / k! ·
/// exp(-(b - c)²)(b - c)^k: a box needs no more than its moments exp(-(b - c)²)(b - c)^k.
///
/// *Error* With A = |a - c| and |b - c| <= 1/2 the terms from k = 28 on add up to at most
/// exp(A - A²) A²⁸ / 28! < 1e-17 per pair; boxes farther away than 6.2 hold less than 3e-17 per pair.
/// All terms together stay below exp(1/4), so rounding adds less than 28 · 1.3 · 2⁻⁵² < 1e-14. A flow,
/// a mean over pairs, is off by less than 1e-12.
enum GaussianSum {
  private static let terms = 28
  private static let reach = 6.2

  /// Values of a run no longer than 1 in units of s√2, by their moments around its middle.
  ///
  /// Places are differences of values near to each other, so that no digit is lost far from 0.
  private struct Box {
    private let start: Double
    private let unit: Double
    private var last: Double
    private var moments: [Double]

    init(from start: Double, unit: Double) {
      self.start = start
      self.unit = unit
      last = start
      moments = [Double](repeating: 0, count: GaussianSum.terms)
    }

    /// Whether a value that is no smaller than the others lies in the box.
    func holds(_ value: Double) -> Bool { (value - start) * unit <= 1 }

    /// Whether all values of the box are too far below `value` to count.
    func isFar(below value: Double) -> Bool { (value - last) * unit > GaussianSum.reach }

    mutating func add(_ value: Double) {
      let offset = (value - start) * unit - 0.5
      var moment = exp(-offset * offset)
      for k in moments.indices {
        moments[k] += moment
        moment *= offset
      }
      last = value
    }

    /// The sum of exp(-d²) over the differences from the values of the box.
    func sum(at value: Double) -> Double {
      let distance = (value - start) * unit - 0.5
      // Horner's rule for Σ (2 distance)^k / k! times the moments.
      var total = 0.0
      for k in moments.indices.reversed() {
        total = moments[k] + total * (2 * distance / Double(k + 1))
      }
      return exp(-distance * distance) * total
    }
  }

  /// Per ascending value the sum of its preferences over the smaller of the ascending `others`.
  static func preferences(_ values: [Double], over others: [Double], s: Double) -> [Double] {
    let unit = min(1 / (s * 2.0.squareRoot()), .greatestFiniteMagnitude)
    var boxes: [Box] = []
    var smaller = 0
    return values.map { value in
      while smaller < others.count, others[smaller] < value {
        let other = others[smaller]
        if !(boxes.last?.holds(other) ?? false) { boxes.append(Box(from: other, unit: unit)) }
        boxes[boxes.count - 1].add(other)
        smaller += 1
      }
      var near = 0.0
      for box in boxes.reversed() {
        if box.isFar(below: value) { break }
        near += box.sum(at: value)
      }
      return max(0, Double(smaller) - near)
    }
  }
}
