// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection
import Testing

@Suite struct RankerTests {
  func input(
    _ values: [[Double?]],
    gated: [Int: LocalizedText] = [:]
  ) -> SelectionInput {
    let count = values[0].count
    return SelectionInput(
      accounts: (0..<count).map { "K\($0)" },
      values: values.map { NumberColumn($0) },
      gateFailures: (0..<count).map { gated[$0] }
    )
  }

  func ranking(
    _ criteria: [Criterion],
    _ values: [[Double?]],
    gated: [Int: LocalizedText] = [:],
    excluded: [Int: LocalizedText] = [:]
  ) throws -> Ranking {
    try Ranker(SelectionPlan(criteria: criteria, size: 2))
      .ranking(of: input(values, gated: gated), excluded: excluded)
  }

  @Test func ranksByQuantisedScoreThenById() throws {
    let fixed = Scale.fixed(from: 0, to: 10)
    let criteria = [try criterion("a", 1, fixed), try criterion("b", 1, fixed)]
    let result = try ranking(criteria, [[4, 10, 6, 0], [6, 10, 4 + 1e-10, 0]])
    #expect(result.rows.map(\.account) == [1, 0, 2, 3])
    #expect(result.rows.map(\.rank) == [1, 2, 2, 4])
    #expect(
      result.rows.map(\.scoreBillionths) == [1_000_000_000, 500_000_000, 500_000_000, 0]
    )
    #expect((0..<4).map { result.contributions(of: 0)[$0] } == [0.2, 0.5, 0.3, 0])
  }

  @Test func onlyRankedAccountsMoveScales() throws {
    let criteria = [try criterion("a", 1)]
    let reason = LocalizedText("too small")
    let result = try ranking(
      criteria,
      [[900, 10, 30, 20, nil, -50]],
      gated: [0: reason],
      excluded: [5: reason]
    )
    #expect(result.rows.map(\.account) == [2, 3, 1, 0, 4, 5])
    #expect(result.columns[0].utilities == [nil, 0, 1, 0.5, nil, nil])
    #expect(
      result.rows.map(\.status) == [.ranked, .ranked, .ranked, .gated, .incomplete, .excluded]
    )
    #expect(result.rows[3].reason == reason && result.rows[3].rank == nil)
    #expect(result.rows[4].reason?.english == "no value for 'a'")
  }

  @Test(arguments: [
    (Criterion.MissingPolicy.worst, [0.5, 1.0, 0.0], [Double?.some(0), 1, 0]),
    (.median, [0.75, 1, 0], [0.5, 1, 0]), (.reweight, [1, 1, 0], [nil, 1, 0]),
    (.interval, [0.75, 1, 0], [0.5, 1, 0]),
  ])
  func fillsMissingValuesByPolicy(
    _ policy: Criterion.MissingPolicy,
    _ scores: [Double],
    _ utilities: [Double?]
  ) throws {
    let fixed = Scale.fixed(from: 0, to: 10)
    let criteria = [try criterion("a", 1, fixed, missing: policy), try criterion("b", 1, fixed)]
    let result = try ranking(criteria, [[nil, 10, 0], [10, 10, 0]])
    #expect(result.columns[0].utilities == NumberColumn(utilities))
    for row in result.rows {
      #expect(row.scoreBillionths == Int64(scores[row.account] * 1e9))
      #expect(
        row.scoreRange
          == (policy != .interval
            ? nil
            : row.account == 0
              ? 500_000_000...1_000_000_000
              : Int64(scores[row.account] * 1e9)...Int64(scores[row.account] * 1e9))
      )
    }
    #expect(result.findings.contains { $0.code == "K-S012" && $0.found == "1" })
  }

  @Test func reweightedAccountsWithoutAnyValueAreIncomplete() throws {
    let criteria = [
      try criterion("a", 1, missing: .reweight), try criterion("b", 1, missing: .reweight),
    ]
    let result = try ranking(criteria, [[nil, 1, 2], [nil, nil, 3]])
    #expect(result.rows.map(\.account) == [2, 1, 0])
    #expect(result.rows[2].status == .incomplete)
  }

  @Test(arguments: MethodTests.methods) func everyPolicyHasAnAnswerInEveryMethod(
    _ method: DecisionMethod
  ) throws {
    for policy in Criterion.MissingPolicy.allCases {
      var plan = SelectionPlan(
        criteria: [
          try criterion("a", 2, missing: policy), try criterion("b", 1, .zScore, missing: policy),
        ],
        size: 1
      )
      plan.method = method
      let result = try Ranker(plan).ranking(of: input([[nil, 1, 2, nil], [4, nil, 3, nil]]))
      #expect(result.rows.count == 4)
      #expect(result.rows.allSatisfy { ($0.rank == nil) == ($0.scoreBillionths == nil) })
      for row in result.rows {
        if let range = row.scoreRange, let score = row.scoreBillionths {
          #expect(range.contains(score))
        }
      }
    }
  }

  @Test func saysWhatIsOddAboutScales() throws {
    let criteria = [
      try criterion("flat", 1), try criterion("cut", 1, .fixed(from: 0, to: 1)),
      try criterion("logged", 1, .log, missing: .worst), try criterion("parts", 1, .sum),
      try criterion("twice", 1, .fixed(from: 9, to: 0), direction: .minimise),
    ]
    let result = try ranking(
      criteria,
      [[3, 3, 3], [0, 5, -1], [1, 0, 10], [-1, 2, 3], [1, 2, 3]]
    )
    let codes = result.findings.map { "\($0.code) \($0.field ?? "")" }
    #expect(
      codes == [
        "K-S002 flat", "K-S006 twice", "K-S001 flat", "K-S003 cut", "K-S004 logged",
        "K-S005 parts",
      ]
    )
    #expect(result.columns[3].utilities == [0, 0, 0])
    #expect(result.findings.allSatisfy { !$0.message.german.isEmpty })
  }

  @Test func dataDrivenWeightsComeWithAWarningOrFallBack() throws {
    var plan = SelectionPlan(criteria: [try criterion("a", 3), try criterion("b", 1)], size: 1)
    plan.weighting = .objective("stddev")
    let ranker = try Ranker(plan)
    let spread = ranker.ranking(of: input([[1, 2, 3], [5, 5, 5]]))
    #expect(spread.columns.map(\.criterion.weight) == [1, 0])
    #expect(spread.findings.contains { $0.code == "K-S009" })
    let flat = ranker.ranking(of: input([[1, 1], [5, 5]]))
    #expect(flat.columns.map(\.criterion.weight) == [0.75, 0.25])
    #expect(flat.findings.contains { $0.code == "K-S010" && $0.severity == .error })
    plan.weighting = .objective("magic")
    #expect(throws: SelectionError.self) { try Ranker(plan) }
  }

  @Test func nobodyToRankIsNoError() throws {
    let result = try ranking([try criterion("a", 1)], [[]])
    #expect(result.rows.isEmpty && result.rankedCount == 0)
  }

  @Test(arguments: [
    (0.5, Int64(500_000_000)), (-1e-10, 0), (1e300, .max), (-1e300, .min), (.nan, 0),
    (4.9999999999, 5_000_000_000), (-0.0000000005, 0), (-0.00000000051, -1),
  ])
  func quantisesWithoutTrap(_ score: Double, _ expected: Int64) {
    #expect(ScoreQuantum.billionths(score) == expected)
  }
}
