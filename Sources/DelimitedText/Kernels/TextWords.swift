// SPDX-License-Identifier: Apache-2.0

/// Hashes and compares texts eight bytes at a time.
package enum TextWords {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Texts of so many bytes at most are their own keys.
  static let keyLength = 8

  /// The bytes of a short text as one word, which with its length says everything about it; of a
  /// longer one a hash, all of whose bits depend on all bytes.
  ///
  /// Words are folded by multiplication to twice their width, as in wyhash (Wang Yi, 2019); the
  /// last word overlaps the one before.
  static func key(of cell: Span<UInt8>) -> UInt64 {
    unsafe cell.withUnsafeBytes { bytes in
      let count = bytes.count
      guard count >= 8 else { return unsafe shortWord(bytes) }
      guard count > 8 else { return unsafe word(bytes, at: 0) }
      var hash = UInt64(truncatingIfNeeded: count) &+ factor
      var offset = 0
      while offset + 8 < count {
        hash = unsafe folded(hash ^ word(bytes, at: offset))
        offset += 8
      }
      return unsafe folded(hash ^ word(bytes, at: count - 8))
    }
  }

  /// A hash of the bytes; all of its bits depend on all of them.
  package static func hash(of cell: Span<UInt8>) -> UInt64 {
    hash(ofKey: key(of: cell), length: UInt32(truncatingIfNeeded: cell.count))
  }

  /// Where a text with this key and length belongs in a table.
  static func hash(ofKey key: UInt64, length: UInt32) -> UInt64 {
    folded(key ^ (UInt64(length) &+ factor))
  }

  /// Whether `cell` holds the bytes of `texts` from `start` on, of which there are as many.
  package static func isEqual(_ cell: Span<UInt8>, _ texts: [UInt8], from start: Int) -> Bool {
    precondition(start >= 0 && start + cell.count <= texts.count)
    return unsafe cell.withUnsafeBytes { bytes in
      unsafe texts.withUnsafeBytes { all in
        let other = unsafe UnsafeRawBufferPointer(rebasing: all[start..<start + bytes.count])
        return unsafe isEqual(bytes, other)
      }
    }
  }

  /// Appends the bytes of `cell` to `texts`.
  package static func append(_ cell: Span<UInt8>, to texts: inout [UInt8]) {
    unsafe cell.withUnsafeBytes { bytes in unsafe texts.append(contentsOf: bytes) }
  }

  private static func isEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count >= 8 else { return unsafe shortWord(a) == shortWord(b) }
    var offset = 0
    while offset + 8 < a.count {
      guard unsafe word(a, at: offset) == word(b, at: offset) else { return false }
      offset += 8
    }
    return unsafe word(a, at: a.count - 8) == word(b, at: a.count - 8)
  }

  private static func folded(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Up to seven bytes as one word; texts of one length have the same only when they are equal.
  private static func shortWord(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    if count >= 4 {
      let first = unsafe bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let last = unsafe bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) | UInt64(last) << 32
    }
    guard count > 0 else { return 0 }
    let (middle, last) = unsafe (bytes[count / 2], bytes[count - 1])
    return unsafe UInt64(bytes[0]) | UInt64(middle) << 8 | UInt64(last) << 16
  }
}
