// SPDX-License-Identifier: Apache-2.0

/// A moving view of a file: a buffer that holds one part of it.
///
/// Whoever moves it only forwards can have every byte audited on the way, while it is in the cache.
@safe struct FileWindow: ~Copyable {
  /// More than the cache of a core is too much, and each move costs a call of the system.
  static let size = 1 << 18

  /// The part of the file in the buffer.
  private(set) var range: Range<Int> = 0..<0
  /// The bytes of the part.
  let bytes: UnsafeMutablePointer<UInt8>
  private let content: FileContent
  private let capacity: Int
  private var audit: RunningAudit?

  /// Looks at nothing yet; `size` is a multiple of the digest's 64 bytes.
  init(of content: FileContent, audited: Bool, size: Int = Self.size) {
    self.content = content
    capacity = min(size, (content.count + 64) / 64 * 64)
    unsafe bytes = .allocate(capacity: capacity)
    if audited { audit = RunningAudit() }
  }

  deinit { unsafe bytes.deallocate() }

  /// Makes the part begin at `start`, which must not lie before the part at hand.
  mutating func move(to start: Int) {
    precondition(start >= range.lowerBound, "a window moves forwards, not to \(start)")
    repeat {
      // Without audit nobody needs what lies between.
      if audit == nil, start > range.upperBound { range = start..<start }
      let kept = max(0, range.upperBound - start)
      if kept > 0 {
        unsafe bytes.update(from: bytes + (start - range.lowerBound), count: kept)
      }
      load(keeping: kept)
    } while start >= range.upperBound && range.upperBound < content.count
  }

  /// Fills the buffer behind the last `kept` bytes of the part.
  private mutating func load(keeping kept: Int) {
    let first = range.upperBound
    let room = (capacity - kept) / 64 * 64
    let new = first..<min(first + room, content.count)
    guard !new.isEmpty else { return range = first - kept..<first }
    let target = unsafe UnsafeMutableRawBufferPointer(start: bytes + kept, count: new.count)
    unsafe content.copy(new, into: target)
    unsafe audit?.add(
      UnsafeRawBufferPointer(target),
      at: first,
      isLast: new.upperBound == content.count
    )
    range = first - kept..<new.upperBound
  }

  /// What is known of the file once the window has seen its end; nil without an audit.
  consuming func finishedAudit() -> FileAudit? {
    while audit != nil, range.upperBound < content.count { load(keeping: 0) }
    return audit?.finished(count: content.count)
  }
}
