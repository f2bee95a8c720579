// SPDX-License-Identifier: Apache-2.0

/// Remembers what was found out about each distinct text of a column.
///
/// Most columns repeat their texts, and what a text means does not depend on the row. Beyond a
/// fixed number of texts nothing new is remembered, so that a column of unique texts takes no
/// more memory; its cells are then looked at one by one.
package struct TextMemo<Fact: Sendable>: Sendable {
  private var interner = TextInterner()
  private var facts: [Fact] = []
  private let limit: Int

  /// Starts without texts; remembers `limit` of them.
  package init(limit: Int) { self.limit = limit }

  /// The fact about the text in a field; `read` finds it out where it is not known yet.
  ///
  /// - Complexity: O(length of the text), amortised, for a text that is remembered.
  package mutating func fact(
    of record: borrowing Record,
    column: Int,
    orElse read: (borrowing Record) -> Fact
  ) -> Fact {
    guard let index = interner.index(of: record, column: column, limit: limit) else {
      return read(record)
    }
    if index == facts.count { facts.append(read(record)) }
    return facts[index]
  }
}
