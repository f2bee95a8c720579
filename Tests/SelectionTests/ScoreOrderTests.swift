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

  @Test func sortingManyAccountsAgreesWithAllPairs() {
    // Enough accounts to be sorted by digits, with ties and a run of equal leading digits.
    let column = scores(400, seed: 11, mask: 0x3F).map { Double($0) }
    let values = column + column.prefix(20) + (0..<50).map { 7 + Double($0) * 0x1p-48 }
    for function: PreferenceFunction in [
      .usual, .uShape(q: 3), .vShape(p: 9), .level(q: 2, p: 7), .linear(q: 1, p: 12),
    ] {
      let sorted = UnicriterionFlows(values, function)
      let pairs = UnicriterionFlows(pairwise: values, function)
      for account in values.indices {
        #expect((sorted.preferred[account] - pairs.preferred[account]).magnitude < 1e-9)
        #expect((sorted.outranked[account] - pairs.outranked[account]).magnitude < 1e-9)
      }
    }
  }
}
