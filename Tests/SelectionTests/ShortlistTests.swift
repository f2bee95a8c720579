// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection
import Testing

@Suite struct ShortlistTests {
  /// Accounts A, B, N, C, D, E, F, G in this order of their scores.
  let scores: [(id: String, value: Double)] = [
    ("A", 95), ("B", 90), ("N", 85), ("C", 80), ("D", 75), ("E", 70), ("F", 65), ("G", 60),
  ]

  func outcome(
    _ rule: ShortlistRule,
    on day: CalendarDate? = nil,
    gated: Set<String> = [],
    previous: PreviousSelection = PreviousSelection(),
    scores: [(id: String, value: Double)]? = nil
  ) throws -> SelectionOutcome {
    let sorted = (scores ?? self.scores).sorted { $0.id < $1.id }
    var plan = SelectionPlan(
      criteria: [try criterion("a", 1, .fixed(from: 0, to: 100))],
      size: rule.size
    )
    plan.shortlist = rule
    let input = SelectionInput(
      accounts: sorted.map(\.id),
      values: [NumberColumn(sorted.map(\.value))],
      gateFailures: sorted.map { gated.contains($0.id) ? LocalizedText("too small") : nil }
    )
    return try AccountSelector(plan, on: day, previous: previous).outcome(for: input)
  }

  func decision(
    _ account: String,
    _ verdict: Decision.Verdict,
    date: String? = nil,
    until: String? = nil
  ) -> Decision {
    Decision(
      account: account,
      verdict: verdict,
      reason: "board",
      decidedBy: "KAM board",
      level: "global",
      date: date.flatMap { CalendarDate(iso: $0) },
      validUntil: until.flatMap { CalendarDate(iso: $0) }
    )
  }

  func ids(_ outcome: SelectionOutcome) -> [String] { outcome.shortlist.entries.map(\.id) }

  @Test func takesTheFirst() throws {
    let result = try outcome(ShortlistRule(size: 3))
    #expect(ids(result) == ["A", "B", "N"])
    #expect(result.shortlist.entries.map(\.position) == [1, 2, 3])
    #expect(result.shortlist.entries.allSatisfy { $0.movement == nil })
    #expect(result.shortlist.reviews.isEmpty && result.shortlist.priceOfStabilityBillionths == 0)
    #expect(result.ranking.rows.prefix(3).allSatisfy { $0.status == .shortlisted })
    #expect(result.ranking.rows.dropFirst(3).allSatisfy { $0.status == .ranked })
  }

