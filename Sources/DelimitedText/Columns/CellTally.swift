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
  /// The plain numbers that were counted many rows at a time, of a column that mostly holds such.
  private var plain = PlainNumbers()
  private var isNumeric = false
  private var words = LeadingWords()
  private var bounds = DecimalBounds()
  /// The texts as they stand in plain rows, and per text the number of its content.
  private var written: WrittenTexts
  private var contents = [uncounted]

  /// Counts the cells of column `index`.
  init(_ index: Int, style: CellStyle, keptTexts: Int) {
    self.style = style
    self.keptTexts = keptTexts
    written = WrittenTexts(column: index, limit: 2 * keptTexts)
  }

  /// Takes one cell into account.
  mutating func add(_ cell: Span<UInt8>) { _ = count(cell) }

  /// Counts a cell; the answer is the number of its text, nil where that is not kept.
  private mutating func count(_ cell: Span<UInt8>) -> Int? {
    column.rows += 1
    guard !cell.isEmpty else {
      column.missing += 1
      return nil
    }
    guard !isOverfull else {
      column.weigh(read(cell), times: 1)
      return nil
    }
    let (number, isNew) = texts.number(adding: cell)
    guard isNew else {
      occurrences[number] += 1
      return number
    }
    let facts = read(cell)
    if !facts.isMissing {
      guard values < keptTexts else {
        giveUp(facts)
        return nil
      }
      values += 1
      note(sample: cell)
    }
    known.append(facts)
    occurrences.append(1)
    return number
  }

  // MARK: Plain rows

  /// Takes the cells of plain rows into account; where most texts come again, those of all rows are
  /// looked up at once.
  mutating func add(_ rows: Range<Int>, of block: RowBlock) {
    if isNumeric { return addNumbers(rows, of: block) }
    guard !isOverfull, known.count * 2 < column.rows else { return addEach(rows, of: block) }
    written.number(rows, of: block)
    var rest = countKnown(rows, from: rows.lowerBound)
    while let row = rest.first {
      addText(Int(written.numbers[row - rows.lowerBound]), row..<row + 1, of: block)
      rest = rest.dropFirst()
      if isOverfull { return add(rest, of: block) }
      rest = countKnown(rest, from: rows.lowerBound)
    }
  }

  /// Counts rows up to the first with a text that must be looked at; the answer are those from there
  /// on.
  ///
  /// The texts are numbered from row `first` on.
  private mutating func countKnown(_ rows: Range<Int>, from first: Int) -> Range<Int> {
    let (numbers, contents) = (written.numbers, contents)
    // Taken out, so that nothing is asked twice per row.
    var own: [Int] = []
    swap(&own, &occurrences)
    var counts = own.mutableSpan
    var missing = 0
    var end = rows.lowerBound
    while end < rows.upperBound {
      let number = Int(numbers[end - first])
      if number == WrittenTexts.empty {
        missing += 1
      } else {
        guard contents.indices.contains(number), contents[number] >= 0 else { break }
        counts[contents[number]] += 1
      }
      end += 1
    }
    swap(&own, &occurrences)
    column.rows += end - rows.lowerBound
    column.missing += missing
    return end..<rows.upperBound
  }

  /// Takes a cell into account whose text has this number, as it stands.
  private mutating func addText(_ number: Int, _ row: Range<Int>, of block: RowBlock) {
    block.forEachContent(of: written.column, in: row) { _, cell in
      let content = count(cell)
      // New texts are numbered in the order of their rows.
      if number == contents.count { contents.append(content ?? Self.uncounted) }
      return true
    }
  }

  private mutating func addNumbers(_ rows: Range<Int>, of block: RowBlock) {
    var rest = rows
    while !rest.isEmpty {
      let index = written.column
      let end = block.count(rest, column: index, decimalMark: decimalMark, in: &plain, &bounds)
      let odd = end..<min(end + 1, rest.upperBound)
      addEach(odd, of: block)
      rest = odd.upperBound..<rest.upperBound
    }
  }

  private var decimalMark: UInt8 { UInt8(ascii: style.number.decimal == .comma ? "," : ".") }

  private mutating func addEach(_ rows: Range<Int>, of block: RowBlock) {
    block.forEachContent(of: written.column, in: rows) { _, cell in
      add(cell)
      return true
    }
  }

  private static let uncounted = -1

  // MARK: Keeping

  private mutating func note(sample cell: Span<UInt8>) {
    guard column.samples.count < Self.shownSamples else { return }
    let text = decodedText(of: cell)
    if !column.samples.contains(text) { column.samples.append(text) }
  }

  private mutating func giveUp(_ facts: CellFacts) {
    weighKnown()
    column.weigh(facts, times: 1)
    (texts, known, occurrences) = (TextNumbers(), [], [])
    written.removeAll()
    contents = []
    isOverfull = true
    isNumeric = column.numbers * 2 > column.present
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

  /// Reads a cell of digits, perhaps after a hyphen, with at most one decimal mark between them, as
  /// most numbers are; nil for any other and for one that may be a date.
  private mutating func readPlainNumber(_ cell: Span<UInt8>) -> CellFacts? {
    let mark = decimalMark
    guard (1...18).contains(cell.count), !CalendarShape.mayBeDate(cell) else { return nil }
    let isNegative = cell[0] == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    var (units, place) = (Int64(0), cell.count)
    for offset in first..<cell.count {
      let digit = cell[offset] &- UInt8(ascii: "0")
      if digit < 10 {
        units = units &* 10 &+ Int64(digit)
      } else if cell[offset] == mark, place == cell.count, offset > first, offset + 1 < cell.count {
        place = offset
      } else {
        return nil
      }
    }
    guard cell.count > first else { return nil }
    let isWhole = place == cell.count
    let scale = isWhole || units == 0 ? 0 : cell.count - place - 1
    bounds.widen(by: isNegative ? -units : units, scale: scale)
    var facts = CellFacts(isNumber: true)
    facts.isCode = isWhole || mark == UInt8(ascii: ".")
    facts.isPadded = isWhole && cell.count > 1 && cell[0] == UInt8(ascii: "0")
    return facts
  }

  // MARK: The result

  consuming func finished() -> ColumnFacts {
    weighKnown()
    for number in bounds.extremes { column.widen(by: number) }
    column.rows += plain.whole + plain.fractions
    column.numbers += plain.whole + plain.fractions
    column.codes += plain.whole + (decimalMark == UInt8(ascii: ".") ? plain.fractions : 0)
    column.padded += plain.padded
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
