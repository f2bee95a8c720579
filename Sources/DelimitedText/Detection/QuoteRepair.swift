// SPDX-License-Identifier: Apache-2.0

/// How a text marks quotes inside quoted fields, where it does not double them.
///
/// The scanner knows doubled quotes only. A text in another manner is rewritten once, line by line
/// and without moving a line break, before it is scanned.
enum QuoteRepair: Sendable, CaseIterable {
  /// A backslash stands before the quote, as in `"24\" wheel"`.
  case backslash
  /// Nothing marks it: a quote closes a field only before a delimiter or the end of a line.
  case closingAtDelimiter

  /// Whether anything in the text speaks for the repair.
  func isCalledFor(in bytes: [UInt8], dialect: Dialect, _ plain: Judgement) -> Bool {
    switch self {
    case .closingAtDelimiter: plain.malformed > 0
    case .backslash:
      zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "\\") && $1 == dialect.quote }
    }
  }

  /// Whether the records, read after the repair, prove that it is right.
  ///
  /// A backslash before a quote speaks for itself, as long as no record loses its columns. Without
  /// a mark only the layout can tell a quote in a text from one that ends it: ten records at least,
  /// nine of ten with the same number of fields, and more than before.
  func isProven(by repaired: Judgement, over plain: Judgement) -> Bool {
    guard repaired.width > 1 else { return false }
    return switch self {
    case .backslash:
      repaired.records > 1
        && (repaired.share > plain.share
          || plain.malformed > 0 && repaired.share == plain.share)
    case .closingAtDelimiter:
      repaired.records >= 10 && repaired.share > 0.9 && repaired.share > plain.share
    }
  }

  /// What was found, for the evidence.
  var evidence: FormatNote {
    switch self {
    case .backslash:
      FormatNote(
        de: "Anführungszeichen in Feldern stehen nach einem Backslash",
        en: "quotes inside fields stand after a backslash"
      )
    case .closingAtDelimiter:
      FormatNote(
        de: "Anführungszeichen in Feldern sind nicht verdoppelt",
        en: "quotes inside fields are not doubled"
      )
    }
  }

  /// The text from `start` on with every quote inside a quoted field doubled.
  ///
  /// - Complexity: O(n).
  func repaired(_ bytes: [UInt8], from start: Int, dialect: Dialect) -> [UInt8] {
    var rewriter = QuoteRewriter(bytes: bytes, position: start, dialect: dialect, repair: self)
    return rewriter.rewritten()
  }
}

/// Walks once over a text and doubles the quotes that do not end a field.
private struct QuoteRewriter {
  let bytes: [UInt8]
  var position: Int
  let dialect: Dialect
  let repair: QuoteRepair
  private var result: [UInt8] = []
  private var isInQuotes = false
  private var isAtFieldStart = true

  init(bytes: [UInt8], position: Int, dialect: Dialect, repair: QuoteRepair) {
    self.bytes = bytes
    self.position = position
    self.dialect = dialect
    self.repair = repair
    result.reserveCapacity(bytes.count + bytes.count / 64)
    result.append(contentsOf: bytes[..<position])
  }

  mutating func rewritten() -> [UInt8] {
    while position < bytes.count {
      if isInQuotes { takeQuoted() } else { takePlain() }
    }
    return result
  }

  private mutating func takePlain() {
    let byte = bytes[position]
    if byte == dialect.quote, isAtFieldStart {
      isInQuotes = true
      isAtFieldStart = false
    } else if byte == dialect.delimiter || Self.isBreak(byte) {
      isAtFieldStart = true
    } else if byte != 0x20 && byte != 0x09 {
      isAtFieldStart = false
    }
    copy(1)
  }

  private mutating func takeQuoted() {
    switch (repair, bytes[position]) {
    case (.backslash, UInt8(ascii: "\\")): takeBackslash()
    case (.backslash, dialect.quote):
      if byte(at: position + 1) == dialect.quote { copy(2) } else { close() }
    case (.closingAtDelimiter, dialect.quote): takeUnmarkedQuote()
    case (.closingAtDelimiter, 0x0A), (.closingAtDelimiter, 0x0D):
      // Without marks nothing proves that a field goes on in the next line.
      isInQuotes = false
      isAtFieldStart = true
      copy(1)
    default: copy(1)
    }
  }

  /// `\"` is a quote; `\\"` is a backslash at the end of a field; any other is itself.
  private mutating func takeBackslash() {
    if byte(at: position + 1) == dialect.quote {
      result.append(dialect.quote)
      result.append(dialect.quote)
      position += 2
    } else if byte(at: position + 1) == UInt8(ascii: "\\"),
      byte(at: position + 2) == dialect.quote
    {
      result.append(UInt8(ascii: "\\"))
      position += 2
    } else {
      copy(1)
    }
  }

  private mutating func takeUnmarkedQuote() {
    if byte(at: position + 1) == dialect.quote, !endsField(position + 2) {
      copy(2)
    } else if endsField(afterBlanksFrom: position + 1) {
      close()
    } else {
      result.append(dialect.quote)
      copy(1)
    }
  }

  private mutating func close() {
    isInQuotes = false
    copy(1)
  }

  private mutating func copy(_ count: Int) {
    for _ in 0..<count where position < bytes.count {
      result.append(bytes[position])
      position += 1
    }
  }

  private func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func endsField(_ offset: Int) -> Bool {
    guard let byte = byte(at: offset) else { return true }
    return byte == dialect.delimiter || Self.isBreak(byte)
  }

  private func endsField(afterBlanksFrom start: Int) -> Bool {
    var offset = start
    while let byte = byte(at: offset), byte == 0x20 || byte == 0x09, byte != dialect.delimiter {
      offset += 1
    }
    return endsField(offset)
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
