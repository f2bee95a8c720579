// SPDX-License-Identifier: Apache-2.0

/// A sum of numbers that keeps what rounding takes away, so that their order does not show in it.
///
/// *Definition* the error of each addition is exact (Knuth, The Art of Computer Programming 2,
/// 4.2.2), that of each product too, and both are added up beside the sum. Only sums that lie within
/// about n² · 2⁻¹⁰⁶ of the middle between two numbers may still be rounded either way (Ogita, Rump
/// and Oishi 2005).
struct PairedSum {
  private var sum = 0.0
  private var rest = 0.0

  /// The sum, rounded once; not finite where it leaves the range of numbers.
  var value: Double { sum.isFinite ? sum + rest : sum }

  /// Adds a number.
  mutating func add(_ number: Double) {
    let next = sum + number
    let taken = next - sum
    rest += (sum - (next - taken)) + (number - taken)
    sum = next
  }

  /// Adds a product with what rounding it takes away.
  mutating func add(_ number: Double, times factor: Double) {
    let product = number * factor
    add(product)
    rest += (-product).addingProduct(number, factor)
  }

  /// This sum divided by another one, rounded once: the mean of equal numbers is that number.
  func divided(by other: PairedSum) -> Double {
    let (whole, rest) = (value, self.rest - (value - sum))
    let divisor = other.value
    let quotient = whole / divisor
    guard quotient.isFinite else { return quotient }
    // What the quotient leaves over, exactly but for the last rounding.
    let left =
      whole.addingProduct(-quotient, divisor)
      + (rest - quotient * (other.rest - (divisor - other.sum)))
    let better = quotient + left / divisor
    return better.isFinite ? better : quotient
  }
}
