// SPDX-License-Identifier: Apache-2.0

/// Gives each distinct text of a column a number, in the order of first appearance.
///
/// Texts are told apart by the trimmed bytes of the fields; a text is decoded once, when it is
/// first seen. Those of plain rows, which the reader of the rows has told apart already, are looked
/// for only among the texts that came otherwise.
package struct TextInterner: Sendable {
  /// The distinct texts, by number.
  package private(set) var texts: [String] = []

  /// The texts that did not come from plain rows, and the number of each.
  private var others = TextNumbers()
  private var numbers: [Int32] = []
  /// A bit for each of those texts, by their hashes, to rule out nearly all others with one look
  /// at memory that is near.
  private var marks: [UInt64] = []
  /// The texts of plain rows, and the number of each; -1 as long as nobody asked for it.
  private var known: KnownTexts?
  private var knownNumbers: [Int32] = []

  /// Starts without texts.
  package init() {}

  /// Takes over the texts of plain rows; those of one column, before the first text.
  package mutating func share(_ texts: KnownTexts) { known = texts }

  /// Forgets where to find the texts, which are no longer asked for.
  package mutating func close() {
    (others, numbers, marks, known, knownNumbers) = (TextNumbers(), [], [], nil, [])
  }

  /// How many distinct texts there are.
  package var count: Int { texts.count }

  /// The number of the text in a field, the next free one when it is new.
  ///
  /// - Complexity: O(length of the text), amortised.
  package mutating func index(of record: borrowing Record, column: Int) -> Int {
    record.withContent(column) { cell in
      index(of: cell) { decodedText(of: cell) }
    }
  }

  /// The number of `text`, the next free one when it is new; the text is taken as it is.
  package mutating func index(of text: String) -> Int { index(of: text.utf8.span) { text } }

  /// The number of a text of a plain row, the next free one when it is new; asked for once per text.
  package mutating func index(of written: WrittenText) -> Int {
    guard let place = written.number, known != nil else { return index(of: written.text) }
    while knownNumbers.count <= place { knownNumbers.append(-1) }
    let bytes = written.text.utf8.span
    let other = isMarked(bytes) ? others.number(of: bytes) : nil
    knownNumbers[place] = other.map { numbers[$0] } ?? Int32(texts.count)
    if other == nil { texts.append(written.text) }
    return Int(knownNumbers[place])
  }

  /// The number of `text`, nil when it is new; the text is taken as it is.
  package func number(of text: String) -> Int? {
    let bytes = text.utf8.span
    return (others.number(of: bytes).map { numbers[$0] } ?? knownNumber(of: bytes)).map { Int($0) }
  }

  private mutating func index(of cell: Span<UInt8>, text: () -> String) -> Int {
    let (place, isNew) = others.number(adding: cell)
    guard isNew else { return Int(numbers[place]) }
    mark(cell)
    let known = knownNumber(of: cell)
    numbers.append(known ?? Int32(texts.count))
    if known == nil { texts.append(text()) }
    return Int(numbers[place])
  }

  private static let markWords = 1 << 13

  private mutating func mark(_ cell: Span<UInt8>) {
    guard known != nil else { return }
    if marks.isEmpty { marks = Array(repeating: 0, count: Self.markWords) }
    let (word, bit) = Self.place(of: cell)
    marks[word] |= bit
  }

  /// Whether a text may be one that did not come from plain rows.
  private func isMarked(_ cell: Span<UInt8>) -> Bool {
    guard !marks.isEmpty else { return false }
    let (word, bit) = Self.place(of: cell)
    return marks[word] & bit != 0
  }

  private static func place(of cell: Span<UInt8>) -> (word: Int, bit: UInt64) {
    let hash = TextWords.hash(of: cell)
    return (Int(hash >> 6) & (markWords - 1), 1 << (hash & 63))
  }

  private func knownNumber(of cell: Span<UInt8>) -> Int32? {
    guard let place = known?.number(of: cell), place < knownNumbers.count, knownNumbers[place] >= 0
    else { return nil }
    return knownNumbers[place]
  }
}
