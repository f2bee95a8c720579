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
  /// The numbers of the texts that are looked up.
  private var numbersOfKnown: [Int32] = []

  /// The text in a row.
  package subscript(row: Int) -> String { texts[Int(numbers[row])] }

  /// Adds a row.
  mutating func append(_ text: String) {
    if let last = numbers.last, texts[Int(last)] == text { return numbers.append(last) }
    let (place, isNew) = known.number(adding: text.utf8.span)
    if isNew {
      numbersOfKnown.append(Int32(texts.count))
      texts.append(text)
    }
    numbers.append(numbersOfKnown[place])
  }

  /// Adds the first row with a text of which the caller knows that no other row has it but by its
  /// number.
  mutating func append(first text: String) {
    numbers.append(Int32(texts.count))
    texts.append(text)
  }

  /// Gives back what is needed only while rows are added; afterwards they have known numbers.
  mutating func close() { (known, numbersOfKnown) = (TextNumbers(), []) }

  /// Makes room for so many more rows.
  mutating func reserve(_ more: Int) { numbers.reserveCapacity(numbers.count + more) }

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
