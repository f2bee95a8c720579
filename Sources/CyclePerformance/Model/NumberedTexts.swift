// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// A column of texts that repeat: each distinct text is kept once, and a row keeps its number.
package struct NumberedTexts: Sendable {
  /// The number of the text in each row.
  package private(set) var numbers: [Int32] = []
  /// The distinct texts by number, in the order of their first row.
  package private(set) var texts: [String] = []
  /// Where texts are looked up while rows are added.
  private var known = TextNumbers()

  /// The text in a row.
  package subscript(row: Int) -> String { texts[Int(numbers[row])] }

  /// Adds a row.
  mutating func append(_ text: String) {
    let (number, isNew) = known.number(adding: text.utf8.span)
    if isNew { texts.append(text) }
    numbers.append(Int32(number))
  }

  /// Gives back what is needed only while rows are added; afterwards they have known numbers.
  mutating func close() { known = TextNumbers() }

  /// Adds a row with the text of this number.
  mutating func append(number: Int) {
    precondition(number >= 0 && number < texts.count, "text \(number) of \(texts.count)")
    numbers.append(Int32(number))
  }

  /// Per text its place in the order of all texts by their bytes.
  package func ranks() -> [Int32] {
    var ranks = [Int32](repeating: 0, count: texts.count)
    for (rank, number) in BytewiseOrder(of: texts).indices.enumerated() {
      ranks[number] = Int32(rank)
    }
    return ranks
  }
}
