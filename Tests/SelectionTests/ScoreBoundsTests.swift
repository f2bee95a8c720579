// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import Selection

@Suite struct ScoreBoundsTests {
  private static let gaps = [(1, 0), (2, 1), (4, 1), (4, 2)]

  private static func thresholds(
    _ function: String,
    q: Double? = nil,
    p: Double? = nil,
    s: Double? = nil
  ) -> PreferenceThresholds {
    var thresholds = PreferenceThresholds()
    thresholds.function = function
    (thresholds.q, thresholds.p, thresholds.s) = (q, p, s)
    return thresholds
  }

  /// Six accounts whose values are drawn, four of them open.
  private func rows(_ seed: UInt64, open: [Double?]) -> [[Double?]] {
    var stream = RandomNumbers(seed: seed).stream(0)
    var rows = (0..<6).map { _ in (0..<3).map { _ in Double?((stream.next() * 10).rounded() / 10) }
    }
    for (place, gap) in Self.gaps.enumerated() { rows[gap.0][gap.1] = open[place] }
    return rows
  }

  private func ranking(_ rows: [[Double?]], _ method: DecisionMethod) throws -> Ranking {
    try RobustnessCase(rows, weights: [5, 3, 2], size: 2) { plan in
      plan.method = method
      for j in plan.criteria.indices { plan.criteria[j].missing = .interval }
    }.outcome.ranking
  }

  @Test(arguments: [
    DecisionMethod.weightedSum, .weightedProduct, .spotis, .topsis, .vikor(v: 0.5),
    .promethee(PreferenceThresholds()),
    .promethee(thresholds("linear", q: 0.1, p: 0.5)), .promethee(thresholds("gaussian", s: 0.3)),
  ])
  func holdWhateverTheMissingValuesAre(_ method: DecisionMethod) throws {
    let ends: [Double?] = [0, 0.5, 1]
    for seed in 1...6 as ClosedRange<UInt64> {
      let open = try ranking(rows(seed, open: [nil, nil, nil, nil]), method)
      let membership = open.membership(ofBest: 2)
      #expect(membership.necessary.isSubset(of: membership.possible))
      let ranges = open.rows.reduce(into: [Int: ClosedRange<Int64>]()) {
        $0[$1.account] = $1.scoreRange
      }
      for number in 0..<81 {
        let values = [1, 3, 9, 27].map { ends[number / $0 % 3] }
        let filled = try ranking(rows(seed, open: values), method)
        let best = Set(filled.rows.prefix(2).map(\.account))
        #expect(membership.necessary.isSubset(of: best))
        #expect(best.isSubset(of: membership.possible))
        for row in filled.rows {
          let range = try #require(ranges[row.account])
          let score = try #require(row.scoreBillionths)
          #expect(range.lowerBound - 1 <= score && score <= range.upperBound + 1)
        }
      }
    }
  }

  @Test func areAPointWhereNothingIsMissing() throws {
    let known = rows(3, open: [0.2, 0.4, 0.6, 0.8])
    for method in [DecisionMethod.topsis, .vikor(v: 0.5), .promethee(PreferenceThresholds())] {
      let result = try ranking(known, method)
      #expect(result.rows.allSatisfy { $0.scoreRange == nil })
      #expect(result.membership(ofBest: 2).possible == result.membership(ofBest: 2).necessary)
    }
  }
}
