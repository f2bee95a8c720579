// SPDX-License-Identifier: Apache-2.0

/// The list output of ERP systems: lines between `|`, rules of dashes, and page headers.
///
/// Here columns have positions. A `|` or a quote in a text is a character like any other, because
/// the bars of the header line prove where each column ends; and the title lines of each page
/// belong to the page. A text counts as such a list when a rule of dashes stands next to a line
/// between bars and all lines between bars are equally long.
struct ListLayout {
  private static let bar = UInt8(ascii: "|")
  private static let quote = UInt8(ascii: "\"")

  /// The positions of the bars in the header line, in characters.
  private let bars: [Int]
  /// The header line.
  private let header: ArraySlice<UInt8>

  /// The dialect of every list.
  var choice: DialectDetector.Choice {
    DialectDetector.Choice(
      dialect: Dialect(delimiter: Self.bar, quote: Self.quote),
      evidence: [
        FormatNote(de: "Trennzeichen '|' gefunden", en: "delimiter '|' found"),
        FormatNote(
          de: "Liste mit Spalten nach der Stelle von '|'",
          en: "list with columns by the position of '|'"
        ),
      ]
    )
  }

  /// Recognises a list by its first lines; nil for any other text.
  init?(sample: [UInt8], settings: FormatSettings) {
    guard settings.delimiter ?? Self.bar == Self.bar, settings.quote ?? Self.quote == Self.quote
    else { return nil }
    let lines = TextLines(sample, from: 0).map { sample[$0.content] }
    let rows = lines.filter { Self.isBetweenBars($0) && !Self.isRule($0) }
    guard let header = rows.first, rows.count > 1 else { return nil }
    let length = Self.characterCount(header)
    let bars = Self.bars(in: header)
    guard bars.count > 2, lines.contains(where: { Self.isRule($0) }),
      rows.allSatisfy({ Self.characterCount($0) == length })
    else { return nil }
    self.bars = bars
    self.header = header
  }

  /// The text from `start` on with cells in quotes where the scanner would misread them, and with
  /// the title lines above each repeated header made rules.
  ///
  /// - Complexity: O(n).
  func rewritten(_ bytes: [UInt8], from start: Int) -> [UInt8] {
    var result = Array(bytes[..<start])
    result.reserveCapacity(bytes.count + bytes.count / 16)
    // Lines since the last row: page titles if the header follows, else a footer.
    var held: [TextLines.Line] = []
    for line in TextLines(bytes, from: start) {
      let content = bytes[line.content]
      guard Self.isBetweenBars(content), !Self.isRule(content) else {
        held.append(line)
        continue
      }
      append(held, of: bytes, asTitles: content.elementsEqual(header), to: &result)
      held = []
      appendRow(content, to: &result)
      result.append(contentsOf: bytes[line.lineBreak])
    }
    append(held, of: bytes, asTitles: false, to: &result)
    return result
  }

  private func append(
    _ lines: [TextLines.Line],
    of bytes: [UInt8],
    asTitles: Bool,
    to result: inout [UInt8]
  ) {
    for line in lines {
      let content = bytes[line.content]
      let isText = content.contains { $0 != 0x20 && $0 != 0x09 }
      if asTitles, isText {
        result.append(contentsOf: "--".utf8)
      } else {
        result.append(contentsOf: content)
      }
      result.append(contentsOf: bytes[line.lineBreak])
    }
  }

  private func appendRow(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    guard let offsets = barOffsets(in: line) else {
      result.append(contentsOf: line)
      return
    }
    for (index, offset) in offsets.enumerated() {
      result.append(Self.bar)
      guard index + 1 < offsets.count else { break }
      appendCell(line[offset + 1..<offsets[index + 1]], to: &result)
    }
  }

  private func appendCell(_ cell: ArraySlice<UInt8>, to result: inout [UInt8]) {
    let first = cell.first { $0 != 0x20 && $0 != 0x09 }
    guard first == Self.quote || cell.contains(Self.bar) else {
      result.append(contentsOf: cell)
      return
    }
    result.append(Self.quote)
    for byte in cell {
      result.append(byte)
      if byte == Self.quote { result.append(byte) }
    }
    result.append(Self.quote)
  }

  /// The offsets in a line of the bars that end columns; nil where a bar is not in its place.
  private func barOffsets(in line: ArraySlice<UInt8>) -> [Int]? {
    var offsets: [Int] = []
    var character = -1
    for offset in line.indices {
      if line[offset] & 0xC0 != 0x80 { character += 1 }
      guard offsets.count < bars.count, character == bars[offsets.count],
        line[offset] & 0xC0 != 0x80
      else { continue }
      guard line[offset] == Self.bar else { return nil }
      offsets.append(offset)
    }
    return offsets.count == bars.count ? offsets : nil
  }

  private static func bars(in line: ArraySlice<UInt8>) -> [Int] {
    var positions: [Int] = []
    var character = -1
    for byte in line {
      if byte & 0xC0 != 0x80 { character += 1 }
      if byte == bar { positions.append(character) }
    }
    return positions
  }

  private static func characterCount(_ line: ArraySlice<UInt8>) -> Int {
    line.count { $0 & 0xC0 != 0x80 }
  }

  private static func isBetweenBars(_ line: ArraySlice<UInt8>) -> Bool {
    line.count > 2 && line.first == bar && line.last == bar
  }

  /// Whether a line is drawn: dashes, with or without bars and crossings.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count { $0 == UInt8(ascii: "-") } >= 2
      && line.allSatisfy { $0 == UInt8(ascii: "-") || $0 == bar || $0 == UInt8(ascii: "+") }
  }
}
