// SPDX-License-Identifier: Apache-2.0
import CScanning

/// What a file is besides its rows: its digest, and what its bytes say about its encoding.
package struct FileAudit: Sendable, Equatable {
  /// SHA-256 of the bytes, 64 hexadecimal digits.
  package let sha256: String
  let encoding: EncodingScan
}

extension FileContent {
  /// Reads the whole file once for its audit.
  ///
  /// - Complexity: O(n); the digest with the instructions of the processor where it has some.
  package func audit() -> FileAudit {
    var audit = RunningAudit()
    audit.add(self, upTo: count)
    return audit.finished()
  }
}

/// An audit under way: takes the bytes of a file from the first to the last, part by part.
struct RunningAudit: Sendable {
  /// How many bytes it has taken.
  private(set) var position = 0
  private var hash = SHA256()
  private var encoding = EncodingScan()
  /// Bytes whose sequence may go on in the next part; the longest has four.
  private var held: [UInt8] = []
  /// The last bytes, fewer than a block of the digest.
  private var rest: [UInt8] = []

  /// Adds the next bytes: whole blocks of 64, but for the last part.
  mutating func add(_ part: UnsafeRawBufferPointer, isLast: Bool) {
    let whole = part.count / 64 * 64
    precondition(isLast || whole == part.count, "a part has whole blocks, not \(part.count) bytes")
    unsafe hash.add(UnsafeRawBufferPointer(rebasing: part[..<whole]))
    rest = unsafe [UInt8](part[whole...])
    unsafe scan(part, at: position, isLast: isLast)
    position += part.count
  }

  /// Adds the bytes of a file up to `end`: its last, or whole blocks of 64.
  mutating func add(_ content: FileContent, upTo end: Int) {
    while position < end {
      let part = content.bytes(position..<min(position + RowChunk.size, end))
      unsafe part.withUnsafeBytes { bytes in
        unsafe add(bytes, isLast: position + bytes.count == content.count)
      }
    }
  }

  private mutating func scan(_ part: UnsafeRawBufferPointer, at offset: Int, isLast: Bool) {
    var begin = 0
    if !held.isEmpty {
      let seam = unsafe held + part.prefix(4)
      let read = unsafe seam.withUnsafeBytes { bytes in
        unsafe encoding.add(
          bytes,
          from: 0,
          to: isLast && part.count <= 4 ? bytes.count : held.count,
          at: offset - held.count
        )
      }
      begin = read - held.count
      held = []
    }
    let end = isLast ? part.count : max(begin, part.count - 3)
    if begin < end { begin = unsafe encoding.add(part, from: begin, to: end, at: offset) }
    if !isLast { held = unsafe [UInt8](part[begin...]) }
  }

  /// The audit of a file that ends here.
  func finished() -> FileAudit {
    FileAudit(sha256: hash.finished(rest: rest, total: position), encoding: encoding)
  }
}

extension SHA256 {
  /// Adds whole blocks.
  fileprivate mutating func add(_ blocks: UnsafeRawBufferPointer) {
    guard scan_sha256_is_supported() else {
      unsafe add([UInt8](blocks), length: blocks.count)
      return
    }
    unsafe scan_sha256(
      &state,
      blocks.baseAddress?.assumingMemoryBound(to: UInt8.self),
      blocks.count / 64
    )
  }
}
