// SPDX-License-Identifier: Apache-2.0

/// Puts the cells of a list in quotes where the scanner would misread them, and makes the title
/// lines above each repeated header rules.
struct ListRewriting: TextRewriting {
  private let layout: ListLayout
  /// Whether the part before ended within a line that is longer than a part may be.
  private var isWithinLine = false

  init(_ layout: ListLayout) { self.layout = layout }

  mutating func rewrite(_ part: [UInt8], _ end: PartEnd, into result: inout [UInt8]) -> Int {
    // What follows the last row is left: titles if the header follows, else a footer.
    var taken = isWithinLine ? restOfLine(part) : 0
    var seen = taken
    result += part[..<taken]
    for line in TextLines(part, from: taken) {
      guard end == .last || line.isWhole(in: part) else { break }
      seen = line.lineBreak.upperBound
      let content = part[line.content]
      guard layout.isRow(content) else { continue }
      let between = taken..<line.content.lowerBound
      if !between.isEmpty, content.elementsEqual(layout.header) {
        appendTitles(part, between, to: &result)
      } else {
        result += part[between]
      }
      appendRow(content, to: &result)
      result += part[line.lineBreak]
      taken = seen
    }
    guard end == .last || end == .cut && taken == 0 else { return taken }
    // At the end, or too much for titles or even for a line.
    isWithinLine = seen == 0
    let rest = part[taken..<(end == .last || isWithinLine ? part.count : seen)]
    result += rest
    return rest.endIndex
  }

  /// How many bytes the line has that the part before began.
  private mutating func restOfLine(_ part: [UInt8]) -> Int {
    guard let end = part.firstIndex(where: TextLines.isBreak) else { return part.count }
    isWithinLine = false
    return end
  }

  private func appendTitles(_ part: [UInt8], _ range: Range<Int>, to result: inout [UInt8]) {
    for line in TextLines(part, from: range.lowerBound) {
      guard line.content.lowerBound < range.upperBound else { return }
      let content = part[line.content]
      let isText = content.contains { $0 != 0x20 && $0 != 0x09 }
      result += isText ? [UInt8](repeating: UInt8(ascii: "-"), count: 2) : Array(content)
      result += part[line.lineBreak]
    }
  }

  // MARK: Rows

  private func appendRow(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    guard let bars = placesOfBars(in: line) else {
      result += line
      return
    }
    for (bar, next) in zip(bars, bars.dropFirst()) {
      result.append(ListLayout.bar)
      appendCell(line[bar + 1..<next], to: &result)
    }
    result.append(ListLayout.bar)
  }

  private func appendCell(_ cell: ArraySlice<UInt8>, to result: inout [UInt8]) {
    let first = cell.first { $0 != 0x20 && $0 != 0x09 }
    guard first == ListLayout.quote || cell.contains(ListLayout.bar) else {
      result += cell
      return
    }
    result.append(ListLayout.quote)
    for byte in cell {
      result.append(byte)
      if byte == ListLayout.quote { result.append(byte) }
    }
    result.append(ListLayout.quote)
  }

  /// The offsets in a line of the bars that end columns; nil where the line can be read as it
  /// stands, and where a bar is not in its place or the line too long, so that it must be.
  private func placesOfBars(in line: ArraySlice<UInt8>) -> [Int]? {
    var offsets: [Int] = []
    var isPlain = true
    var character = -1
    var next = layout.bars[0]
    for offset in line.indices where line[offset] & 0xC0 != 0x80 {
      let byte = line[offset]
      character += 1
      if character == next {
        guard byte == ListLayout.bar else { return nil }
        offsets.append(offset)
        next = offsets.count < layout.bars.count ? layout.bars[offsets.count] : -1
      } else if offsets.count == layout.bars.count {
        return nil
      } else if byte == ListLayout.bar || byte == ListLayout.quote {
        isPlain = false
      }
    }
    return isPlain || offsets.count < layout.bars.count ? nil : offsets
  }
}
