// SPDX-License-Identifier: Apache-2.0

/// The distinct texts of a column that is read from top to bottom, numbered in the order of first
/// appearance.
///
/// As long as the texts ascend by their bytes, as ids of an export do, comparing each with the last
/// one is all it takes; the first text out of order makes a table.
package struct ColumnTexts: Sendable {
  /// The distinct texts, by number.
  package private(set) var texts: [String] = []
  /// Where texts are looked up; nil while they ascend.
  private var numbers: TextNumbers?
  /// The bytes of the last text while they ascend.
  private var last: [UInt8] = []
  /// How often something was there, which is of no interest but to be asked.
  private var asked = 0

  /// So few texts are near anyway.
  private static let few = 1 << 12

  /// Whether it pays to ``ask(for:)`` texts before they are numbered.
  package var areFar: Bool { texts.count > Self.few && numbers != nil }

  /// Starts without texts.
  package init() {}

  /// The number of `text`, the next free one when it is new; the text is taken as it is.
  package mutating func index(of text: String) -> Int { index(of: text.utf8.span) }

  /// Gives back what is needed only while rows are read.
  package mutating func close() { (numbers, last) = (nil, []) }

  /// Asks whether something is known where a text belongs first, which makes it near.
  package mutating func ask(for cell: Span<UInt8>) {
    if areFar, numbers?.isTaken(by: cell) == true { asked &+= 1 }
  }

  /// The number of the text with these bytes, the next free one when it is new.
  ///
  /// - Complexity: O(length of the text), amortised.
  package mutating func index(of cell: Span<UInt8>) -> Int {
    if numbers == nil {
      let step: Place = texts.isEmpty ? .behind : place(of: cell)
      switch step {
      case .same: return texts.count - 1
      case .behind: return appendBehind(cell)
      case .before: makeTable()
      }
    }
    // Just made sure of.
    guard let (number, isNew) = numbers?.number(adding: cell) else { return texts.count - 1 }
    if isNew { texts.append(decodedText(of: cell)) }
    return number
  }

  private mutating func appendBehind(_ cell: Span<UInt8>) -> Int {
    texts.append(decodedText(of: cell))
    last.removeAll(keepingCapacity: true)
    TextWords.append(cell, to: &last)
    return texts.count - 1
  }

  private mutating func makeTable() {
    var table = TextNumbers()
    for text in texts { _ = table.number(adding: text.utf8.span) }
    (numbers, last) = (table, [])
  }

  /// Where a text stands beside the last one.
  private enum Place {
    case before, same, behind
  }

  private func place(of cell: Span<UInt8>) -> Place {
    let common = min(cell.count, last.count)
    for index in 0..<common where cell[index] != last[index] {
      return cell[index] > last[index] ? .behind : .before
    }
    return cell.count == last.count ? .same : cell.count > last.count ? .behind : .before
  }
}
