// SPDX-License-Identifier: Apache-2.0

/// Random numbers by counter: the n-th draw of a stream is a function of seed, stream and n.
///
/// No state is handed along, so samples do not depend on the number of threads or on their order.
///
/// *Definition* Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as
/// 1, 2, 3", SC 2011), checked against the known answers published with it. The key is the seed,
/// the upper half of the counter is the stream, the lower half the block.
package struct RandomNumbers: Sendable {
  private let key: SIMD2<UInt32>

  /// Numbers of one seed.
  package init(seed: UInt64) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
  }

  /// The numbers of one stream, one after another.
  package func stream(_ index: UInt64) -> Stream { Stream(numbers: self, index: index) }

  /// Two uniform numbers in 0..<1 with 53 random bits each.
  package func uniformPair(stream: UInt64, block: UInt64) -> (Double, Double) {
    let counter = SIMD4(
      UInt32(truncatingIfNeeded: block),
      UInt32(truncatingIfNeeded: block >> 32),
      UInt32(truncatingIfNeeded: stream),
      UInt32(truncatingIfNeeded: stream >> 32)
    )
    let bits = Self.philox(counter: counter, key: key)
    return (Self.unit(bits[0], bits[1]), Self.unit(bits[2], bits[3]))
  }

  /// The ten rounds on one counter block.
  package static func philox(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var x = counter
    var k = key
    for _ in 0..<10 {
      let left = UInt64(0xD251_1F53) * UInt64(x[0])
      let right = UInt64(0xCD9E_8D57) * UInt64(x[2])
      x = SIMD4(
        UInt32(right >> 32) ^ x[1] ^ k[0],
        UInt32(truncatingIfNeeded: right),
        UInt32(left >> 32) ^ x[3] ^ k[1],
        UInt32(truncatingIfNeeded: left)
      )
      k = SIMD2(k[0] &+ 0x9E37_79B9, k[1] &+ 0xBB67_AE85)
    }
    return x
  }

  private static func unit(_ high: UInt32, _ low: UInt32) -> Double {
    Double((UInt64(high) << 32 | UInt64(low)) >> 11) * 0x1p-53
  }

  /// One stream of uniform numbers.
  package struct Stream: Sendable {
    private let numbers: RandomNumbers
    private let index: UInt64
    private var block: UInt64 = 0
    private var spare: Double?

    fileprivate init(numbers: RandomNumbers, index: UInt64) {
      self.numbers = numbers
      self.index = index
    }

    /// The next uniform number in 0..<1.
    package mutating func next() -> Double {
      if let last = spare {
        spare = nil
        return last
      }
      let pair = numbers.uniformPair(stream: index, block: block)
      block &+= 1
      spare = pair.1
      return pair.0
    }
  }
}
