// SPDX-License-Identifier: Apache-2.0

/// What the cells of one column say about the order of day and month so far.
struct DateEvidence {
  private var dayFirst = 0
  private var monthFirst = 0
  private var firstAmbiguous: (line: Int, text: String)?

  /// How many cells speak for an order.
  var voteCount: Int { dayFirst + monthFirst }

  /// The decision; without any cell that depends on the order, days come first.
  var decision: DateStyleDecision {
    if dayFirst != monthFirst {
      return .decided(DateStyle(order: dayFirst > monthFirst ? .dayFirst : .monthFirst))
    }
    if let firstAmbiguous {
      return .ambiguous(line: firstAmbiguous.line, text: firstAmbiguous.text)
    }
    return .decided(DateStyle(order: .dayFirst))
  }

  /// Takes one cell into account.
  mutating func add(_ record: borrowing Record, column: Int) {
    let (a, b) = record.withContent(column) { cell in
      (
        CalendarReader.read(cell, style: DateStyle(order: .dayFirst)),
        CalendarReader.read(cell, style: DateStyle(order: .monthFirst))
      )
    }
    guard a != b else { return }
    switch (a, b) {
    case (.day, .invalid): dayFirst += 1
    case (.invalid, .day): monthFirst += 1
    default:
      if firstAmbiguous == nil { firstAmbiguous = (record.line, record.text(column)) }
    }
    // A draw has to show a cell, even when each cell by itself is clear.
    if voteCount > 0, dayFirst == monthFirst, firstAmbiguous == nil {
      firstAmbiguous = (record.line, record.text(column))
    }
  }
}
