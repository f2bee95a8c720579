// SPDX-License-Identifier: Apache-2.0

/// Counts the ranks of all accounts, draw after draw, in room that is kept.
///
/// *Definition* Scores become billionths as in ``ScoreQuantum``, counted down from the highest that
/// is possible: an account's key. Keys are sorted digit by digit, the least significant first,
/// together with their places. By the last digit nothing is moved any more: where an account would go
/// is its rank. Equal keys share the better rank.
///
/// Advice to the next reader: a word holds the key in its upper and the place in its lower half, so
/// both must fit into 32 bits; ``init(_:)`` refuses what does not. Ranks are stored by place and
/// tallied afterwards, because a store need not be waited for.
struct RankKernel {
  /// How many draws are scored at a time, to read the columns once for all of them.
  static let drawsAtOnce = 8

  /// How many accounts are scored side by side; columns are padded to a multiple of it.
  private static let lanes = 8

  private let count: Int
  private let stride: Int
  private let columns: [Double]
  private let highest: Int64
  private var keys: [UInt32]
  private var words: [UInt64]
  private var moved: [UInt64]
  private var ranks: [Int32]
  private var buckets: [Bucket]

  /// Where the next word of a digit goes, and what went there last.
  private struct Bucket {
    var next: Int32 = 0
    var lastRank: Int32 = 0
    var lastKey: UInt32 = .max
  }

  /// Adding and taking away 1.5 * 2⁵² rounds a number to the nearest whole one, whose bits then lie
  /// at the end.
  private static let roundingShift = 0x1.8p52
  /// So many places of all columns stay in the nearest cache; a multiple of the kernel's lanes.
  private static let blockLength = 256
  /// Three digits make a key.
  private static let digitBits = 11
  private static let digitMask = (1 << digitBits) - 1

  /// Packs the columns; nil where billionths of scores might need more than 32 bits.
  ///
  /// A score lies between the smallest and the largest part, weights being shares of 1.
  init?(_ columns: [[Double]]) {
    count = columns.first?.count ?? 0
    let low = columns.reduce(0) { $1.reduce($0) { min($0, $1) } }
    let high = columns.reduce(0) { $1.reduce($0) { max($0, $1) } }
    guard count > 0, count < 1 << 31, low > -1e9, high < 1e9 else { return nil }
    // A hundred billionths more on either side than rounding of weights and sums can make.
    highest = ScoreQuantum.billionths(high) + 100
    let range = UInt64(highest - ScoreQuantum.billionths(low) + 100)
    guard range >> 32 == 0 else { return nil }
    stride = (count + Self.lanes - 1) / Self.lanes * Self.lanes
    let padding = [Double](repeating: 0, count: stride - count)
    self.columns = columns.flatMap { $0 + padding }
    keys = [UInt32](repeating: 0, count: stride * Self.drawsAtOnce)
    words = [UInt64](repeating: 0, count: count)
    moved = words
    ranks = [Int32](repeating: 0, count: stride * Self.drawsAtOnce)
    buckets = [Bucket](repeating: Bucket(), count: 3 << Self.digitBits)
  }

  /// Adds the ranks under some draws.
  ///
  /// - Parameters:
  ///   - draws: at most ``drawsAtOnce`` weight vectors, each with one weight per column.
  ///   - tally: one entry per account.
  mutating func add(_ draws: [[Double]], to tally: inout [RankTally.Entry]) {
    precondition(
      draws.count <= Self.drawsAtOnce && tally.count == count
        && draws.allSatisfy { $0.count * stride == columns.count },
      "\(draws.count) draws for \(count) accounts do not fit"
    )
    for start in Swift.stride(from: 0, to: stride, by: Self.blockLength) {
      let end = min(stride, start + Self.blockLength)
      for (index, weights) in draws.enumerated() { score(weights, index, from: start, to: end) }
    }
    for index in draws.indices {
      count(keysFrom: index * stride)
      spread(keysFrom: index * stride)
      move()
      note(ranksFrom: index * stride)
    }
    unsafe ranks.withUnsafeBufferPointer { ranks in
      for i in 0..<count {
        for index in draws.indices { unsafe tally[i].add(ranks[index * stride + i]) }
      }
    }
  }

