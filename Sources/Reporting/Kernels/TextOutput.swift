// SPDX-License-Identifier: Apache-2.0
package import DelimitedText
import Glibc

/// Text on its way: kept in memory, or handed to a file whenever there is much of it.
package struct TextOutput: ~Copyable {
  private static let piece = 1 << 18
  private static let page = 4096

  /// What was not handed over yet.
  package var text = TextBuffer()
  private let file: Int32?
  private var isFailed = false
  private var isDirect = false

  /// Keeps everything in memory.
  package init() { file = nil }

  /// Writes to an open file.
  init(file: Int32) { self.file = file }

  /// Hands whole pages over once there are many of them; to be called between rows.
  ///
  /// Large files go past the system's page cache, which nobody asked to hold them: they are flushed
  /// to the disk before they get their name, so the copy would be all cost.
  package mutating func drain() {
    guard file != nil, text.count >= Self.piece else { return }
    if !isDirect { isDirect = setDirect(true) }
    write(text.count / Self.page * Self.page)
  }

  /// Hands the rest over; false when something could not be written.
  mutating func finish() -> Bool {
    if isDirect { isDirect = !setDirect(false) }
    write(text.count)
    return !isFailed
  }

  private func setDirect(_ isDirect: Bool) -> Bool {
    guard let file else { return false }
    let flags = fcntl(file, F_GETFL)
    return fcntl(file, F_SETFL, isDirect ? flags | __O_DIRECT : flags & ~__O_DIRECT) == 0
  }

  /// Writes the first `count` bytes, which are gone afterwards, written or not.
  private mutating func write(_ count: Int) {
    guard let file, count > 0 else { return }
    var offset = 0
    while offset < count, !isFailed {
      let written = unsafe text.withBytes { bytes in
        unsafe Glibc.write(file, bytes.baseAddress.map { unsafe $0 + offset }, count - offset)
      }
      if written > 0 {
        offset += written
      } else if written < 0, errno == EINVAL, isDirect {
        // A file system that takes no direct writes, or the rest of a piece that was cut short.
        isDirect = !setDirect(false)
      } else if written == 0 || errno != EINTR {
        isFailed = true
      }
    }
    text.removeFirst(count)
  }
}
