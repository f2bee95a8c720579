// SPDX-License-Identifier: Apache-2.0

/// The signs and words before and after the digits of a number.
struct NumberSurroundings {
  private(set) var isNegative = false
  private(set) var isPercent = false
  private(set) var currency: String?
  private(set) var scaleWord: ExactDecimal?
  private(set) var problem: NumberProblem?

  private var hasSign = false
  private var hasOpenParenthesis = false

  /// Reads what stands before the digits; the result is their offset.
  mutating func readPrefix(of cell: Span<UInt8>) -> Int {
    var offset = 0
    while offset < cell.count, problem == nil, !Self.startsNumber(cell, at: offset) {
      switch cell[offset] {
      case UInt8(ascii: "("):
        if hasOpenParenthesis || hasSign { problem = .notANumber }
        hasOpenParenthesis = true
        isNegative = true
        offset += 1
      case UInt8(ascii: "*"), UInt8(ascii: "#"):
        problem = Self.isCut(cell) ? .truncated : .notANumber
      default: offset = readPart(of: cell, at: offset)
      }
    }
    return offset
  }

  /// Reads what stands after the digits, to the end of the cell.
  mutating func readSuffix(of cell: Span<UInt8>, from start: Int) {
    var offset = start
    var isClosed = false
    while offset < cell.count, problem == nil {
      switch cell[offset] {
      case UInt8(ascii: ")") where hasOpenParenthesis && !isClosed:
        isClosed = true
        offset += 1
      case UInt8(ascii: "%") where !isPercent:
        isPercent = true
        offset += 1
      default: offset = readPart(of: cell, at: offset)
      }
    }
    if hasOpenParenthesis != isClosed, problem == nil { problem = .notANumber }
  }

  /// Reads a blank, sign, currency symbol or word; the result is the offset after it.
  private mutating func readPart(of cell: Span<UInt8>, at offset: Int) -> Int {
    let blank = blankLength(in: cell, at: offset)
    if blank > 0 { return offset + blank }
    if let (sign, length) = Self.sign(in: cell, at: offset) {
      if hasSign || hasOpenParenthesis { problem = .notANumber }
      hasSign = true
      isNegative = sign
      return offset + length
    }
    if let (code, length) = CurrencyName.symbol(in: cell, at: offset) {
      set(currency: code)
      return offset + length
    }
    return readWord(of: cell, at: offset)
  }

  private mutating func readWord(of cell: Span<UInt8>, at offset: Int) -> Int {
    var end = offset
    while end < cell.count, Self.isLetter(cell[end]) { end += 1 }
    guard end > offset, end - offset <= 15 else {
      problem = .notANumber
      return cell.count
    }
    let word = decodedText(of: cell.extracting(offset..<end))
    let next = end < cell.count && cell[end] == UInt8(ascii: ".") ? end + 1 : end
    switch NumberWord(word) {
    case .currency(let code): set(currency: code)
    case .scale(let factor): set(scale: factor)
    case .scaledCurrency(let factor, let code):
      set(scale: factor)
      set(currency: code)
    case .thousandLetter:
      guard CurrencyName.startsCurrency(cell, at: end) else {
        problem = .bareScaleLetter
        return cell.count
      }
      set(scale: ExactDecimal(1000, scale: 0))
    case .millionLetter: problem = .bareScaleLetter
    case .notFinite: problem = .notFinite
    case nil: problem = .notANumber
    }
    return next
  }

  private mutating func set(currency code: String) {
    if currency != nil { problem = .notANumber }
    currency = code
  }

  private mutating func set(scale factor: ExactDecimal) {
    if scaleWord != nil { problem = .notANumber }
    scaleWord = factor
  }

  private static func startsNumber(_ cell: Span<UInt8>, at offset: Int) -> Bool {
    let byte = cell[offset]
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
      return offset + 1 < cell.count && cell[offset + 1] &- UInt8(ascii: "0") < 10
    }
    return byte &- UInt8(ascii: "0") < 10
  }

  /// Whether the report put a star or hashes in place of digits that found no room.
  private static func isCut(_ cell: Span<UInt8>) -> Bool {
    if cell[0] == UInt8(ascii: "*") {
      return cell.count > 1 && cell[1] &- UInt8(ascii: "0") < 10
    }
    return cell.indices.allSatisfy { cell[$0] == UInt8(ascii: "#") }
  }

  /// Plus, hyphen-minus, minus sign (U+2212) and en dash (U+2013); true for negative.
  private static func sign(
    in cell: Span<UInt8>,
    at offset: Int
  ) -> (isNegative: Bool, length: Int)? {
    switch cell[offset] {
    case UInt8(ascii: "+"): return (false, 1)
    case UInt8(ascii: "-"): return (true, 1)
    case 0xE2 where offset + 2 < cell.count:
      switch (cell[offset + 1], cell[offset + 2]) {
      case (0x88, 0x92), (0x80, 0x93): return (true, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// Letters, and the bytes of letters beyond ASCII but not of symbols and blanks.
  private static func isLetter(_ byte: UInt8) -> Bool {
    let lowered = byte | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowered)
      || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2)
  }
}
