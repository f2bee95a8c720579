// SPDX-License-Identifier: Apache-2.0

/// Reads the day or period in a cell.
///
/// Years have four digits, or two: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999. A time of
/// day after a day is read over. Bare digits are years, months, days or accounting periods only
/// with a year from 1900 to 2099; serial day numbers of spreadsheets are not guessed.
enum CalendarReader {
  /// Reads a trimmed cell.
  static func read(_ cell: Span<UInt8>, style: DateStyle) -> CalendarCell {
    guard !cell.isEmpty else { return .missing }
    guard let parts = CalendarParts(cell) else {
      return MissingMarker(cell) == nil ? .invalid : .missing
    }
    if parts.isZero {
      return parts.numbers.count == 3 || parts.digits(0) == 8 ? .missing : .invalid
    }
    return switch parts.word {
    case .month(let month): self.month(month, parts)
    case .half: inCalendar(part(of: 2, parts), style.fiscalYear)
    case .quarter: inCalendar(part(of: 4, parts), style.fiscalYear)
    case .week: week(parts)
    case nil where parts.numbersBeforeYearWord != nil:
      inCalendar(year(parts, style.fiscalYear), style.fiscalYear)
    case nil: inCalendar(digits(parts, style: style), style.fiscalYear)
    }
  }

  /// The calendar month of a numbered period; days are what they are in any fiscal year.
  private static func inCalendar(_ cell: CalendarCell, _ fiscalYear: FiscalYear) -> CalendarCell {
    switch cell {
    case .month(let year, let period):
      let (month, calendarYear) = fiscalYear.month(ofPeriod: period, year: year)
      return .month(year: calendarYear, month: month)
    case .special(_, let year) where fiscalYear != .calendar:
      return inCalendar(.month(year: year, month: 12), fiscalYear)
    default: return cell
    }
  }

  private static func digits(_ parts: CalendarParts, style: DateStyle) -> CalendarCell {
    switch parts.numbers.count {
    case 1: run(parts.numbers[0])
    case 2 where parts.separators.0 == UInt8(ascii: ","): .invalid
    case 2: pair(parts.numbers[0], parts.numbers[1], style.fiscalYear)
    case 3: triple(parts, style: style)
    default: .invalid
    }
  }

  /// `2025`, `202501`, `012025`, `2025001`, `0012025`, `20250131`.
  private static func run(_ number: CalendarNumber) -> CalendarCell {
    let value = number.value
    switch number.digits {
    case 4: return period(12, of: value)
    case 6:
      let yearFirst = period(value % 100, of: value / 100)
      return yearFirst == .invalid ? period(value / 10_000, of: value % 10_000) : yearFirst
    case 7:
      let yearFirst = period(value % 1000, of: value / 1000)
      return yearFirst == .invalid ? period(value / 10_000, of: value % 10_000) : yearFirst
    case 8: return day(value % 100, value / 100 % 100, plausibleYear(value / 10_000))
    default: return .invalid
    }
  }

  /// `01/2025`, `001.2025`, `2025-01`, `01/25`, and `2024/25` as a year.
  private static func pair(
    _ first: CalendarNumber,
    _ second: CalendarNumber,
    _ fiscalYear: FiscalYear
  ) -> CalendarCell {
    switch (first.digits, second.digits) {
    case (4, 2) where second.value > 16, (4, 4): year(first, second, fiscalYear)
    case (4, 1...3): period(second.value, of: first.value)
    case (1...3, 4): period(first.value, of: second.value)
    case (1...2, 2) where first.value <= 12: period(first.value, of: second.year ?? 0)
    default: .invalid
    }
  }

  /// `FY2025`, `GJ 25`, `FY 2024/25`: a year that is announced as one.
  private static func year(_ parts: CalendarParts, _ fiscalYear: FiscalYear) -> CalendarCell {
    let (first, second) = (parts.numbers[0], parts.numbers[1])
    switch parts.numbers.count {
    case 1: return period(12, of: first.year ?? 0)
    case 2: return year(first, second, fiscalYear)
    default: return .invalid
    }
  }

