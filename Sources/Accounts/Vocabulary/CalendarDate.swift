// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, without clock or time zone.
///
/// Counting days is all that cycles and validity need; nothing here reads the machine's clock.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// Makes a date, or nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `yyyy-mm-dd`, the form Kontor writes; nil for anything else.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The last day of a month.
  public init?(lastDayOf period: Period) {
    self.init(
      year: period.year,
      month: period.month,
      day: Self.days(inMonth: period.month, of: period.year)
    )
  }

  /// The last day that a date can name, for limits that lie open.
  package static let endOfTime = CalendarDate(uncheckedYear: 9999, month: 12, day: 31)

  private init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1970-01-01; the difference of two dates counts the days between them.
  ///
  /// *Definition* The civil-day algorithm on a year that starts in March (Howard Hinnant, 2013).
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The month this day lies in.
  public var period: Period { Period(year: year, month: month) }

  /// How many days `month` has in `year`; 0 for a month outside 1 to 12.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 0
    }
  }

  /// Whether `a` is the earlier day.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as `yyyy-mm-dd`.
  public var description: String {
    "\(zeroPadded(year, to: 4))-\(zeroPadded(month, to: 2))-\(zeroPadded(day, to: 2))"
  }
}

/// A calendar month, the grain in which Kontor keeps amounts.
///
/// A quarter or a year in an export counts as its last month, so that a window of twelve months
/// holds exactly one of them.
public struct Period: Sendable, Hashable, Comparable {
  /// Months since year 0, so that periods can be subtracted.
  public let index: Int

  /// Makes the month `month` (1 to 12) of `year`.
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "month must be 1...12, is \(month)")
    index = year * 12 + month - 1
  }

  /// Makes the month that lies `index` months after January of year 0.
  public init(index: Int) { self.index = index }

  /// Reads `yyyy-mm`; nil for anything else.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), year > 0, (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The year.
  public var year: Int { index / 12 }
  /// The month, 1 to 12.
  public var month: Int { index % 12 + 1 }

  /// Whether `a` is the earlier month.
  public static func < (a: Period, b: Period) -> Bool { a.index < b.index }
}

extension Period: CustomStringConvertible {
  /// The month as `yyyy-mm`.
  public var description: String { "\(zeroPadded(year, to: 4))-\(zeroPadded(month, to: 2))" }
}

private func zeroPadded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
