// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite struct OrderStatisticsTests {
  @Test(arguments: [1, 2, 3, 10, 101, 1000]) func agreesWithSorting(_ count: Int) {
    var stream = RandomNumbers(seed: 5).stream(UInt64(count))
    let numbers = (0..<count).map { _ in (stream.next() * 50).rounded() }
    let sorted = numbers.sorted(by: >)
    for place in Set([1, 2, count / 2, count - 1, count]) where (1...count).contains(place) {
      var mixed = numbers
      #expect(OrderStatistics.largest(place, of: &mixed) == sorted[place - 1])
      #expect(mixed.sorted() == numbers.sorted())
      #expect(mixed[..<place].allSatisfy { $0 >= sorted[place - 1] })
      #expect(OrderStatistics.largest(place, of: numbers) == sorted[place - 1])
      #expect(OrderStatistics.largest(place, of: sorted) == sorted[place - 1])
      #expect(OrderStatistics.largest(place, of: sorted.reversed()) == sorted[place - 1])
    }
  }

  @Test func takesEqualNumbersAndInfinities() {
    var equal = [Float](repeating: 3, count: 40)
    #expect(OrderStatistics.largest(17, of: &equal) == 3)
    var infinite = [1.0, -.infinity, .infinity, -.infinity]
    #expect(OrderStatistics.largest(2, of: &infinite) == 1)
    let many = [Double](repeating: -.infinity, count: 500) + [2, 1] + equal.map { Double($0) }
    #expect(OrderStatistics.largest(41, of: many) == 2)
    #expect(OrderStatistics.largest(43, of: many) == -.infinity)
  }

  @Test(arguments: [1, 30, 50, 100, 2000]) func isNotMisledByASampleOfTheLargest(_ place: Int) {
    let numbers = (0..<10_000).map { $0 % 32 == 0 ? 1e6 + Double($0) : Double($0) }
    let expected = numbers.sorted(by: >)[place - 1]
    #expect(OrderStatistics.largest(place, of: numbers) == expected)
    #expect(OrderStatistics.largest(place, of: numbers.span) == expected)
  }
}
