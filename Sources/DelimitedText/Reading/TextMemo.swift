// SPDX-License-Identifier: Apache-2.0

/// Remembers what was found out about each distinct text of a column.
///
/// Most columns repeat their texts, and what a text means does not depend on the row. Beyond a
/// fixed number of texts nothing new is remembered, so that a column of unique texts takes no
/// more memory; its cells are then looked at one by one.
package struct TextMemo<Fact: Sendable>: Sendable {
  private var numbers = TextNumbers()
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
    record.withContent(column) { cell in fact(of: cell) { _ in read(record) } }
  }

  /// The fact about a text; `read` finds it out where it is not known yet.
  mutating func fact(of text: Span<UInt8>, orElse read: (Span<UInt8>) -> Fact) -> Fact {
    if let known = numbers.number(of: text) { return facts[known] }
    let fact = read(text)
    if facts.count < limit {
      _ = numbers.number(adding: text)
      facts.append(fact)
    }
    return fact
  }
}
