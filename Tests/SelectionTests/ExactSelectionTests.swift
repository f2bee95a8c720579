// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import Selection

@Suite struct ExactSelectionTests {
  /// Scores, days and regions of eight accounts, the example of ``ListProblemTests``.
  private let scores = [90.0, 62, 55, 48, 33, 30, 21, 18]
  private let days: [Double?] = [60, 45, 30, 35, 20, 25, 15, 10]
  private let regions: [String?] = ["N", "N", "S", "S", "S", "W", "W", "W"]

  private func outcome(
    limit: Double? = 115,
    days: [Double?]? = nil,
    decisions: [(String, Decision.Verdict)] = [],
    adjust: (inout ShortlistRule) -> Void = { _ in }
  ) throws -> SelectionOutcome {
    let measure = try Expression(parsing: "x")
    var criterion = Criterion(name: "x", measure: measure, weight: 1)
    criterion.scale = .fixed(from: 0, to: 100)
    var plan = SelectionPlan(criteria: [criterion], size: 8)
    plan.shortlist.isSizeAssumed = true
    plan.shortlist.capacity = limit.map { CapacityRule(effort: measure, limit: $0) }
    plan.shortlist.decisions = decisions.map {
      Decision(
        account: $0,
        verdict: $1,
        reason: "",
        decidedBy: "",
        level: "",
        date: nil,
        validUntil: nil
      )
    }
    adjust(&plan.shortlist)
    var input = SelectionInput(
      accounts: "ABCDEFGH".map(String.init),
      values: [NumberColumn(scores)],
      gateFailures: Array(repeating: nil, count: 8)
    )
    input.efforts = NumberColumn(days ?? self.days)
    input.quotaTexts = plan.shortlist.quotas.map { _ in regions }
    return try AccountSelector(plan).outcome(for: input)
  }

  private func ids(_ outcome: SelectionOutcome) -> String {
    outcome.shortlist.entries.map(\.id).joined()
  }

  @Test func provesAndPricesTheBestList() throws {
    let outcome = try outcome()
    #expect(ids(outcome) == "ACGH")
    let exact = try #require(outcome.shortlist.exact)
    #expect(exact.status == .optimal)
    #expect(exact.scoreBillionths == 1_840_000_000)
    #expect(exact.boundBillionths == exact.scoreBillionths)
    #expect(exact.effortUsed == 115)
    #expect(exact.seats == nil)
    #expect(exact.gains.map(\.scoreBillionths) == [0, 150_000_000])
    let left = try #require(exact.alternatives.first)
    #expect(left.id == "B")
    #expect(left.lossBillionths == 130_000_000)
    #expect(outcome.findings == [])
  }

  @Test func keepsDecisionsAndSaysWhatTheyCost() throws {
    let outcome = try outcome(decisions: [("B", .include), ("C", .exclude)])
    let exact = try #require(outcome.shortlist.exact)
    #expect(ids(outcome).contains("B"))
    #expect(!ids(outcome).contains("C"))
    #expect(exact.costs.map(\.id) == ["B"])
    #expect(exact.costs[0].scoreBillionths > 0)
  }

  @Test func leavesTheListEmptyWhereNoListKeepsTheRules() throws {
    let outcome = try outcome(limit: 100, decisions: [("A", .include), ("B", .include)])
    #expect(ids(outcome).isEmpty)
    #expect(outcome.shortlist.exact?.status == .infeasible)
    let finding = try #require(outcome.findings.first)
    #expect(finding.code == "K-S031")
    #expect(finding.severity == .error)
    #expect(finding.message.english.contains("capacity.limit 100 (decisions already take 105)"))
  }

  @Test func boundsTheNumberOnlyWhereSomebodyGaveIt() throws {
    #expect(ids(try outcome(limit: 1000)) == "ABCDEFGH")
    #expect(ids(try outcome(limit: 1000) { $0.size = 2 }) == "AB")
  }

  @Test func keepsQuotasWithAndWithoutCapacity() throws {
    let quota = QuotaRule(attribute: "region", atMost: 1)
    let free = try outcome(limit: nil) {
      $0.quotas = [quota]
      $0.size = 3
    }
    #expect(ids(free) == "ACF")
    #expect(free.shortlist.exact?.limit == nil)
    #expect(free.shortlist.exact?.quotas.map(\.count) == [1, 1, 1])
    #expect(ids(try outcome { $0.quotas = [quota] }) == "ACF")
    let fewest = QuotaRule(attribute: "region", atLeast: 2)
    let spread = try outcome(limit: nil) {
      $0.quotas = [fewest]
      $0.size = 6
    }
    #expect(ids(spread) == "ABCDFG")
  }

  @Test func fillsSeatsWithAccountsThatAddNothing() throws {
    let rule = QuotaRule(attribute: "region", atMost: 8)
    let all = try outcome(limit: nil) {
      $0.quotas = [rule]
      $0.size = 8
    }
    #expect(ids(all) == "ABCDEFGH")
  }

  @Test func cannotChooseWithoutAnEffort() throws {
    var days = self.days
    days[0] = nil
    days[2] = -1
    let outcome = try outcome(days: days, decisions: [("A", .include)])
    #expect(outcome.findings.map(\.code) == ["K-S029", "K-S030"])
    #expect(ids(outcome).contains("A"))
    #expect(!ids(outcome).contains("C"))
    #expect(try self.outcome(days: []).shortlist.entries.isEmpty)
  }

  @Test func countsTheScoreOfAForcedAccountWithoutEffort() throws {
    var days = self.days
    days[0] = nil
    let outcome = try outcome(limit: 30, days: days, decisions: [("A", .include)])
    let exact = try #require(outcome.shortlist.exact)
    #expect(ids(outcome) == "AC")
    #expect(exact.scoreBillionths == 1_450_000_000 && exact.boundBillionths == 1_450_000_000)
    // It takes no effort and adds its own score, so it costs nothing.
    #expect(exact.costs.map(\.scoreBillionths) == [0])
  }

  @Test func givesIncumbentsNoBonusButReportsTheirMovement() throws {
    let outcome = try outcome { $0.incumbents = ["B", "C"] }
    #expect(ids(outcome) == "ACGH")
    #expect(outcome.shortlist.entries.map(\.movement) == [.new, .stays, .new, .new])
    #expect(outcome.shortlist.reviews.map(\.movement) == [.enter, .leave, .stay, .enter, .enter])
    #expect(outcome.shortlist.priceOfStabilityBillionths == 0)
  }

  @Test func writesEffortsShortly() {
    #expect(EffortText.text(45).german == "45")
    #expect(EffortText.text(12.5) == LocalizedText(de: "12,5", en: "12.5"))
    #expect(EffortText.text(1.0 / 3).english == "0.3333")
    #expect(EffortText.text(-0.05).german == "-0,05")
    #expect(EffortText.text(1e300).english == "900000000000")
  }
}
