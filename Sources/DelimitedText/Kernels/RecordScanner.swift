// SPDX-License-Identifier: Apache-2.0

/// Where one field of a record stands, without its quotes.
struct FieldSpan: Equatable {
  /// Offset of the first byte.
  var start: Int
  /// Offset after the last byte.
  var end: Int
  /// Whether the field was enclosed in quotes.
  var isQuoted: Bool
  /// Whether it holds doubled quotes that stand for one.
  var hasDoubledQuotes: Bool
}

/// Splits UTF-8 bytes into records and fields, one record at a time, into reused storage.
///
/// Deviations from RFC 4180, all lenient: CR, LF and CR LF end a record, in any mixture; blanks
/// may stand around the quotes of a field; records may differ in their number of fields; an
/// opening quote that is never closed, or whose closing quote is followed by text, is a plain
/// character, so that one stray quote cannot swallow the lines below it. The record is marked.
///
/// Advice: the linear bound of `quotedField` rests on the fact that a line which leaves a quote
/// open holds an odd run of quotes, and such a run closes any quote opened before it.
struct RecordScanner: Sendable {
  private let dialect: Dialect
  private let delimiters: UInt64
  private let quotes: UInt64
  /// Offset of the next record.
  private(set) var position: Int
  /// Physical line of the next record, 1-based.
  private(set) var line: Int
  /// Whether a quote was looked for up to the end of the bytes, so that more bytes could matter.
  private var hasReachedEnd = false

  /// Starts at byte `position`, which is on physical line `line`.
  init(dialect: Dialect, position: Int, line: Int) {
    self.dialect = dialect
    delimiters = Self.broadcast(dialect.delimiter)
    quotes = Self.broadcast(dialect.quote)
    self.position = position
    self.line = line
  }

  /// The same place, read with another delimiter.
  func reading(delimiter: UInt8) -> RecordScanner {
    let other = Dialect(delimiter: delimiter, quote: dialect.quote)
    return RecordScanner(dialect: other, position: position, line: line)
  }

  /// Reads the next record into `record`; false at the end of the bytes.
  ///
  /// - Complexity: O(length of the record), eight bytes at a time outside quotes.
  mutating func next(_ bytes: [UInt8], into record: inout Record) -> Bool {
    guard position < bytes.count else { return false }
    record.reset(start: position, line: line)
    unsafe bytes.withUnsafeBufferPointer { buffer in unsafe scan(buffer, into: &record) }
    return true
  }

  /// Whether the record just read would be the same if more bytes followed.
  func isSettled(in bytes: [UInt8]) -> Bool {
    guard !hasReachedEnd, position > 0 else { return false }
    return position < bytes.count || bytes[position - 1] == 0x0A
  }

  /// Whether the record just read ends with a line break and not with the bytes.
  func hasEndedLine(in bytes: [UInt8]) -> Bool {
    position > 0 && (bytes[position - 1] == 0x0A || bytes[position - 1] == 0x0D)
  }

  private mutating func scan(_ buffer: UnsafeBufferPointer<UInt8>, into record: inout Record) {
    var fieldStart = position
    var from = position
    while true {
      let at = unsafe nextStructure(buffer, from: from)
      let byte = at < buffer.count ? unsafe buffer[at] : 0x0A
      if byte == dialect.delimiter, at < buffer.count {
        record.append(FieldSpan(fieldStart, at))
        fieldStart = at + 1
        from = fieldStart
      } else if byte == dialect.quote {
        from = at + 1
        guard unsafe isBlank(buffer, fieldStart..<at) else { continue }
        guard let field = unsafe quotedField(buffer, openedAt: at) else {
          record.hasMalformedQuote = true
          continue
        }
        record.append(field.span)
        line += field.lineBreaks
        if unsafe !(field.next < buffer.count && buffer[field.next] == dialect.delimiter) {
          unsafe finish(buffer, at: field.next, record: &record)
          return
        }
        fieldStart = field.next + 1
        from = fieldStart
      } else {
        record.append(FieldSpan(fieldStart, at))
        unsafe finish(buffer, at: at, record: &record)
        return
      }
    }
  }

  /// Ends the record at the line break or end of bytes `at`.
  private mutating func finish(
    _ buffer: UnsafeBufferPointer<UInt8>,
    at end: Int,
    record: inout Record
  ) {
    record.end = end
    position = unsafe end + lineBreakLength(buffer, at: end)
    line += 1
  }

