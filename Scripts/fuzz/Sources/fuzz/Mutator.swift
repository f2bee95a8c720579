// SPDX-License-Identifier: Apache-2.0

/// SplitMix64 (Steele, Lea and Flood, 2014): every execution can be repeated from its number.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

/// Makes one input out of the corpus.
struct Mutator {
  private static let largest = 4096
  var random: SplitMix

  mutating func input() -> [UInt8] {
    var bytes = Corpus.seeds[index(Corpus.seeds.count)]
    for _ in 0..<1 + index(6) { mutate(&bytes) }
    return bytes.count > Self.largest ? Array(bytes[..<Self.largest]) : bytes
  }

  private mutating func index(_ count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let at = index(bytes.count)
    switch index(8) {
    case 0 where !bytes.isEmpty: bytes[at] ^= 1 << UInt8(index(8))
    case 1 where !bytes.isEmpty: bytes[at] = UInt8(index(256))
    case 2: bytes.insert(contentsOf: Corpus.words[index(Corpus.words.count)], at: at)
    case 3 where !bytes.isEmpty:
      bytes.removeSubrange(at..<min(bytes.count, at + 1 + index(8)))
    case 4 where !bytes.isEmpty:
      let piece = Array(bytes[at..<min(bytes.count, at + 1 + index(40))])
      for _ in 0..<1 + index(12) { bytes.insert(contentsOf: piece, at: at) }
    case 5: bytes.removeSubrange(at...)
    case 6:
      let other = Corpus.seeds[index(Corpus.seeds.count)]
      bytes.insert(contentsOf: other[index(other.count)...], at: at)
    default: bytes.insert(contentsOf: Corpus.words[index(Corpus.words.count)], at: at)
    }
  }
}
