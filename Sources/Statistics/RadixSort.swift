// SPDX-License-Identifier: Apache-2.0

/// Sorts whole numbers by some of their bits, in as many passes as these bits need.
package enum RadixSort {
  private static let bitsPerPass = 11

  /// Sorts ascending by the `width` bits from `first` on; numbers equal in these keep their order.
  ///
  /// - Complexity: O(n * width / 11)
  package static func sort(_ numbers: inout [UInt64], byBitsFrom first: Int, count width: Int) {
    let passes = max(0, (width + bitsPerPass - 1) / bitsPerPass)
    guard passes > 0, numbers.count > 1 else { return }
    let bits = (width + passes - 1) / passes
    var buffer = [UInt64](repeating: 0, count: numbers.count)
    for pass in 0..<passes {
      distribute(numbers, into: &buffer, shift: UInt64(first + pass * bits), bits: bits)
      swap(&numbers, &buffer)
    }
  }

  private static func distribute(
    _ numbers: [UInt64],
    into sorted: inout [UInt64],
    shift: UInt64,
    bits: Int
  ) {
    let mask = UInt64(1 << bits) - 1
    var places = [Int](repeating: 0, count: 1 << bits)
    for number in numbers { places[Int(number >> shift & mask)] &+= 1 }
    var start = 0
    for digit in places.indices {
      let size = places[digit]
      places[digit] = start
      start += size
    }
    for number in numbers {
      let digit = Int(number >> shift & mask)
      sorted[places[digit]] = number
      places[digit] &+= 1
    }
  }
}
