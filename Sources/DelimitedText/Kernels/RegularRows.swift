// SPDX-License-Identifier: Apache-2.0
import CScanning

/// Reads the rows of a table in batches where they are regular, and one by one where they are not.
///
/// A row is regular when it has the fields of the header, each plain or quoted as a whole, the
/// numbers in plain form, and texts that were seen before. Anything else becomes a ``Record``, read
/// as every record is. Rows come in the order of the file either way, so whoever treats a regular
/// row like the record it is gets the same results at many times the speed.
///
/// Advice: the file comes in chunks whose rows are marked and read already, perhaps by others. Their
/// rows are taken in batches; `row` counts within the batch at hand. After a record the chunk goes
/// on only when the record ended where the marks have the next row; else the rest of the chunk is
/// marked and read anew. A search ends at the first irregular row, so nothing is marked twice for
/// long.
package struct RegularRows: ~Copyable {
  /// Which columns to read, and how.
  package struct Plan: Sendable {
    /// A column of texts.
    package struct Text: Sendable {
      var column: Int
      var emptyAnswer: Int32
      var limit: Int
      /// The texts that rows are expected to have in their order; nil where nothing is expected.
      package var expected: ExpectedTexts?

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

    package var texts: [Text]
    package let numbers: [Number]
    /// Whether the first column must not look like the label of a total.
    let checksFirstField: Bool

    /// Reads these columns; at least one number.
    ///
    /// Where the first column is none of the texts, it must not look like the label of a total.
    package init(texts: [Text], numbers: [Number]) {
      self.texts = texts
      self.numbers = numbers
      checksFirstField = !texts.contains { $0.column == 0 }
    }

    /// Reads a number that shows that a row is data, whatever else it holds.
    package init(proof number: Number) {
      texts = []
      numbers = [number]
      checksFirstField = false
    }

    /// The plan for texts of `codePage`, whose bytes are no others' where that is known.
    fileprivate func fitting(_ codePage: CodePage?) -> Plan {
      guard codePage != nil else { return self }
      var fitting = self
      for index in texts.indices { fitting.texts[index].expected = nil }
      return fitting
    }
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
  /// The answer to an expected text that is asked for when a row has it.
  package static let unasked = Int32.min
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
  private let fields: [Int]
  private let reader: ChunkReader
  private let chunkSize: Int
  private let parser: RowParser
  private var chunk: RowChunk
  /// Storage for the rows that are records.
  private var record: Record
  /// Per text column the answer to each text the parser knows.
  private var known: [[Int32]]
  /// What is known of each row of the batch.
  private var flags = [UInt8](repeating: 0, count: capacity)
  /// Per text column how many rows of the batch are answered.
  private var answered: [Int]
  /// The rows of the chunk in the batch; `row` is the next one within it.
  private var batch = 0..<0
  private var row = 0
  /// Physical line of the next row.
  private var line: Int

  /// Starts at the first record after the header.
  ///
  /// So many threads may work, which shows in nothing but the time; `audits` asks for the file's
  /// audit on the way.
  package init(of table: DelimitedTable, plan: Plan, threads: Int = 1, audits: Bool = false) {
    self.init(of: table, plan: plan, threads: threads, audits: audits, chunkSize: RowChunk.size)
  }

  /// The same with chunks of another size, a multiple of 64; for tests of their seams.
  package init(
    of table: DelimitedTable,
    plan: Plan,
    threads: Int,
    audits: Bool,
    chunkSize: Int
  ) {
    let plan = plan.fitting(table.text.codePage)
    self.table = table
    self.chunkSize = chunkSize
    fields = plan.texts.map(\.column)
    answers = Array(repeating: 0, count: plan.texts.count * Self.capacity)
    numbers = Array(repeating: 0, count: plan.numbers.count * Self.capacity)
    answered = plan.texts.map { _ in 0 }
    known = plan.texts.map { [$0.emptyAnswer] + ($0.expected?.answers ?? []) }
    line = table.bodyLine
    parser = RowParser(plan)
    reader = ChunkReader(
      ChunkReader.Job(
        content: table.text.content,
        bodyStart: table.bodyStart,
        fieldCount: table.header.count,
        dialect: table.dialect,
        parser: parser,
        size: chunkSize
      ),
      helpers: threads - 1,
      audits: audits && table.readsFile
    )
    chunk = RowChunk()
    record = table.emptyRecord()
    goOn(from: table.bodyStart)
  }

  deinit { reader.stop() }

  /// What comes next in the file.
  package mutating func next() -> Step {
    while true {
      if row < batch.count { return nextOfBatch() }
      if batch.upperBound < chunk.count {
        startBatch()
      } else if chunk.end >= table.text.content.count {
        return .end
      } else if chunk.end < chunk.range.upperBound {
        return .record
      } else {
        goOn(from: chunk.end)
      }
    }
  }

  /// The audit of the file after its last row; nil when none was asked for or is possible.
  package func finishedAudit() -> FileAudit? { reader.finishedAudit() }

  // MARK: Chunks and batches

  /// Goes on with the row at `position`, in the chunk at hand or another.
  private mutating func goOn(from position: Int) {
    (batch, row) = (0..<0, 0)
    guard position < table.text.content.count else { return chunk.skip(to: position) }
    if !chunk.range.contains(position) {
      var used = RowChunk()
      swap(&chunk, &used)
      chunk = reader.take(position / chunkSize, used: consume used)
      if chunk.start == position { return }
    }
    chunk.mark(from: position)
    parser.read(&chunk)
  }

  private mutating func startBatch() {
    let first = batch.upperBound
    batch = first..<min(first + Self.capacity, chunk.count)
    row = 0
    for index in 0..<batch.count { flags[index] = chunk.flags[first + index] }
    for column in 0..<numbers.count / Self.capacity {
      let (target, source) = (column * Self.capacity, column * chunk.stride + first)
      for index in 0..<batch.count { numbers[target + index] = chunk.numbers[source + index] }
    }
    for column in answered.indices { answered[column] = 0 }
    makeRoomForAnswers()
  }

  private mutating func nextOfBatch() -> Step {
    if readsRecordsOnly || record.otherTable != nil { return .record }
    for column in answered.indices where answered[column] < batch.count {
      answer(column, known[column])
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

  /// The share of the file that was handed over, from 0 to 1.
  package var shareRead: Double {
    let all = table.text.content.count - table.bodyStart
    return all > 0 ? Double(nextStart - table.bodyStart) / Double(all) : 1
  }

  // MARK: Answers

  /// Answers a column of the batch up to the first regular row whose text is unknown.
  private mutating func answer(_ column: Int, _ known: [Int32]) {
    let (target, source) = (column * Self.capacity, column * chunk.stride + batch.lowerBound)
    // Moved out, so that nothing is asked twice per row.
    let texts = chunk.texts
    var (ownAnswers, ownFlags): ([Int32], [UInt8]) = ([], [])
    swap(&ownAnswers, &self.answers)
    swap(&ownFlags, &self.flags)
    var answers = ownAnswers.mutableSpan
    var flags = ownFlags.mutableSpan
    var row = answered[column]
    while row < batch.count {
      if flags[row] == Self.isRegular {
        let answer = known[Int(texts[source + row])]
        guard answer != Self.unasked else { break }
        answers[target + row] = answer
        if answer == Self.asRecord { flags[row] |= UInt8(scan_needs_look) }
      }
      row += 1
    }
    swap(&ownAnswers, &self.answers)
    swap(&ownFlags, &self.flags)
    answered[column] = row
  }

  /// Makes room for answers to all texts that the parser of the chunk knew.
  private mutating func makeRoomForAnswers() {
    for (column, count) in chunk.textCounts.enumerated() {
      let new = count - known[column].count
      guard new > 0 else { continue }
      known[column].append(contentsOf: repeatElement(Self.unasked, count: new))
    }
  }

  // MARK: Texts

  /// The texts of a text column as its rows have them.
  package func knownTexts(_ column: Int) -> KnownTexts { parser.columns[column] }

  /// The text that step `unknownText(column)` is about.
  package func unknownText(_ column: Int) -> WrittenText {
    text(column, row: batch.lowerBound + answered[column])
  }

  private func text(_ column: Int, row: Int) -> WrittenText {
    let number = Int(chunk.texts[column * chunk.stride + row])
    return chunk.withText(row, field: fields[column]) { bytes in
      guard let codePage = table.text.codePage else { return Self.text(bytes, number) }
      let decoded = codePage.utf8(from: bytes.indices.map { bytes[$0] })
      // What is ASCII stays as it is; any other byte becomes several.
      return Self.text(decoded.span, decoded.count == bytes.count ? number : nil)
    }
  }

  private static func text(_ cell: Span<UInt8>, _ number: Int?) -> WrittenText {
    let content = cell.extracting(contentRange(of: cell))
    return WrittenText(
      text: decodedText(of: content),
      number: content.count == cell.count ? number : nil
    )
  }

  /// Remembers the answer to step `unknownText(column)`, 0 or more, or ``asRecord``.
  package mutating func remember(_ answer: Int32, _ column: Int) {
    let row = batch.lowerBound + answered[column]
    known[column][Int(chunk.texts[column * chunk.stride + row])] = answer
  }

  /// Answers the text that step `unknownText(column)` is about, and all others of the batch that are
  /// unknown, in the order of the rows.
  package mutating func answerTexts(of column: Int, _ answer: (WrittenText) -> Int32) {
    // Taken out, so that nothing is asked twice per row.
    var own: [Int32] = []
    swap(&own, &known[column])
    let first = column * chunk.stride + batch.lowerBound
    for row in answered[column]..<batch.count where flags[row] == Self.isRegular {
      let number = Int(chunk.texts[first + row])
      guard own[number] == Self.unasked else { continue }
      own[number] = answer(text(column, row: batch.lowerBound + row))
    }
    swap(&own, &known[column])
  }

  /// Calls `body` with the content of the column's cell, as records show it, in each of some rows of
  /// the step `rows` that was answered last.
  package func forEachContent(
    of column: Int,
    in rows: Range<Int>,
    _ body: (Span<UInt8>) -> Void
  ) {
    let rows = batch.lowerBound + rows.lowerBound..<batch.lowerBound + rows.upperBound
    chunk.forEachContent(of: column, in: rows, table.text.codePage) { _, cell in
      body(cell)
      return true
    }
  }

  // MARK: Records

  /// Reads the row of step `record` as a record.
  package mutating func takeRecord(_ body: (borrowing Record) -> Void) {
    var place = (offset: nextStart, line: line)
    table.takeRecord(at: &place, in: chunk, into: &record, body)
    line = place.line
    goOnAfterRecord(at: place.offset)
  }

  /// Where the next row begins that is not in a step yet.
  private var nextStart: Int {
    let next = row < batch.count ? batch.lowerBound + row : batch.upperBound
    return next < chunk.count ? chunk.start(ofRow: next) : chunk.end
  }

  /// Goes on with the marks where they have a row at `offset`, else marks anew from there.
  private mutating func goOnAfterRecord(at offset: Int) {
    if row < batch.count {
      row += 1
    } else if batch.upperBound < chunk.count {
      batch = batch.upperBound + 1..<batch.upperBound + 1
      row = 0
    }
    if offset != nextStart { goOn(from: offset) }
  }
}
