// SPDX-License-Identifier: Apache-2.0
import CScanning

/// Remembers an answer for each distinct text of a column, by the bytes in the file.
///
/// Open addressing with at most half of the places taken. The order of the places shows in nothing:
/// answers come from the caller.
struct TextTable {
  private var entries = [scan_text_entry](repeating: scan_text_entry(), count: 64)
  private var arena: [UInt8] = []
  private var count = 0

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

  /// Answers rows `from` to `rows`; returns the first row whose text is unknown.
  func answer(
    _ bytes: UnsafePointer<UInt8>?,
    starts: UnsafePointer<Int64>,
    lengths: UnsafePointer<UInt32>,
    rows: Range<Int>,
    empty: Int32,
    into answers: UnsafeMutablePointer<Int32>
  ) -> Int {
    Int(
      unsafe scan_text_answers(
        entries,
        entries.count - 1,
        arena,
        bytes,
        starts,
        lengths,
        Int64(rows.lowerBound),
        Int64(rows.upperBound),
        empty,
        answers
      )
    )
  }

  private mutating func place(_ entry: scan_text_entry) {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: entry.hash >> 7) & mask
    while entries[place].length != 0 { place = (place + 1) & mask }
    entries[place] = entry
  }

  private mutating func grow() {
    let known = entries
    entries = [scan_text_entry](repeating: scan_text_entry(), count: known.count * 2)
    for entry in known where entry.length != 0 { place(entry) }
  }
}
