// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import Selection

@Suite struct SelectionInputTests {
  private func input(_ failures: [LocalizedText?]) -> SelectionInput {
    SelectionInput(accounts: ["a", "b", "c", "d", "e"], values: [], gateFailures: failures)
  }

  @Test func keepsWhyAccountsFailed() {
    let reasons: [LocalizedText?] = [nil, .init("small"), .init("small"), .init("late"), nil]
    #expect(input(reasons).gateFailures == reasons)
    #expect(input(reasons).keeping([]).gateFailures == reasons)
    #expect(input([]).gateFailures == [nil, nil, nil, nil, nil])
  }

  @Test func equalsInputsThatFailForTheSameReasons() {
    var one = input([])
    one.reject(3, .init("late"))
    one.reject(1, .init("small"))
    var other = input([nil, .init("late"), nil, .init("late"), nil])
    #expect(one != other)
    other.reject(1, .init("small"))
    #expect(one == other)
    #expect(one.gateFailure(of: 4) == nil)
    #expect(one == input([nil, .init("small"), nil, .init("late"), nil]))
  }
}
