// SPDX-License-Identifier: Apache-2.0
import CScanning

/// Remembers an answer for each distinct text of a column, by the bytes in the file.
///
/// Open addressing with at most half of the places taken. The order of the places shows in nothing:
/// answers come from the caller.
struct TextTable {
  private var entries = [scan_text_entry](repeating: scan_text_entry(), count: 64)
  private var arena: [UInt8] = []
  /// How many texts are known.
  private(set) var count = 0
  private let form: scan_text_form

  /// Answers the texts of a field; the answers of the first row stand at `offset`.
  init(field: Int, empty: Int32, offset: Int) {
    form = scan_text_form(field: Int32(field), empty: empty, offset: Int64(offset))
  }

  /// Remembers `answer` for a text that is not known yet and not empty.
  mutating func insert(_ text: [UInt8], answer: Int32) {
    guard !text.isEmpty else { return }
    var entry = unsafe scan_text_entry_of(text, UInt32(text.count), UInt64(arena.count))
    entry.answer = answer
    if text.count > 16 { arena.append(contentsOf: text) }
    place(entry)
    count += 1
    if count * 2 > entries.count { grow() }
  }

  /// Answers the rows from `first` on; returns the first row whose text is unknown.
  func answer(
    _ rows: scan_rows,
    from first: Int,
    _ answers: inout [Int32],
    _ flags: inout [UInt8]
  ) -> Int {
    var (rows, form) = unsafe (rows, form)
    return Int(
      unsafe scan_text_answers(
        &rows,
        &form,
        entries,
        entries.count - 1,
        arena,
        Int64(first),
        &answers,
        &flags
      )
    )
  }

  /// The bytes of a row's text.
  func text(of row: Int, in rows: scan_rows) -> [UInt8] {
    var rows = unsafe rows
    var (start, length) = (UInt32(0), UInt32(0))
    unsafe scan_text_range(&rows, Int64(row), form.field, &start, &length)
    return unsafe [UInt8](UnsafeBufferPointer(start: rows.bytes + Int(start), count: Int(length)))
  }

  private mutating func place(_ entry: scan_text_entry) {
    var entry = entry
    let place = unsafe scan_text_place(entries, entries.count - 1, &entry)
    entries[place] = entry
  }

  private mutating func grow() {
    let known = entries
    entries = [scan_text_entry](repeating: scan_text_entry(), count: known.count * 2)
    for entry in known where entry.length != 0 { place(entry) }
  }
}
