// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Selection

@Suite struct UnicriterionFlowsTests {
  @Test func sortingManyAccountsAgreesWithAllPairs() {
    // Enough accounts to be sorted by digits, with ties and a run of equal leading digits.
    var stream = RandomNumbers(seed: 11).stream(0)
    let column = (0..<400).map { _ in (stream.next() * 64).rounded(.down) }
    let values = column + column.prefix(20) + (0..<50).map { 7 + Double($0) * 0x1p-48 }
    for function: PreferenceFunction in [
      .usual, .uShape(q: 3), .vShape(p: 9), .level(q: 2, p: 7), .linear(q: 1, p: 12),
    ] {
      let sorted = UnicriterionFlows(values, function)
      let pairs = UnicriterionFlows(pairwise: values, function)
      for account in values.indices {
        #expect((sorted.preferred[account] - pairs.preferred[account]).magnitude < 1e-9)
        #expect((sorted.outranked[account] - pairs.outranked[account]).magnitude < 1e-9)
      }
    }
  }
}
