// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts
@testable import CyclePerformance

/// Business figures around cycles: windows, groups, and what is too little.
@Suite struct EffectComparisonTests {
  private func cycle(_ id: String, from: String, to: String) -> Cycle {
    var cycle = Cycle(id: id)
    cycle.start = CalendarDate(iso: from)
    cycle.end = CalendarDate(iso: to)
    return cycle
  }

  /// Monthly revenue of 2025: `before` up to April, `after` from May on, in ten-thousandths.
  private func table(_ accounts: [(id: String, before: Int128, after: Int128)]) -> AccountTable {
    var table = AccountTable.empty
    table.ids = accounts.map(\.id)
    table.names = NameColumn(table.ids)
    table.members = table.ids.map { _ in 1 }
    table.asOf = Period(year: 2025, month: 12)
    let sums = PeriodSums(accounts: accounts.count) { account in
      (1...12).map { month in
        PeriodSums.Element(
          period: Period(year: 2025, month: month),
          sum: month < 5 ? accounts[account].before : accounts[account].after,
          rows: 1
        )
      }
    }
    table.values = [
      ValueColumn(
        name: "revenue",
        kind: .amount,
        totals: ExactColumn(accounts.map { $0.before * 4 + $0.after * 8 }),
        periodSums: sums,
        rowCounts: CountColumn(accounts.map { _ in 12 })
      )
    ]
    return table
  }

  private func link(_ accounts: [String], okr: Set<String>, cycle: String = "C2") -> LinkRows {
    LinkRows(
      accounts.map { account in
        LinkRow(
          account: account,
          cycle: cycle,
          run: "R",
          score: 1,
          rank: 1,
          isSelected: okr.contains(account),
          linkClass: okr.contains(account) ? .selectedWithOKR : .otherWithoutOKR,
          attainment: okr.contains(account) ? 0.7 : nil,
          coverage: nil,
          keyResults: okr.contains(account) ? 3 : nil
        )
      }
    )
  }

  /// Ten accounts in pairs of one level: the first of a pair rises by 2 a month, the other by 0.5.
  private let ten: [(id: String, before: Int128, after: Int128)] = (0..<10).map { index in
    let before = Int128(100_000 + 10_000 * (index / 2))
    let rise: Int128 = index % 2 == 0 ? 20_000 : 5_000
    return ("A\(index)", before, before + rise)
  }

  private func rows(okr: Set<String>) throws -> [EffectRow] {
    EffectComparison(
      table(ten),
      cycles: [cycle("C2", from: "2025-05-01", to: "2025-08-31")],
      link: link(ten.map(\.id), okr: okr),
      profile: .sieck
    ).rows
  }

  @Test func windowsAreAsLongAsTheCycle() throws {
    let window = try #require(KPIWindow(cycle("C", from: "2025-05-01", to: "2025-08-31")))
    #expect(window.months == 4)
    let shifted = [-1, 0, 2].map { window.months(shiftedBy: $0).lowerBound.description }
    #expect(shifted == ["2025-01", "2025-05", "2026-01"])
    #expect(KPIWindow(Cycle(id: "undated")) == nil)
  }

  @Test func differenceOfTheChanges() throws {
    let found = try rows(okr: ["A0", "A2", "A4", "A6", "A8"])
    let now = try #require(found.first { $0.lag == 0 && $0.arm == .withOKR })
    // Four months: 8 more with OKRs, 2 more without, in units of one.
    #expect(now.treated == 5 && now.control == 5)
    #expect(abs(try #require(now.difference) - 6) < 1e-9)
    #expect(abs(try #require(now.matched) - 6) < 1e-9)
    #expect(now.reason == nil && now.standardisedDifference == 0)
    #expect(now.placebo == nil)
    let later = try #require(found.first { $0.lag == 1 && $0.arm == .withOKR })
    #expect(abs(try #require(later.difference) - 6) < 1e-9)
    #expect(found.filter { $0.lag == 2 }.allSatisfy { $0.reason == .tooFewData })
    #expect(found.count == 6)
  }

  @Test func unlikeGroupsAreNotComparable() throws {
    let found = try rows(okr: ["A6", "A7", "A8", "A9"])
    #expect(found[0].reason == .notComparable)
    #expect(try #require(found[0].standardisedDifference) > 1)
  }

  @Test func oneAccountInAGroupIsTooFew() throws {
    let found = try rows(okr: ["A0"]).filter { $0.lag < 2 }
    #expect(found.allSatisfy { $0.reason == .tooFewInArm && $0.difference == nil })
    #expect(found.allSatisfy { $0.treated == 1 && $0.control == 9 })
  }

  @Test func developmentStandsApartByAccount() throws {
    let found = KPIDevelopment.rows(
      table(ten),
      cycles: [cycle("C2", from: "2025-05-01", to: "2025-08-31")],
      link: link(ten.map(\.id), okr: ["A0", "A1"])
    )
    #expect(found.map(\.account) == ["A0", "A0", "A1", "A1"])
    #expect(found.map(\.lag) == [0, 1, 0, 1])
    #expect(found.map(\.before) == [40, 40, 40, 40])
    #expect(found.map(\.after) == [48, 48, 42, 42])
    #expect(found.compactMap(\.change).count == 4)
  }

  @Test func nothingToCompareGivesNoRows() throws {
    let none = EffectComparison(.empty, cycles: [], link: [], profile: .sieck)
    #expect(none.rows.isEmpty)
    let undated = EffectComparison(
      table(ten),
      cycles: [Cycle(id: "C2")],
      link: [],
      profile: .sieck
    )
    #expect(undated.rows.isEmpty)
  }
}
