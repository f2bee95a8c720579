// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import PortfolioAnalysis

@Suite struct AmountOrderTests {
  private static let large = Int128(Int64.max) * 3

  @Test(
    arguments: [
      ([], []), ([nil], [0]), ([nil, 5, 9, 5, -3, nil, 0], [2, 1, 3, 6, 4, 0, 5]),
      ([nil, 5, large, 5, -large, nil, large], [2, 6, 1, 3, 4, 0, 5]),
      (Array(repeating: 7, count: 400), Array(0..<400)),
      ((0..<400).map { $0 == 9 ? nil : $0 }, (0..<400).reversed().filter { $0 != 9 } + [9]),
    ] as [([Int128?], [Int])]
  )
  func ordersLargeAndMissingAmounts(_ amounts: [Int128?], _ rows: [Int]) {
    let column = ExactColumn(amounts)
    #expect(column.descendingRows == rows)
    #expect(column.descendingAmounts == amounts.compactMap { $0 }.sorted(by: >))
  }
}
