// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection
import Testing

@Suite struct ExplanationTests {
  let names = ["A", "B", "C", "D"]

  func explanation(
    of account: String,
    _ criteria: [Criterion],
    _ values: [[Double?]],
    method: DecisionMethod = .weightedSum,
    gated: Set<String> = []
  ) throws -> (Explanation?, AccountSelector, SelectionInput) {
    var plan = SelectionPlan(criteria: criteria, size: 2)
    plan.method = method
    let input = SelectionInput(
      accounts: names,
      values: values.map { NumberColumn($0) },
      gateFailures: names.map { gated.contains($0) ? LocalizedText("too small") : nil }
    )
    let selector = try AccountSelector(plan)
    return (selector.explanation(of: account, for: input), selector, input)
  }

  /// Revenue weighs 0.8 and margin 0.2; B (0.56) is last in, C (0.44) first out: C lacks 0.12,
  /// which is 0.15 of revenue's scale and 0.6 of margin's.
  func linear() throws -> ([Criterion], [[Double?]]) {
    (
      [
        try criterion("revenue", 80, .fixed(from: 0, to: 1000)),
        try criterion("margin", 20, .fixed(from: 0, to: 10)),
      ],
      [[900, 600, 500, 100], [9, 4, 2, 3]]
    )
  }

  @Test func namesTheSmallestChangeThatBringsAnAccountIn() throws {
    let (criteria, values) = try linear()
    let found = try #require(try explanation(of: "C", criteria, values).0)
    #expect(!found.isListed && found.rival == "B" && found.row.rank == 3)
    #expect(found.marginBillionths == -120_000_000)
    #expect(found.costliestCriterion == "revenue")
    // A tie is broken by the id, so C must score strictly more than B.
    let revenue = try #require(found.changes[0].needed)
    #expect(revenue > 650 && revenue < 650.01)
    let margin = try #require(found.changes[1].needed)
    #expect(margin > 8 && margin < 8.001)
    #expect(try #require(found.changes[0].difference) > 150)
  }

  @Test func saysWhatCannotBeReached() throws {
    let (criteria, values) = try linear()
    let found = try #require(try explanation(of: "D", criteria, values).0)
    #expect(found.changes[0].needed != nil)
    #expect(found.changes[1].needed == nil && found.changes[1].difference == nil)
  }

  @Test func saysHowFarAListedAccountMayFall() throws {
    let (criteria, values) = try linear()
    let found = try #require(try explanation(of: "B", criteria, values).0)
    #expect(found.isListed && found.rival == "C" && found.marginBillionths == 120_000_000)
    let revenue = try #require(found.changes[0].needed)
    #expect(revenue < 450 && revenue > 449.99)
    #expect(found.changes[1].needed == nil)
  }

  @Test(arguments: MethodTests.methods) func everyNamedChangeReallyFlips(
    _ method: DecisionMethod
  ) throws {
    let scales: [Scale] = [
      .minMax, .vector, .sum, .rank, .log, .target(55), .winsorised, .zScore,
      .points([
        ScalePoint(value: 0, utility: 0), ScalePoint(value: 40, utility: 1),
        ScalePoint(value: 90, utility: 0.2),
      ]),
    ]
    var reached = 0
    for scale in scales {
      for account in names {
        let criteria = [
          try criterion("x", 3, scale), try criterion("y", 2, scale, direction: .minimise),
        ]
        let (found, selector, input) = try explanation(
          of: account,
          criteria,
          [[30, 60, 20, 80], [15, 35, 10, 50]],
          method: method
        )
        let result = try #require(found)
        for (j, change) in result.changes.enumerated() {
          guard let needed = change.needed else { continue }
          reached += 1
          var trial = input
          trial.values[j][try #require(input.accounts.firstIndex(of: account))] = needed
          let list = selector.outcome(for: trial).shortlist.entries.map(\.id)
          #expect(list.contains(account) != result.isListed, "\(scale) \(account) \(needed)")
        }
      }
    }
    #expect(reached > 20)
  }

  @Test func missingValuesAreSearchedFromTheWorseEnd() throws {
    let (criteria, values) = try linear()
    var gaps = values
    gaps[0][2] = nil
    let found = try #require(try explanation(of: "C", criteria, gaps).0)
    #expect(found.row.status == .incomplete && found.marginBillionths == nil)
    let revenue = try #require(found.changes[0].needed)
    #expect(revenue > 650 && revenue < 650.01 && found.changes[0].difference == nil)
    #expect(found.changes[1].needed == nil)
  }

  @Test func gatesCannotBeOutscored() throws {
    let (criteria, values) = try linear()
    let found = try #require(try explanation(of: "C", criteria, values, gated: ["C"]).0)
    #expect(found.changes.isEmpty && found.row.reason?.english == "too small")
    #expect(try explanation(of: "Z", criteria, values).0 == nil)
  }
}
