// SPDX-License-Identifier: Apache-2.0
import CScanning

/// Reads the rows of a table in batches where they are regular, and one by one where they are not.
///
/// A row is regular when it has the fields of the header, each plain or quoted as a whole, the
/// numbers in plain form, and texts that were seen before. Anything else becomes a ``Record``, read
/// as every record is. Rows come in the order of the file either way, so whoever treats a regular
/// row like the record it is gets the same results at many times the speed.
///
/// Advice: a window of the file is marked as a whole, its rows are taken in batches, and `row`
/// counts within the batch at hand. After a record the batch goes on only when the record ended
/// where the marks have the next row; else the rest of the window is marked anew. A search ends at
/// the first irregular row, so nothing is marked twice for long.
package struct RegularRows: ~Copyable {
  /// Which columns to read, and how.
  package struct Plan: Sendable {
    /// A column of texts.
    package struct Text: Sendable {
      var column: Int
      var emptyAnswer: Int32
      var limit: Int

      /// Reads `column`; an empty cell has the answer `emptyAnswer`, and so many different texts
      /// are remembered, behind which every row with another one is a record.
      package init(column: Int, emptyAnswer: Int32, limit: Int = .max) {
        self.column = column
        self.emptyAnswer = emptyAnswer
        self.limit = limit
      }
    }

    /// A column of numbers.
    package struct Number: Sendable {
      var column: Int
      package let style: NumberStyle
      var decimals: Int
      var factor: Int64
      var bounds: ClosedRange<Int64>

      /// Numbers that have no other bounds.
      package static let anyNumber = -Int64.max...Int64.max

      /// Reads `column` as integers of so many decimals, multiplied by `factor`; a row with a
      /// product outside the bounds is a record.
      package init(
        column: Int,
        style: NumberStyle,
        decimals: Int,
        factor: Int64 = 1,
        bounds: ClosedRange<Int64> = Self.anyNumber
      ) {
        self.column = column
        self.style = style
        self.decimals = decimals
        self.factor = factor
        self.bounds = bounds
      }
    }

    package let texts: [Text]
    package let numbers: [Number]

    /// Reads these columns; at least one number.
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
    /// A text that was not seen before, of this or a later row: ask for it and answer.
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

  /// Whether every row is a record from now on.
  package var readsRecordsOnly = false
  /// Text column `c` of row `r` at `c * capacity + r`.
  package private(set) var answers: [Int32]
  /// Number column `c` of row `r` at `c * capacity + r`, in integers.
  package private(set) var numbers: [Int64]

  private let table: DelimitedTable
  private let forms: [scan_number_form]
  private let checksFirstField: Bool
  private var texts: [TextTable]
  private let limits: [Int]
  private var window: FileWindow
  private var marks: RowMarks
  /// What is known of each row of the batch.
  private var flags = [UInt8](repeating: 0, count: capacity)
  /// Per text column how many rows of the batch are answered.
  private var answered: [Int]
  /// The rows of the marks in the batch; `row` is the next one within it.
  private var batch = 0..<0
  private var row = 0
  /// Where the rows after the marks begin, and the line of the next row.
  private var position: Int
  private var line: Int

  /// Starts at the first record after the header; `audits` asks for the file's audit on the way.
  package init(of table: DelimitedTable, plan: Plan, audits: Bool = false) {
    self.init(of: table, plan: plan, audits: audits, windowSize: FileWindow.size)
  }

  init(of table: DelimitedTable, plan: Plan, audits: Bool, windowSize: Int) {
    self.table = table
    forms = plan.numbers.map { scan_number_form($0) }
    checksFirstField = plan.checksFirstField
    texts = plan.texts.enumerated().map { index, text in
      TextTable(field: text.column, empty: text.emptyAnswer, offset: index * Self.capacity)
    }
    limits = plan.texts.map(\.limit)
    answers = Array(repeating: 0, count: plan.texts.count * Self.capacity)
    numbers = Array(repeating: 0, count: plan.numbers.count * Self.capacity)
    answered = plan.texts.map { _ in 0 }
    position = table.bodyStart
    line = table.bodyLine
    window = FileWindow(
      of: table.text.content,
      audited: audits && table.readsFile,
      size: windowSize
    )
    marks = RowMarks(
      fieldCount: table.header.count,
      dialect: table.dialect,
      windowSize: windowSize
    )
  }

  /// What comes next in the file.
  package mutating func next() -> Step {
    while true {
      if row < batch.count { return nextOfBatch() }
      if batch.upperBound < marks.count {
        guard startBatch() else { return .record }
      } else if marks.isIrregular {
        return .record
      } else if position >= table.text.content.count {
        return .end
      } else if !mark() {
        return .record
      }
    }
  }

  /// The audit of the file after its last row; nil when none was asked for or is possible.
  package consuming func finishedAudit() -> FileAudit? { window.finishedAudit() }

  // MARK: Marks and batches

  /// Marks the rows from `position` on; false when not even one ends within a window.
  private mutating func mark() -> Bool {
    markWindow()
    if marks.count == 0, !marks.isIrregular, window.range.upperBound < table.text.content.count {
      window.move(to: position)
      markWindow()
    }
    position = window.range.lowerBound + marks.start(ofRow: marks.count)
    return marks.count > 0
  }

  private mutating func markWindow() {
    if position >= window.range.upperBound { window.move(to: position) }
    let start = position - window.range.lowerBound
    unsafe marks.find(in: window.bytes, start..<window.range.count)
    (batch, row) = (0..<0, 0)
  }

  /// Starts the next batch; false when its first row is not regular.
  private mutating func startBatch() -> Bool {
    let first = batch.upperBound
    batch = first..<first + marks.completeRows(from: first, atMost: Self.capacity)
    row = 0
    guard !batch.isEmpty else { return false }
    for index in 0..<batch.count { flags[index] = 0 }
    for column in answered.indices { answered[column] = 0 }
    var rows = unsafe marks.rows(batch, in: window.bytes)
    let count = Int32(forms.count)
    unsafe scan_numbers(&rows, forms, count, Int64(Self.capacity), &numbers, &flags)
    if checksFirstField { unsafe scan_first_fields(&rows, &flags) }
    return true
  }

  private mutating func nextOfBatch() -> Step {
    if readsRecordsOnly { return .record }
    for column in texts.indices where answered[column] < batch.count {
      let rows = unsafe marks.rows(batch, in: window.bytes)
      answered[column] = unsafe texts[column].answer(
        rows,
        from: answered[column],
        &answers,
        &flags
      )
      if answered[column] < batch.count { return .unknownText(column) }
    }
    let first = row
    while row < batch.count, flags[row] == Self.isRegular { row += 1 }
    guard row > first else { return .record }
    line += row - first
    return .rows(first..<row)
  }

  private static let isRegular = UInt8(scan_has_number)

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
    guard texts[column].count < limits[column] else {
      answers[column * Self.capacity + answered[column]] = Self.asRecord
      flags[answered[column]] = UInt8(scan_needs_look)
      answered[column] += 1
      return
    }
    texts[column].insert(unknownBytes(column), answer: answer)
  }

  private func unknownBytes(_ column: Int) -> [UInt8] {
    let rows = unsafe marks.rows(batch, in: window.bytes)
    return unsafe texts[column].text(of: answered[column], in: rows)
  }

  // MARK: Records

  /// Reads the row of step `record` as a record.
  package mutating func takeRecord(_ body: (borrowing Record) -> Void) {
    let start = nextStart
    var record = table.emptyRecord()
    var place = (offset: start, line: line)
    var size = lineEnd(from: start) - start
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

  /// Where the next row begins that is not in a step yet.
  private var nextStart: Int {
    let next = row < batch.count ? batch.lowerBound + row : batch.upperBound
    return next < marks.count
      ? window.range.lowerBound + marks.start(ofRow: next) : position
  }

  /// Offset after the next line feed in the window, or its end; at least one more than `start`.
  private func lineEnd(from start: Int) -> Int {
    let range = window.range
    var end = start
    while range.contains(end), unsafe window.bytes[end - range.lowerBound] != 0x0A { end += 1 }
    return end + 1
  }

  /// Goes on with the marks where they have a row at `offset`, else marks anew from there.
  private mutating func goOn(at offset: Int) {
    if row < batch.count {
      row += 1
    } else if batch.upperBound < marks.count {
      batch = batch.upperBound + 1..<batch.upperBound + 1
      row = 0
    }
    if offset == nextStart { return }
    marks.clear()
    (batch, row) = (0..<0, 0)
    position = offset
  }
}

extension scan_number_form {
  fileprivate init(_ number: RegularRows.Plan.Number) {
    let grouping: UInt8 =
      switch number.style.grouping {
      case .comma: 0x2C
      case .point: 0x2E
      default: 0
      }
    self.init(
      field: Int32(number.column),
      decimal_mark: number.style.decimal == .comma ? 0x2C : 0x2E,
      grouping_mark: grouping,
      decimals: UInt8(clamping: number.decimals),
      factor: number.factor,
      least: number.bounds.lowerBound,
      most: number.bounds.upperBound
    )
  }
}
