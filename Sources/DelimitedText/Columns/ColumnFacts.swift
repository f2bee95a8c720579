// SPDX-License-Identifier: Apache-2.0

/// What the cells of one column are, counted.
package struct ColumnFacts: Sendable {
  /// Rows that were looked at.
  package internal(set) var rows = 0
  /// Rows without a value here.
  package internal(set) var missing = 0
  /// How often each text occurs; nil when there are more than are kept.
  package internal(set) var counts: [String: Int]?
  /// The first three different texts, in file order.
  package internal(set) var samples: [String] = []
  /// Cells that hold a number in the column's style.
  package internal(set) var numbers = 0
  /// Numbers with a percent sign.
  package internal(set) var percents = 0
  /// How often which currency stands beside a number.
  package internal(set) var currencies: [String: Int] = [:]
  /// Cells that hold a day.
  package internal(set) var days = 0
  /// Cells that hold a month, quarter or year.
  package internal(set) var months = 0
  /// Cells that hold one word of letters, digits and few signs, with a digit in it.
  package internal(set) var codes = 0
  /// Cells of nothing but digits after a leading zero.
  package internal(set) var padded = 0
  /// The smallest number after its scale word, before any unit.
  package internal(set) var smallest: ExactDecimal?
  /// The largest number after its scale word, before any unit.
  package internal(set) var largest: ExactDecimal?
  /// The first day, or month with a day of 0.
  package internal(set) var firstDay: (year: Int, month: Int, day: Int)?
  /// The last day, or month with a day of 0.
  package internal(set) var lastDay: (year: Int, month: Int, day: Int)?

  /// Rows with a value here.
  package var present: Int { rows - missing }

  // MARK: Counting

  /// Counts what `times` cells are.
  mutating func weigh(_ facts: CellFacts, times: Int) {
    if facts.isMissing {
      missing += times
      return
    }
    if facts.isNumber { numbers += times }
    if facts.isPercent { percents += times }
    if let code = facts.currency { currencies[code, default: 0] += times }
    switch facts.time {
    case .day: days += times
    case .month: months += times
    case .none: break
    }
    if facts.isCode { codes += times }
    if facts.isPadded { padded += times }
  }

  /// Takes a number into account; the first sight of a text is enough for that.
  mutating func widen(by parsed: ParsedNumber) {
    widen(by: parsed.scaleWord.flatMap { parsed.value.multiplied(by: $0) } ?? parsed.value)
  }

  /// Takes the value of a number into account.
  mutating func widen(by value: ExactDecimal) {
    smallest = smallest.map { min($0, value) } ?? value
    largest = largest.map { max($0, value) } ?? value
  }

  /// Takes a day or month into account; the result is what it is.
  mutating func widen(by cell: CalendarCell) -> CellFacts.Time {
    let day: (year: Int, month: Int, day: Int)
    let time: CellFacts.Time
    switch cell {
    case .day(let year, let month, let dayOfMonth):
      (day, time) = ((year, month, dayOfMonth), .day)
    case .month(let year, let month): (day, time) = ((year, month, 0), .month)
    case .special(_, let year): (day, time) = ((year, 12, 0), .month)
    case .missing, .invalid: return .none
    }
    firstDay = firstDay.map { day < $0 ? day : $0 } ?? day
    lastDay = lastDay.map { day > $0 ? day : $0 } ?? day
    return time
  }
}
