// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@Suite struct FiscalYearTests {
  private func parse(_ text: String, _ start: Int, _ name: FiscalYearName) -> CalendarCell {
    let fiscalYear = FiscalYear(startMonth: start, namedAfter: name)
    return CalendarCell.parse(text, style: DateStyle(order: .dayFirst, fiscalYear: fiscalYear))
  }

  @Test(arguments: [
    ("001.2025", 10, FiscalYearName.end, 2024, 10), ("003.2025", 10, .end, 2024, 12),
    ("004.2025", 10, .end, 2025, 1), ("012.2025", 10, .end, 2025, 9),
    ("2025001", 4, .start, 2025, 4), ("2025012", 4, .start, 2026, 3),
    ("202509", 4, .start, 2025, 12),
    ("Q1 2025", 10, .end, 2024, 12), ("Q4 2025", 10, .end, 2025, 9), ("2025", 4, .start, 2026, 3),
    ("016.2025", 10, .end, 2025, 9), ("01/2025", 1, .end, 2025, 1),
    ("001.2025", 1, .start, 2025, 1),
    ("001.2025", 13, .end, 2025, 1),
  ])
  func countsPeriodsFromTheStart(
    _ text: String,
    _ start: Int,
    _ name: FiscalYearName,
    _ year: Int,
    _ month: Int
  ) {
    #expect(parse(text, start, name) == .month(year: year, month: month), "\(text)")
  }

  @Test func leavesDaysNamesAndWeeksAlone() {
    #expect(parse("31.01.2025", 10, .end) == .day(year: 2025, month: 1, day: 31))
    #expect(parse("Jan 25", 10, .end) == .month(year: 2025, month: 1))
    #expect(parse("KW 05/2025", 10, .end) == .month(year: 2025, month: 1))
    #expect(parse("016.2025", 1, .end) == .special(period: 16, year: 2025))
    #expect(parse("017.2025", 10, .end) == .invalid)
  }

  @Test func reachesTheColumnsOfATable() throws {
    var settings = FormatSettings()
    settings.fiscalYearStart = 7
    let table = try table("Kunde;Periode\nA;001.2025\n")
    guard case .decided(let style) = table.dateStyle(ofColumn: 1, settings: settings) else {
      Issue.record("nothing here is ambiguous")
      return
    }
    #expect(CalendarCell.parse("001.2025", style: style) == .month(year: 2024, month: 7))
  }
}
