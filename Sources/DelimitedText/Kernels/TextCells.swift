// SPDX-License-Identifier: Apache-2.0
import CScanning

/// Cells of a table as text: one text, and where in it each cell ends and what it is.
@safe package struct TextCells: ~Copyable {
  /// What a cell holds.
  package enum Kind: UInt64 {
    case missing
    /// A text that no format needs to quote or escape.
    case plain
    case number
    case text
  }

  private var text = TextBuffer(capacity: 1 << 18)
  /// The end of each cell above the two bits of its kind, behind a 0 for the start of the first.
  private var marks: UnsafeMutablePointer<UInt64>
  private var capacity = 1
  private var count = 1

  /// Starts without cells or room for any.
  package init() {
    unsafe marks = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    unsafe marks.initialize(to: 0)
  }

  deinit { unsafe marks.deallocate() }

  /// Forgets all cells and makes room for `cells` new ones.
  package mutating func removeAll(reserving cells: Int) {
    if cells + 1 > capacity {
      unsafe marks.deallocate()
      capacity = cells + 1
      unsafe marks = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    }
    unsafe marks[0] = 0
    count = 1
    text.removeAll()
  }

  /// Makes room for so many bytes of text.
  package mutating func reserve(_ bytes: Int) { text.reserve(bytes) }

  // MARK: Appending

  /// Appends a cell without anything in it.
  package mutating func appendMissing() { close(.missing) }

  /// Appends a text, if there is one.
  package mutating func append(_ field: String?) {
    guard let field else { return close(.missing) }
    append(field)
  }

  /// Appends a text.
  package mutating func append(_ field: String) {
    let start = text.count
    text.append(field)
    close(text.isPlain(start..<text.count) ? .plain : .text)
  }

  /// Appends a text in UTF-8.
  package mutating func append(_ field: Span<UInt8>) {
    let start = text.count
    text.append(field)
    close(text.isPlain(start..<text.count) ? .plain : .text)
  }

  /// Appends some cells of others: number `first` and what stands `places` behind it; nothing for
  /// places below 0.
  package mutating func append(
    _ others: borrowing TextCells,
    from first: Int,
    at places: ArraySlice<Int>
  ) {
    // Where the texts stand is asked for first: many come at a time that way.
    var length = 0
    for place in places where place >= 0 { length &+= others.range(first + place).count }
    text.reserve(length)
    for place in places {
      guard place >= 0 else {
        close(.missing)
        continue
      }
      text.append(others.text, others.range(first + place))
      close(others.kind(first + place))
    }
  }

  /// Appends a whole number, if there is one.
  package mutating func append(_ number: Int?) {
    guard let number else { return close(.missing) }
    text.append(number)
    close(.number)
  }

  /// Appends a number; one that is not finite is missing.
  package mutating func append(_ number: Double) {
    if number.isFinite { text.append(number, decimalMark: Self.decimalMark) }
    close(number.isFinite ? .number : .missing)
  }

  /// Appends `units * 10^-decimals`, if there are units.
  package mutating func append(_ units: Int128?, decimals: Int) {
    guard let units else { return close(.missing) }
    NumberText.append(units, decimals: decimals, to: &text, decimalMark: Self.decimalMark)
    close(.number)
  }

  /// Appends numbers, each as alone.
  package mutating func append(_ numbers: Span<Double>) {
    precondition(count + numbers.count <= capacity, "more than \(capacity - 1) cells")
    text.reserve(numbers.count * PlacedNumber.room)
    var first = 0
    while first < numbers.count {
      if Self.canPutMany { first += putMany(numbers.extracting(first...)) }
      if first < numbers.count { append(numbers[first]) }
      first += 1
    }
  }

  private static let canPutMany = scan_can_put_numbers()

  /// Puts numbers up to the first very small or large one; returns how many they are.
  private mutating func putMany(_ numbers: Span<Double>) -> Int {
    let number = unsafe numbers.withUnsafeBufferPointer { numbers in
      unsafe scan_put_numbers(
        numbers.baseAddress,
        numbers.count,
        Self.decimalMark,
        text.start.assumingMemoryBound(to: UInt8.self),
        UInt64(text.count),
        marks + count
      )
    }
    count += number
    text.count = unsafe Int(marks[count - 1] >> 2)
    return number
  }

  private static let decimalMark = UInt8(ascii: ".")

  /// Notes that a cell ends where the text ends.
  @inline(__always)
  private mutating func close(_ kind: Kind) {
    precondition(count < capacity, "more than \(capacity - 1) cells")
    unsafe marks[count] = UInt64(text.count) << 2 | kind.rawValue
    count += 1
  }

  // MARK: Reading

  /// What a cell is, in the order of appending.
  package func kind(_ cell: Int) -> Kind {
    precondition(cell >= 0 && cell + 1 < count, "cell \(cell) of \(count - 1)")
    return Kind(rawValue: unsafe marks[cell + 1] & 3) ?? .text
  }

  /// The text of a cell.
  package func field(_ cell: Int) -> String {
    String(decoding: range(cell).map { text[$0] }, as: UTF8.self)
  }

  /// Whether a cell holds anything that JSON escapes: quotes, backslashes or control characters.
  package func needsEscapes(_ cell: Int) -> Bool {
    range(cell).contains { text[$0] < 0x20 || text[$0] == 0x22 || text[$0] == 0x5C }
  }

  /// Appends the text of a cell to another text.
  package func append(_ cell: Int, to out: inout TextBuffer) { out.append(text, range(cell)) }

  private func range(_ cell: Int) -> Range<Int> {
    precondition(cell >= 0 && cell + 1 < count, "cell \(cell) of \(count - 1)")
    return unsafe Int(marks[cell] >> 2)..<Int(marks[cell + 1] >> 2)
  }

  // MARK: Delimited text

  /// Where the cells of a row stand in the order of appending.
  package struct Layout {
    let rows: Int
    let columns: Int
    let rowStride: Int
    let columnStride: Int

    /// One column after another.
    package static func byColumn(rows: Int, columns: Int) -> Layout {
      Layout(rows: rows, columns: columns, rowStride: 1, columnStride: rows)
    }

    /// One row after another.
    package static func byRow(rows: Int, columns: Int) -> Layout {
      Layout(rows: rows, columns: columns, rowStride: columns, columnStride: 1)
    }

    /// The number of a cell.
    package func cell(_ row: Int, _ column: Int) -> Int { row * rowStride + column * columnStride }
  }

  /// Cells up to this length are copied in whole words.
  private static let short = TextBuffer.slack

  /// Appends rows of cells as delimited text.
  package func appendSeparated(
    _ layout: Layout,
    _ dialect: WriterDialect,
    to out: inout TextBuffer
  ) {
    precondition(layout.rows * layout.columns < count, "\(layout) of \(count - 1) cells")
    let room = layout.columns * (Self.short + 1) + dialect.lineBreak.count
    // The other kinds of cells need a look at the dialect.
    let simplest = (dialect.decimalMark == Self.decimalMark ? Kind.number : .plain).rawValue
    for row in 0..<layout.rows {
      out.reserve(room)
      let start = out.count
      for column in 0..<layout.columns {
        if column > 0 { unsafe out.put(dialect.delimiter) }
        let cell = layout.cell(row, column)
        let (before, mark) = unsafe (marks[cell], marks[cell + 1])
        let length = Int(mark >> 2 &- before >> 2)
        if mark & 3 <= simplest, length <= Self.short {
          unsafe out.put(short: text.start + Int(before >> 2), length)
        } else {
          appendField(cell, dialect, to: &out)
          out.reserve(room)
        }
      }
      if layout.columns == 1, out.count == start { out.append([0x22, 0x22]) }
      out.append(dialect.lineBreak)
    }
  }

  private func appendField(_ cell: Int, _ dialect: WriterDialect, to out: inout TextBuffer) {
    switch kind(cell) {
    case .missing: return
    case .number where dialect.decimalMark != Self.decimalMark:
      let start = out.count
      for index in range(cell) {
        out.append(text[index] == Self.decimalMark ? dialect.decimalMark : text[index])
      }
      dialect.quoteIfDelimited(&out, from: start)
    case .number, .plain: append(cell, to: &out)
    case .text:
      let range = range(cell)
      let start = unsafe (text.start + range.lowerBound).assumingMemoryBound(to: UInt8.self)
      let bytes = unsafe UnsafeBufferPointer(start: start, count: range.count)
      dialect.append(unsafe bytes.span, to: &out)
    }
  }
}
