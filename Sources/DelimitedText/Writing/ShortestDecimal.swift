// SPDX-License-Identifier: Apache-2.0

/// The shortest decimal digits that read back as exactly one positive binary number.
///
/// *Definition* After Schubfach (Giulietti 2020): of the decimal numbers of the fewest digits within
/// the rounding interval of `value` the one nearest to it, `digits * 10^exponent`. The powers of
/// ten that everyday figures need fit into 128 bits with the significand, so every comparison is
/// exact; other magnitudes are left to the caller.
struct ShortestDecimal: Equatable {
  /// The digits, not ending in 0.
  var digits: UInt64
  /// The power of ten that they count.
  var exponent: Int

  /// Magnitudes for which ten units of the last place stay within 64 bits: 2^-30 up to 2^53.
  static let range = 0x1p-30..<0x1p53

  /// 1 to 5^27.
  private static let fives: [UInt64] = [
    1, 5, 25, 125, 625, 3125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125,
    244_140_625, 1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125,
    3_814_697_265_625, 19_073_486_328_125, 95_367_431_640_625, 476_837_158_203_125,
    2_384_185_791_015_625, 11_920_928_955_078_125, 59_604_644_775_390_625, 298_023_223_876_953_125,
    1_490_116_119_384_765_625, 7_450_580_596_923_828_125,
  ]

  /// The digits of a number in ``range``.
  @inline(__always)
  init(_ value: Double) {
    precondition(Self.range.contains(value), "\(value) is out of the range of exact comparisons")
    let significand = value.significandBitPattern | 1 << 52
    let binary = Int(value.exponentBitPattern) - 1075
    // Below a power of two the neighbours are twice as near as above.
    let isPower = value.significandBitPattern == 0
    // floor(log10(2^binary)), of three quarters of it for a power of two.
    let decimal = isPower ? (binary * 631_305 - 261_663) >> 21 : (binary * 315_653) >> 20
    let five = Self.fives[-decimal]
    // Four parts of the number, so that the bounds of the interval are whole, times 10^-decimal;
    // below `shift` bits stands the fraction.
    let exact = (significand << 2).multipliedFullWidth(by: five)
    let shift = UInt64(2 - binary + decimal)
    let floor = exact.high &<< (64 &- shift) | exact.low &>> shift
    let unit: UInt64 = 1 &<< shift
    let fraction = exact.low & (unit &- 1)
    // How far the interval reaches; its ends themselves belong to it for an even significand.
    let end = ~significand & 1
    let above = five &<< 1 &+ end
    let below = (isPower ? five : five &<< 1) &+ end
    // Which digits are taken hardly follows from those before: it is computed without branching.
    let (tens, ones) = floor.quotientAndRemainder(dividingBy: 10)
    let takesTens = ones &* unit &+ fraction < below
    let takesNextTens = (10 &- ones) &* unit &- fraction < above
    let takesFloor = fraction < below
    let takesNext = unit &- fraction < above
    // Halfway between both, the even one.
    let isNextNearer = fraction &<< 1 &+ (floor & 1) > unit
    let isUp = takesFloor == takesNext ? isNextNearer : takesNext
    let isShort = takesTens != takesNextTens
    let shorter = tens &+ (takesTens ? 0 : 1)
    let longer = floor &+ (isUp ? 1 : 0)
    self.init(
      trimming: isShort ? shorter : longer,
      exponent: isShort ? decimal + 1 : decimal
    )
  }

  private init(digits: UInt64, exponent: Int) {
    self.digits = digits
    self.exponent = exponent
  }

  /// Takes the zeros at the end away; there are at most fifteen.
  private init(trimming digits: UInt64, exponent: Int) {
    var (digits, exponent) = (digits, exponent)
    guard digits % 10 == 0 else {
      self.init(digits: digits, exponent: exponent)
      return
    }
    if digits % 100_000_000 == 0 { (digits, exponent) = (digits / 100_000_000, exponent + 8) }
    if digits % 10_000 == 0 { (digits, exponent) = (digits / 10_000, exponent + 4) }
    if digits % 100 == 0 { (digits, exponent) = (digits / 100, exponent + 2) }
    if digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
    self.init(digits: digits, exponent: exponent)
  }
}
