// SPDX-License-Identifier: Apache-2.0

/// A decimal number exactly as it was written: `significand * 10^-scale`.
///
/// Amounts pass through this type from the first byte, so that no binary rounding ever touches
/// them. It holds up to 38 digits; it compares by value, `1.50` equals `1.5`.
public struct ExactDecimal: Sendable {
  /// The digits with their sign.
  public var significand: Int128
  /// How many of the digits are decimals, 0 to 38.
  public var scale: Int

  /// The number one.
  public static let one = ExactDecimal(1, scale: 0)
  /// The number zero.
  public static let zero = ExactDecimal(0, scale: 0)

  /// Makes `significand * 10^-scale`.
  public init(_ significand: Int128, scale: Int) {
    precondition((0...38).contains(scale), "scale must be 0...38, is \(scale)")
    self.significand = significand
    self.scale = scale
  }

  /// Reads plain decimal text with a dot: `-12.50`, `1e3`, `.5`; nil for anything else, and for
  /// numbers of more than 38 digits.
  public init?(_ text: String) {
    var digits: Int128 = 0
    var scale = 0
    var exponent = 0
    var sawDigit = false
    var sawDot = false
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    while let byte = rest.first {
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (next, overflow2) = product.addingReportingOverflow(
          Int128(byte - UInt8(ascii: "0"))
        )
        guard !overflow, !overflow2 else { return nil }
        digits = next
        sawDigit = true
        if sawDot { scale += 1 }
      case UInt8(ascii: ".") where !sawDot: sawDot = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard sawDigit, let power = Int(String(decoding: rest, as: UTF8.self)),
          (-99...99).contains(power)
        else { return nil }
        exponent = power
        rest = rest[rest.endIndex...]
      default: return nil
      }
    }
    guard sawDigit else { return nil }
    self.init(isNegative ? -digits : digits, scale: scale, exponent: exponent)
  }

  /// Makes `digits * 10^(exponent - scale)`; nil when that does not fit into 38 decimals.
  init?(_ digits: Int128, scale: Int, exponent: Int) {
    if digits == 0 {
      self = .zero
      return
    }
    var significand = digits
    var scale = scale - exponent
    while scale < 0 {
      let (next, overflow) = significand.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      significand = next
      scale += 1
    }
    while scale > 38 {
      guard significand % 10 == 0 else { return nil }
      significand /= 10
      scale -= 1
    }
    self.init(significand, scale: scale)
  }

  /// The number as an integer of `10^-decimals` units, or nil when that would lose digits or
  /// overflow.
  public func units(decimals: Int) -> Int128? {
    var value = significand
    var current = scale
    while current < decimals {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = next
      current += 1
    }
    while current > decimals {
      guard value % 10 == 0 else { return nil }
      value /= 10
      current -= 1
    }
    return value
  }

  /// The number as an integer of `10^-decimals` units, rounded half away from zero; nil on overflow.
  public func roundedUnits(decimals: Int) -> Int128? {
    guard scale > decimals else { return units(decimals: decimals) }
    var divisor: Int128 = 1
    for _ in 0..<(scale - decimals) { divisor *= 10 }
    let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: divisor)
    let isHalfOrMore = remainder.magnitude >= (divisor - divisor / 2).magnitude
    return isHalfOrMore ? quotient + (significand < 0 ? -1 : 1) : quotient
  }

  /// The exact product, or nil on overflow.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    guard !overflow else { return nil }
    return ExactDecimal(product, scale: scale + other.scale, exponent: 0)
  }

  /// The nearest `Double`.
  public var doubleValue: Double { Double(description) ?? 0 }
}

extension ExactDecimal: Equatable, Comparable {
  /// Whether both stand for the same number, whatever their scales.
  public static func == (a: ExactDecimal, b: ExactDecimal) -> Bool {
    let (x, y) = (a.reduced, b.reduced)
    return x.significand == y.significand && x.scale == y.scale
  }

  /// Whether `a` stands for the smaller number.
  public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    let decimals = max(a.scale, b.scale)
    guard let x = a.units(decimals: decimals), let y = b.units(decimals: decimals) else {
      return a.doubleValue < b.doubleValue
    }
    return x < y
  }

  private var reduced: ExactDecimal {
    var result = self
    while result.scale > 0, result.significand % 10 == 0 {
      result.significand /= 10
      result.scale -= 1
    }
    return result
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain decimal text without trailing zeros: `-12.5`.
  public var description: String {
    let value = reduced
    let digits = String(value.significand.magnitude)
    let sign = value.significand < 0 ? "-" : ""
    guard value.scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, value.scale + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(value.scale)).\(padded.suffix(value.scale))"
  }
}
