// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

@Suite struct ShortestDecimalTests {
  /// What the standard library's own description says, without an exponent.
  private func reference(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Numbers of every kind that reports hold: shares, amounts, powers of two and their neighbours.
  private func samples(seed: UInt64) -> [Double] {
    var state = seed
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11
    }
    return (0..<800).flatMap { index -> [Double] in
      let share = Double(next()) * 0x1p-53
      let power = Double(sign: .plus, exponent: Int(next() % 62) - 13, significand: 1)
      let amount = Double(next() % 100_000_000_000) / [1, 10, 100, 1000, 1e4, 1e9][index % 6]
      return [share, 1 - share, power, power.nextUp, power.nextDown, amount, share * 1e6]
    }
  }

  @Test func writesTheSameDigitsAsTheStandardLibrary() {
    for value in samples(seed: 5) where (1e-4..<1e15).contains(value) {
      #expect(NumberText.shortest(value) == reference(value), "seed 5: \(value.bitPattern)")
      #expect(NumberText.shortest(-value) == "-" + reference(value), "seed 5: \(value.bitPattern)")
    }
  }

  @Test func readsBackTheSameInItsWholeRange() {
    for value in samples(seed: 6) {
      for scale in [1, 0x1p-10, 0x1p-20] where ShortestDecimal.range.contains(value * scale) {
        let number = ShortestDecimal(value * scale)
        let text = "\(number.digits)e\(number.exponent)"
        #expect(Double(text) == value * scale, "seed 6: \(value), \(scale)")
        #expect(number.digits % 10 != 0, "seed 6: \(value), \(scale)")
      }
    }
  }

  @Test(arguments: [
    (0x1p-30, 9_313_225_746_154_785, -25), (0.1, 1, -1), (0.3, 3, -1),
    (1.0 / 3, 3_333_333_333_333_333, -16),
    (0.1 + 0.2, 30_000_000_000_000_004, -17), (9_007_199_254_740_991, 9_007_199_254_740_991, 0),
    (123.456, 123_456, -3), (0.5, 5, -1),
  ])
  func findsTheFewestDigits(_ value: Double, _ digits: UInt64, _ exponent: Int) {
    let number = ShortestDecimal(value)
    #expect(number.digits == digits)
    #expect(number.exponent == exponent)
  }

  @Test(
    arguments: [
      (0, 4, "0"), (12_500, 4, "1.25"), (-12_500, 4, "-1.25"), (1, 9, "0.000000001"),
      (100_000, 4, "10"), (7, 0, "7"), (-70, 1, "-7"),
      (Int128(UInt64.max), 4, "1844674407370955.1615"),
      (Int128(UInt64.max) + 1, 4, "1844674407370955.1616"),
      (10, 38, "0.0000000000000000000000000000000000001"),
    ] as [(Int128, Int, String)]
  )
  func writesExactUnits(_ units: Int128, _ decimals: Int, _ expected: String) {
    var text = TextBuffer()
    NumberText.append(units, decimals: decimals, to: &text, decimalMark: UInt8(ascii: "."))
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
    #expect(ExactDecimal(units, scale: decimals).description == expected)
  }

  @Test func writesExactUnitsOfAnyScaleAsTheirDescription() {
    var state: UInt64 = 11
    for index in 0..<4000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // From one digit up to twenty, with up to six zeros at the end.
      let units = Int128(state >> (index % 64)) * [1, 10, 1000, 100_000, 1_000_000][index % 5]
      let signed = index % 3 == 0 ? -units : units
      let decimals = index % 25
      var text = TextBuffer()
      NumberText.append(signed, decimals: decimals, to: &text, decimalMark: UInt8(ascii: "."))
      let expected = ExactDecimal(signed, scale: decimals).description
      #expect(String(decoding: text.bytes, as: UTF8.self) == expected, "\(signed), \(decimals)")
    }
  }

  @Test(
    arguments: [
      (1e-7, "0.0000001"), (1.234_567_890_123_456_6e-7, "0.00000012345678901234566"),
      (1e-8, "1e-8"), (1.5e-9, "1.5e-9"), (0.000_123_456_789, "0.000123456789"),
      (99_999_999.5, "99999999.5"), (100_000_000.25, "100000000.25"), (1e11, "100000000000"),
      (123_456_789_012.5, "123456789012.5"), (9_007_199_254_740_991, "9007199254740991"),
      (0x1p53, "9007199254740992"), (1e20, "100000000000000000000"), (1e21, "1e21"),
      (1.797_693_134_862_315_7e308, "1.7976931348623157e308"), (.leastNonzeroMagnitude, "5e-324"),
      (0.999_999_999_999_999_9, "0.9999999999999999"),
      (2.999_999_999_999_999_6, "2.9999999999999996"),
    ] as [(Double, String)]
  )
  func writesNumbersOfEveryMagnitude(_ number: Double, _ expected: String) {
    #expect(NumberText.shortest(number) == expected)
    #expect(NumberText.shortest(-number) == "-" + expected)
  }

  @Test func writesTenThousandthsWithoutZerosAtTheEnd() {
    for units in Array(0...20_000) + [99_999_999, 100_000_000, 123_456_789_012_345] {
      let plain = ExactDecimal(Int128(units), scale: 4).description
      #expect(NumberText.shortest(Double(units) / 1e4) == plain)
    }
  }

  @Test func writesDigitsOfEveryLength() {
    var number: UInt64 = 0
    for digit in 1...20 {
      number = number &* 10 &+ UInt64(digit % 10)
      var text = TextBuffer()
      text.append(digits: number, exponent: 0, decimalMark: UInt8(ascii: "."))
      #expect(String(decoding: text.bytes, as: UTF8.self) == String(number))
    }
    #expect(DigitText.length(of: 0) == 1)
    #expect(DigitText.length(of: .max) == 20)
  }
}
