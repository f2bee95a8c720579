// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import CyclePerformance

/// What figures promise whatever the numbers are.
@Suite struct FigurePropertyTests {
  private func date(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  @Test(arguments: [
    (1e308, -1e308, 1e308), (0.0, .leastNonzeroMagnitude, 1e308),
    (-0.0, 0.0, 1.0), (1e16, 1e16 + 2.0, 0.0),
  ])
  func progressIsFiniteOrHasAReason(baseline: Double, target: Double, current: Double) {
    let progress = Progress.metric(baseline: baseline, target: target, current: current)
    #expect(progress.raw.map(\.isFinite) ?? (progress.reason != nil))
    #expect(progress.capped.map { (0...1).contains($0) } ?? true)
  }

  @Test func progressIsTheSameInAnyUnit() throws {
    for (baseline, target, current) in [(40.0, 50.0, 44.0), (21, 7, 14), (-20, 10, -5)] {
      let plain = try #require(
        Progress.metric(baseline: baseline, target: target, current: current).raw
      )
      let scaled = try #require(
        Progress.metric(baseline: baseline * 8, target: target * 8, current: current * 8).raw
      )
      #expect(plain == scaled)
    }
  }

  @Test func zonesMeetAtTheirLimitsInBothDirections() {
    for sign in [1.0, -1.0] {
      var scale = KeyResult.Scale()
      (scale.baseline, scale.commit) = (0, 3 * sign)
      (scale.target, scale.stretch) = (7 * sign, 12 * sign)
      let values = [0.0, 3, 7, 12].map { Progress.zones(scale, current: $0 * sign).raw }
      #expect(values == [0, 0.3, 0.7, 1])
      #expect(Progress.zones(scale, current: -3 * sign).raw.map { abs($0 + 0.3) < 1e-12 } == true)
      #expect(Progress.zones(scale, current: 17 * sign).raw.map { abs($0 - 1.3) < 1e-12 } == true)
    }
  }

  @Test(arguments: [
    ([RolledUp.Item](), Progress.Reason.zeroWeight),
    ([RolledUp.Item(1, weight: -1)], .negativeWeight),
    ([RolledUp.Item(nil)], .noData),
    ([RolledUp.Item(1, weight: 1e308), RolledUp.Item(1, weight: 1e308)], .overflow),
  ])
  func rollUpsWithoutAFigureSayWhy(items: [RolledUp.Item], reason: Progress.Reason) {
    let result = RolledUp(items, missing: .exclude)
    #expect(result.value == nil)
    #expect(result.reason == reason)
  }

  @Test func theOrderOfItemsShowsInNoBit() {
    let items = (1...9).map { number in
      RolledUp.Item(1 / (Double(number) + 0.3), weight: 1 / Double(number * 3))
    }
    let forward = RolledUp(items, missing: .exclude)
    for first in items.indices {
      let turned = Array(items[first...] + items[..<first])
      #expect(RolledUp(turned, missing: .exclude) == forward)
      #expect(RolledUp(turned.reversed(), missing: .exclude) == forward)
      let values = turned.map(\.value)
      let summary = ProgressSummary(values, success: 0.7)
      #expect(summary == ProgressSummary(items.map(\.value), success: 0.7))
    }
  }

  @Test(arguments: [0.7, 1.0 / 3, 0.1, 0.999, 1, 0])
  func theMeanOfEqualValuesIsThatValue(value: Double) {
    for count in 1...12 {
      let items = (1...count).map { RolledUp.Item(value, weight: Double($0) / 7) }
      #expect(RolledUp(items, missing: .exclude).value == value)
    }
  }

  @Test func scalingAllWeightsChangesNothing() {
    let values: [Double?] = [0.5, nil, 0.75, 1]
    let weights = [1.0, 2, 3, 4]
    let plain = RolledUp(zip(values, weights).map { .init($0, weight: $1) }, missing: .zero)
    let scaled = RolledUp(zip(values, weights).map { .init($0, weight: $1 * 4) }, missing: .zero)
    #expect(plain == scaled)
  }

  @Test func cascadesMayBeVeryDeep() throws {
    let depth = 200_000
    let nodes = (0..<depth).map { index in
      var node = Cascade.Node(own: 0.25)
      if index + 1 < depth {
        node.mode = .children
        node.children = [(index + 1, 1)]
      }
      return node
    }
    #expect(try Cascade(nodes).values(missing: .exclude).first?.value == 0.25)
  }

  @Test func blendsFallBackToTheSideWithData() throws {
    var blend = Cascade.Node(own: 0.4)
    blend.mode = .blend
    blend.alpha = 0.25
    blend.children = [(1, 1)]
    let both = try Cascade([blend, Cascade.Node(own: 0.8)]).values(missing: .exclude)
    #expect(both[0].value.map { abs($0 - 0.7) < 1e-12 } == true)
    let ownOnly = try Cascade([blend, Cascade.Node()]).values(missing: .exclude)
    #expect(ownOnly[0].value == 0.4)
    blend.own = nil
    let childrenOnly = try Cascade([blend, Cascade.Node(own: 0.8)]).values(missing: .exclude)
    #expect(childrenOnly[0].value == 0.8)
  }

  @Test func laterRunsAreNeverUsed() throws {
    let account = SelectionRun.Account(account: "A", score: 0.5, rank: 1, isSelected: true)
    let start = try date("2025-05-01")
    let runs = try ["2025-05-02", "2025-04-01", "2025-05-01", "2025-05-01"].enumerated().map {
      SelectionRun(id: "R\($0)", dataAsOf: try date($1), accounts: [account])
    }
    let cycles = [SelectionLink.LinkedCycle(id: "C", start: start), .init(id: "D", start: nil)]
    let reached = [SelectionLink.Attainment(account: "A", cycle: "D", value: 0.3)]
    let link = SelectionLink(runs: runs.reversed(), cycles: cycles, attainments: reached)
    #expect(link.rows.map(\.run) == ["R3", nil])
    #expect(link.rows.map(\.linkClass) == [.selectedWithoutOKR, .unscoredWithOKR])
    #expect(link.rows.map(\.rank) == [1, nil])
  }

  @Test func planEndsBeforeItStarts() throws {
    let span = Pace.Span(start: try date("2025-05-01"), end: try date("2025-04-01"))
    let pace = Pace(
      of: Pace.Report(progress: 0.5, lastCheckin: nil),
      success: 0.7,
      at: Pace.Moment(span, on: try date("2025-05-01"), .sieck)
    )
    #expect(pace.status == nil && pace.elapsed == nil && pace.ratio == nil)
    #expect(pace.reason == "cycle_end_before_start")
  }

  @Test func forecastsNeedPointsApart() {
    let same = Forecast(elapsed: [0, 0], progress: [0.1, 0.2], prior: 0.5, grace: 0.1)
    #expect(same.linear == nil && same.pace == nil && same.shrunk == nil && same.originSlope == nil)
    let none = Forecast(elapsed: [], progress: [], prior: nil, grace: 0.1)
    #expect(none == Forecast(elapsed: [], progress: [0.5], prior: 1, grace: 0))
  }

  /// Quantiles of printed tables (Abramowitz and Stegun, 1964, tables 26.1 and 26.10).
  @Test func quantilesOfPrintedTables() throws {
    let student: [(Double, Double)] = [
      (1, 3.078), (2, 1.886), (4, 1.533), (10, 1.372), (30, 1.310),
    ]
    for (freedom, value) in student {
      let found = try #require(Distribution.studentQuantile(0.9, degreesOfFreedom: freedom))
      #expect(abs(found - value) < 5e-4)
    }
    #expect(Distribution.normalQuantile(0.975).map { abs($0 - 1.959964) < 1e-6 } == true)
    #expect(abs(Distribution.beta(0.5, 3, 3) - 0.5) < 1e-12)
    #expect(abs(Distribution.betaQuantile(0.1, 1, 1) - 0.1) < 1e-12)
    #expect(Distribution.studentQuantile(0.9, degreesOfFreedom: 0) == nil)
    #expect(Distribution.normalQuantile(0) == nil)
  }

  @Test func tinySamplesAnswerHonestly() {
    let empty = Backtest([], k: 3, success: 0.7)
    #expect(empty.count == 0 && empty.precision == nil && empty.auc == nil)
    let failures = Backtest(
      [
        .init(account: "A", score: 1, attainment: 0.1),
        .init(account: "B", score: 0, attainment: nil),
      ],
      k: 5,
      success: 0.7
    )
    #expect(failures.selected == ["A"])
    #expect(failures.recall == nil && failures.lift == nil && failures.auc == nil)
    #expect(failures.chance == 1)
    #expect(MultipleTests.holm([]).isEmpty && MultipleTests.benjaminiHochberg([0.2]) == [0.2])
    #expect(HitRate(hits: 2, trials: 1, a: 1, b: 1) == nil)
    #expect(
      DetectableDifference(treated: 0, control: 5, deviation: 1, alpha: 0.05, power: 0.8) == nil
    )
    #expect(throws: RankRelation.Failure.tooFewRows) { try RankRelation([1, 2], [1, 2]) }
    #expect(throws: GroupShrinkage.Failure.tooFewGroups) {
      try JamesStein([1, 2, 3], variance: 1)
    }
  }

  @Test func accountsAreComparedWithTheShortlist() throws {
    let files: [OKRMapping.FileKind: SheetSource] = [
      .plan: sheet(
        "Kundennummer;Zyklus;Objective-Nr;KR-Nr;Key Result\nB;Z;1;1;x\nA;Z;1;1;x\nB;Z;2;1;x\n"
      )
    ]
    let evaluation = OKREvaluation(
      files,
      on: try date("2025-06-30"),
      profile: .sieck,
      accounts: nil
    )
    let findings = ShortlistCoverage.findings(sheet: evaluation.sheet, shortlist: ["C", "A", "0"])
    #expect(findings.map(\.code) == ["OKR-W130", "OKR-W131", "OKR-W131"])
    #expect(findings.map(\.line) == [2, nil, nil])
    #expect(findings.map(\.field) == ["B", "0", "C"])
  }
}
