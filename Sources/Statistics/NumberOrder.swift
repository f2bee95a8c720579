// SPDX-License-Identifier: Apache-2.0

/// The order of many numbers, found by their digits (``RadixSort``).
package enum NumberOrder {
  /// Up to so many scores comparing is faster.
  private static let few = 256
  /// Up to so many keys that agree in their leading bits are sorted by inserting.
  private static let shortRun = 12

  /// The places of `numbers` from the highest to the lowest, equal ones in their order.
  ///
  /// - Complexity: O(n) for numbers whose leading 32 bits tell most of them apart.
  package static func descending(_ numbers: [Int64]) -> [Int] {
    guard let highest = numbers.max() else { return [] }
    // The distance between any two 64-bit numbers fits into 64 bits without a sign.
    return ascending(keys: numbers.map { UInt64(bitPattern: highest &- $0) })
  }

  /// The places of finite `numbers` from the lowest to the highest, equal ones in their order.
  package static func ascending(_ numbers: [Double]) -> [Int] {
    let keys = numbers.map { number in
      // Minus zero equals zero, and the bits of negative numbers count downwards.
      let bits = (number + 0).bitPattern
      return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    }
    guard let lowest = keys.min() else { return [] }
    return ascending(keys: keys.map { $0 - lowest })
  }

  private static func ascending(keys: [UInt64]) -> [Int] {
    guard keys.count > few, let largest = keys.max() else {
      return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    }
    // Thirty-two bits tell nearly all keys apart; the few that agree in them are compared.
    let width = 64 - largest.leadingZeroBitCount
    let rest = max(0, width - 32)
    var packed = keys.enumerated().map { ($1 >> UInt64(rest)) << 32 | UInt64($0) }
    RadixSort.sort(&packed, byBitsFrom: 32, count: width - rest)
    var order = packed.map { Int($0 & 0xFFFF_FFFF) }
    if rest > 0 { sortRuns(of: packed, &order, by: keys) }
    return order
  }

  /// Sorts each run of places whose keys agree in their leading bits.
  private static func sortRuns(of packed: [UInt64], _ order: inout [Int], by keys: [UInt64]) {
    var first = 0
    while first < packed.count {
      var end = first + 1
      while end < packed.count, packed[end] >> 32 == packed[first] >> 32 { end += 1 }
      if end - first > shortRun {
        order[first..<end].sort { (keys[$0], $0) < (keys[$1], $1) }
      } else if end - first > 1 {
        insert(first..<end, of: &order, by: keys)
      }
      first = end
    }
  }

  /// Sorts few places by inserting one after the other, equal ones in their order.
  private static func insert(_ run: Range<Int>, of order: inout [Int], by keys: [UInt64]) {
    for next in run.dropFirst() {
      let place = order[next]
      var free = next
      while free > run.lowerBound, keys[order[free - 1]] > keys[place] {
        order[free] = order[free - 1]
        free -= 1
      }
      order[free] = place
    }
  }
}
