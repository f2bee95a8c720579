// SPDX-License-Identifier: Apache-2.0
import CScanning

/// Texts in the order in which the rows of a column are expected to have them, as reports about
/// items name these in the order of the list of items.
///
/// A row with the expected text is known by comparing it with that text alone; rows out of order
/// are looked up like all others.
package struct ExpectedTexts: Sendable {
  /// The answers to the texts, ``RegularRows/unasked`` for those that are asked for.
  let answers: [Int32]
  private let bytes: [UInt8]
  private let ends: [Int]

  /// Expects the texts of `bytes`, of which text `i` goes from `ends[i]` to `ends[i + 1]` and has
  /// the answer `answers(i)`; a text that records may show otherwise is asked for.
  package init(_ bytes: [UInt8], ends: [Int], answers: (Int) -> Int32) {
    let count = ends.count - 1
    precondition(count >= 0 && ends[count] <= bytes.count, "\(ends.count) ends")
    self.bytes = bytes
    self.ends = ends
    self.answers = (0..<count).map { index in
      let text = bytes.span.extracting(ends[index]..<ends[index + 1])
      return isPlainContent(text) ? answers(index) : RegularRows.unasked
    }
  }

  /// How many texts there are.
  var count: Int { answers.count }

  /// Answers rows from one on with the numbers of the texts, from 1 on, as long as they follow the
  /// order, and moves `next` on.
  ///
  /// - Returns: the first row that does not follow the order
  func follow(
    _ rows: inout scan_rows,
    from row: Int64,
    _ form: inout scan_text_form,
    _ next: inout Int32,
    _ answers: UnsafeMutablePointer<Int32>
  ) -> Int64 {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe ends.withUnsafeBufferPointer { ends in
        var expected = unsafe scan_expected_texts(
          bytes: bytes.baseAddress,
          ends: ends.baseAddress,
          count: Int32(clamping: count),
          next: next
        )
        let reached = unsafe scan_expected_answers(&rows, &form, &expected, row, answers)
        next = unsafe expected.next
        return reached
      }
    }
  }
}
