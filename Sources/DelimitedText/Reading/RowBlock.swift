// SPDX-License-Identifier: Apache-2.0

/// Rows that follow each other, each with the fields of the header, plain or quoted as a whole.
///
/// They are looked at column by column, which costs far less than a record per row. A row may still
/// be blank, a separator or a repeated header.
struct RowBlock {
  /// The rows as the chunk numbers them.
  let rows: Range<Int>
  private let chunk: RowChunk
  private let table: DelimitedTable
  private let firstLine: Int

  fileprivate init(_ rows: Range<Int>, of chunk: RowChunk, _ table: DelimitedTable, line: Int) {
    self.rows = rows
    self.chunk = chunk
    self.table = table
    firstLine = line
  }

  /// The physical line of a row.
  func line(ofRow row: Int) -> Int { firstLine + row - rows.lowerBound }

  /// Calls `body` with the content of each row's field in a column, as records show it, while it
  /// says true.
  func forEachContent(of column: Int, _ body: (_ row: Int, _ cell: Span<UInt8>) -> Bool) {
    forEachContent(of: column, in: rows, body)
  }

  /// The same for some of the rows.
  func forEachContent(
    of column: Int,
    in rows: Range<Int>,
    _ body: (_ row: Int, _ cell: Span<UInt8>) -> Bool
  ) {
    chunk.forEachContent(of: column, in: rows, table.text.codePage, body)
  }

  /// Calls `body` with the content of each row's field that may be read in several styles, while it
  /// says true: a point or comma stands before a digit in it.
  func forEachMarkedNumber(
    in column: Int,
    _ body: (_ row: Int, _ cell: Span<UInt8>) -> Bool
  ) {
    var rest = rows
    var goesOn = true
    while goesOn, let row = chunk.firstRow(in: rest, withNumberMarkIn: column) {
      forEachContent(of: column, in: row..<row + 1) { row, cell in
        goesOn = body(row, cell)
        return goesOn
      }
      rest = row + 1..<rows.upperBound
    }
  }

  /// Counts plain numbers from the first of some rows on; see ``PlainNumbers``.
  func count(
    _ rows: Range<Int>,
    column: Int,
    decimalMark: UInt8,
    in numbers: inout PlainNumbers,
    _ bounds: inout DecimalBounds
  ) -> Int {
    numbers.count(rows, of: chunk, field: column, decimalMark: decimalMark, &bounds)
  }

  /// Notes in `numbers` which text of a table each of some rows has, as it stands, and in `flags`
  /// those that need a look.
  func number(
    _ rows: Range<Int>,
    with table: inout TextTable,
    _ numbers: inout [Int32],
    _ flags: inout [UInt8]
  ) {
    chunk.number(rows, with: &table, &numbers, &flags)
  }

  /// Reads a row as a record.
  func withRecord(_ row: Int, _ body: (borrowing Record) -> Void) {
    var place = (offset: chunk.start(ofRow: row), line: line(ofRow: row))
    var record = table.emptyRecord()
    table.takeRecord(at: &place, in: chunk, into: &record, body)
  }
}

extension DelimitedTable {
  /// Goes over all records after the header in file order: in blocks where rows are plain, and one
  /// by one where they are not or belong to another table, until either says stop.
  ///
  /// - Complexity: O(n) in the bytes of the file.
  func scanBlocks(
    _ block: (RowBlock) -> ScanStep,
    orRecord body: (borrowing Record) -> ScanStep
  ) {
    guard settings.table == nil else {
      return scanRecords(body)
    }
    var record = emptyRecord()
    var chunk = RowChunk(size: RowChunk.size, fieldCount: header.count, dialect: dialect)
    var place = (offset: bodyStart, line: bodyLine)
    var step = ScanStep.goOn
    while step == .goOn, place.offset < text.content.count {
      if !chunk.range.contains(place.offset) {
        chunk.load(place.offset / RowChunk.size, of: text.content, first: bodyStart)
      }
      chunk.mark(from: place.offset)
      step = scanMarked(chunk, from: &place, into: &record, block, body)
      // What the marks leave in the chunk is no plain row.
      guard step == .goOn, chunk.range.contains(place.offset) else { continue }
      takeRecord(at: &place, in: chunk, into: &record) { record in step = body(record) }
    }
  }

  /// Goes over the marked rows of a chunk, as long as records end where the marks say so.
  private func scanMarked(
    _ chunk: borrowing RowChunk,
    from place: inout (offset: Int, line: Int),
    into record: inout Record,
    _ block: (RowBlock) -> ScanStep,
    _ body: (borrowing Record) -> ScanStep
  ) -> ScanStep {
    var step = ScanStep.goOn
    var row = 0
    while step == .goOn, row < chunk.count, place.offset == chunk.start(ofRow: row) {
      let complete = record.otherTable == nil ? chunk.completeRows(from: row) : 0
      if complete > 0 {
        step = block(RowBlock(row..<row + complete, of: copy chunk, self, line: place.line))
        row += complete
        place = (chunk.start(ofRow: row), place.line + complete)
      } else {
        takeRecord(at: &place, in: chunk, into: &record) { record in step = body(record) }
        row += 1
      }
    }
    return step
  }

  /// Reads the record at `place`, which lies in a chunk.
  func takeRecord(
    at place: inout (offset: Int, line: Int),
    in chunk: borrowing RowChunk,
    into record: inout Record,
    _ body: (borrowing Record) -> Void
  ) {
    var size = chunk.lineEnd(from: place.offset) - place.offset
    var step = ScanStep.needsMore
    while step == .needsMore {
      load(window(size, from: place.offset), of: chunk, into: &record)
      step = scanLoaded(size, from: &place, into: &record) { record in
        body(record)
        return .stop
      }
      size *= 8
    }
  }

  /// Gives a record the bytes of a window, from the chunk where it has them.
  private func load(
    _ window: Range<Int>,
    of chunk: borrowing RowChunk,
    into record: inout Record
  ) {
    if text.codePage == nil, chunk.copy(window, into: &record.bytes) { return }
    record.bytes = text.utf8(window)
  }
}
