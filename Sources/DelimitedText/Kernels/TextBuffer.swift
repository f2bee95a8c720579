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
    guard let first = range.first, let last = range.last else { return true }
    if Self.leading.contains(self[first]) || self[last] == UInt8(ascii: " ") { return false }
    var index = first
    while index + 8 <= range.upperBound {
      let word = unsafe start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if Self.holdsSpecial(word) { return false }
      index += 8
    }
    var rest: UInt64 = 0x6161_6161_6161_6161
    while index < range.upperBound {
      rest = rest << 8 | UInt64(self[index])
      index += 1
    }
    return !Self.holdsSpecial(rest)
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
  private static let leading: [UInt8] = Array(" =+-@".utf8)

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
    unsafe store(word, at: start + count)
    count += 8 - word.leadingZeroBitCount / 8
  }

  /// Appends bytes.
  package mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe append($0) }
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
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: UInt64(number.magnitude), exponent: 0, decimalMark: UInt8(ascii: "."))
  }

  /// Appends `digits * 10^exponent` in plain digits, without exponent.
  ///
  /// A fraction shows all of the digits; the caller takes zeros at their end away.
  package mutating func append(digits: UInt64, exponent: Int, decimalMark: UInt8) {
    let length = DigitText.length(of: digits)
    reserve(length + abs(exponent) + 2)
    guard exponent < 0 else {
      appendDigits(digits, length: length)
      appendZeros(exponent)
      return
    }
    let point = length + exponent
    guard point > 0 else {
      put(UInt8(ascii: "0"))
      put(decimalMark)
      appendZeros(-point)
      appendDigits(digits, length: length)
      return
    }
    let (whole, fraction) = digits.quotientAndRemainder(dividingBy: DigitText.power(-exponent))
    appendDigits(whole, length: point)
    put(decimalMark)
    appendDigits(fraction, length: -exponent)
  }

  /// Puts `length` digits where there is room for them.
  @inline(__always)
  private mutating func appendDigits(_ digits: UInt64, length: Int) {
    let target = unsafe start + count
    if length > 16 {
      let (top, rest) = digits.quotientAndRemainder(dividingBy: 10_000_000_000_000_000)
      let (high, low) = rest.quotientAndRemainder(dividingBy: 100_000_000)
      unsafe store(DigitText.eight(top) >> (8 * UInt64(24 - length)), at: target)
      unsafe store(DigitText.eight(high), at: target + length - 16)
      unsafe store(DigitText.eight(low), at: target + length - 8)
    } else if length > 8 {
      let (high, low) = digits.quotientAndRemainder(dividingBy: 100_000_000)
      unsafe store(DigitText.eight(high) >> (8 * UInt64(16 - length)), at: target)
      unsafe store(DigitText.eight(low), at: target + length - 8)
    } else {
      unsafe store(DigitText.eight(digits) >> (8 * UInt64(8 - length)), at: target)
    }
    count += length
  }

  @inline(__always)
  private func store(_ word: UInt64, at target: UnsafeMutableRawPointer) {
    unsafe target.storeBytes(of: word.littleEndian, as: UInt64.self)
  }

  @inline(__always)
  private mutating func appendZeros(_ number: Int) {
    for _ in 0..<number { put(UInt8(ascii: "0")) }
  }

  /// Puts a byte where there is room for it.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    unsafe start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
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
