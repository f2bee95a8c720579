// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite struct NumberOrderTests {
  private func draws(_ count: Int, seed: UInt64, mask: UInt64) -> [Int64] {
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
    let drawn = draws(count, seed: 9, mask: mask)
    let expected = drawn.indices.sorted {
      drawn[$0] == drawn[$1] ? $0 < $1 : drawn[$0] > drawn[$1]
    }
    #expect(NumberOrder.descending(drawn) == expected, "\(label), seed 9")
  }

  @Test(arguments: [10, 1000])
  func sortsNumbersOfEitherSign(_ count: Int) {
    let numbers =
      draws(count, seed: 10, mask: .max).map { Double($0) * 1e-18 } + [
        0, -0.0, 1, -1, 1e300, -1e300,
      ]
    let expected = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    #expect(NumberOrder.ascending(numbers) == expected, "seed 10")
  }
}

@Suite struct RadixSortTests {
  @Test(arguments: [1, 7, 11, 12, 22, 30, 32]) func sortsStablyByTheBitsAskedFor(_ width: Int) {
    var stream = RandomNumbers(seed: 4).stream(UInt64(width))
    let numbers = (0..<500).map { index in
      UInt64(stream.next() * Double(1 << width)) << 32 | UInt64(index)
    }
    var sorted = numbers
    RadixSort.sort(&sorted, byBitsFrom: 32, count: width)
    #expect(sorted == numbers.sorted())
  }

  @Test func leavesEqualKeysAlone() {
    var numbers: [UInt64] = [3, 1, 2]
    RadixSort.sort(&numbers, byBitsFrom: 32, count: 0)
    #expect(numbers == [3, 1, 2])
  }
}
