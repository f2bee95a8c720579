// SPDX-License-Identifier: Apache-2.0
import Accounts

extension RowReader {
  /// The day of a check-in: its date, or the last day of the week of the cycle it names.
  ///
  /// A week that `asOf` falls into counts up to `asOf`, the last week up to the cycle's end.
  mutating func checkinDay(
    in cycle: Cycle?,
    asOf: CalendarDate
  ) -> (date: CalendarDate, second: Int?)? {
    if table.has(.week), text(.date) == nil {
      return weekDay(in: cycle, asOf: asOf).map { ($0, nil) }
    }
    guard let written = required(.date) else { return nil }
    if let week = CalendarWeek(written) {
      return calendarDay(of: week, .date, in: cycle, asOf: asOf).map { ($0, nil) }
    }
    guard let day = day(.date) else { return nil }
    return (day.date, second() ?? day.second)
  }

  private mutating func second() -> Int? {
    guard let text = text(.time) else { return nil }
    if let second = SheetDay.second(ofDay: text[...]) { return second }
    report(
      .badDate,
      .time,
      found: text,
      LocalizedText(
        de: "Uhrzeit wie 14:30 erwartet, gefunden '\(text)'",
        en: "expected a time like 14:30, found '\(text)'"
      )
    )
    return nil
  }

  private mutating func weekDay(in cycle: Cycle?, asOf: CalendarDate) -> CalendarDate? {
    guard let week = required(.week) else { return nil }
    if let named = CalendarWeek(week) ?? numberedWeek(week) {
      return calendarDay(of: named, .week, in: cycle, asOf: asOf)
    }
    guard let number = Int(week), (1...999).contains(number), let cycle, cycle.days != nil else {
      report(
        .badDate,
        .week,
        found: week,
        LocalizedText(
          de: "Woche ab 1 in einem Zyklus mit Beginn und Ende oder Kalenderwoche wie 'KW 37/2026' "
            + "erwartet, gefunden '\(week)'",
          en: "expected a week from 1 in a cycle with start and end, or one of the calendar such "
            + "as 'CW 37/2026', found '\(week)'"
        )
      )
      return nil
    }
    return cycle.lastDay(ofWeek: number, asOf: asOf)
  }

  /// A bare number below a header that speaks of calendar weeks.
  private func numberedWeek(_ text: String) -> CalendarWeek? {
    guard table.countsCalendarWeeks else { return nil }
    return Int(text).flatMap(CalendarWeek.init(number:))
  }

  /// The last day of a week of the calendar, cut as weeks of the cycle are.
  private mutating func calendarDay(
    of week: CalendarWeek,
    _ column: OKRColumn,
    in cycle: Cycle?,
    asOf: CalendarDate
  ) -> CalendarDate? {
    guard let days = week.days(near: cycle?.days) else {
      let text = text(column) ?? ""
      report(
        .badDate,
        column,
        found: text,
        LocalizedText(
          de: "Kalenderwoche '\(text)' liegt nicht in genau einem Jahr des Zyklus; mit Jahr, etwa "
            + "'KW 37/2026', ist sie eindeutig",
          en:
            "calendar week '\(text)' is not in exactly one year of the cycle; with its year, such "
            + "as 'CW 37/2026', it is unique"
        )
      )
      return nil
    }
    var last = days.last
    if let cycle = cycle?.days, days.first <= cycle.end { last = min(last, cycle.end) }
    return days.first <= asOf ? min(last, asOf) : last
  }

  /// The value of a check-in, read the way its key result is measured.
  mutating func checkinValue(of keyResult: KeyResult?) -> KeyResultValue? {
    guard let keyResult else { return nil }
    if keyResult.kind == .ordinal, text(.zone) != nil {
      return choice(.zone, of: Zone.self).map { .zone($0) }
    }
    keyResultUnit = keyResult.unit
    return value(.value, of: keyResult)
  }

  /// The confidence on a scale of 0 to 10; shares and percentages are brought to it.
  mutating func confidence() -> Double? {
    guard let text = text(.confidence), let number = number(.confidence) else { return nil }
    let isPercent = hasPercentSign(.confidence)
    if isPercent, (0...100).contains(number) {
      reportScale(text)
      return number / 10
    }
    guard !isPercent, (0...10).contains(number) else {
      reportOutside(.confidence, de: "0 bis 10", en: "0 to 10")
      return nil
    }
    guard number > 0, number < 1 else { return number }
    reportScale(text)
    return number * 10
  }

  private mutating func reportScale(_ text: String) {
    report(
      .confidenceScale,
      .confidence,
      found: text,
      LocalizedText(
        de: "Zuversicht '\(text)' ist ein Anteil; erwartet 0 bis 10, umgerechnet",
        en: "confidence '\(text)' is a share; expected 0 to 10, converted"
      )
    )
  }

  /// Reports check-ins outside their cycle, which count, and after the day of the figures, which
  /// do not.
  mutating func checkTime(
    _ date: CalendarDate,
    of cycle: Cycle?,
    key: String,
    asOf: CalendarDate
  ) {
    let found = text(.date) ?? text(.week)
    keep(Finding.checkinTime(date, of: cycle, asOf: asOf, at: place, key: key, found: found))
  }
}

extension Cycle {
  /// The last day of a week of the cycle, counted from 1; nil without days or beyond the calendar.
  ///
  /// A week that `asOf` falls into counts up to `asOf`, the last week up to the cycle's end.
  func lastDay(ofWeek number: Int, asOf: CalendarDate) -> CalendarDate? {
    guard let days else { return nil }
    let first = days.start.adding(days: 7 * (number - 1))
    var last = days.start.adding(days: 7 * number - 1)
    if let begin = first, begin <= days.end { last = last.map { min($0, days.end) } }
    if let begin = first, begin <= asOf { last = last.map { min($0, asOf) } }
    return last
  }
}

extension Finding {
  /// What there is to say about the day of a check-in.
  static func checkinTime(
    _ date: CalendarDate,
    of cycle: Cycle?,
    asOf: CalendarDate,
    at place: SheetPlace,
    key: String,
    found: String?
  ) -> [Finding] {
    var findings: [Finding] = []
    if date > asOf {
      findings.append(
        .okr(
          .checkinAfterAsOf,
          at: place,
          field: key,
          found: found,
          LocalizedText(
            de: "Check-in vom \(date) liegt nach dem Stichtag \(asOf) und zählt nicht",
            en: "check-in of \(date) lies after the as-of day \(asOf) and does not count"
          )
        )
      )
    }
    guard let cycle, let days = cycle.days, date < days.start || date > days.end else {
      return findings
    }
    let outside = Finding.okr(
      .checkinOutsideCycle,
      at: place,
      field: key,
      found: found,
      LocalizedText(
        de: "Check-in vom \(date) liegt außerhalb des Zyklus '\(cycle.id)' (\(days.start) bis "
          + "\(days.end)); er zählt trotzdem",
        en: "check-in of \(date) lies outside cycle '\(cycle.id)' (\(days.start) to "
          + "\(days.end)); it counts all the same"
      )
    )
    return findings + [outside]
  }
}

extension CalendarDate {
  /// The day `days` later, nil beyond the year 9999.
  func adding(days: Int) -> CalendarDate? {
    var (year, month, day) = (self.year, self.month, self.day + days)
    while day > Self.days(inMonth: month, of: year) {
      day -= Self.days(inMonth: month, of: year)
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
      if year > 9999 { return nil }
    }
    return CalendarDate(year: year, month: month, day: day)
  }
}
