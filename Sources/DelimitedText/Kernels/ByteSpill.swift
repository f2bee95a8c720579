// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Bytes that reading a file makes, such as those of an unpacked or recoded one: in memory while
/// they are few, in a temporary file without a name once they are many, so that memory does not
/// grow with them.
///
/// Where no temporary file can be made or filled (`TMPDIR`, then `/var/tmp`, then `/tmp`), all bytes
/// stay in memory.
struct ByteSpill {
  /// A file that nobody else can open; gone with the last reference.
  private final class TemporaryFile: Sendable {
    let descriptor: Int32

    init?() {
      let named = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) }
      for folder in [named, "/var/tmp", "/tmp"].compactMap({ $0 }) {
        var path = Array("\(folder)/kontor-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&path)
        guard descriptor >= 0 else { continue }
        unsafe unlink(path)
        self.descriptor = descriptor
        return
      }
      return nil
    }

    deinit { close(descriptor) }
  }

  private let mostInMemory: Int
  /// All bytes, or none once they are in the file.
  private var bytes: [UInt8] = []
  private var file: TemporaryFile?
  private var hasNoFile = false
  /// How many bytes there are.
  private(set) var count = 0

  /// An empty spill that keeps at most so many bytes in memory.
  init(mostInMemory: Int = 16 << 20) { self.mostInMemory = mostInMemory }

  /// Adds bytes to the end.
  mutating func append(_ part: [UInt8]) {
    if let file, !Self.write(part, to: file.descriptor) { takeBack() }
    count += part.count
    guard file == nil else { return }
    bytes += part
    if bytes.count > mostInMemory, !hasNoFile { moveOut() }
  }

  /// A copy of the bytes in `range`, which were added.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    guard let file else { return Array(bytes[range]) }
    return Self.read(file, range)
  }

  /// What was added.
  consuming func content() -> FileContent {
    guard let file else { return FileContent(bytes) }
    guard let whole = OpenFile(descriptor: dup(file.descriptor), atLeast: count) else {
      takeBack()
      return FileContent(bytes)
    }
    return FileContent(temporary: whole)
  }

  private mutating func moveOut() {
    guard let file = TemporaryFile(), Self.write(bytes, to: file.descriptor) else {
      hasNoFile = true
      return
    }
    self.file = file
    bytes = []
  }

  /// Brings everything back into memory, because the file takes no more.
  private mutating func takeBack() {
    hasNoFile = true
    guard let file else { return }
    bytes = Self.read(file, 0..<count)
    self.file = nil
  }

  private static func read(_ file: TemporaryFile, _ range: Range<Int>) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, length in
      let target = UnsafeMutableRawBufferPointer(buffer)
      unsafe OpenFile.read(file.descriptor, from: range.lowerBound, into: target)
      length = range.count
    }
  }

  /// Writes all bytes behind what the file holds; false, and the file as long as before, when there
  /// is no room for them.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    let before = lseek(descriptor, 0, SEEK_CUR)
    let isWritten = unsafe bytes.withUnsafeBytes { all in
      var done = 0
      while done < all.count {
        let got = unsafe Glibc.write(
          descriptor,
          all.baseAddress?.advanced(by: done),
          all.count - done
        )
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return false }
        done += got
      }
      return true
    }
    if !isWritten { _ = ftruncate(descriptor, before) }
    return isWritten
  }
}
