// SPDX-License-Identifier: Apache-2.0

/// The list output of ERP systems: lines between `|`, rules of dashes, and page headers.
///
/// Here columns have positions. A `|` or a quote in a text is a character like any other, because
/// the bars of the header line prove where each column ends; and the title lines of each page
/// belong to the page. A text counts as such a list when a rule of dashes stands next to a line
/// between bars and all lines between bars are equally long.
struct ListLayout {
  static let bar = UInt8(ascii: "|")
  static let quote = UInt8(ascii: "\"")

  /// The positions of the bars in the header line, in characters.
  let bars: [Int]
  /// The header line.
  let header: ArraySlice<UInt8>

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

  /// Whether a line is the header or a row.
  func isRow(_ line: ArraySlice<UInt8>) -> Bool { Self.isBetweenBars(line) && !Self.isRule(line) }

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
    line.allSatisfy { $0 == UInt8(ascii: "-") || $0 == bar || $0 == UInt8(ascii: "+") }
      && line.count { $0 == UInt8(ascii: "-") } >= 2
  }
}
