// SPDX-License-Identifier: Apache-2.0

/// What the cells of one column say about the order of day and month so far.
struct DateEvidence {
  /// So many texts are remembered with what they say.
  private static let rememberedTexts = 1 << 18

  /// What one text says about the order.
  private enum Verdict: Sendable {
    case nothing, dayFirst, monthFirst, ambiguous
  }

  private var memo = TextMemo<Verdict>(limit: rememberedTexts)
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

  /// Takes a cell of a record into account.
  mutating func add(_ record: borrowing Record, column: Int) {
    let line = record.line
    record.withContent(column) { cell in add(cell, line: line) }
  }

  /// Takes one cell into account.
  mutating func add(_ cell: Span<UInt8>, line: Int) {
    switch memo.fact(of: cell, orElse: { cell in Self.verdict(on: cell) }) {
    case .nothing: return
    case .dayFirst: dayFirst += 1
    case .monthFirst: monthFirst += 1
    case .ambiguous: noteAmbiguous(cell, line)
    }
    // A draw has to show a cell, even when each cell by itself is clear.
    if voteCount > 0, dayFirst == monthFirst { noteAmbiguous(cell, line) }
  }

  private mutating func noteAmbiguous(_ cell: Span<UInt8>, _ line: Int) {
    if firstAmbiguous == nil { firstAmbiguous = (line, decodedText(of: cell)) }
  }

  private static func verdict(on cell: Span<UInt8>) -> Verdict {
    let a = CalendarReader.read(cell, style: DateStyle(order: .dayFirst))
    let b = CalendarReader.read(cell, style: DateStyle(order: .monthFirst))
    guard a != b else { return .nothing }
    return switch (a, b) {
    case (.day, .invalid): .dayFirst
    case (.invalid, .day): .monthFirst
    default: .ambiguous
    }
  }
}
