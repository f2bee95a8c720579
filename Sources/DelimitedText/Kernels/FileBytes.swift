// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Reads whole files through the system's own calls.
package enum FileBytes {
  private static let chunkSize = 1 << 20

  /// The content of a file: mapped when it is a regular file of some size, else read.
  package static func content(path: String) throws(DelimitedTextError) -> FileContent {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(errno) }
    if status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) >= chunkSize,
      let mapping = FileMapping(descriptor: descriptor, count: Int(status.st_size))
    {
      return FileContent(mapping)
    }
    return FileContent(try read(descriptor, status))
  }

  /// All bytes of a file, pipe or device.
  ///
  /// - Complexity: O(size), one copy.
  package static func read(path: String) throws(DelimitedTextError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(errno) }
    return try read(descriptor, status)
  }

  private static func read(
    _ descriptor: Int32,
    _ status: stat
  ) throws(DelimitedTextError) -> [UInt8] {
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory }
    // A regular file is asked for one byte more than it has, so that the second read sees its end.
    let expected = max(chunkSize, Int(status.st_size) + 1)
    var bytes = try readChunk(descriptor, size: expected)
    while true {
      let chunk = try readChunk(descriptor, size: chunkSize)
      if chunk.isEmpty { return bytes }
      bytes.append(contentsOf: chunk)
    }
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
