// SPDX-License-Identifier: Apache-2.0

/// What a cell of a date or period column holds.
package enum CalendarCell: Sendable, Equatable {
  /// Nothing: blank, a marker such as `n. b.`, or the empty date of SAP, `00.00.0000`.
  case missing
  /// A day of the calendar.
  case day(year: Int, month: Int, day: Int)
  /// A calendar month; a quarter or year is its last month, a week the month of its Thursday.
  case month(year: Int, month: Int)
  /// A special period of an accounting year, 13 to 16; of a fiscal year that is no calendar year
  /// it is the last month instead.
  case special(period: Int, year: Int)
  /// Anything else.
  case invalid

  /// Reads a text, such as the part of a header that names a period.
  package static func parse(_ text: String, style: DateStyle) -> CalendarCell {
    let cell = text.utf8.span
    return CalendarReader.read(cell.extracting(contentRange(of: cell)), style: style)
  }
}

/// How the dates of a column are to be read.
package struct DateStyle: Sendable, Hashable {
  /// Whether day or month comes first between slashes or hyphens.
  package var order: DateOrder

  /// The years that numbered periods, quarters and years belong to.
  package var fiscalYear: FiscalYear

  /// Describes a style.
  package init(order: DateOrder, fiscalYear: FiscalYear = .calendar) {
    self.order = order
    self.fiscalYear = fiscalYear
  }
}

/// What the cells of a column say about its date style.
package enum DateStyleDecision: Sendable, Equatable {
  /// The settings or the cells say so, or no cell depends on it.
  case decided(DateStyle)
  /// Days such as `1/2/2025` read differently in either order, and no cell decides.
  case ambiguous(line: Int, text: String)
}
