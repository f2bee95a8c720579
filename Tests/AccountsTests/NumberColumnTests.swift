// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct NumberColumnTests {
  @Test func readsLikeAListOfOptionals() {
    let numbers: [Double?] = [1, nil, -0.0, nil, .infinity]
    let column = NumberColumn(numbers)
    #expect(Array(column) == numbers && column.count == 5)
    #expect(column == [1, nil, 0, nil, .infinity] && !column.isComplete)
    #expect(NumberColumn(missing: 2) == [nil, nil] && NumberColumn([]).isComplete)
  }

  @Test func whatIsNoNumberIsMissing() {
    var column: NumberColumn = [.nan, 2]
    #expect(column == [nil, 2])
    column[1] = .nan
    column[0] = 7
    #expect(column == [7, nil])
  }

  @Test func differsByNumbersAndByGaps() {
    let column: NumberColumn = [1, nil]
    #expect(column != [1, 0] && column != [1] && column != [2, nil])
  }

  @Test func gathersAndSpreadsOverPlaces() {
    let column: NumberColumn = [10, nil, 30, 40]
    #expect(column.gathered([3, 1]) == [40, nil])
    #expect(column.gathered([3, 1]).spread(over: [3, 1], of: 4) == [nil, nil, nil, 40])
    #expect(column.gathered([]).spread(over: [], of: 1) == [nil])
  }

  @Test func totalsBecomeTheNearestNumbers() {
    let units: [Int128?] = [12_345, nil, 1 << 53, 1 << 80, -(1 << 53) - 1, .init(Int64.min)]
    let found = ExactColumn(units).numbers(decimals: 4)
    #expect(Array(found) == units.map { $0.map { nearestDouble($0, decimals: 4) } })
  }
}
