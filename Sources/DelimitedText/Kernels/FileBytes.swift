// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Reads whole files through the system's own calls.
package enum FileBytes {
  private static let chunkSize = 1 << 20

  /// The content of a file: kept open when it is a regular file of some size, else read.
  package static func content(path: String) throws(DelimitedTextError) -> FileContent {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor >= 0, let file = OpenFile(descriptor: descriptor, atLeast: chunkSize) {
      return FileContent(file)
    }
    return try collected(path: path).content()
  }

  /// The size of a regular file as its folder tells it, 0 for anything else.
  package static func size(path: String) -> Int {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return Int(status.st_size)
  }

  /// All bytes of a file, pipe or device.
  ///
  /// - Complexity: O(size).
  package static func read(path: String) throws(DelimitedTextError) -> [UInt8] {
    let content = try collected(path: path).content()
    return content.bytes(0..<content.count)
  }

  private static func collected(path: String) throws(DelimitedTextError) -> ByteSpill {
    // Without O_NONBLOCK the opening of a pipe that nobody writes to would wait for ever.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(errno) }
    var bytes = ByteSpill()
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .isDirectory
    case S_IFBLK: throw .unreadable("a device is no file")
    case S_IFCHR where isatty(descriptor) == 0:
      // Devices such as /dev/zero never end.
      guard try readChunk(descriptor, size: 1).isEmpty else {
        throw .unreadable("a device is no file")
      }
    case S_IFIFO: bytes.append(try firstByte(ofPipe: descriptor))
    default: break
    }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    // A regular file is asked for one byte more than it has, so that the second read sees its end.
    let expected = max(chunkSize, Int(status.st_size) + 1)
    bytes.append(try readChunk(descriptor, size: expected))
    while true {
      let chunk = try readChunk(descriptor, size: chunkSize)
      if chunk.isEmpty { break }
      bytes.append(chunk)
      if isChanged(descriptor, since: status, byteCount: bytes.count) { break }
    }
    if isChanged(descriptor, since: status, byteCount: bytes.count) { throw .changedWhileReading }
    return bytes
  }

  /// The byte that a pipe holds ready, or none when its writer has not written yet.
  private static func firstByte(ofPipe descriptor: Int32) throws(DelimitedTextError) -> [UInt8] {
    var byte: UInt8 = 0
    let got = unsafe Glibc.read(descriptor, &byte, 1)
    if got == 1 { return [byte] }
    if got < 0, errno == EAGAIN { return [] }
    throw got < 0 ? failure(errno) : .unreadable("nobody writes to this pipe")
  }

  /// Whether a regular file is no longer what it was when it was opened.
  private static func isChanged(
    _ descriptor: Int32,
    since opened: stat,
    byteCount: Int
  ) -> Bool {
    guard opened.st_mode & S_IFMT == S_IFREG else { return false }
    var now = stat()
    guard unsafe fstat(descriptor, &now) == 0 else { return true }
    // Files of /proc have no size until they are read.
    let isShort = opened.st_size > 0 && byteCount != Int(opened.st_size)
    return isShort || now.st_size != opened.st_size
      || now.st_mtim.tv_sec != opened.st_mtim.tv_sec
      || now.st_mtim.tv_nsec != opened.st_mtim.tv_nsec
  }

  private static func readChunk(
    _ descriptor: Int32,
    size: Int
  ) throws(DelimitedTextError) -> [UInt8] {
    var failed: Int32?
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe Glibc.read(
          descriptor,
          buffer.baseAddress?.advanced(by: count),
          size - count
        )
        if got < 0, errno == EINTR { continue }
        if got < 0 { failed = errno }
        guard got > 0 else { return }
        count += got
      }
    }
    if let failed { throw failure(failed) }
    return chunk
  }

  private static func failure(_ code: Int32) -> DelimitedTextError {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EISDIR: .isDirectory
    default: unsafe .unreadable(String(cString: strerror(code)))
    }
  }
}
