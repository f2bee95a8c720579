// SPDX-License-Identifier: Apache-2.0

/// How many bytes the blank at `offset` takes, or 0 when there is none.
///
/// Blanks are space, tab, line breaks, no-break space (U+00A0), narrow no-break space (U+202F),
/// figure space (U+2007) and thin space (U+2009).
func blankLength(in cell: Span<UInt8>, at offset: Int) -> Int {
  switch cell[offset] {
  case 0x20, 0x09, 0x0A, 0x0D: return 1
  case 0xC2: return offset + 1 < cell.count && cell[offset + 1] == 0xA0 ? 2 : 0
  case 0xE2:
    guard offset + 2 < cell.count, cell[offset + 1] == 0x80 else { return 0 }
    switch cell[offset + 2] {
    case 0xAF, 0x87, 0x89: return 3
    default: return 0
    }
  default: return 0
  }
}

/// The part of `cell` between its leading and trailing blanks.
func trimmedRange(of cell: Span<UInt8>) -> Range<Int> {
  var lower = 0
  while lower < cell.count {
    let length = blankLength(in: cell, at: lower)
    if length == 0 { break }
    lower += length
  }
  var upper = cell.count
  while upper > lower {
    let length = trailingBlankLength(in: cell, before: upper, after: lower)
    if length == 0 { break }
    upper -= length
  }
  return lower..<upper
}

private func trailingBlankLength(in cell: Span<UInt8>, before end: Int, after start: Int) -> Int {
  for length in 1...3 where end - length >= start {
    if blankLength(in: cell, at: end - length) == length { return length }
  }
  return 0
}

/// The part of `cell` that is its text: trimmed, without the spreadsheet wrapper `="..."` and
/// without the apostrophe that spreadsheets put before a number or formula to keep it as text.
func contentRange(of cell: Span<UInt8>) -> Range<Int> {
  // Most cells begin and end with a letter or digit.
  if isPlainContent(cell) { return cell.indices }
  let range = trimmedRange(of: cell)
  let (lower, upper) = (range.lowerBound, range.upperBound)
  if range.count >= 3, cell[lower] == UInt8(ascii: "="), cell[lower + 1] == UInt8(ascii: "\""),
    cell[upper - 1] == UInt8(ascii: "\"")
  {
    let inner = cell.extracting(lower + 2..<upper - 1)
    let innerRange = trimmedRange(of: inner)
    return innerRange.lowerBound + lower + 2..<innerRange.upperBound + lower + 2
  }
  if range.count >= 2, cell[lower] == UInt8(ascii: "'"), isProtected(cell[lower + 1]) {
    return lower + 1..<upper
  }
  return range
}

/// Whether `cell` begins and ends with a letter or digit of ASCII, so that all of it is its text.
func isPlainContent(_ cell: Span<UInt8>) -> Bool {
  cell.count > 0 && isWordByte(cell[0]) && isWordByte(cell[cell.count - 1])
}

private func isWordByte(_ byte: UInt8) -> Bool {
  byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
}

/// Whether an apostrophe before this byte protects it, as in `'0012`, and is not part of a name.
private func isProtected(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "="), UInt8(ascii: "+"),
    UInt8(ascii: "-"), UInt8(ascii: "@"):
    true
  default: false
  }
}

/// The bytes of `cell` as text; what is no UTF-8 becomes U+FFFD.
func decodedText(of cell: Span<UInt8>) -> String {
  if let valid = try? UTF8Span(validating: cell) { return String(copying: valid) }
  return String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)
}

/// Whether `cell` holds the bytes of `text`.
func hasBytes(_ cell: Span<UInt8>, _ text: String) -> Bool {
  guard cell.count == text.utf8.count else { return false }
  var offset = 0
  for byte in text.utf8 {
    guard cell[offset] == byte else { return false }
    offset += 1
  }
  return true
}
