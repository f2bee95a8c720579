// SPDX-License-Identifier: Apache-2.0

/// Decimal digits of whole numbers, eight at a time.
enum DigitText {
  /// Eight zeros as ``eight(_:)`` gives them.
  static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// 1 to 10^19.
  private static let powers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// 10 to the power of 0...19.
  static func power(_ exponent: Int) -> UInt64 { powers[exponent] }

  /// How many digits a number has; 1 for 0.
  @inline(__always)
  static func length(of number: UInt64) -> Int {
    // 1233 / 4096 is just above log10(2), close enough for 64 bits.
    let guess = ((64 - (number | 1).leadingZeroBitCount) &* 1233) >> 12
    return number < powers[guess] ? max(1, guess) : guess + 1
  }

  /// The eight digits of a number below 10^8 as bytes of a word, the first digit in the lowest.
  ///
  /// Halves, quarters and eighths of the word are divided at once by multiplication with
  /// reciprocals that are exact for numbers of four and two digits.
  @inline(__always)
  static func eight(_ number: UInt64) -> UInt64 {
    let high = number / 10_000
    let fours = high | (number &- 10_000 &* high) << 32
    let hundreds = ((fours &* 10_486) >> 20) & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- 100 &* hundreds) << 16
    let tens = ((twos &* 103) >> 10) & 0x000F_000F_000F_000F
    return (tens | (twos &- 10 &* tens) << 8) | zeros
  }

  /// The four digits of a number below 10^4, likewise.
  @inline(__always)
  static func four(_ number: UInt64) -> UInt64 {
    let hundreds = (number &* 10_486) >> 20
    let twos = hundreds | (number &- 100 &* hundreds) << 16
    let tens = ((twos &* 103) >> 10) & 0x000F_000F
    return (tens | (twos &- 10 &* tens) << 8) | zeros & 0xFFFF_FFFF
  }
}