  private func lineBreakLength(_ buffer: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    guard offset < buffer.count else { return 0 }
    guard unsafe buffer[offset] == 0x0D, offset + 1 < buffer.count else { return 1 }
    return unsafe buffer[offset + 1] == 0x0A ? 2 : 1
  }

  private func isBlank(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    for offset in range {
      guard unsafe buffer[offset] == 0x20 || buffer[offset] == 0x09 else { return false }
    }
    return true
  }
}

// MARK: - Quoted fields

extension RecordScanner {
  private struct QuotedField {
    var span: FieldSpan
    var lineBreaks: Int
    /// Offset of the delimiter or line break after the field, or the number of bytes.
    var next: Int
  }

  /// The field whose opening quote stands at `opening`, or nil when that is a stray quote.
  private mutating func quotedField(
    _ buffer: UnsafeBufferPointer<UInt8>,
    openedAt opening: Int
  ) -> QuotedField? {
    var span = FieldSpan(opening + 1, opening + 1)
    span.isQuoted = true
    var lineBreaks = 0
    var from = opening + 1
    while true {
      let at = unsafe nextQuoteOrBreak(buffer, from: from)
      guard at < buffer.count else {
        hasReachedEnd = true
        return nil
      }
      guard unsafe buffer[at] == dialect.quote else {
        lineBreaks += 1
        from = unsafe at + lineBreakLength(buffer, at: at)
        continue
      }
      if at + 1 < buffer.count, unsafe buffer[at + 1] == dialect.quote {
        span.hasDoubledQuotes = true
        from = at + 2
        continue
      }
      span.end = at
      guard let next = unsafe fieldEnd(buffer, after: at) else { return nil }
      return QuotedField(span: span, lineBreaks: lineBreaks, next: next)
    }
  }

  /// The end of a field after its closing quote, or nil when other text follows.
  private func fieldEnd(_ buffer: UnsafeBufferPointer<UInt8>, after quote: Int) -> Int? {
    var offset = quote + 1
    while offset < buffer.count {
      let byte = unsafe buffer[offset]
      if byte == dialect.delimiter || byte == 0x0A || byte == 0x0D { return offset }
      guard byte == 0x20 || byte == 0x09 else { return nil }
      offset += 1
    }
    return offset
  }
}

// MARK: - Eight bytes at a time

extension RecordScanner {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let lineFeeds = broadcast(0x0A)
  private static let carriageReturns = broadcast(0x0D)

  private static func broadcast(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// The top bit of each byte of `word` that equals the byte of `pattern`, exactly.
  @inline(__always)
  private static func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return ~(((difference & lows) &+ lows) | difference | lows)
  }

  /// Offset of the next delimiter, quote or line break, or the number of bytes.
  private func nextStructure(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    if let base = buffer.baseAddress {
      let raw = unsafe UnsafeRawPointer(base)
      while offset + 8 <= buffer.count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        let hits =
          Self.matches(word, delimiters) | Self.matches(word, quotes)
          | Self.matches(word, Self.lineFeeds) | Self.matches(word, Self.carriageReturns)
        if hits != 0 { return offset + hits.trailingZeroBitCount >> 3 }
        offset += 8
      }
    }
    while offset < buffer.count {
      let byte = unsafe buffer[offset]
      if byte == dialect.delimiter || byte == dialect.quote || byte == 0x0A || byte == 0x0D {
        break
      }
      offset += 1
    }
    return offset
  }

  /// Offset of the next quote or line break, or the number of bytes.
  private func nextQuoteOrBreak(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    if let base = buffer.baseAddress {
      let raw = unsafe UnsafeRawPointer(base)
      while offset + 8 <= buffer.count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        let hits =
          Self.matches(word, quotes) | Self.matches(word, Self.lineFeeds)
          | Self.matches(word, Self.carriageReturns)
        if hits != 0 { return offset + hits.trailingZeroBitCount >> 3 }
        offset += 8
      }
    }
    while offset < buffer.count {
      let byte = unsafe buffer[offset]
      if byte == dialect.quote || byte == 0x0A || byte == 0x0D { break }
      offset += 1
    }
    return offset
  }
}

extension FieldSpan {
  /// A field without quotes.
  init(_ start: Int, _ end: Int) {
    self.init(start: start, end: end, isQuoted: false, hasDoubledQuotes: false)
  }
}
