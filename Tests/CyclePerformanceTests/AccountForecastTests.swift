// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import CyclePerformance

/// Where accounts are heading, with history speaking early in a cycle.
@Suite struct AccountForecastTests {
  private func cycle(_ id: String, _ start: String, _ end: String) throws -> Cycle {
    var cycle = Cycle(id: id)
    cycle.start = CalendarDate(iso: start)
    cycle.end = CalendarDate(iso: end)
    return cycle
  }

  private func row(_ account: String, _ cycle: String, _ attained: Double?) -> OKRAccountRow {
    OKRAccountRow(
      account: account,
      cycle: cycle,
      attainment: attained,
      objectives: 1,
      keyResults: 1,
      hits: 0
    )
  }

  private func forecasts(
    _ rows: [OKRAccountRow],
    on day: String = "2025-04-10"
  ) throws -> [AccountForecast] {
    let cycles = [
      try cycle("C1", "2024-09-01", "2024-12-31"), try cycle("C2", "2025-01-01", "2025-03-31"),
      try cycle("C3", "2025-04-01", "2025-04-20"),
    ]
    return AccountForecast.rows(
      rows,
      cycles: cycles,
      on: try #require(CalendarDate(iso: day)),
      profile: .sieck
    )
  }

  @Test func weighsPaceAndHistoryByWhatIsOver() throws {
    let found = try forecasts([
      row("A", "C1", 0.5), row("A", "C2", 0.75), row("A", "C3", 0.25), row("A", "unknown", 1),
    ])
    let one = try #require(found.first)
    // Half the cycle is over: 0.5 · (0.25 / 0.5) + 0.5 · 0.625.
    #expect(found.count == 1 && one.cycle == "C3" && one.elapsed == 0.5)
    #expect(one.pace == 0.5 && one.prior == 0.625 && one.priorOf == .account)
    #expect(one.priorCount == 2 && one.forecast == 0.5625 && one.reason == nil)
  }

  @Test func newAccountsLeanOnTheOthersWhereThereAreEnough() throws {
    let others = (0..<8).map { row("B\($0)", "C2", $0 % 2 == 0 ? 0.5 : 1) }
    let found = try forecasts([row("A", "C3", 0.25)] + others)
    #expect(found.map(\.forecast) == [0.25 + 0.5 * 0.75])
    #expect(found.map(\.priorOf) == [.all] && found.map(\.priorCount) == [8])
    let alone = try forecasts([row("A", "C3", 0.25)] + others.dropLast())
    #expect(alone.map(\.forecast) == [nil] && alone.map(\.reason) == [.tooFewData])
    #expect(alone.map(\.pace) == [0.5] && alone.map(\.priorCount) == [0])
  }

  @Test func onTheLastDayNoHistoryIsNeeded() throws {
    let found = try forecasts([row("A", "C3", 0.25)], on: "2025-04-20")
    #expect(found.map(\.forecast) == [0.25] && found.map(\.reason) == [nil])
  }

  @Test func saysWhyThereIsNoForecast() throws {
    let rows = [
      row("A", "C2", 0.5), row("A", "C3", 0.05), row("B", "C2", 0.5), row("B", "C3", nil),
    ]
    #expect(try forecasts(rows, on: "2025-04-01").map(\.reason) == [.tooEarly, .noData])
    #expect(try forecasts(rows).map(\.reason) == [nil, .noData])
    #expect(try forecasts(rows, on: "2025-05-01").isEmpty)
    #expect(try forecasts([]).isEmpty)
  }

  @Test func drawsMeansTogetherWhereCyclesAreEquallyMany() throws {
    func drawn(_ values: [[Double]]) -> EqualCycleShrinkage {
      EqualCycleShrinkage(
        values.enumerated().flatMap { account, values in values.map { (group: account, value: $0) }
        }
      )
    }
    // Means .3 .5 .7 .9, within .02 / 2 = .01, spread .2: factor 1 - 1 · .01 / .2 = .95.
    let found = drawn([[0.2, 0.4], [0.4, 0.6], [0.6, 0.8], [0.8, 1]])
    #expect(found.shrunk.count == 4)
    for (estimate, wanted) in zip(found.shrunk, [0.315, 0.505, 0.695, 0.885]) {
      #expect((estimate - wanted).magnitude < 1e-12)
    }
    let unequal = drawn([[0.2, 0.4], [0.4, 0.6], [0.6, 0.8], [0.8]])
    #expect(unequal.reason == "unequal_cycles" && unequal.shrunk.isEmpty)
    #expect(drawn([[0.8], [0.2, 0.4]]).reason == "unequal_cycles")
    #expect(drawn([]).shrunk.isEmpty)
    #expect(drawn([[0.2], [0.4], [0.6], [0.8]]).reason == "no_within_variance")
    #expect(drawn([[0.2, 0.4], [0.4, 0.5], [1, 0]]).reason == "too_few_groups")
  }
}
