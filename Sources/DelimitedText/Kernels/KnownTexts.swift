// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// The texts of a column that plain rows have, as they stand there, numbered as they are met.
///
/// Several threads may read rows side by side; they take turns.
package final class KnownTexts: Sendable {
  let table: Mutex<TextTable>

  init(_ table: TextTable) { self.table = Mutex(table) }

  /// The number of a text, from 1 on; nil when no row that was read has it.
  ///
  /// Rows are read ahead, so a text may have a number before anybody has asked for it.
  func number(of text: Span<UInt8>) -> Int? { table.withLock { $0.number(of: text) } }
}

/// A text of a plain row.
package struct WrittenText: Sendable {
  /// The text as records show it.
  package let text: String
  /// Its number among the ``KnownTexts`` of its column; nil where it stands there in another form,
  /// such as with blanks around it.
  package let number: Int?

  /// A text and its number, if it has one.
  package init(text: String, number: Int?) {
    self.text = text
    self.number = number
  }
}
