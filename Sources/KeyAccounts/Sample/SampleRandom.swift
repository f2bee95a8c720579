// SPDX-License-Identifier: Apache-2.0

/// Chance without state: draw number `n` of a key is always the same.
///
/// *Definition* The output function of SplitMix64 (Steele, Lea and Flood, "Fast Splittable
/// Pseudorandom Number Generators", OOPSLA 2014) on `key + n * golden gamma`.
struct SampleRandom {
  private let key: UInt64

  /// Opens the stream of one company, for one purpose.
  init(company: Int, purpose: Purpose) {
    key = Self.mixed(UInt64(company) &* 1_000_003 &+ purpose.rawValue &+ 20_260_109)
  }

  /// What draws are used for; streams of different purposes are unrelated.
  enum Purpose: UInt64 {
    case profile = 1
    case revenue, margin, gap, creditNote, potential, checkIn
  }

  /// Draw number `index`, evenly spread over `range` but for a bias below one in 10^15.
  func integer(_ index: Int, in range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound + 1)
    let bits = Self.mixed(key &+ UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15)
    return range.lowerBound + Int(bits % width)
  }

  /// Whether draw number `index` falls into the first `permille` of a thousand.
  func happens(_ index: Int, permille: Int) -> Bool {
    integer(index, in: 0...999) < permille
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
