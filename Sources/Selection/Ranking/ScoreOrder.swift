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
    guard keys.count > 256, keys.count < Int(Int32.max) else {
      return keys.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
    }
    var differing: UInt64 = 0
    for key in keys { differing |= key ^ keys[0] }
    var entries = keys.indices.map { Entry(key: keys[$0], place: Int32($0)) }
    var sorted = entries
    for shift in stride(from: UInt64(0), to: 64, by: Int(digitBits)) {
      guard (differing >> shift) & UInt64(buckets - 1) != 0 else { continue }
      pass(entries, shift, into: &sorted)
      swap(&entries, &sorted)
    }
    return entries.map { Int($0.place) }
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
