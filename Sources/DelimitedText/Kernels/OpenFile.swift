// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A regular file, open for reading any part of it; closed with the last reference.
///
/// Parts are copied, not mapped: a file that somebody shortens meanwhile ends in an error of ours
/// and not in a signal, and its pages never count as memory of this process.
final class OpenFile: Sendable {
  /// How many bytes the file had when it was opened.
  let count: Int
  private let descriptor: Int32
  private let opened: Stamp

  /// What changes when somebody writes to a file.
  private struct Stamp: Equatable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int

    init?(_ descriptor: Int32) {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
      else { return nil }
      size = Int(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// Takes an open descriptor over; nil, and the descriptor closed, when it is no regular file of
  /// at least so many bytes.
  init?(descriptor: Int32, atLeast least: Int) {
    guard let stamp = Stamp(descriptor), stamp.size >= least else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    opened = stamp
    count = stamp.size
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { close(descriptor) }

  /// Whether the file is no longer what it was when it was opened.
  var isChanged: Bool { Stamp(descriptor) != opened }

  /// Copies the bytes from `offset` on into `target`; what the file no longer has reads as zeros.
  func read(from offset: Int, into target: UnsafeMutableRawBufferPointer) {
    unsafe Self.read(descriptor, from: offset, into: target)
  }

  /// The same of any open file.
  static func read(
    _ descriptor: Int32,
    from offset: Int,
    into target: UnsafeMutableRawBufferPointer
  ) {
    var done = 0
    while done < target.count {
      let got = unsafe pread(
        descriptor,
        target.baseAddress?.advanced(by: done),
        target.count - done,
        offset + done
      )
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      done += got
    }
    unsafe UnsafeMutableRawBufferPointer(rebasing: target[done...]).initializeMemory(
      as: UInt8.self,
      repeating: 0
    )
  }
}
