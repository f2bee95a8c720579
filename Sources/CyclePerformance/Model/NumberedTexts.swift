// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// A column of texts that repeat: each distinct text is kept once, and a row keeps its number.
package struct NumberedTexts: Sendable {
  /// The number of the text in each row.
  package private(set) var numbers: [Int32] = []
  private var interner = TextInterner()

  /// The distinct texts by number, in the order of their first row.
  package var texts: [String] { interner.texts }

  /// The text in a row.
  package subscript(row: Int) -> String { interner.texts[Int(numbers[row])] }

  /// Adds a row.
  mutating func append(_ text: String) {
    numbers.append(Int32(interner.index(of: text)))
  }

  /// Adds a row with the text of this number.
  mutating func append(number: Int) {
    precondition(texts.indices.contains(number), "text \(number) of \(texts.count)")
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
