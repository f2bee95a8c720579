// SPDX-License-Identifier: Apache-2.0

/// Sorts many scores by their digits, without comparing any two of them.
enum ScoreOrder {
  private static let digitBits: UInt64 = 11
  private static let buckets = 1 << 11

  /// A key and where it stood.
  private struct Entry {
    var key: UInt64
    var place: Int32
  }

  /// The places of `scores` from the highest to the lowest, equal ones in their order.
  ///
  /// - Complexity: O(n) for each eleven bits in which the scores differ; O(n log n) for few scores.
  static func descending(_ scores: [Int64]) -> [Int] {
    // Turned upside down, with negative numbers behind the others, the highest comes first.
    order(scores.map { ~(UInt64(bitPattern: $0) ^ 1 << 63) })
  }

  /// The places of finite `numbers` from the lowest to the highest, equal ones in their order.
  static func ascending(_ numbers: [Double]) -> [Int] {
    order(
      numbers.map { number in
        // Minus zero equals zero, and the bits of negative numbers count downwards.
        let bits = (number + 0).bitPattern
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
      }
    )
  }

  private static func order(_ keys: [UInt64]) -> [Int] {
    var entries = keys.indices.map { Entry(key: keys[$0], place: Int32($0)) }
    var differing: UInt64 = 0
    for key in keys { differing |= key ^ keys[0] }
    // Thirty-three bits tell nearly all keys apart; the few that agree in them are compared.
    let end = UInt64(64 - differing.leadingZeroBitCount)
    let start = end > 3 * digitBits ? end - 3 * digitBits : 0
    if keys.count > 256 {
      var sorted = entries
      for shift in stride(from: start, to: end, by: Int(digitBits)) {
        pass(entries, shift, into: &sorted)
        swap(&entries, &sorted)
      }
    }
    if keys.count <= 256 {
      entries.sort(by: isBefore)
    } else if start > 0 {
      sortRuns(&entries, agreeingFrom: start)
    }
    return entries.map { Int($0.place) }
  }

  private static func isBefore(_ a: Entry, _ b: Entry) -> Bool {
    a.key == b.key ? a.place < b.place : a.key < b.key
  }

  /// Sorts each run of entries whose keys agree in the bits from `shift` on.
  private static func sortRuns(_ entries: inout [Entry], agreeingFrom shift: UInt64) {
    var first = 0
    while first < entries.count {
      let prefix = entries[first].key >> shift
      var end = first + 1
      while end < entries.count, entries[end].key >> shift == prefix { end += 1 }
      if end - first > 1 { entries[first..<end].sort(by: isBefore) }
      first = end
    }
  }

  /// Sorts stably by one digit.
  private static func pass(_ entries: [Entry], _ shift: UInt64, into sorted: inout [Entry]) {
    let mask = UInt64(buckets - 1)
    var next = [Int](repeating: 0, count: buckets)
    for entry in entries { next[Int((entry.key >> shift) & mask)] += 1 }
    var sum = 0
    for bucket in next.indices { (next[bucket], sum) = (sum, sum + next[bucket]) }
    for entry in entries {
      let bucket = Int((entry.key >> shift) & mask)
      sorted[next[bucket]] = entry
      next[bucket] += 1
    }
  }
}
