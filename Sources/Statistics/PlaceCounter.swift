// SPDX-License-Identifier: Apache-2.0

/// Counts places that were taken so far, from some place on: what Kendall's tau needs of a list.
///
/// Places are bits of words; above them stand three levels of suffix counts, so that taking a place
/// adds a few vectors and counting reads one number per level. Sixteen words make a block and
/// sixteen blocks a group, which keeps the two lower levels within 16 bits.
struct PlaceCounter {
  private static let placesPerBlock = 16 * 64
  private static let placesPerGroup = 16 * placesPerBlock

  /// Per lane 1 where the lane lies before the index.
  private static let before: [SIMD16<UInt16>] = (0..<16).map { index in
    var lanes = SIMD16<UInt16>.zero
    for lane in 0..<index { lanes[lane] = 1 }
    return lanes
  }

  private let before = Self.before
  private var words: [UInt64]
  /// Per block and word the places taken in later words of the block.
  private var laterWords: [SIMD16<UInt16>]
  /// Per group and block the places taken in later blocks of the group.
  private var laterBlocks: [SIMD16<UInt16>]
  /// Per group the places taken in later groups.
  private var laterGroups: [UInt32]

  /// Makes room for the places 0 to `count`, none of them taken.
  init(count: Int) {
    words = Array(repeating: 0, count: count / 64 + 1)
    laterWords = Array(repeating: .zero, count: count / Self.placesPerBlock + 1)
    let groups = count / Self.placesPerGroup + 1
    laterBlocks = Array(repeating: .zero, count: groups)
    laterGroups = Array(repeating: 0, count: groups)
  }

  /// How many places from `place` on are taken.
  ///
  /// - Complexity: O(1)
  func taken(from place: Int) -> Int {
    let (word, block, group) = (place >> 6, place >> 10, place >> 14)
    return (words[word] >> UInt64(place & 63)).nonzeroBitCount
      + Int(laterWords[block][word & 15]) + Int(laterBlocks[group][block & 15])
      + Int(laterGroups[group])
  }

  /// Takes a free place.
  ///
  /// - Complexity: O(places / 16384)
  mutating func take(_ place: Int) {
    let (word, block, group) = (place >> 6, place >> 10, place >> 14)
    words[word] |= 1 << UInt64(place & 63)
    laterWords[block] &+= before[word & 15]
    laterBlocks[group] &+= before[block & 15]
    for earlier in 0..<group { laterGroups[earlier] &+= 1 }
  }
}
