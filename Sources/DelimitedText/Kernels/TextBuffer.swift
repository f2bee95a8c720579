// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Text in the making: bytes appended one piece after another to memory that grows as needed.
///
/// The memory starts at a page, so that it can be handed to a file as it is, and there is always
/// room behind the last byte for a copy in whole words; that makes short pieces, which reports are
/// made of, cheap.
@safe package struct TextBuffer: ~Copyable {
  /// How many bytes there are.
  @usableFromInline package internal(set) var count = 0
  @usableFromInline package private(set) var start: UnsafeMutableRawPointer
  @usableFromInline package private(set) var capacity: Int

  private static let page = 4096
  /// Free bytes that every appended piece finds behind its own.
  @usableFromInline package static var slack: Int { 32 }

  /// Makes room for `capacity` bytes at first.
  package init(capacity: Int = 4096) {
    self.capacity = max(Self.page, capacity)
    unsafe start = UnsafeMutableRawPointer.allocate(
      byteCount: self.capacity,
      alignment: Self.page
    )
  }

  deinit { unsafe start.deallocate() }

  // MARK: Reading

  /// A copy of all bytes.
  package var bytes: [UInt8] {
    unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Calls `body` with the bytes, which lie at the start of a page.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The byte at `index`.
  package subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "byte \(index) of \(count)")
    return unsafe start.load(fromByteOffset: index, as: UInt8.self)
  }

  /// Whether the bytes `range` need neither quotes nor escapes in CSV of any dialect and in JSON.
  package func isPlain(_ range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "\(range)")
    guard let last = range.last else { return true }
    if Self.isLeading(self[range.lowerBound]) || self[last] == UInt8(ascii: " ") { return false }
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let word = unsafe start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if Self.holdsSpecial(word) { return false }
      index += 8
    }
    guard index < range.upperBound else { return true }
    // What lies behind the text is shifted out; there is room for a word.
    let word = unsafe start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let absent = UInt64(8 * (index + 8 - range.upperBound))
    return !Self.holdsSpecial(word.littleEndian << absent | 0x6161_6161_6161_6161 >> (64 - absent))
  }

  /// Whether one of eight bytes is a control character, a quote, a backslash or a delimiter.
  ///
  /// Subtracting borrows into the high bit of a byte exactly where it was too small; a byte that may
  /// be marked without cause stands above one that is marked with cause.
  private static func holdsSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let slashes = word ^ (ones &* 0x5C)
    let commas = word ^ (ones &* 0x2C)
    let semicolons = word ^ (ones &* 0x3B)
    let controls = (word &- ones &* 0x20) & ~word
    let found =
      (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (commas &- ones) & ~commas
      | (semicolons &- ones) & ~semicolons | controls
    return found & (ones &* 0x80) != 0
  }

  /// A blank needs quotes in front, the others are taken for formulas by spreadsheets.
  private static func isLeading(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "@"):
      true
    default: false
    }
  }

  // MARK: Appending

  /// Appends a byte.
  @inlinable
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Up to eight bytes as one word, the first in its lowest place; none of them is 0.
  package static func word(_ bytes: [UInt8]) -> UInt64 {
    precondition(bytes.count <= 8, "a word of \(bytes.count) bytes")
    return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Appends the bytes of a word up to its highest that is not 0.
  package mutating func append(word: UInt64) {
    reserve(8)
    unsafe (start + count).storeBytes(of: word.littleEndian, as: UInt64.self)
    count += 8 - word.leadingZeroBitCount / 8
  }

  /// Appends bytes.
  package mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe append($0) }
  }

  /// Appends bytes.
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe append($0) }
  }

  /// Appends bytes with every quote among them doubled.
  mutating func append(doublingQuotes bytes: Span<UInt8>) {
    reserve(2 * bytes.count)
    for index in bytes.indices {
      let byte = bytes[index]
      unsafe put(byte)
      if byte == UInt8(ascii: "\"") { unsafe put(byte) }
    }
  }

  /// Appends a text in UTF-8.
  package mutating func append(_ text: String) {
    let isDone: Void? = unsafe text.utf8.withContiguousStorageIfAvailable {
      unsafe append(UnsafeRawBufferPointer($0))
    }
    // Only texts of another language's runtime are not contiguous.
    if isDone == nil { append(Array(text.utf8)) }
  }

  /// Appends the bytes `range` of another text.
  @inlinable
  package mutating func append(_ other: borrowing TextBuffer, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= other.count, "\(range)")
    reserve(range.count)
    let target = unsafe start + count
    let source = unsafe other.start + range.lowerBound
    // Both have room behind their last byte for a copy in whole words.
    if range.count <= Self.slack {
      unsafe target.copyMemory(from: source, byteCount: Self.slack)
    } else {
      unsafe target.copyMemory(from: source, byteCount: range.count)
    }
    count += range.count
  }

  /// Appends the decimal digits of a whole number.
  package mutating func append(_ number: Int) {
    reserve(PlacedNumber.room)
    count += unsafe PlacedNumber.putSign(number < 0, at: start + count)
    count += unsafe PlacedNumber.put(UInt64(number.magnitude), at: start + count)
  }

  /// Appends the shortest text of a finite number.
  mutating func append(_ number: Double, decimalMark: UInt8) {
    reserve(PlacedNumber.room)
    count += unsafe PlacedNumber.put(number, at: start + count, decimalMark: decimalMark)
  }

  /// Appends `units / 10_000` in plain digits without zeros at the end.
  mutating func append(tenThousandths units: UInt64, decimalMark: UInt8) {
    reserve(PlacedNumber.room)
    count += unsafe PlacedNumber.put(
      tenThousandths: units,
      at: start + count,
      decimalMark: decimalMark
    )
  }

  /// Appends `digits * 10^exponent` in plain digits, without exponent.
  ///
  /// A fraction shows all of the digits; the caller takes zeros at their end away.
  package mutating func append(digits: UInt64, exponent: Int, decimalMark: UInt8) {
    let length = DigitText.length(of: digits)
    reserve(length + abs(exponent) + 2)
    guard exponent < 0 else {
      put(digits, length: length)
      putZeros(exponent)
      return
    }
    let point = length + exponent
    guard point > 0 else {
      unsafe put(UInt8(ascii: "0"))
      unsafe put(decimalMark)
      putZeros(-point)
      put(digits, length: length)
      return
    }
    let (whole, fraction) = digits.quotientAndRemainder(dividingBy: DigitText.power(-exponent))
    put(whole, length: point)
    unsafe put(decimalMark)
    put(fraction, length: -exponent)
  }

  /// Puts `length` digits where there is room for them.
  private mutating func put(_ digits: UInt64, length: Int) {
    unsafe PlacedNumber.put(digits, length: length, at: start + count)
    count += length
  }

  private mutating func putZeros(_ number: Int) {
    for _ in 0..<number { unsafe put(UInt8(ascii: "0")) }
  }

  /// Puts a byte where there is room for it.
  @unsafe
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    unsafe start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Puts `length` bytes where there is room for ``slack``; so many must be there to be read.
  @inline(__always)
  mutating func put(short source: UnsafeRawPointer, _ length: Int) {
    unsafe (start + count).copyMemory(from: source, byteCount: Self.slack)
    count += length
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    unsafe (start + count).copyMemory(from: source, byteCount: bytes.count)
    count += bytes.count
  }

  // MARK: Removing

  /// Forgets all bytes and keeps the memory.
  package mutating func removeAll() { count = 0 }

  /// Forgets the bytes from `count` on.
  package mutating func removeAll(from count: Int) {
    precondition(count >= 0 && count <= self.count, "\(count) of \(self.count)")
    self.count = count
  }

  /// Forgets the first bytes; the rest moves to the start.
  package mutating func removeFirst(_ number: Int) {
    precondition(number >= 0 && number <= count, "\(number) of \(count)")
    unsafe memmove(start, start + number, count - number)
    count -= number
  }

  // MARK: Memory

  @inlinable
  package mutating func reserve(_ more: Int) {
    if count + more + Self.slack > capacity { grow(more) }
  }

  @usableFromInline
  package mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more + Self.slack)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: Self.page)
    unsafe moved.copyMemory(from: start, byteCount: count)
    unsafe start.deallocate()
    unsafe start = moved
    capacity = larger
  }
}
