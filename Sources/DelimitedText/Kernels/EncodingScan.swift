// SPDX-License-Identifier: Apache-2.0
import CScanning

/// What one pass over the bytes of a file says about its encoding.
struct EncodingScan: Equatable {
  /// Offset of the first byte that cannot stand where it stands in UTF-8.
  var firstInvalid: Int?
  /// Offset of the first NUL byte.
  var firstNul: Int?
  /// Offset of the first byte that windows-1252 does not define.
  var firstUndefined: Int?
  /// Whether every byte is ASCII.
  var isASCII = true
}

extension EncodingScan {
  /// Checks the bytes of a file.
  ///
  /// - Complexity: O(n), at the speed of memory where bytes are ASCII.
  init(_ content: FileContent) { self = content.audit().encoding }

  /// Checks the first bytes of a longer file, but for the last, which may begin a sequence.
  init(head: [UInt8]) {
    unsafe head.withUnsafeBytes { bytes in
      _ = unsafe add(bytes, from: 0, to: max(0, bytes.count - 3), at: 0)
    }
  }

  /// Adds what the bytes of `part` from `start` to `end` say; returns where to go on.
  ///
  /// `part` stands at `offset` in the file. A sequence that begins before `end` is read to its end.
  mutating func add(
    _ part: UnsafeRawBufferPointer,
    from start: Int,
    to end: Int,
    at offset: Int
  ) -> Int {
    var facts = scan_encoding_facts(
      first_invalid: firstInvalid == nil ? -1 : 0,
      first_nul: firstNul == nil ? -1 : 0,
      first_undefined: firstUndefined == nil ? -1 : 0,
      is_ascii: isASCII
    )
    let next = unsafe scan_encoding(
      part.baseAddress?.assumingMemoryBound(to: UInt8.self),
      start,
      end,
      part.count,
      &facts
    )
    if facts.first_invalid >= 0 { firstInvalid = firstInvalid ?? offset + Int(facts.first_invalid) }
    if facts.first_nul >= 0 { firstNul = firstNul ?? offset + Int(facts.first_nul) }
    if facts.first_undefined >= 0 {
      firstUndefined = firstUndefined ?? offset + Int(facts.first_undefined)
    }
    isASCII = facts.is_ascii
    return next
  }

  /// The same in plain Swift: UTF-8 as RFC 3629 defines it, without overlong forms,
  /// surrogates or values above U+10FFFF.
  ///
  /// - Complexity: O(n); eight ASCII bytes at a time.
  init(_ bytes: [UInt8], from start: Int) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var position = start
      while position < buffer.count {
        if unsafe Self.isPlain(buffer, at: position) {
          position += 8
          continue
        }
        let byte = unsafe buffer[position]
        if byte == 0, firstNul == nil { firstNul = position }
        guard byte >= 0x80 else {
          position += 1
          continue
        }
        isASCII = false
        let length = unsafe Self.sequenceLength(in: buffer, at: position)
        if length == 0, firstInvalid == nil { firstInvalid = position }
        for offset in position..<position + max(1, length) where firstUndefined == nil {
          let isUndefined = unsafe CodePage.isUndefinedInWindows1252(buffer[offset])
          if isUndefined { firstUndefined = offset }
        }
        position += max(1, length)
      }
    }
  }

  /// Whether eight ASCII bytes without NUL start here.
  private static func isPlain(
    _ buffer: UnsafeBufferPointer<UInt8>,
    at position: Int
  ) -> Bool {
    guard position + 8 <= buffer.count, let base = buffer.baseAddress else { return false }
    let word = unsafe UnsafeRawPointer(base)
      .loadUnaligned(fromByteOffset: position, as: UInt64.self)
    return (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
  }

  /// The length of the multi-byte sequence that starts at `position`, or 0 when it is not one.
  static func sequenceLength(in bytes: [UInt8], at position: Int) -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe sequenceLength(in: buffer, at: position)
    }
  }

  private static func sequenceLength(
    in buffer: UnsafeBufferPointer<UInt8>,
    at position: Int
  ) -> Int {
    let lead = unsafe buffer[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard position + length <= buffer.count, unsafe second.contains(buffer[position + 1])
    else { return 0 }
    for offset in 2..<max(2, length) {
      guard unsafe buffer[position + offset] & 0xC0 == 0x80 else { return 0 }
    }
    return length
  }
}
