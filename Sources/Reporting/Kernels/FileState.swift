// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Size and last change of a regular file.
package struct FileState: Sendable, Equatable {
  /// The size in bytes.
  package let byteCount: Int
  /// Seconds and nanoseconds of the last change.
  private let changed: (Int, Int)

  /// Looks at a path; nil for anything but a regular file, links included.
  package init?(of path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    byteCount = Int(status.st_size)
    changed = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }

  /// Whether the file was changed after `other` was.
  package func isNewer(than other: FileState) -> Bool { changed > other.changed }

  /// Whether two files have one size and were changed at one time.
  package static func == (a: FileState, b: FileState) -> Bool {
    a.byteCount == b.byteCount && a.changed == b.changed
  }
}
