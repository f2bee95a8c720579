// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct RowRunTests {
  @Test(
    arguments: [
      ([], nil), ([0], 0..<1), ([3, 4, 5], 3..<6), ([3, 5], nil), ([4, 3], nil), ([3, 3], nil),
    ] as [([Int32], Range<Int>?)]
  )
  func knowsRowsThatFollowEachOther(_ rows: [Int32], _ run: Range<Int>?) {
    #expect(rows[...].run == run)
  }

  @Test(arguments: [[2, 3, 4], [4, 2, 3], [0, 2, 5]] as [[Int32]])
  func spreadsOverRowsInAnyOrder(_ rows: [Int32]) {
    var numbers = ExactColumn(missing: 6)
    var counts = CountColumn(zeros: 6)
    let large = Int128(Int64.max) * 3
    numbers.spread([7, nil, large], over: rows[...])
    counts.spread([1, 300, 2], over: rows[...])
    #expect(numbers[Int(rows[0])] == 7)
    #expect(numbers[Int(rows[1])] == nil)
    #expect(numbers[Int(rows[2])] == large)
    #expect(rows.map { counts[Int($0)] } == [1, 300, 2])
    #expect(counts.reduce(0, +) == 303)
  }
}
