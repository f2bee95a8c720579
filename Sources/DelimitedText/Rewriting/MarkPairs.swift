// SPDX-License-Identifier: Apache-2.0

/// Makes one of each pair of quotation marks inside fields that stand in apostrophes, where a text
/// doubles the marks although they enclose nothing.
///
/// *Definition* Two such pairs at least, and every run of marks inside such fields is made of pairs.
struct MarkPairs: TextRewriting {
  private static let mark = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
  private static let minimumPairs = 2

  private let delimiter: UInt8
  private var isQuoted = false
  private var isAtFieldStart = true
  private var pairs = 0
  private var singles = 0

  /// Looks at the first part of a text whose apostrophes are doubled inside fields; nil where
  /// nothing is to be changed.
  init?(_ sample: [UInt8], dialect: Dialect) {
    guard dialect.quote == Self.apostrophe else { return nil }
    delimiter = dialect.delimiter
    var look = self
    var result: [UInt8] = []
    _ = look.rewrite(sample, .last, into: &result)
    guard look.singles == 0, look.pairs >= Self.minimumPairs else { return nil }
  }

  /// What was found, for the evidence.
  static let evidence = FormatNote(
    de: "zwei Anführungszeichen in Feldern stehen für eines",
    en: "two quotation marks inside fields stand for one"
  )

  mutating func rewrite(_ part: [UInt8], _ end: PartEnd, into result: inout [UInt8]) -> Int {
    var position = 0
    while position < part.count {
      let byte = part[position]
      let isPairable = isQuoted && (byte == Self.mark || byte == Self.apostrophe)
      guard isPairable else {
        follow(byte)
        result.append(byte)
        position += 1
        continue
      }
      if position + 1 == part.count, end == .open { return position }
      let isPair = position + 1 < part.count && part[position + 1] == byte
      if byte == Self.mark {
        if isPair { pairs += 1 } else { singles += 1 }
        result.append(byte)
      } else {
        isQuoted = isPair
        result += part[position..<position + (isPair ? 2 : 1)]
      }
      position += isPair ? 2 : 1
    }
    return position
  }

  /// Notes where fields begin.
  private mutating func follow(_ byte: UInt8) {
    guard !isQuoted else { return }
    if byte == delimiter || TextLines.isBreak(byte) {
      isAtFieldStart = true
    } else if isAtFieldStart, byte == Self.apostrophe {
      (isQuoted, isAtFieldStart) = (true, false)
    } else if byte != 0x20 && byte != 0x09 {
      isAtFieldStart = false
    }
  }
}
