// SPDX-License-Identifier: Apache-2.0

/// Counts the pairs that two orders have the other way round: what Kendall's tau needs.
///
/// Items are taken in one order; each asks how many of those before it stand behind it in the other.
/// Places taken so far are bits of words; above them stand three levels of suffix counts, so that
/// taking a place adds a few vectors and asking reads one number per level. Sixteen words make a
/// block and sixteen blocks a group, which keeps the two lower levels within 16 bits.
enum DiscordantPairs {
  private static let placesPerBlock = 16 * 64
  private static let placesPerGroup = 16 * placesPerBlock

  /// Per index a vector that has 1 in the lanes before it.
  private static let before: [SIMD16<UInt16>] = (0..<16).map { index in
    var lanes = SIMD16<UInt16>.zero
    for lane in 0..<index { lanes[lane] = 1 }
    return lanes
  }

  /// The number of pairs of which the item that comes first in `items` stands behind the other.
  ///
  /// - Parameters:
  ///   - items: the items in the first order.
  ///   - places: per item its place in the second order, each once, below the number of items.
  ///   - ends: per item the place behind all that share its rank in the second order; empty where no
  ///     ranks are shared.
  /// - Returns: the count; items of equal rank in the second order do not count.
  /// - Complexity: O(n) up to about a million items, then O(n² / 16384)
  static func count(_ items: [Int32], places: [Int32], ends: [Int32]) -> Int {
    let groupCount = items.count / placesPerGroup + 1
    var takenWords = [UInt64](repeating: 0, count: items.count / 64 + 1)
    var blockCounts = [SIMD16<UInt16>](repeating: .zero, count: items.count / placesPerBlock + 1)
    var groupCounts = [SIMD16<UInt16>](repeating: .zero, count: groupCount)
    var laterCounts = [UInt32](repeating: 0, count: groupCount)
    let earlier = before.span
    let (places, ends) = (places.span, ends.span)
    var words = takenWords.mutableSpan
    var laterWords = blockCounts.mutableSpan
    var laterBlocks = groupCounts.mutableSpan
    var laterGroups = laterCounts.mutableSpan
    var discordant = 0
    let hasTies = !ends.isEmpty
    for item in items {
      let place = Int(places[Int(item)])
      let end = hasTies ? Int(ends[Int(item)]) : place + 1
      discordant &+=
        (words[end >> 6] >> UInt64(end & 63)).nonzeroBitCount
        &+ Int(laterWords[end >> 10][end >> 6 & 15])
        &+ Int(laterBlocks[end >> 14][end >> 10 & 15]) &+ Int(laterGroups[end >> 14])
      words[place >> 6] |= 1 << UInt64(place & 63)
      laterWords[place >> 10] &+= earlier[place >> 6 & 15]
      laterBlocks[place >> 14] &+= earlier[place >> 10 & 15]
      for group in 0..<(place >> 14) { laterGroups[group] &+= 1 }
    }
    return discordant
  }
}
