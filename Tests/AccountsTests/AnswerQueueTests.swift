// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct AnswerQueueTests {
  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 7, 3000])
  func handsAnswersOverInTheirOrder(_ threads: Int, _ count: Int) {
    var taken: [Int] = []
    forEachInOrder(count, threads: threads) { number in
      // Some take far longer than others.
      (0..<(number % 11) * 300).reduce(number) { $0 &+ $1 &- $1 }
    } take: {
      taken.append($0)
    }
    #expect(taken == Array(0..<count))
  }
}
