// SPDX-License-Identifier: Apache-2.0
import CScanning

/// Numbers the distinct texts of a column from 1 on, by their bytes in the file.
///
/// Open addressing with at most half of the places taken. The order of the places shows in nothing:
/// texts are numbered as they come. Texts that are expected have the first numbers, and rows that
/// follow their order are not looked up.
struct TextTable: Sendable {
  private var entries = [scan_text_entry](repeating: scan_text_entry(), count: 64)
  private var arena: [UInt8] = []
  /// How many texts are known beside those that are expected.
  private var learned = 0
  private let form: scan_text_form
  private let limit: Int
  private let expected: ExpectedTexts?
  /// Which of the expected texts comes next.
  private var next: Int32 = 0
  /// How many rows out of order are looked up before the order is tried again.
  private var detour: Int64 = 1

  /// Numbers the texts of a field; an empty one is `empty`, and rows with another text than the
  /// expected ones and the first `limit` need a look.
  init(field: Int, empty: Int32, limit: Int, expected: ExpectedTexts? = nil) {
    form = scan_text_form(field: Int32(field), empty: empty)
    self.limit = limit
    self.expected = expected
  }

  /// How many texts are known.
  var count: Int { (expected?.count ?? 0) + learned }

  /// Notes in `answers` the number of each row's text, and in `flags` the rows that need a look.
  mutating func number(
    _ rows: scan_rows,
    _ answers: UnsafeMutablePointer<Int32>,
    _ flags: UnsafeMutablePointer<UInt8>
  ) {
    guard let expected else { return unsafe lookUp(rows, from: 0, answers, flags) }
    var (rows, form) = unsafe (rows, form)
    let (count, longRun, longDetour) = unsafe (rows.count, Int64(64), Int64(4096))
    var row = Int64(0)
    while true {
      unsafe rows.count = count
      let first = row
      row = unsafe expected.follow(&rows, from: row, &form, &next, answers)
      guard row < count else { return }
      detour = row - first < longRun ? min(2 * detour, longDetour) : 1
      unsafe rows.count = min(row + detour, count)
      unsafe lookUp(rows, from: row, answers, flags)
      row = unsafe rows.count
    }
  }

  /// Answers the rows from one on as ``number(_:_:_:)`` does, whatever comes next.
  private mutating func lookUp(
    _ rows: scan_rows,
    from first: Int64,
    _ answers: UnsafeMutablePointer<Int32>,
    _ flags: UnsafeMutablePointer<UInt8>
  ) {
    var (rows, form) = unsafe (rows, form)
    var row = first
    while true {
      row = unsafe withTable { table in
        unsafe scan_text_answers(&rows, &form, &table, row, answers, flags)
      }
      guard unsafe row < rows.count else { return }
      if learned < limit {
        unsafe insert(text(of: row, in: &rows))
      } else {
        unsafe answers[Int(row)] = SCAN_LOOK
        unsafe flags[Int(row)] |= UInt8(scan_needs_look)
        row += 1
      }
    }
  }

  /// The number of a text that was looked up; nil for one that is unknown.
  func number(of text: Span<UInt8>) -> Int? {
    guard let length = UInt32(exactly: text.count) else { return nil }
    var found = Int32(0)
    unsafe entries.withUnsafeBufferPointer { entries in
      unsafe arena.withUnsafeBufferPointer { arena in
        unsafe text.withUnsafeBufferPointer { text in
          var table = unsafe scan_text_table(
            entries: UnsafeMutablePointer(mutating: entries.baseAddress),
            mask: entries.count - 1,
            arena: arena.baseAddress,
            count: Int32(count),
            most: 0
          )
          found = unsafe scan_text_find(&table, text.baseAddress, length)
        }
      }
    }
    return found > 0 ? Int(found) : nil
  }

  /// Lends the table to a kernel, which may number texts as long as there is room.
  private mutating func withTable(_ body: (inout scan_text_table) -> Int64) -> Int64 {
    let (known, ahead) = (Int32(count), count - learned)
    let most = Int32(clamping: ahead + min(limit, entries.count / 2))
    let mask = entries.count - 1
    return unsafe entries.withUnsafeMutableBufferPointer { entries in
      unsafe arena.withUnsafeBufferPointer { arena in
        var table = unsafe scan_text_table(
          entries: entries.baseAddress,
          mask: mask,
          arena: arena.baseAddress,
          count: known,
          most: most
        )
        let row = unsafe body(&table)
        learned = unsafe Int(table.count) - ahead
        return row
      }
    }
  }

  private func text(of row: Int64, in rows: inout scan_rows) -> UnsafeBufferPointer<UInt8> {
    var (start, length) = (UInt32(0), UInt32(0))
    unsafe scan_text_range(&rows, row, form.field, &start, &length)
    return unsafe UnsafeBufferPointer(start: rows.bytes + Int(start), count: Int(length))
  }

  private mutating func insert(_ text: UnsafeBufferPointer<UInt8>) {
    let length = UInt32(text.count)
    var entry = unsafe scan_text_entry_of(text.baseAddress, length, UInt64(arena.count))
    learned += 1
    entry.answer = Int32(count)
    if text.count > 16 { unsafe arena.append(contentsOf: text) }
    place(entry)
    if learned * 2 > entries.count { grow() }
  }

  private mutating func place(_ entry: scan_text_entry) {
    var entry = entry
    let place = unsafe scan_text_place(entries, entries.count - 1, &entry)
    entries[place] = entry
  }

  private mutating func grow() {
    let known = entries
    entries = .inLargePages(repeating: scan_text_entry(), count: known.count * 2)
    for entry in known where entry.length != 0 { place(entry) }
  }
}
