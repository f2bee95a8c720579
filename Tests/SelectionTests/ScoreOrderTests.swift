// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Selection

@Suite struct ScoreOrderTests {
  private func scores(_ count: Int, seed: UInt64, mask: UInt64) -> [Int64] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64(bitPattern: (state ^ state >> 29) & mask)
    }
  }

  @Test(
    arguments: [
      ("none", 0, .max), ("one", 1, .max), ("few", 200, .max), ("many", 3000, .max),
      ("ties", 3000, 0xF), ("equal", 3000, 0), ("published", 3000, 0x3FFF_FFFF),
      ("high bits alone", 3000, 0xFFFF << 48),
      ("low bits behind equal ones", 3000, 1 << 63 | 0xFFFF),
    ] as [(String, Int, UInt64)]
  )
  func sortsLikeComparing(_ label: String, _ count: Int, _ mask: UInt64) {
    let scores = scores(count, seed: 9, mask: mask)
    let expected = scores.indices.sorted {
      scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1]
    }
    #expect(ScoreOrder.descending(scores) == expected, "\(label), seed 9")
  }

  @Test(arguments: [10, 1000])
  func sortsNumbersOfEitherSign(_ count: Int) {
    let numbers =
      scores(count, seed: 10, mask: .max).map { Double($0) * 1e-18 } + [
        0, -0.0, 1, -1, 1e300, -1e300,
      ]
    let expected = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    #expect(ScoreOrder.ascending(numbers) == expected, "seed 10")
  }
}
