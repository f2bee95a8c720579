// SPDX-License-Identifier: Apache-2.0

/// The text of binary numbers.
package enum NumberText {
  /// The shortest decimal text that reads back as exactly `value`.
  ///
  /// Plain digits for magnitudes from 1e-7 up to 1e21, `5` rather than `5.0`, `0` for minus zero;
  /// beyond, an exponent as in `1.5e-9` and `1e21`. The value must be finite.
  package static func shortest(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes, decimalMark: UInt8(ascii: "."))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text of `shortest(_:)` with any decimal mark.
  package static func append(_ value: Double, to bytes: inout [UInt8], decimalMark: UInt8) {
    precondition(value.isFinite, "a number to be written must be finite, is \(value)")
    if value == 0 {
      bytes.append(UInt8(ascii: "0"))
      return
    }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    // Swift describes this range without exponent, so its text needs no taking apart.
    if (1e-4..<1e15).contains(value.magnitude) {
      appendDescription(of: value.magnitude, to: &bytes, decimalMark: decimalMark)
      return
    }
    let number = ShortestDigits(value.magnitude)
    if (1e-7..<1e21).contains(value.magnitude) {
      number.appendPlain(to: &bytes, decimalMark: decimalMark)
    } else {
      number.appendScientific(to: &bytes, decimalMark: decimalMark)
    }
  }

  private static func appendDescription(
    of magnitude: Double,
    to bytes: inout [UInt8],
    decimalMark: UInt8
  ) {
    let start = bytes.count
    bytes.append(contentsOf: magnitude.description.utf8)
    if bytes[bytes.count - 1] == UInt8(ascii: "0"), bytes[bytes.count - 2] == UInt8(ascii: ".") {
      bytes.removeLast(2)
    } else if let mark = bytes[start...].firstIndex(of: UInt8(ascii: ".")) {
      bytes[mark] = decimalMark
    }
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

  func appendPlain(to bytes: inout [UInt8], decimalMark: UInt8) {
    if pointPosition <= 0 {
      bytes.append(UInt8(ascii: "0"))
      bytes.append(decimalMark)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -pointPosition))
      bytes.append(contentsOf: digits)
      return
    }
    bytes.append(contentsOf: digits.prefix(pointPosition))
    let padding = max(0, pointPosition - digits.count)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: padding))
    guard digits.count > pointPosition else { return }
    bytes.append(decimalMark)
    bytes.append(contentsOf: digits.dropFirst(pointPosition))
  }

  func appendScientific(to bytes: inout [UInt8], decimalMark: UInt8) {
    bytes.append(contentsOf: digits.prefix(1))
    if digits.count > 1 {
      bytes.append(decimalMark)
      bytes.append(contentsOf: digits.dropFirst())
    }
    bytes.append(UInt8(ascii: "e"))
    bytes.append(contentsOf: String(pointPosition - 1).utf8)
  }
}
