// SPDX-License-Identifier: Apache-2.0

extension [UInt64] {
  private static var digitBits: Int { 11 }
  /// Fewer numbers are sorted faster by comparing them.
  private static var worthwhile: Int { 1 << 12 }

  /// Sorts ascending, digit by digit from the last on; digits that are 0 in all numbers cost
  /// nothing.
  ///
  /// - Complexity: O(n) for each digit of 11 bits
  mutating func sortByDigits() {
    guard count >= Self.worthwhile else { return sort() }
    let mask: UInt64 = 1 << Self.digitBits - 1
    let all = reduce(0, |)
    var sorted = Self(repeating: 0, count: count)
    for shift in stride(from: 0, to: UInt64.bitWidth, by: Self.digitBits)
    where all >> shift & mask != 0 {
      var places = [Int](repeating: 0, count: 1 << Self.digitBits + 1)
      for number in self { places[Int(number >> shift & mask) + 1] += 1 }
      for digit in 1..<places.count { places[digit] += places[digit - 1] }
      for number in self {
        let digit = Int(number >> shift & mask)
        sorted[places[digit]] = number
        places[digit] += 1
      }
      swap(&self, &sorted)
    }
  }
}
