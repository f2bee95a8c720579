// SPDX-License-Identifier: Apache-2.0

/// Gives each distinct text of a column a number, in the order of first appearance.
///
/// Texts are told apart by the trimmed bytes of the fields; a text is decoded once, when it is
/// first seen.
package struct TextInterner: Sendable {
  /// The distinct texts, by number.
  package private(set) var texts: [String] = []

  private var numbers = TextNumbers()

  /// Starts without texts.
  package init() {}

  /// How many distinct texts there are.
  package var count: Int { texts.count }

  /// The number of the text in a field, the next free one when it is new.
  ///
  /// - Complexity: O(length of the text), amortised.
  package mutating func index(of record: borrowing Record, column: Int) -> Int {
    record.withContent(column) { cell in index(of: cell) }
  }

  /// The number of `text`, the next free one when it is new; the text is taken as it is.
  package mutating func index(of text: String) -> Int {
    let (number, isNew) = numbers.number(adding: text.utf8.span)
    if isNew { texts.append(text) }
    return number
  }

  /// The number of `text`, nil when it is new; the text is taken as it is.
  package func number(of text: String) -> Int? { numbers.number(of: text.utf8.span) }

  private mutating func index(of cell: Span<UInt8>) -> Int {
    let (number, isNew) = numbers.number(adding: cell)
    if isNew { texts.append(decodedText(of: cell)) }
    return number
  }
}
