// SPDX-License-Identifier: Apache-2.0

/// The text of binary numbers.
package enum NumberText {
  /// The shortest decimal text that reads back as exactly `value`.
  ///
  /// Plain digits for magnitudes from 1e-7 up to 1e21, `5` rather than `5.0`, `0` for minus zero;
  /// beyond, an exponent as in `1.5e-9` and `1e21`. The value must be finite.
  package static func shortest(_ value: Double) -> String {
    var text = TextBuffer()
    append(value, to: &text, decimalMark: UInt8(ascii: "."))
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// Appends the text of `shortest(_:)` with any decimal mark.
  package static func append(_ value: Double, to text: inout TextBuffer, decimalMark: UInt8) {
    precondition(value.isFinite, "a number to be written must be finite, is \(value)")
    text.append(value, decimalMark: decimalMark)
  }

  /// The text of a positive number of less than 1e-7, or of 2^53 or more; 25 bytes at most.
  @inline(never)
  static func distant(_ magnitude: Double, decimalMark: UInt8) -> [UInt8] {
    var text = TextBuffer()
    let number = ShortestDigits(magnitude)
    if (1e-7..<1e21).contains(magnitude) {
      number.appendPlain(to: &text, decimalMark: decimalMark)
    } else {
      number.appendScientific(to: &text, decimalMark: decimalMark)
    }
    return text.bytes
  }

  /// Appends `units * 10^-decimals` in plain digits without trailing zeros, as
  /// ``ExactDecimal/description`` does.
  package static func append(
    _ units: Int128,
    decimals: Int,
    to text: inout TextBuffer,
    decimalMark: UInt8
  ) {
    guard let digits = UInt64(exactly: units.magnitude) else {
      for byte in ExactDecimal(units, scale: decimals).description.utf8 {
        text.append(byte == UInt8(ascii: ".") ? decimalMark : byte)
      }
      return
    }
    if units < 0 { text.append(UInt8(ascii: "-")) }
    if let tenThousandths = tenThousandths(digits, decimals: decimals) {
      text.append(tenThousandths: tenThousandths, decimalMark: decimalMark)
      return
    }
    var (rest, decimals) = (digits, digits == 0 ? 0 : decimals)
    while decimals > 0, rest % 10 == 0 { (rest, decimals) = (rest / 10, decimals - 1) }
    text.append(digits: rest, exponent: -decimals, decimalMark: decimalMark)
  }

  /// `digits * 10^-decimals` in ten-thousandths, nil where these are not whole.
  @inline(__always)
  private static func tenThousandths(_ digits: UInt64, decimals: Int) -> UInt64? {
    guard decimals != 4 else { return digits }
    guard (5...19).contains(decimals) else { return nil }
    let (units, rest) = digits.quotientAndRemainder(dividingBy: DigitText.power(decimals - 4))
    return rest == 0 ? units : nil
  }
}

/// The digits of a positive number, `0.d1d2d3... * 10^pointPosition`.
private struct ShortestDigits {
  private var digits: [UInt8] = []
  /// Where the decimal point stands, counted from before the first digit.
  private var pointPosition = 0

  /// Takes the digits that Swift's own shortest description of `magnitude` shows.
  init(_ magnitude: Double) {
    var exponent = 0
    var pointSeen = false
    var rest = magnitude.description.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "."): pointSeen = true
      case UInt8(ascii: "e"):
        exponent = Int(String(decoding: rest, as: UTF8.self)) ?? 0
        rest = rest[rest.endIndex...]
      default:
        if !pointSeen { pointPosition += 1 }
        digits.append(byte)
      }
    }
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leading)
    pointPosition += exponent - leading
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
  }

  func appendPlain(to text: inout TextBuffer, decimalMark: UInt8) {
    if pointPosition <= 0 {
      text.append(UInt8(ascii: "0"))
      text.append(decimalMark)
      text.append([UInt8](repeating: UInt8(ascii: "0"), count: -pointPosition))
      text.append(digits)
      return
    }
    text.append(Array(digits.prefix(pointPosition)))
    let padding = max(0, pointPosition - digits.count)
    text.append([UInt8](repeating: UInt8(ascii: "0"), count: padding))
    guard digits.count > pointPosition else { return }
    text.append(decimalMark)
    text.append(Array(digits.dropFirst(pointPosition)))
  }

  func appendScientific(to text: inout TextBuffer, decimalMark: UInt8) {
    text.append(Array(digits.prefix(1)))
    if digits.count > 1 {
      text.append(decimalMark)
      text.append(Array(digits.dropFirst()))
    }
    text.append(UInt8(ascii: "e"))
    text.append(pointPosition - 1)
  }
}
