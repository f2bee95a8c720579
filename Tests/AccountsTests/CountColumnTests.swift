// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct CountColumnTests {
  @Test(arguments: [
    [], [0], [1, 255, 0], [255, 256], [0, 70_000, 3], [Int(Int32.max), 1],
  ])
  func readsLikeAnArray(counts: [Int]) {
    let column = CountColumn(counts)
    #expect(Array(column) == counts)
    #expect(column.count == counts.count)
    var zeros = CountColumn(zeros: counts.count)
    for (account, count) in counts.enumerated() { zeros[account] = count }
    #expect(zeros == column)
    for account in counts.indices { zeros[account] = 0 }
    #expect(zeros == CountColumn(zeros: counts.count), "the width shows in nothing")
  }

  @Test func cutsWhatNoExportHolds() {
    #expect(CountColumn([Int.max]) == [Int(Int32.max)])
  }
}
