// SPDX-License-Identifier: Apache-2.0

/// How the sums of one account stand in a slot of narrow ones: first those of all values, in 32
/// bits each, then their row counts, two in a word.
struct SumLayout: Sendable {
  /// Per value how much its narrow sums count in, in the units of its exact integers.
  let units: [Int64]
  /// How many values there are.
  let width: Int
  /// How many words a slot has.
  let stride: Int

  /// The layout for values with these units.
  init(units: [Int64]) {
    self.units = units
    width = units.count
    stride = width + (width + 1) / 2
  }

  /// Where the row count of a value stands: the word of the slot, and how far up in it.
  @inline(__always)
  func count(of value: Int) -> (word: Int, shift: UInt32) {
    (width &+ value >> 1, UInt32(truncatingIfNeeded: value & 1) << 4)
  }

  /// A number in the unit of its value; nil where it is no multiple of it or too large.
  @inline(__always)
  func scaled(_ number: Int64, value: Int) -> Int32? {
    // Division by a number that is known beforehand is several times as fast.
    let unit = units[value]
    let scaled = unit == 100 ? number / 100 : number / unit
    let short = Int32(truncatingIfNeeded: scaled)
    return Int64(short) &* unit == number ? short : nil
  }

  /// Whether any value of a slot has rows.
  @inline(__always)
  func hasRows(_ slot: Span<Int32>) -> Bool {
    var counts: Int32 = 0
    for word in width..<stride { counts |= slot[word] }
    return counts != 0
  }

  /// Whether each value of a slot has one row.
  @inline(__always)
  func hasSingleCounts(_ slot: Span<Int32>) -> Bool {
    for word in width..<width + width / 2 where slot[word] != 0x1_0001 { return false }
    return width % 2 == 0 || slot[stride - 1] == 1
  }
}
