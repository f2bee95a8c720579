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

  @Test(arguments: [Double.leastNonzeroMagnitude, 1e-6, 0.003, 0.2, 1, 50, 1e7])
  func theGaussianFunctionOfManyAccountsKeepsItsBound(_ s: Double) {
    var stream = RandomNumbers(seed: 3).stream(0)
    let column = (0..<1500).map { _ in stream.next() }
    // Ties, a dense run and a long tail.
    let dense = (0..<500).map { 0.5 + Double($0) * 1e-7 }
    let tail = (0..<50).map { Double($0) * 3 }
    let values: [Double] = column + column.prefix(100) + dense + tail
    #expect(values.count > UnicriterionFlows.mostPairwise)
    let fast = UnicriterionFlows(values, .gaussian(s: s))
    let pairs = UnicriterionFlows(pairwise: values, .gaussian(s: s))
    let others = Double(values.count - 1)
    for account in values.indices {
      #expect((fast.preferred[account] - pairs.preferred[account]).magnitude / others < 1e-12)
      #expect((fast.outranked[account] - pairs.outranked[account]).magnitude / others < 1e-12)
    }
  }

  @Test func flowsAgainstOtherValuesAgreeWithAllPairs() {
    var stream = RandomNumbers(seed: 7).stream(0)
    let values = (0..<120).map { _ in (stream.next() * 20).rounded() }
    let others = values.map { $0 + (stream.next() * 9).rounded() }
    for function: PreferenceFunction in [
      .usual, .uShape(q: 3), .vShape(p: 9), .level(q: 2, p: 7), .linear(q: 1, p: 12),
      .gaussian(s: 4),
    ] {
      let sorted = UnicriterionFlows(values, against: others, function)
      let pairs = UnicriterionFlows(pairwise: values, against: others, function)
      for account in values.indices {
        #expect((sorted.preferred[account] - pairs.preferred[account]).magnitude < 1e-9)
        #expect((sorted.outranked[account] - pairs.outranked[account]).magnitude < 1e-9)
      }
    }
  }
}
