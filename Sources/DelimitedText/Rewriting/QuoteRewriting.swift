// SPDX-License-Identifier: Apache-2.0

/// Walks once over a text and doubles the quotes that do not end a field.
struct QuoteRewriting: TextRewriting {
  private let repair: QuoteRepair
  private let dialect: Dialect
  private var isInQuotes = false
  private var isAtFieldStart = true

  init(_ repair: QuoteRepair, dialect: Dialect) {
    self.repair = repair
    self.dialect = dialect
  }

  /// What becomes of the next bytes.
  private enum Step {
    /// So many bytes stay.
    case keep(Int)
    /// So many bytes become two quotes.
    case doubledQuote(Int)
    /// Two backslashes become one.
    case backslash
    /// Only bytes that are not there yet can tell.
    case wait
  }

  mutating func rewrite(_ part: [UInt8], _ end: PartEnd, into result: inout [UInt8]) -> Int {
    let text = part.span
    var (position, kept) = (0, 0)
    while position < text.count {
      let step = isInQuotes ? quotedStep(text, position, end) : plainStep(text, position)
      if case .keep(let count) = step {
        position += count
        continue
      }
      result += part[kept..<position]
      kept = position
      switch step {
      case .keep: break
      case .doubledQuote(let count):
        result.append(dialect.quote)
        result.append(dialect.quote)
        position += count
      case .backslash:
        result.append(UInt8(ascii: "\\"))
        position += 2
      case .wait: return position
      }
      kept = position
    }
    result += part[kept...]
    return part.count
  }

  // MARK: Outside quotes

  private mutating func plainStep(_ text: Span<UInt8>, _ start: Int) -> Step {
    var offset = start
    while offset < text.count {
      let byte = text[offset]
      offset += 1
      if isAtFieldStart, byte == dialect.quote {
        isInQuotes = true
        isAtFieldStart = false
        break
      }
      if byte == dialect.delimiter || TextLines.isBreak(byte) {
        isAtFieldStart = true
      } else if byte != 0x20 && byte != 0x09 {
        isAtFieldStart = false
      }
    }
    return .keep(offset - start)
  }

  // MARK: Inside quotes

  private mutating func quotedStep(_ text: Span<UInt8>, _ start: Int, _ end: PartEnd) -> Step {
    switch repair {
    case .backslash: markedStep(text, start, end)
    case .closingAtDelimiter: unmarkedStep(text, start, end)
    }
  }

  private mutating func markedStep(_ text: Span<UInt8>, _ start: Int, _ end: PartEnd) -> Step {
    let backslash = UInt8(ascii: "\\")
    var offset = start
    while offset < text.count, text[offset] != backslash, text[offset] != dialect.quote {
      offset += 1
    }
    guard offset == start else { return .keep(offset - start) }
    guard end != .open || start + 2 < text.count else { return .wait }
    let next = byte(text, start + 1)
    guard text[start] == backslash else {
      if next == dialect.quote { return .keep(2) }
      isInQuotes = false
      return .keep(1)
    }
    // `\"` is a quote; `\\"` is a backslash at the end of a field; any other is itself.
    if next == dialect.quote { return .doubledQuote(2) }
    return next == backslash && byte(text, start + 2) == dialect.quote ? .backslash : .keep(1)
  }

  private mutating func unmarkedStep(_ text: Span<UInt8>, _ start: Int, _ end: PartEnd) -> Step {
    var offset = start
    while offset < text.count, text[offset] != dialect.quote, !TextLines.isBreak(text[offset]) {
      offset += 1
    }
    guard offset == start else { return .keep(offset - start) }
    guard text[start] == dialect.quote else {
      // Without marks nothing proves that a field goes on in the next line.
      isInQuotes = false
      isAtFieldStart = true
      return .keep(1)
    }
    let next = offsetAfterBlanks(text, from: start + 1)
    guard end != .open || max(next, start + 2) < text.count else { return .wait }
    if byte(text, start + 1) == dialect.quote, !endsField(text, start + 2) { return .keep(2) }
    guard endsField(text, next) else { return .doubledQuote(1) }
    isInQuotes = false
    return .keep(1)
  }

  private func byte(_ text: Span<UInt8>, _ offset: Int) -> UInt8? {
    offset < text.count ? text[offset] : nil
  }

  private func endsField(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    guard let byte = byte(text, offset) else { return true }
    return byte == dialect.delimiter || TextLines.isBreak(byte)
  }

  private func offsetAfterBlanks(_ text: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while let byte = byte(text, offset), byte == 0x20 || byte == 0x09, byte != dialect.delimiter {
      offset += 1
    }
    return offset
  }
}
