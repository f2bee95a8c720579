// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// A day as people type it, with or without a time of day.
struct SheetDay {
  /// The parts in the order they stand, before it is known which is day and which is month.
  private let numbers: [Int]
  private let widths: [Int]
  private let separator: UInt8
  /// The second of the day, where a time follows.
  let second: Int?

  /// Takes a cell of three numbers between dots, hyphens or slashes; nil for anything else.
  init?(_ text: String) {
    let bytes = text.utf8
    let end = bytes.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }
    let day = bytes[..<(end ?? bytes.endIndex)]
    guard let mark = day.first(where: { !Self.isDigit($0) }), Self.marks.contains(mark) else {
      return nil
    }
    let parts = day.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let values = parts.compactMap { Self.digits($0) }
    guard values.count == 3 else { return nil }
    if let end {
      let time = text[text.index(after: end)...]
      guard let second = Self.second(ofDay: time) else { return nil }
      self.second = second
    } else {
      second = nil
    }
    separator = mark
    numbers = values
    widths = parts.map(\.count)
  }

  /// Whether the year has two digits.
  var hasTwoDigitYear: Bool { widths[0] != 4 && widths[2] == 2 }

  /// Whether it is written with slashes, of which some countries put the month first.
  var isSlashed: Bool { separator == Self.slash }

  /// Whether day and month could change places: written with slashes, both at most 12, different.
  var isAmbiguous: Bool {
    separator == Self.slash && widths[0] != 4 && numbers[0] <= 12 && numbers[1] <= 12
      && numbers[0] != numbers[1]
  }

  /// The order that the numbers themselves prove, nil when they prove none.
  var provenOrder: DateOrder? {
    guard separator == Self.slash, widths[0] != 4 else { return nil }
    if numbers[0] > 12 { return .dayFirst }
    return numbers[1] > 12 ? .monthFirst : nil
  }

  /// The day, nil when the calendar has no such day.
  ///
  /// A two-digit year lies in 1950 to 2049.
  func date(order: DateOrder) -> CalendarDate? {
    if widths[0] == 4 {
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    guard widths[2] == 4 || widths[2] == 2 else { return nil }
    let short = numbers[2]
    let year = widths[2] == 4 ? short : short + (short < 50 ? 2000 : 1900)
    return separator == Self.slash && order == .monthFirst
      ? CalendarDate(year: year, month: numbers[0], day: numbers[1])
      : CalendarDate(year: year, month: numbers[1], day: numbers[0])
  }

  /// Seconds since midnight of `hh:mm` or `hh:mm:ss`, nil for anything else.
  static func second(ofDay text: Substring) -> Int? {
    let plain = text.hasSuffix("Z") ? text.dropLast() : text
    let whole = plain.utf8.prefix { $0 != UInt8(ascii: ".") }
    let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    let values = parts.compactMap { Self.digits($0) }
    guard values.count == parts.count, values[0] < 24, values[1] < 60,
      values.count == 2 || values[2] < 60
    else { return nil }
    return values[0] * 3600 + values[1] * 60 + (values.count == 3 ? values[2] : 0)
  }

  private static let slash = UInt8(ascii: "/")
  private static let marks: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: "-"), slash]

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// One to four digits as a number.
  private static func digits(_ bytes: Substring.UTF8View) -> Int? {
    guard (1...4).contains(bytes.count), bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
