// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// Texts one behind the other in one piece of memory, without an object for any of them.
package struct TextList: Sendable, Equatable, RandomAccessCollection {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  /// A list without texts.
  package init() {}

  /// The first index, 0.
  package var startIndex: Int { 0 }
  /// How many there are.
  package var endIndex: Int { ends.count - 1 }

  /// The text at `index`, made when it is asked for.
  package subscript(index: Int) -> String {
    String(decoding: bytes[ends[index]..<ends[index + 1]], as: UTF8.self)
  }

  /// A hash of the text at `index`.
  func hash(at index: Int) -> UInt64 {
    TextWords.hash(of: bytes.span.extracting(ends[index]..<ends[index + 1]))
  }

  /// Whether the text at `index` has the bytes of `text`.
  func isText(at index: Int, _ text: Span<UInt8>) -> Bool {
    let start = ends[index]
    return ends[index + 1] - start == text.count && TextWords.isEqual(text, bytes, from: start)
  }

  /// Whether the text at `index` sorts before `text` by its bytes.
  func isText(at index: Int, before text: Span<UInt8>) -> Bool {
    let own = bytes.span.extracting(ends[index]..<ends[index + 1])
    for place in 0..<Swift.min(own.count, text.count) where own[place] != text[place] {
      return own[place] < text[place]
    }
    return own.count < text.count
  }

  /// The index of `text` among the first `count` texts, which ascend by their bytes.
  ///
  /// - Complexity: O(log n)
  func index(ofAscending text: Span<UInt8>, before count: Int) -> Int? {
    // What is looked for stands last most of the time.
    if count > 0, isText(at: count - 1, text) { return count - 1 }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isText(at: middle, before: text) { low = middle + 1 } else { high = middle }
    }
    return low < count && isText(at: low, text) ? low : nil
  }

  /// The texts as a column is expected to name them, each with its answer.
  func expected(_ answer: (Int) -> Int32) -> ExpectedTexts {
    ExpectedTexts(bytes, ends: ends, answers: answer)
  }

  /// Adds a text at the end.
  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Adds the text with these bytes at the end.
  mutating func append(_ text: Span<UInt8>) {
    TextWords.append(text, to: &bytes)
    ends.append(bytes.count)
  }

  /// Makes room for so many more.
  mutating func reserve(_ more: Int) { ends.reserveCapacity(ends.count + more) }

  /// Appends the text at `index` to cells.
  package func append(_ index: Int, to cells: inout TextCells) {
    cells.append(bytes.span.extracting(ends[index]..<ends[index + 1]))
  }

  /// Whether the text at `a` sorts before the one at `b` by its bytes.
  package func isLess(_ a: Int, _ b: Int) -> Bool {
    bytes[ends[a]..<ends[a + 1]].lexicographicallyPrecedes(bytes[ends[b]..<ends[b + 1]])
  }
}
