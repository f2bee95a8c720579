// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Testing

@testable import CyclePerformance

/// Names of cycles stand for days only where they leave one reading.
@Suite struct CycleNameTests {
  private func days(_ name: String, _ fiscalYear: FiscalYear = .calendar) -> String? {
    CycleName(name, fiscalYear: fiscalYear).map { "\($0.start) \($0.end)" }
  }

  @Test(arguments: [
    ("Q1 2026", "2026-01-01 2026-03-31"), ("2026-Q1", "2026-01-01 2026-03-31"),
    ("2026Q4", "2026-10-01 2026-12-31"), ("q2/26", "2026-04-01 2026-06-30"),
    ("3. Quartal 2026", "2026-07-01 2026-09-30"), ("OKR Q1 2024", "2024-01-01 2024-03-31"),
    ("H1 2026", "2026-01-01 2026-06-30"), ("2. Halbjahr 2026", "2026-07-01 2026-12-31"),
    ("2026 T1", "2026-01-01 2026-04-30"), ("1. Tertial 2026", "2026-01-01 2026-04-30"),
    ("Tertial 3/2026", "2026-09-01 2026-12-31"), ("Jan-Apr 2026", "2026-01-01 2026-04-30"),
    ("Januar bis Februar 2024", "2024-01-01 2024-02-29"),
    ("Nov 2025 \u{2013} Feb 2026", "2025-11-01 2026-02-28"), ("März 2026", "2026-03-01 2026-03-31"),
    ("Zyklus Mai\u{2013}Aug 2026", "2026-05-01 2026-08-31"),
  ])
  func namesWithOneReading(_ name: String, _ expected: String) { #expect(days(name) == expected) }

  @Test(arguments: [
    "", "2026", "Z1", "2025-Z2", "Zyklus 1", "Q5 2026", "Q0 2026", "T4 2026", "H3 2026", "Q1",
    "Q1 2026 2027", "Q1-Q2 2026", "Q 2026 1", "2026-01", "01-04/2026", "Nov-Feb 2026", "Jan 26",
    "Feb 2027 - Jan 2026", "Jan 2025 - Mai 2026", "Trimester 1 2026", "Q1 FY 2026", "Q1 2026*",
    "Q1 99999999999999999999", "Q12026", "KW 5 2026", "Quartett 1 2026", "Jan Feb Mar 2026",
  ])
  func namesThatLeaveItOpen(_ name: String) { #expect(days(name) == nil) }

  @Test func sharesCountInTheFiscalYearAndMonthsStandForThemselves() {
    let (apr, oct) = (
      FiscalYear(startMonth: 4, namedAfter: .start), FiscalYear(startMonth: 10, namedAfter: .end)
    )
    #expect(days("Q1 2026", apr) == "2026-04-01 2026-06-30")
    #expect(days("Q4 2026", apr) == "2027-01-01 2027-03-31")
    #expect(days("Q1 2026", oct) == "2025-10-01 2025-12-31")
    #expect(days("T2 2026", oct) == "2026-02-01 2026-05-31")
    #expect(days("Jan-Apr 2026", oct) == "2026-01-01 2026-04-30")
  }

  @Test func onlyWhatNothingElseDatesIsDatedByName() {
    let plan = "Kundennummer;Zyklus;Key Result;Objective\nA;Q1 2026;Eins;Ziel\nA;Z2;Zwei;Ziel\n"
    func cycles(_ files: [OKRMapping.FileKind: SheetSource]) -> [Cycle] {
      OKRImport(files, accounts: nil, asOf: .endOfTime).sheet.cycles
    }
    let dated = cycles([.plan: sheet(plan)])
    #expect(dated.map(\.isDatedByName) == [true, false])
    #expect(dated[0].days.map { "\($0.start) \($0.end)" } == "2026-01-01 2026-03-31")
    let own = "Zyklus;Beginn;Ende\nQ1 2026;05.01.2026;\nZ2;;\n"
    let said = cycles([.plan: sheet(plan), .cycles: sheet(own, path: "zyklen.csv")])
    #expect(said.map(\.end) == [nil, nil] && said.allSatisfy { !$0.isDatedByName })
  }
}