  /// A fiscal year that is named after both of its calendar years, such as `2024/25`.
  private static func year(
    _ first: CalendarNumber,
    _ second: CalendarNumber,
    _ fiscalYear: FiscalYear
  ) -> CalendarCell {
    guard let start = first.year, let end = second.year, end == start + 1 else { return .invalid }
    return period(12, of: fiscalYear.isNamedAfterEnd ? end : start)
  }

  /// `31.01.2025`, `2025-01-31`, and in the order of the style `01/31/2025`.
  private static func triple(_ parts: CalendarParts, style: DateStyle) -> CalendarCell {
    let (first, second, third) = (parts.numbers[0], parts.numbers[1], parts.numbers[2])
    guard parts.separators.0 == parts.separators.1 else { return .invalid }
    if first.digits == 4 { return day(third.value, second.value, first.value) }
    guard first.digits <= 2, second.digits <= 2, let year = third.year else { return .invalid }
    if parts.dependsOnOrder, style.order == .monthFirst {
      return day(second.value, first.value, year)
    }
    return day(first.value, second.value, year)
  }

  /// `Jan 25`, `März 2025`, `2025 Jan`, `15. Januar 2026`, `Jan 15, 2026`, `2026-Jan-15`.
  private static func month(_ month: Int, _ parts: CalendarParts) -> CalendarCell {
    let numbers = parts.numbers
    switch (parts.numbersBeforeWord, numbers.count) {
    case (0, 1): return period(month, of: numbers[0].year ?? 0)
    case (1, 1) where numbers[0].digits == 4: return period(month, of: numbers[0].value)
    case (0, 2): return day(numbers[0].value, month, numbers[1].year ?? 0)
    case (1, 2) where numbers[0].digits == 4:
      return day(numbers[1].value, month, numbers[0].value)
    case (1, 2): return day(numbers[0].value, month, numbers[1].year ?? 0)
    default: return .invalid
    }
  }

  /// The last month of a half-year or quarter, of which a year has `count`.
  private static func part(of count: Int, _ parts: CalendarParts) -> CalendarCell {
    guard let (ordinal, year) = parts.ordinalAndYear, (1...count).contains(ordinal) else {
      return .invalid
    }
    return period(ordinal * 12 / count, of: year)
  }

  private static func week(_ parts: CalendarParts) -> CalendarCell {
    guard let (week, year) = parts.ordinalAndYear, let plausible = plausibleYear(year),
      let month = CivilCalendar.monthOfThursday(week: week, year: plausible)
    else { return .invalid }
    return .month(year: plausible, month: month)
  }

  private static func plausibleYear(_ year: Int) -> Int? {
    (1900...2099).contains(year) || year == 9999 ? year : nil
  }

  private static func period(_ number: Int, of year: Int) -> CalendarCell {
    guard let year = plausibleYear(year) else { return .invalid }
    switch number {
    case 1...12: return .month(year: year, month: number)
    case 13...16: return .special(period: number, year: year)
    default: return .invalid
    }
  }

  private static func day(_ day: Int, _ month: Int, _ year: Int?) -> CalendarCell {
    guard let year, (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilCalendar.days(inMonth: month, of: year)
    else { return .invalid }
    return .day(year: year, month: month, day: day)
  }
}

/// The lengths of months and the weeks of ISO 8601.
private enum CivilCalendar {
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The month of the Thursday of an ISO week, or nil when the year has no such week.
  static func monthOfThursday(week: Int, year: Int) -> Int? {
    guard (1...53).contains(week) else { return nil }
    let previous = year - 1
    // Weekday of 1 January, Monday 0: 1 January of year 1 was a Monday.
    let weekday = (previous * 365 + previous / 4 - previous / 100 + previous / 400) % 7
    // The first Thursday of the year lies in week 1.
    var day = 1 + (3 - weekday + 7) % 7 + (week - 1) * 7
    for month in 1...12 {
      let length = days(inMonth: month, of: year)
      if day <= length { return month }
      day -= length
    }
    return nil
  }
}