  /// Writes the keys of one draw for some places.
  private mutating func score(_ weights: [Double], _ draw: Int, from start: Int, to end: Int) {
    let size = MemoryLayout<Double>.stride
    let top = SIMD8<UInt32>(repeating: UInt32(truncatingIfNeeded: highest))
    unsafe columns.withUnsafeBytes { source in
      unsafe keys.withUnsafeMutableBytes { target in
        unsafe weights.withUnsafeBufferPointer { weights in
          for place in Swift.stride(from: start, to: end, by: Self.lanes) {
            var sum = SIMD8<Double>(repeating: 0)
            for j in 0..<weights.count {
              let column = unsafe source.loadUnaligned(
                fromByteOffset: (j * stride + place) * size,
                as: SIMD8<Double>.self
              )
              unsafe sum += weights[j] * column
            }
            let billionths = Self.billionths(sum)
            unsafe target.storeBytes(
              of: top &- billionths,
              toByteOffset: (draw * stride + place) * MemoryLayout<UInt32>.stride,
              as: SIMD8<UInt32>.self
            )
          }
        }
      }
    }
  }

  /// The lower halves of floor(score * 10⁹ + 0.5), as ``ScoreQuantum`` has it.
  private static func billionths(_ scores: SIMD8<Double>) -> SIMD8<UInt32> {
    let scaled = scores * 1e9 + 0.5
    let shifted = scaled + roundingShift
    let nearest = shifted - roundingShift
    let floor = nearest.replacing(with: nearest - 1, where: nearest .> scaled)
    let bits = unsafe unsafeBitCast(floor + roundingShift, to: SIMD8<UInt64>.self)
    return SIMD8<UInt32>(truncatingIfNeeded: bits)
  }

  /// Counts the keys by each digit and makes every bucket start behind the ones before it.
  private mutating func count(keysFrom offset: Int) {
    unsafe buckets.withUnsafeMutableBufferPointer { buckets in
      unsafe buckets.update(repeating: Bucket())
      unsafe keys.withUnsafeBufferPointer { keys in
        for i in 0..<count {
          let key = unsafe Int(keys[offset + i])
          for digit in 0..<3 {
            let value = key &>> (digit &* Self.digitBits) & Self.digitMask
            unsafe buckets[digit << Self.digitBits | value].next &+= 1
          }
        }
      }
      for digit in 0..<3 {
        var start: Int32 = 0
        for value in 0...Self.digitMask {
          let size = unsafe buckets[digit << Self.digitBits | value].next
          unsafe buckets[digit << Self.digitBits | value].next = start
          start &+= size
        }
      }
    }
  }

  /// Sorts by the last digit while words are made.
  private mutating func spread(keysFrom offset: Int) {
    unsafe buckets.withUnsafeMutableBufferPointer { buckets in
      unsafe keys.withUnsafeBufferPointer { keys in
        unsafe words.withUnsafeMutableBufferPointer { words in
          for i in 0..<count {
            let key = unsafe keys[offset + i]
            let value = Int(key) & Self.digitMask
            unsafe words[Int(buckets[value].next)] =
              UInt64(key) &<< 32 | UInt64(truncatingIfNeeded: i)
            unsafe buckets[value].next &+= 1
          }
        }
      }
    }
  }

  /// Sorts by the middle digit.
  private mutating func move() {
    unsafe buckets.withUnsafeMutableBufferPointer { buckets in
      unsafe words.withUnsafeBufferPointer { words in
        unsafe moved.withUnsafeMutableBufferPointer { moved in
          for i in 0..<count {
            let word = unsafe words[i]
            let value = Int(truncatingIfNeeded: word &>> UInt64(32 + Self.digitBits))
            let bucket = 1 << Self.digitBits | value & Self.digitMask
            unsafe moved[Int(buckets[bucket].next)] = word
            unsafe buckets[bucket].next &+= 1
          }
        }
      }
    }
  }

  /// Reads the ranks off the first digit.
  private mutating func note(ranksFrom offset: Int) {
    unsafe buckets.withUnsafeMutableBufferPointer { buckets in
      unsafe moved.withUnsafeBufferPointer { moved in
        unsafe ranks.withUnsafeMutableBufferPointer { ranks in
          for i in 0..<count {
            let word = unsafe moved[i]
            let key = UInt32(truncatingIfNeeded: word &>> 32)
            let value = 2 << Self.digitBits | Int(key &>> UInt32(2 * Self.digitBits))
            let bucket = unsafe buckets[value]
            let isTie = bucket.lastKey == key && bucket.lastRank > 0
            let rank = isTie ? bucket.lastRank : bucket.next &+ 1
            unsafe buckets[value] = Bucket(next: bucket.next &+ 1, lastRank: rank, lastKey: key)
            unsafe ranks[offset + Int(truncatingIfNeeded: word & 0xFFFF_FFFF)] = rank
          }
        }
      }
    }
  }
}
