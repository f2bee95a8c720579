// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

extension CalendarDate {
  /// Reads a day whose month is a word and whose year has four digits: `1. September 2026`,
  /// `30-Sep-2026`; nil for anything else.
  init?(spelled text: String) {
    guard text.unicodeScalars.contains(where: \.properties.isAlphabetic),
      text.split(whereSeparator: { !$0.isNumber }).contains(where: { $0.utf8.count == 4 }),
      case .day(let year, let month, let day) = CalendarCell.parse(
        text,
        style: DateStyle(order: .dayFirst)
      )
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
