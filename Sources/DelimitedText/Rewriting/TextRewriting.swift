// SPDX-License-Identifier: Apache-2.0

/// Makes a text readable for the scanner, part by part and without moving a line break.
protocol TextRewriting {
  /// Appends to `result` what the first bytes of `part` become, and says how many these are.
  ///
  /// The bytes that are left stand at the start of the next part, with more behind them.
  mutating func rewrite(_ part: [UInt8], _ end: PartEnd, into result: inout [UInt8]) -> Int
}

/// What follows a part of a text.
enum PartEnd {
  /// More bytes, so that whatever depends on them is left.
  case open
  /// More bytes that are not waited for, because the part is as long as parts may be.
  case cut
  /// Nothing, so that all bytes are taken.
  case last
}

extension TextRewriting {
  /// A whole text that is in memory, rewritten.
  func rewritten(_ text: [UInt8]) -> [UInt8] {
    var rewriting = self
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 16)
    _ = rewriting.rewrite(text, .last, into: &result)
    return result
  }
}

extension DecodedText {
  /// The text in UTF-8 after a rewriting, of which only a part is in memory at a time.
  ///
  /// Parts have `partSize` bytes, and more where none of them can be taken, up to `mostSize`.
  ///
  /// - Complexity: O(n).
  func rewritten(
    by rewriting: some TextRewriting,
    partSize: Int = 1 << 18,
    mostSize: Int = 1 << 24
  ) -> DecodedText {
    var rewriting = rewriting
    return rewritten(updating: &rewriting, partSize: partSize, mostSize: mostSize)
  }

  /// The same with a rewriting that keeps what it finds on the way.
  func rewritten(
    updating rewriting: inout some TextRewriting,
    partSize: Int = 1 << 18,
    mostSize: Int = 1 << 24
  ) -> DecodedText {
    var spill = ByteSpill()
    var (part, result): ([UInt8], [UInt8]) = ([], [])
    var (position, more) = (start, partSize)
    while position < content.count {
      let next = min(position + more, content.count)
      part += utf8(position..<next)
      position = next
      let isFull = part.count >= mostSize
      let end: PartEnd = position == content.count ? .last : isFull ? .cut : .open
      let taken = rewriting.rewrite(part, end, into: &result)
      part.removeFirst(taken)
      more = taken > 0 ? partSize : part.count
      spill.append(result)
      result.removeAll(keepingCapacity: true)
    }
    var rewritten = self
    rewritten.content = spill.content()
    rewritten.codePage = nil
    rewritten.start = 0
    return rewritten
  }
}
