// SPDX-License-Identifier: Apache-2.0

/// Puts numbers as text where the caller has made room for them.
///
/// Advice to the next reader: digits are stored a word at a time and zeros in front of them shifted
/// out of it, so that up to a word behind a text is overwritten; ``room`` has space for that.
enum PlacedNumber {
  /// So many bytes hold the text of any number, and what is overwritten behind it.
  static let room = 40

  /// Puts the text that ``NumberText/shortest(_:)`` gives a finite number; returns its length.
  @inline(__always)
  static func put(
    _ value: Double,
    at start: UnsafeMutableRawPointer,
    decimalMark: UInt8
  ) -> Int {
    let magnitude = value.magnitude
    let sign = unsafe putSign(value < 0, at: start)
    let place = unsafe start + sign
    if let units = tenThousandths(magnitude) {
      return unsafe sign + put(tenThousandths: units, at: place, decimalMark: decimalMark)
    }
    guard magnitude < 0x1p53, magnitude >= 1e-7 else {
      let text = NumberText.distant(magnitude, decimalMark: decimalMark)
      for (index, byte) in text.enumerated() {
        unsafe place.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
      }
      return sign + text.count
    }
    return unsafe sign + put(shortest: magnitude, at: place, decimalMark: decimalMark)
  }

  /// Puts `units / 10_000` in plain digits without zeros at the end.
  @inline(__always)
  static func put(
    tenThousandths units: UInt64,
    at place: UnsafeMutableRawPointer,
    decimalMark: UInt8
  ) -> Int {
    let whole = units / 10_000
    let rest = units &- whole &* 10_000
    let length = unsafe put(whole, at: place)
    guard rest != 0 else { return length }
    let digits = DigitText.four(rest)
    unsafe store(digits << 8 | UInt64(decimalMark), at: place + length)
    let zeros = ((digits ^ 0x3030_3030) << 32).leadingZeroBitCount / 8
    return length + 5 - zeros
  }

  /// Puts the digits of a whole number.
  @inline(__always)
  static func put(_ number: UInt64, at place: UnsafeMutableRawPointer) -> Int {
    guard number >= 100_000_000 else { return unsafe put(short: number, at: place) }
    let length = DigitText.length(of: number)
    unsafe put(number, length: length, at: place)
    return length
  }

  /// Puts a minus where one is wanted.
  @inline(__always)
  static func putSign(_ isNegative: Bool, at place: UnsafeMutableRawPointer) -> Int {
    unsafe place.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    return isNegative ? 1 : 0
  }

  /// Puts `length` digits, with zeros in front where the number has less; it has no more.
  @inline(__always)
  static func put(_ digits: UInt64, length: Int, at place: UnsafeMutableRawPointer) {
    if length > 16 {
      let (top, rest) = digits.quotientAndRemainder(dividingBy: 10_000_000_000_000_000)
      let (high, low) = rest.quotientAndRemainder(dividingBy: 100_000_000)
      unsafe store(DigitText.eight(top) &>> (8 &* UInt64(24 &- length)), at: place)
      unsafe store(DigitText.eight(high), at: place + length - 16)
      unsafe store(DigitText.eight(low), at: place + length - 8)
    } else if length > 8 {
      let (high, low) = digits.quotientAndRemainder(dividingBy: 100_000_000)
      unsafe store(DigitText.eight(high) &>> (8 &* UInt64(16 &- length)), at: place)
      unsafe store(DigitText.eight(low), at: place + length - 8)
    } else {
      unsafe store(DigitText.eight(digits) &>> (8 &* UInt64(8 &- length)), at: place)
    }
  }

  /// Puts up to eight digits of a number below 10^8.
  @inline(__always)
  private static func put(short number: UInt64, at place: UnsafeMutableRawPointer) -> Int {
    let word = DigitText.eight(number)
    // Whole bytes of zeros in front; the last digit stays, whatever it is.
    let zeros = (word ^ DigitText.zeros | 1 << 56).trailingZeroBitCount & 56
    unsafe store(word &>> UInt64(zeros), at: place)
    return 8 - zeros / 8
  }

  /// Puts a number of ``ShortestDecimal/range`` that has more digits than ten-thousandths.
  @inline(__always)
  private static func put(
    shortest magnitude: Double,
    at place: UnsafeMutableRawPointer,
    decimalMark: UInt8
  ) -> Int {
    let number = ShortestDecimal(magnitude)
    let fraction = -number.exponent
    guard magnitude < 1, fraction >= 15 else {
      return unsafe put(number, of: magnitude, at: place, decimalMark: decimalMark)
    }
    // Most numbers need that many: seventeen digits are put, however many are zeros in front.
    let (top, rest) = number.digits.quotientAndRemainder(dividingBy: 10_000_000_000_000_000)
    unsafe store(DigitText.zeros, at: place + 2)
    unsafe place.storeBytes(
      of: UInt8(ascii: "0") | UInt8(truncatingIfNeeded: top),
      toByteOffset: fraction - 15,
      as: UInt8.self
    )
    unsafe put(rest, length: 16, at: place + fraction - 14)
    unsafe putPoint(decimalMark, at: place)
    return 2 + fraction
  }

  /// Puts the shortest digits of a number of few digits or of 1 or more.
  private static func put(
    _ number: ShortestDecimal,
    of magnitude: Double,
    at place: UnsafeMutableRawPointer,
    decimalMark: UInt8
  ) -> Int {
    let fraction = -number.exponent
    guard magnitude >= 1 else {
      let length = DigitText.length(of: number.digits)
      unsafe store(DigitText.zeros, at: place + 2)
      unsafe put(number.digits, length: length, at: place + 2 + fraction - length)
      unsafe putPoint(decimalMark, at: place)
      return 2 + fraction
    }
    // No whole number lies between another one and its shortest digits: they begin with its own.
    let whole = UInt64(magnitude)
    let length = unsafe put(whole, at: place)
    guard fraction > 0 else { return length }
    unsafe place.storeBytes(of: decimalMark, toByteOffset: length, as: UInt8.self)
    let rest = number.digits &- whole &* DigitText.power(fraction)
    unsafe put(rest, length: fraction, at: place + length + 1)
    return length + 1 + fraction
  }

  /// Puts `0.` in front of decimals.
  @inline(__always)
  private static func putPoint(_ decimalMark: UInt8, at place: UnsafeMutableRawPointer) {
    let point = UInt16(UInt8(ascii: "0")) | UInt16(decimalMark) << 8
    unsafe place.storeBytes(of: point.littleEndian, as: UInt16.self)
  }

  /// The ten-thousandths that a number is the nearest to; nil for numbers of more decimals or digits.
  ///
  /// Two decimal numbers of at most fifteen digits never share a binary one, so none is shorter.
  @inline(__always)
  private static func tenThousandths(_ magnitude: Double) -> UInt64? {
    guard magnitude < 1e11 else { return nil }
    let scaled = magnitude * 1e4
    // Rounds to the nearest whole number, whose bits then lie at the end.
    let shifted = scaled + 0x1p52
    let nearest = shifted - 0x1p52
    // Most other numbers are told without dividing; the product is off by far less than that.
    if scaled < 1e9, (scaled - nearest).magnitude > 1e-3 { return nil }
    return nearest / 1e4 == magnitude ? shifted.significandBitPattern : nil
  }

  @inline(__always)
  private static func store(_ word: UInt64, at place: UnsafeMutableRawPointer) {
    unsafe place.storeBytes(of: word.littleEndian, as: UInt64.self)
  }
}