  /// The worked example of the review: one in, one out, where a plain cut has two of each.
  @Test func hysteresisKeepsMembersUpToTheStayLimit() throws {
    var rule = ShortlistRule(size: 5)
    rule.incumbents = ["A", "B", "C", "F", "G"]
    rule.enter = 3
    rule.stay = 7
    let previous = PreviousSelection(ranks: ["F": 5], everListed: ["A", "N"])
    let result = try outcome(rule, previous: previous)
    #expect(ids(result) == ["A", "B", "N", "C", "F"])
    #expect(
      result.shortlist.entries.map(\.movement) == [.stays, .stays, .returns, .stays, .stays]
    )
    #expect(result.shortlist.reviews.map(\.id) == ["A", "B", "C", "F", "G", "N"])
    #expect(
      result.shortlist.reviews.map(\.movement) == [.stay, .stay, .stay, .watch, .leave, .enter]
    )
    #expect(result.shortlist.reviews[3].previousRank == 5)
    #expect(result.shortlist.reviews[4].rank == 8)
    // D (0.75) would be on the plain list instead of F (0.65).
    #expect(result.shortlist.priceOfStabilityBillionths == 100_000_000)
  }

  @Test func tooManyDropsTheLowestMembersAndTooFewFillsByRank() throws {
    var rule = ShortlistRule(size: 3)
    rule.incumbents = ["D", "E", "F"]
    rule.enter = 2
    rule.stay = 8
    #expect(ids(try outcome(rule)) == ["A", "B", "D"])
    rule.incumbents = ["G", "Z"]
    rule.stay = 3
    let result = try outcome(rule)
    #expect(ids(result) == ["A", "B", "N"])
    #expect(result.shortlist.entries.allSatisfy { $0.movement == .new })
    #expect(result.shortlist.findings.map(\.code) == ["K-S025"])
    #expect(result.shortlist.reviews.last?.reason.english == "no data")
  }

  @Test func decisionsOverrideRanksWhileTheyHold() throws {
    var rule = ShortlistRule(size: 3)
    rule.decisions = [
      decision("G", .include), decision("A", .exclude, until: "2026-01-31"),
      decision("D", .include, until: "2025-12-31"), decision("X", .include),
    ]
    let result = try outcome(rule, on: CalendarDate(iso: "2026-01-31"))
    #expect(ids(result) == ["B", "N", "G"])
    #expect(result.shortlist.entries[2].decision?.decidedBy == "KAM board")
    #expect(result.shortlist.findings.map(\.code).sorted() == ["K-S021", "K-S022"])
    let excluded = result.ranking.rows.first { $0.status == .excluded }
    #expect(excluded?.rank == nil && excluded?.reason?.english == "excluded by decision: board")
    let later = try outcome(rule, on: CalendarDate(iso: "2026-02-01"))
    #expect(ids(later) == ["A", "B", "G"])
  }

  @Test func includedAccountsWithoutRankComeLast() throws {
    var rule = ShortlistRule(size: 2)
    rule.decisions = [decision("A", .include)]
    let result = try outcome(rule, gated: ["A"])
    #expect(ids(result) == ["B", "A"])
    #expect(result.shortlist.entries[1].rank == nil)
    let row = try #require(
      result.ranking.rows.first { $0.status == .shortlisted && $0.rank == nil }
    )
    #expect(row.reason?.english == "included by decision: board; too small")
  }

  @Test func contradictingDecisionsGoByDate() throws {
    var rule = ShortlistRule(size: 2)
    rule.decisions = [
      decision("A", .exclude, date: "2025-06-01"), decision("A", .include, date: "2025-01-01"),
    ]
    let result = try outcome(rule)
    #expect(ids(result) == ["B", "N"])
    #expect(result.shortlist.findings.map(\.code) == ["K-S023"])
    rule.decisions[1].date = CalendarDate(iso: "2025-07-01")
    #expect(ids(try outcome(rule)) == ["A", "B"])
  }

  @Test func moreDecisionsThanSeatsAreNoted() throws {
    var rule = ShortlistRule(size: 1)
    rule.decisions = [decision("F", .include), decision("G", .include)]
    let result = try outcome(rule)
    #expect(ids(result) == ["F", "G"])
    #expect(result.shortlist.findings.map(\.code) == ["K-S024"])
  }

  @Test func tiesAtTheCutAreNamed() throws {
    let tied = [("C", 5.0), ("A", 9), ("D", 5), ("B", 5)].map { (id: $0, value: $1) }
    let result = try outcome(ShortlistRule(size: 2), scores: tied)
    #expect(ids(result) == ["A", "B"])
    #expect(result.shortlist.findings.map(\.code) == ["K-S020"])
    #expect(
      result.shortlist.findings[0].message.english
        == "tie at the cut on rank 2: 'B', 'C', 'D'; the order of the account ids decides"
    )
    #expect(try outcome(ShortlistRule(size: 4), scores: tied).shortlist.findings.isEmpty)
  }

  @Test func aShortTableFillsWhatItCan() throws {
    let result = try outcome(ShortlistRule(size: 20))
    #expect(result.shortlist.entries.count == 8)
    #expect(result.shortlist.findings.map(\.code) == ["K-S026"])
  }

  @Test func missingValuesLeaveMembershipOpen() throws {
    var plan = SelectionPlan(
      criteria: [
        try criterion("a", 60, .fixed(from: 0, to: 10)),
        try criterion("b", 40, .fixed(from: 0, to: 10), missing: .interval),
      ],
      size: 2
    )
    plan.shortlist = ShortlistRule(size: 2)
    // Scores: A 1.0, B 0.36 to 0.76, C 0.5, D 0.0 to 0.4.
    let input = SelectionInput(
      accounts: ["A", "B", "C", "D"],
      values: [[10, 6, 5, 0], [10, nil, 5, nil]],
      gateFailures: [nil, nil, nil, nil]
    )
    let result = try AccountSelector(plan).outcome(for: input)
    let membership = result.ranking.membership(ofBest: 2)
    #expect(membership.necessary == [0] && membership.possible == [0, 1, 2])
    let finding = try #require(result.shortlist.findings.first { $0.code == "K-S027" })
    #expect(finding.message.english.hasSuffix("among the best 2: 'B', 'C'"))
  }

  @Test func refusesLimitsThatDoNotFit() throws {
    var rule = ShortlistRule(size: 0)
    #expect(throws: SelectionError.badShortlist(name: "size", value: 0, expected: ">= 1")) {
      try outcome(rule)
    }
    rule = ShortlistRule(size: 5)
    rule.enter = 6
    #expect(throws: SelectionError.badShortlist(name: "enter", value: 6, expected: "0...5")) {
      try outcome(rule)
    }
    rule.enter = 5
    rule.stay = 4
    #expect(throws: SelectionError.badShortlist(name: "stay", value: 4, expected: ">= 5")) {
      try outcome(rule)
    }
  }
}
