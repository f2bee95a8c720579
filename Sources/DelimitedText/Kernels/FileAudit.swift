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
    guard let audit = FileWindow(of: self, audited: true).finishedAudit()
    else { preconditionFailure("an audited window has an audit") }
    return audit
  }
}

/// An audit under way: takes the bytes of a file from the first to the last, part by part.
struct RunningAudit {
  private var hash = SHA256()
  private var encoding = EncodingScan()
  /// Bytes whose sequence may go on in the next part; the longest has four.
  private var held: [UInt8] = []
  /// The last bytes, fewer than a block of the digest.
  private var rest: [UInt8] = []

  /// Adds the bytes at `offset`: whole blocks of 64, but for the last part.
  mutating func add(_ part: UnsafeRawBufferPointer, at offset: Int, isLast: Bool) {
    let whole = part.count / 64 * 64
    precondition(isLast || whole == part.count, "a part has whole blocks, not \(part.count) bytes")
    unsafe hash.add(UnsafeRawBufferPointer(rebasing: part[..<whole]))
    rest = unsafe [UInt8](part[whole...])
    unsafe scan(part, at: offset, isLast: isLast)
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

  /// The audit of a file of `count` bytes.
  func finished(count: Int) -> FileAudit {
    FileAudit(sha256: hash.finished(rest: rest, total: count), encoding: encoding)
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
