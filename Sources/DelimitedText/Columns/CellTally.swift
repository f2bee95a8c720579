// SPDX-License-Identifier: Apache-2.0

/// How the cells of a column are read.
package struct CellStyle: Sendable {
  /// How its numbers are written.
  package var number: NumberStyle
  /// How its days are written.
  package var date: DateStyle

  /// Describes a column.
  package init(number: NumberStyle, date: DateStyle) {
    self.number = number
    self.date = date
  }
}

/// Counts the cells of one column.
///
/// A text is read when it is first seen and only counted from then on; what it is weighs with its
/// count at the end. When more texts turn up than are kept, their counts say nothing any more, and
/// each further cell is read by itself.
struct CellTally {
  private static let shownSamples = 3

  private let style: CellStyle
  private let keptTexts: Int
  private var column = ColumnFacts()
  private var texts = TextNumbers()
  private var known: [CellFacts] = []
  private var occurrences: [Int] = []
  /// How many of the known texts are values.
  private var values = 0
  private var isOverfull = false
  private var words = LeadingWords()

  init(style: CellStyle, keptTexts: Int) {
    self.style = style
    self.keptTexts = keptTexts
  }

  /// Takes one cell into account.
  mutating func add(_ cell: Span<UInt8>) {
    column.rows += 1
    if cell.isEmpty {
      column.missing += 1
    } else if isOverfull {
      column.weigh(read(cell), times: 1)
    } else if let number = texts.number(of: cell) {
      occurrences[number] += 1
    } else {
      keep(cell, read(cell))
    }
  }

  private mutating func keep(_ cell: Span<UInt8>, _ facts: CellFacts) {
    if !facts.isMissing {
      guard values < keptTexts else { return giveUp(facts) }
      values += 1
      note(sample: cell)
    }
    _ = texts.number(adding: cell)
    known.append(facts)
    occurrences.append(1)
  }

  private mutating func note(sample cell: Span<UInt8>) {
    guard column.samples.count < Self.shownSamples else { return }
    let text = decodedText(of: cell)
    if !column.samples.contains(text) { column.samples.append(text) }
  }

  private mutating func giveUp(_ facts: CellFacts) {
    weighKnown()
    column.weigh(facts, times: 1)
    (texts, known, occurrences) = (TextNumbers(), [], [])
    isOverfull = true
  }

  private mutating func weighKnown() {
    for (facts, times) in zip(known, occurrences) { column.weigh(facts, times: times) }
  }

  // MARK: One text

  private mutating func read(_ cell: Span<UInt8>) -> CellFacts {
    if let facts = readPlainNumber(cell) { return facts }
    let shape = CellShape(cell)
    guard shape.hasDigit, !words.isForeign(to: cell) else {
      if MissingMarker(cell) != nil { return CellFacts(isMissing: true) }
      return CellFacts(isCode: shape.isCode, isPadded: shape.isPadded)
    }
    var facts = CellFacts(isCode: shape.isCode, isPadded: shape.isPadded)
    switch NumberReader.read(cell, style: style.number) {
    case .missing: return CellFacts(isMissing: true)
    case .number(let parsed):
      facts.isNumber = true
      facts.isPercent = parsed.isPercent
      facts.currency = parsed.currency
      column.widen(by: parsed)
    case .invalid: break
    }
    if !shape.isPlainNumber || CalendarShape.mayBeDate(cell) {
      facts.time = column.widen(by: CalendarReader.read(cell, style: style.date))
    }
    return facts
  }

  /// Reads a cell of digits with at most one decimal mark between them, as most numbers are; nil for
  /// any other and for one that may be a date.
  private mutating func readPlainNumber(_ cell: Span<UInt8>) -> CellFacts? {
    let mark = UInt8(ascii: style.number.decimal == .comma ? "," : ".")
    guard (1...18).contains(cell.count), !CalendarShape.mayBeDate(cell) else { return nil }
    var (units, place) = (Int64(0), cell.count)
    for offset in cell.indices {
      let digit = cell[offset] &- UInt8(ascii: "0")
      if digit < 10 {
        units = units &* 10 &+ Int64(digit)
      } else if cell[offset] == mark, place == cell.count, offset > 0, offset + 1 < cell.count {
        place = offset
      } else {
        return nil
      }
    }
    let isWhole = place == cell.count
    let scale = isWhole || units == 0 ? 0 : cell.count - place - 1
    column.widen(by: ExactDecimal(Int128(units), scale: scale))
    var facts = CellFacts(isNumber: true)
    facts.isCode = isWhole || mark == UInt8(ascii: ".")
    facts.isPadded = isWhole && cell.count > 1 && cell[0] == UInt8(ascii: "0")
    return facts
  }

  // MARK: The result

  consuming func finished() -> ColumnFacts {
    weighKnown()
    if !isOverfull {
      var counts: [String: Int] = [:]
      counts.reserveCapacity(values)
      for (number, facts) in known.enumerated() where !facts.isMissing {
        counts[texts.text(number), default: 0] += occurrences[number]
      }
      column.counts = counts
    }
    return column
  }
}
