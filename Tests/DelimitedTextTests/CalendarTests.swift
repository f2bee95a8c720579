// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@Suite struct CalendarTests {
  private let dayFirst = DateStyle(order: .dayFirst)

  @Test(arguments: [
    "001.2025", "2025001", "0012025", "01/2025", "1/2025", "2025/01", "2025-01", "01-2025",
    "01.2025", "202501", "012025", "Jan 25", "Jan-25", "Jan. 2025", "JAN 2025", "Januar 2025",
    "January 2025", "2025 Jan", "Jän. 25", "Jän 2025", "jänner 2025", "JÄN 25", "2025/001", "01/25",
    " 01/2025 ", "'01/2025", "KW 05/2025", "KW5 2025", "2025-W05", "2025W05", "W05/2025",
    "CW 5 2025", "KW 01/2025",
  ])
  func readsMonths(_ cell: String) {
    #expect(CalendarCell.parse(cell, style: dayFirst) == .month(year: 2025, month: 1), "'\(cell)'")
  }

  @Test(arguments: [
    ("Mrz 25", 2025, 3), ("März 2025", 2025, 3), ("Mär. 25", 2025, 3), ("Dez 99", 1999, 12),
    ("Okt 69", 2069, 10), ("Mai 70", 1970, 5), ("Q1 2025", 2025, 3), ("2025-Q1", 2025, 3),
    ("2025 Q4", 2025, 12), ("Q3/25", 2025, 9), ("2. Quartal 2025", 2025, 6), ("4Q 2025", 2025, 12),
    ("2025", 2025, 12), ("KW 53/2020", 2020, 12), ("KW 01/2026", 2026, 1), ("KW 40/2025", 2025, 10),
    ("KW 14 2025", 2025, 4), ("Apr-16", 2016, 4), ("122020", 2020, 12),
  ])
  func readsOtherPeriods(_ cell: String, _ year: Int, _ month: Int) {
    #expect(
      CalendarCell.parse(cell, style: dayFirst) == .month(year: year, month: month),
      "'\(cell)'"
    )
  }

  @Test(arguments: [
    "FY2025", "FY25", "FY 2025", "GJ 2025", "GJ25", "GJ 2024/25", "2024/25", "2024/2025", "FY24/25",
    "Geschäftsjahr 2024/2025", "Fiscal Year 2025", "Jahr 2025", "2024-25", "H2 2025", "2. HJ 2025",
    "2. Halbjahr 25", "HJ2/2025", "2025 H2", "Q4 FY25", "FY25 Q4", "FY2025-Q4", "FY25 H2",
  ])
  func readsYearsAndHalves(_ cell: String) {
    #expect(CalendarCell.parse(cell, style: dayFirst) == .month(year: 2025, month: 12), "'\(cell)'")
  }

  /// A year of two calendar years is named as the settings say; what can be a month stays one.
  @Test func readsFiscalYearsAfterTheirSetting() {
    let october = DateStyle(
      order: .dayFirst,
      fiscalYear: FiscalYear(startMonth: 10, namedAfter: .end)
    )
    let april = DateStyle(
      order: .dayFirst,
      fiscalYear: FiscalYear(startMonth: 4, namedAfter: .start)
    )
    #expect(CalendarCell.parse("2024/25", style: october) == .month(year: 2025, month: 9))
    #expect(CalendarCell.parse("FY25", style: october) == .month(year: 2025, month: 9))
    #expect(CalendarCell.parse("H1 FY25", style: october) == .month(year: 2025, month: 3))
    #expect(CalendarCell.parse("2024/25", style: april) == .month(year: 2025, month: 3))
    #expect(CalendarCell.parse("FY24", style: april) == .month(year: 2025, month: 3))
    #expect(CalendarCell.parse("2011/12", style: dayFirst) == .month(year: 2011, month: 12))
    #expect(CalendarCell.parse("FY 2011/12", style: dayFirst) == .month(year: 2012, month: 12))
    #expect(CalendarCell.parse("2015/16", style: dayFirst) == .special(period: 16, year: 2015))
  }

  @Test(arguments: [
    "31.01.2025", "31.1.25", "31. Januar 2025", "31 Jan 2025", "31-Jan-25", "Jan 31, 2025",
    "2025-01-31", "2025/1/31", "2025.01.31", "20250131", "31/01/2025", "31-01-2025",
    "2025-01-31T00:00:00Z", "2025-01-31 13:05:22.123", "31.01.2025 00:00:00", "31/1/2025 0:00",
    "31/1/2025, 01:30 PM", "20250131T120000", "2025-Jan-31", "2025-01-31T10:00:00+01:00",
  ])
  func readsDays(_ cell: String) {
    #expect(
      CalendarCell.parse(cell, style: dayFirst) == .day(year: 2025, month: 1, day: 31),
      "'\(cell)'"
    )
  }

  @Test func readsSlashesInTheOrderOfTheStyle() {
    let monthFirst = DateStyle(order: .monthFirst)
    #expect(
      CalendarCell.parse("1/31/2025 0:00", style: monthFirst)
        == .day(year: 2025, month: 1, day: 31)
    )
    #expect(CalendarCell.parse("1/31/2025", style: dayFirst) == .invalid)
    #expect(
      CalendarCell.parse("2/1/2025", style: dayFirst) == .day(year: 2025, month: 1, day: 2)
    )
    #expect(
      CalendarCell.parse("2.1.2025", style: monthFirst) == .day(year: 2025, month: 1, day: 2)
    )
  }

  @Test(arguments: [("013.2025", 13), ("2025016", 16), ("13/2025", 13), ("014/2025", 14)])
  func readsSpecialPeriods(_ cell: String, _ period: Int) {
    #expect(CalendarCell.parse(cell, style: dayFirst) == .special(period: period, year: 2025))
  }

  @Test(arguments: ["", " ", "-", "n/a", "n. b.", "#NV", "00.00.0000", "00000000"])
  func readsMissing(_ cell: String) {
    #expect(CalendarCell.parse(cell, style: dayFirst) == .missing, "'\(cell)'")
  }

  @Test(arguments: [
    "x", "45688", "00/2025", "017.2025", "2025000", "31.02.2025", "29.02.2025", "32.01.2025",
    "01.13.2025", "Q5 2025", "Q1", "KW 54/2025", "KW 53/2025", "KW 0/2025", "25-Jan", "Jan",
    "Jan Feb 2025", "31.01/2025", "2025-01-31 x", "2025-01-31 5", "99999999999", "1.2.3.4",
    "/2025", "2025/", "2025-", "Umsatz 2025", "1/2", "FY", "FY 2024/26", "FY25 H3", "2025/17",
    "1850", "20251301", "25/01",
    "🙂 2025", "January of the year two thousand and twenty-five",
  ])
  func refusesWhatIsNoDate(_ cell: String) {
    #expect(CalendarCell.parse(cell, style: dayFirst) == .invalid, "'\(cell)'")
  }

  @Test func knowsLeapYearsAndTheEndOfTime() {
    #expect(
      CalendarCell.parse("29.02.2024", style: dayFirst) == .day(year: 2024, month: 2, day: 29)
    )
    #expect(CalendarCell.parse("29.02.1900", style: dayFirst) == .invalid)
    #expect(
      CalendarCell.parse("31.12.9999", style: dayFirst) == .day(year: 9999, month: 12, day: 31)
    )
  }

  /// ISO 8601: week 1 holds the first Thursday, so a week belongs to the month of its Thursday.
  @Test func givesEveryWeekTheMonthOfItsThursday() {
    #expect(CalendarCell.parse("KW 18/2025", style: dayFirst) == .month(year: 2025, month: 5))
    #expect(CalendarCell.parse("KW 52/2025", style: dayFirst) == .month(year: 2025, month: 12))
    #expect(CalendarCell.parse("KW 53/2026", style: dayFirst) == .month(year: 2026, month: 12))
    for year in 2000...2030 {
      let months = (1...52).map { CalendarCell.parse("KW \($0)/\(year)", style: dayFirst) }
      #expect(months.first == .month(year: year, month: 1))
      #expect(!months.contains(.invalid))
    }
  }
}
