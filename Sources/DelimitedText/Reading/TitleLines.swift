// SPDX-License-Identifier: Apache-2.0

/// What a report prints again on each of its pages: the lines above the header, and page numbers.
///
/// The pages of a report differ in page numbers and times, so digits do not count. A line with as
/// many filled cells as the header is never a title, because it might be a row.
package struct TitleLines: Sendable {
  /// No title but page numbers.
  static let none = TitleLines([], columnCount: 2)

  /// More title lines than that are no titles.
  private static let mostLines = 200

  /// The filled cells of all lines above the header, as they stand there.
  package let texts: [String]
  /// Each title line, its filled cells one after the other.
  private let lines: Set<[String]>
  private let cells: Set<String>
  /// The first bytes of the cells, digits made zeros.
  private let beginnings: Set<UInt8>
  /// More filled cells than that has no title.
  let mostCells: Int

  /// Takes the filled cells of each line above a header of so many columns.
  init(_ lines: [[String]], columnCount: Int) {
    texts = lines.prefix(Self.mostLines).flatMap { $0 }
    let titles = lines.prefix(Self.mostLines).map { $0.map(Self.withoutDigits) }
      .filter { line in
        (1..<max(columnCount, 1)).contains(line.count) && line.contains(where: Self.hasLetter)
      }
    self.lines = Set(titles)
    cells = Set(titles.joined().filter(Self.hasLetter))
    beginnings = Set(cells.compactMap(\.utf8.first))
    mostCells = max(1, titles.map(\.count).max() ?? 1)
  }

  /// Whether these are the filled cells of a title line.
  func contains(_ line: [String]) -> Bool {
    line.count == 1 && Self.isPageNumber(line[0]) || lines.contains(line.map(Self.withoutDigits))
  }

  /// Whether a cell of a title line has this text.
  package func mentions(_ text: String) -> Bool {
    Self.isPageNumber(text) || !cells.isEmpty && cells.contains(Self.withoutDigits(text))
  }

  /// Whether a cell of a title line may have this content, by its first bytes alone.
  func mayMention(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 0 else { return true }
    if beginnings.contains(Self.isDigit(cell[0]) ? UInt8(ascii: "0") : cell[0]) { return true }
    guard cell.count >= 6, Self.isDigit(cell[cell.count - 1]) else { return false }
    return Self.pageBeginnings.contains((0..<4).reduce(0) { $0 << 8 | UInt32(cell[$1] | 0x20) })
  }

  // MARK: Texts

  private static let pageWords: Set<String> = ["seite", "page", "blatt", "pagina", "página"]
  /// The first four bytes of the words for a page, in lower case.
  private static let pageBeginnings = Set(
    pageWords.map { word in word.utf8.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1 | 0x20) } }
  )
  private static let wordsBetween: Set<String> = ["von", "of", "de", "di", "sur"]

  /// `Seite 2`, `Page 2 of 9`, `Blatt: 2/9`.
  private static func isPageNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, isPageLetter(first), text.utf8.count <= 32,
      text.utf8.last.map(isDigit) == true
    else { return false }
    let words = text.lowercased().split { " :/\u{A0}".contains($0) }.map(String.init)
    guard words.count > 1, pageWords.contains(words[0]) else { return false }
    return words.dropFirst().allSatisfy { word in
      wordsBetween.contains(word) || word.utf8.allSatisfy { isDigit($0) }
    }
  }

  /// Whether a word for a page may begin with this letter.
  private static func isPageLetter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "p"), UInt8(ascii: "b"): true
    default: false
    }
  }

  /// The text with each run of digits made one zero.
  private static func withoutDigits(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 where !(isDigit(byte) && result.last == UInt8(ascii: "0")) {
      result.append(isDigit(byte) ? UInt8(ascii: "0") : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hasLetter(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
