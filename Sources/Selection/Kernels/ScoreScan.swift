// SPDX-License-Identifier: Apache-2.0

/// Finds the high ones among many scores.
enum ScoreScan {
  /// `first`, and behind it the places below `count` whose scores are at least `bar`, ascending.
  ///
  /// A place is always noted and the next one overwrites it where its score was too low: which
  /// scores are high cannot be foreseen, so nothing branches. The bar is finite.
  static func places<Number: BinaryFloatingPoint>(
    of scores: [Number],
    below count: Int,
    from bar: Number,
    after first: [Int] = []
  ) -> [Int] {
    precondition(count <= scores.count, "\(count) of \(scores.count) scores")
    return unsafe [Int](unsafeUninitializedCapacity: first.count + count) { target, written in
      for index in first.indices { unsafe target[index] = first[index] }
      var end = first.count
      unsafe scores.withUnsafeBufferPointer { scores in
        for place in 0..<count {
          unsafe target[end] = place
          // Adding 0 makes a zero below zero one above.
          unsafe end &+= 1 &- (scores[place] - bar + 0).sign.rawValue
        }
      }
      written = end
    }
  }
}
