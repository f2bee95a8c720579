// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite struct RandomNumbersTests {
  /// Known answers of Random123 (kat_vectors, philox 4x32 10).
  @Test(arguments: [
    (
      SIMD4<UInt32>(repeating: 0), SIMD2<UInt32>(repeating: 0),
      SIMD4<UInt32>(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
    ),
    (
      SIMD4(repeating: UInt32.max), SIMD2(repeating: UInt32.max),
      SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      SIMD2(0xa409_3822, 0x299f_31d0),
      SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ])
  func agreesWithThePublishedAnswers(
    _ counter: SIMD4<UInt32>,
    _ key: SIMD2<UInt32>,
    _ expected: SIMD4<UInt32>
  ) {
    #expect(RandomNumbers.philox(counter: counter, key: key) == expected)
  }

  @Test func aStreamRepeatsItselfAndNoOther() {
    var first = RandomNumbers(seed: 1).stream(3)
    var again = RandomNumbers(seed: 1).stream(3)
    var other = RandomNumbers(seed: 1).stream(4)
    let numbers = (0..<1000).map { _ in first.next() }
    #expect(numbers == (0..<1000).map { _ in again.next() })
    #expect(numbers != (0..<1000).map { _ in other.next() })
    #expect(numbers.allSatisfy { (0..<1).contains($0) })
    // The mean of 1,000 uniform numbers has standard error 0.0091; this seed is fixed.
    #expect((numbers.reduce(0, +) / 1000 - 0.5).magnitude < 0.03)
  }
}
