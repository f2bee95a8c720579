// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import Selection

@Suite struct MethodFiguresTests {
  private func ranking(_ method: DecisionMethod) throws -> Ranking {
    try RobustnessCase(
      [[0.2, 0.9], [0.9, 0.1], [0.8, 0.8], [0.1, 0.2], [nil, 0.5], [0.8, 0.8]],
      weights: [1, 1],
      size: 2
    ) { $0.method = method }.outcome.ranking
  }

  @Test func followTheRankingAndLeaveOutTheUnranked() throws {
    let ranking = try ranking(.topsis)
    let figures = try #require(MethodFigures(ranking))
    #expect(figures.accounts == ranking.rows.prefix(5).map(\.account))
    guard case .topsis(let toIdeal, let toAntiIdeal) = figures.figures else {
      Issue.record("expected distances")
      return
    }
    for (row, distances) in zip(ranking.rows, zip(toIdeal, toAntiIdeal)) {
      let score = distances.1 / (distances.0 + distances.1)
      #expect(row.scoreBillionths == ScoreQuantum.billionths(score))
    }
    #expect(figures.compromise == nil)
  }

  @Test func nameTheCompromiseOfVIKOR() throws {
    let figures = try #require(MethodFigures(try ranking(.vikor(v: 0.5))))
    // Two equal accounts lead, so neither has an advantage.
    #expect(figures.compromise?.accounts == [2, 5])
    #expect(figures.compromise?.hasAdvantage == false)
    #expect(figures.compromise?.isStable == true)
    guard case .vikor(_, _, let q, let isCompromise) = figures.figures else {
      Issue.record("expected regrets")
      return
    }
    #expect(q.prefix(2) == [0, 0])
    #expect(isCompromise == [true, true, false, false, false])
  }

  @Test func existOnlyForMethodsThatKnowMore() throws {
    for method in [DecisionMethod.weightedSum, .weightedProduct, .spotis] {
      #expect(MethodFigures(try ranking(method)) == nil)
    }
    let nobody = try RobustnessCase([[nil]], weights: [1], size: 1) { $0.method = .topsis }
    #expect(MethodFigures(nobody.outcome.ranking) == nil)
  }

  @Test func outrankingCountsAgreeWithPairs() {
    var stream = RandomNumbers(seed: 5).stream(0)
    let columns = (0..<3).map { _ in (0..<80).map { _ in (stream.next() * 6).rounded(.down) } }
    let flows = PROMETHEE(
      columns,
      [.maximise, .maximise, .minimise],
      weights: [0.5, 0.25, 0.25],
      functions: [.usual, .usual, .usual]
    )
    let counts = OutrankingCounts(flows)
    let positive = flows.positiveFlows.map(ScoreQuantum.billionths)
    let negative = flows.negativeFlows.map(ScoreQuantum.billionths)
    let outranks = { (a: Int, b: Int) in
      positive[a] >= positive[b] && negative[a] <= negative[b]
        && (positive[a] != positive[b] || negative[a] != negative[b])
    }
    for a in 0..<80 {
      let above = (0..<80).count { outranks(a, $0) }
      let below = (0..<80).count { outranks($0, a) }
      let same = (0..<80).count { positive[a] == positive[$0] && negative[a] == negative[$0] }
      #expect(counts.outranks[a] == above && counts.outrankedBy[a] == below)
      #expect(counts.incomparable[a] == 80 - above - below - same)
    }
    #expect(counts.incomparable.contains { $0 > 0 })
  }
}
