// SPDX-License-Identifier: Apache-2.0
import CScanning

/// Reads the rows of a table in batches where they are regular, and one by one where they are not.
///
/// A row is regular when it has the fields of the header, each plain or quoted as a whole, the
/// numbers in plain form, and texts that were seen before. Anything else becomes a ``Record``, read
/// as every record is. Rows come in the order of the file either way, so whoever treats a regular
/// row like the record it is gets the same results at many times the speed.
///
/// Advice: `row` counts within the batch that was scanned last; after a record the batch goes on
/// only when the record ended where the scan found the next row.
package struct RegularRows: ~Copyable {
  /// Which columns to read, and how.
  package struct Plan: Sendable {
    /// A column of texts.
    package struct Text: Sendable {
      var column: Int
      var emptyAnswer: Int32

      /// Reads `column`; an empty cell has the answer `emptyAnswer`.
      package init(column: Int, emptyAnswer: Int32) {
        self.column = column
        self.emptyAnswer = emptyAnswer
      }
    }

    /// A column of numbers.
    package struct Number: Sendable {
      var column: Int
      package let style: NumberStyle
      var decimals: Int

      /// Reads `column` as integers of so many decimals.
      package init(column: Int, style: NumberStyle, decimals: Int) {
        self.column = column
        self.style = style
        self.decimals = decimals
      }
    }

    package let texts: [Text]
    package let numbers: [Number]

    /// Reads these columns; at least one number, and no column twice.
    package init(texts: [Text], numbers: [Number]) {
      self.texts = texts
      self.numbers = numbers
    }

    /// What the first column is, when no text: it must not look like the label of a total.
    var checksFirstField: Bool { !texts.contains { $0.column == 0 } }
  }

  /// What comes next.
  package enum Step: Equatable {
    /// Regular rows; their answers and numbers are in ``answers`` and ``numbers``.
    case rows(Range<Int>)
    /// A text that was not seen before: ask for it and answer.
    case unknownText(Int)
    /// A row to be read as a record.
    case record
    /// The end of the file.
    case end
  }

  /// The answer that makes every row with a text a record.
  package static let asRecord: Int32 = -1
  /// How many rows a batch holds; columns of answers and numbers lie so far apart.
  package static let capacity = 1024
  /// The number of an empty cell.
  package static let missing = Int64.min

  /// Text column `c` of row `r` at `c * capacity + r`.
  package private(set) var answers: [Int32]
  /// Number column `c` of row `r` at `c * capacity + r`, in integers.
  package private(set) var numbers: [Int64]

  private let table: DelimitedTable
  private let plan: Plan
  private let roles: [Int32]
  private let decimalMarks: [UInt8]
  private let groupingMarks: [UInt8]
  private let decimals: [UInt8]
  private var tables: [TextTable]
  private var rowStarts = [Int64](repeating: 0, count: capacity)
  private var textStarts: [Int64]
  private var textLengths: [UInt32]
  /// Per text column how far the rows are answered.
  private var answered: [Int]
  private var row = 0
  private var scanned = 0
  /// Where the scan goes on, and the line of row `row` or of that place.
  private var position: Int
  private var line: Int
  private var isIrregular = false
  private var released: Int

  /// Starts at the first record after the header.
  package init(of table: DelimitedTable, plan: Plan) {
    self.table = table
    self.plan = plan
    var roles = [Int32](repeating: 0, count: table.header.count)
    for (index, text) in plan.texts.enumerated() { roles[text.column] = Int32(index + 1) }
    for (index, number) in plan.numbers.enumerated() { roles[number.column] = -Int32(index + 1) }
    self.roles = roles
    decimalMarks = plan.numbers.map { $0.style.decimal == .comma ? 0x2C : 0x2E }
    groupingMarks = plan.numbers.map { number in
      switch number.style.grouping {
      case .comma: 0x2C
      case .point: 0x2E
      default: 0
      }
    }
    decimals = plan.numbers.map { UInt8(clamping: $0.decimals) }
    tables = plan.texts.map { _ in TextTable() }
    answers = Array(repeating: 0, count: plan.texts.count * Self.capacity)
    numbers = Array(repeating: 0, count: plan.numbers.count * Self.capacity)
    textStarts = Array(repeating: 0, count: plan.texts.count * Self.capacity)
    textLengths = Array(repeating: 0, count: plan.texts.count * Self.capacity)
    answered = plan.texts.map { _ in 0 }
    position = table.bodyStart
    line = table.bodyLine
    released = table.bodyStart
  }

  /// What comes next in the file.
  package mutating func next() -> Step {
    while true {
      if row < scanned { return nextOfBatch() }
      if isIrregular { return .record }
      guard position < table.text.content.count else { return .end }
      scan()
    }
  }

  private mutating func nextOfBatch() -> Step {
    var known = scanned
    for column in plan.texts.indices {
      if answered[column] < scanned { answer(column) }
      known = min(known, answered[column])
    }
    guard known > row else {
      let column = plan.texts.indices.first { answered[$0] == row }
      return column.map { .unknownText($0) } ?? .record
    }
    let first = row
    while row < known, isRegular(row) { row += 1 }
    guard row > first else { return .record }
    line += row - first
    return .rows(first..<row)
  }

  private func isRegular(_ row: Int) -> Bool {
    for column in plan.texts.indices
    where answers[column * Self.capacity + row] == Self.asRecord {
      return false
    }
    return true
  }

  /// The physical line of row `row` of the step `rows` that was answered last.
  package func line(ofRow row: Int) -> Int { line - (self.row - row) }

  // MARK: Texts

  /// The text that step `unknownText(column)` is about, as records show it.
  package func unknownText(_ column: Int) -> String {
    let bytes = unknownBytes(column)
    let cell = (table.text.codePage?.utf8(from: bytes) ?? bytes)
    return decodedText(of: cell.span.extracting(contentRange(of: cell.span)))
  }

  /// Remembers the answer to step `unknownText(column)`, 0 or more, or ``asRecord``.
  package mutating func remember(_ answer: Int32, _ column: Int) {
    tables[column].insert(unknownBytes(column), answer: answer)
  }

  private func unknownBytes(_ column: Int) -> [UInt8] {
    let cell = column * Self.capacity + row
    let start = Int(textStarts[cell])
    return table.text.content.bytes(start..<start + Int(textLengths[cell]))
  }

  private mutating func answer(_ column: Int) {
    let offset = column * Self.capacity
    let rows = answered[column]..<scanned
    let (table, empty) = (tables[column], plan.texts[column].emptyAnswer)
    answered[column] = unsafe self.table.text.content.withBytes { bytes in
      unsafe answers.withUnsafeMutableBufferPointer { answers in
        unsafe textStarts.withUnsafeBufferPointer { starts in
          unsafe textLengths.withUnsafeBufferPointer { lengths in
            guard let answers = answers.baseAddress, let starts = starts.baseAddress,
              let lengths = lengths.baseAddress
            else { return rows.upperBound }
            return unsafe table.answer(
              bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
              starts: starts + offset,
              lengths: lengths + offset,
              rows: rows,
              empty: empty,
              into: answers + offset
            )
          }
        }
      }
    }
  }

  // MARK: Scanning

  private mutating func scan() {
    row = 0
    for column in answered.indices { answered[column] = 0 }
    var reason = scan_reached_end
    var next = Int64(position)
    let dialect = table.dialect
    let (from, content) = (Int64(position), table.text.content)
    scanned = unsafe content.withBytes { bytes in
      unsafe roles.withUnsafeBufferPointer { roles in
        unsafe decimalMarks.withUnsafeBufferPointer { decimalMarks in
          unsafe groupingMarks.withUnsafeBufferPointer { groupingMarks in
            unsafe decimals.withUnsafeBufferPointer { decimals in
              var plan = unsafe scan_plan(
                delimiter: dialect.delimiter,
                quote: dialect.quote,
                checks_first_field: self.plan.checksFirstField,
                field_count: Int32(roles.count),
                text_count: Int32(self.plan.texts.count),
                number_count: Int32(decimals.count),
                roles: roles.baseAddress,
                decimal_marks: decimalMarks.baseAddress,
                grouping_marks: groupingMarks.baseAddress,
                decimals: decimals.baseAddress
              )
              return unsafe scan(&plan, bytes, from: from, next: &next, reason: &reason)
            }
          }
        }
      }
    }
    position = Int(next)
    isIrregular = reason == scan_irregular
    if position - released > FileContent.stride { releaseMemory() }
  }

  private mutating func scan(
    _ plan: inout scan_plan,
    _ bytes: UnsafeRawBufferPointer,
    from: Int64,
    next: inout Int64,
    reason: inout scan_stop
  ) -> Int {
    unsafe rowStarts.withUnsafeMutableBufferPointer { rowStarts in
      unsafe textStarts.withUnsafeMutableBufferPointer { textStarts in
        unsafe textLengths.withUnsafeMutableBufferPointer { textLengths in
          unsafe numbers.withUnsafeMutableBufferPointer { numbers in
            var result = unsafe scan_rows_result(
              capacity: Int64(Self.capacity),
              row_starts: rowStarts.baseAddress,
              text_starts: textStarts.baseAddress,
              text_lengths: textLengths.baseAddress,
              numbers: numbers.baseAddress
            )
            return Int(
              unsafe scan_rows(
                &plan,
                bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
                from,
                Int64(bytes.count),
                Int64(bytes.count),
                &result,
                &next,
                &reason
              )
            )
          }
        }
      }
    }
  }

  /// Gives back what lies before the batch at hand.
  private mutating func releaseMemory() {
    let end = scanned > 0 ? Int(rowStarts[0]) : position
    table.text.content.release(released..<max(released, end))
    released = max(released, end / 4096 * 4096)
  }

  // MARK: Records

  /// Reads the row of step `record` as a record.
  package mutating func takeRecord(_ body: (borrowing Record) -> Void) {
    let start = row < scanned ? Int(rowStarts[row]) : position
    var record = table.emptyRecord()
    var place = (offset: start, line: line)
    var size = table.text.content.lineEnd(from: start) - start
    var step = ScanStep.needsMore
    while step == .needsMore {
      step = table.scanWindow(size, from: &place, into: &record) { record in
        body(record)
        return .stop
      }
      size *= 8
    }
    line = place.line
    goOn(at: place.offset)
  }

  /// Goes on with the batch where it has a row at `offset`, else scans anew from there.
  private mutating func goOn(at offset: Int) {
    if row < scanned {
      row += 1
      let next = row < scanned ? Int(rowStarts[row]) : position
      if next == offset {
        for column in answered.indices { answered[column] = max(answered[column], row) }
        return
      }
    }
    (row, scanned) = (0, 0)
    isIrregular = false
    position = offset
  }
}
