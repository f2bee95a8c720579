// SPDX-License-Identifier: Apache-2.0
import Accounts

/// A week of the calendar (ISO 8601: weeks begin on Monday, week 1 has the first Thursday), as in
/// `KW 37`, `37. KW 2026`, `CW 37/2026` or `2026-W37`; `KW 37/38` may be two weeks and is none.
struct CalendarWeek {
  /// The number, 1 to 53.
  private let number: Int
  /// The year, where the text says one.
  private let year: Int?

  /// The week with this number, of a year that is not said.
  init?(number: Int) {
    guard (1...53).contains(number) else { return nil }
    (self.number, year) = (number, nil)
  }

  /// Reads a text that calls itself a calendar week; nil for any other.
  init?(_ text: String) {
    let parts = Self.parts(of: text)
    let words = parts.indices.filter { Self.number(parts[$0]) == nil }
    let numbers = parts.compactMap(Self.number)
    guard words.count == 1, (1...2).contains(numbers.count), parts.count <= 3 else { return nil }
    let word = parts[words[0]].lowercased()
    guard Self.words.contains(word) || word == "w" && numbers.count == 2 else { return nil }
    let week: (value: Int, digits: Int)
    if numbers.count == 1 {
      (week, year) = (numbers[0], nil)
    } else if numbers[0].digits == 4 {
      (week, year) = (numbers[1], numbers[0].value)
    } else if numbers[1].digits == 4 {
      (week, year) = (numbers[0], numbers[1].value)
    } else {
      return nil
    }
    guard week.digits <= 2, (1...53).contains(week.value) else { return nil }
    number = week.value
  }

  /// Whether the header of a column says that its numbers are weeks of the calendar.
  static func isHeader(_ header: String) -> Bool { headers.contains(HeaderText.normalized(header)) }

  private static let headers = Set(
    ["KW", "Kalenderwoche", "calendar week", "CW"].map(HeaderText.normalized)
  )
  private static let words: Set = ["kw", "cw", "kalenderwoche"]
}

// MARK: - Days

extension CalendarWeek {
  /// Monday and Sunday of the week; without a year, of the only year in which it meets `days`.
  func days(
    near days: (start: CalendarDate, end: CalendarDate)?
  ) -> (first: CalendarDate, last: CalendarDate)? {
    if let year { return self.days(of: year) }
    guard let days, days.end.year - days.start.year < 10 else { return nil }
    let all = (days.start.year - 1...days.end.year + 1).compactMap(self.days)
    let meeting = all.filter { $0.first <= days.end && $0.last >= days.start }
    return meeting.count == 1 ? meeting[0] : nil
  }

  private func days(of year: Int) -> (first: CalendarDate, last: CalendarDate)? {
    guard let fourth = CalendarDate(year: year, month: 1, day: 4) else { return nil }
    // The first day that is counted, 1 January 1970, was a Thursday.
    let weekday = ((fourth.dayNumber + 3) % 7 + 7) % 7
    let before = 3 - weekday + 7 * (number - 1)
    let begin =
      before < 0
      ? CalendarDate(year: year - 1, month: 12, day: 32 + before)
      : CalendarDate(year: year, month: 1, day: 1)?.adding(days: before)
    guard let monday = begin, let sunday = monday.adding(days: 6),
      monday.dayNumber + 3 <= CalendarDate(year: year, month: 12, day: 31)?.dayNumber ?? 0
    else { return nil }
    return (monday, sunday)
  }

  /// Words and numbers, in their order.
  private static func parts(of text: String) -> [Substring] {
    guard text.utf8.count <= 24 else { return [] }
    return text.split { !$0.isLetter && !$0.isNumber }.flatMap { part in
      guard let border = part.firstIndex(where: { $0.isNumber != part.first?.isNumber }) else {
        return [part]
      }
      return [part[..<border], part[border...]]
    }
  }

  private static func number(_ part: Substring) -> (value: Int, digits: Int)? {
    guard part.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(part) else {
      return nil
    }
    return (value, part.utf8.count)
  }
}
