// SPDX-License-Identifier: Apache-2.0

/// The bytes of a file, in memory or read from the open file part by part.
package struct FileContent: Sendable {
  private enum Storage: Sendable {
    case memory([UInt8])
    case file(OpenFile)
    /// A file of our own that holds what was made of another one.
    case temporary(OpenFile)
  }

  private let storage: Storage

  /// Takes bytes that are in memory.
  package init(_ bytes: [UInt8]) { storage = .memory(bytes) }

  init(_ file: OpenFile) { storage = .file(file) }

  init(temporary file: OpenFile) { storage = .temporary(file) }

  /// How many bytes there are.
  package var count: Int {
    switch storage {
    case .memory(let bytes): bytes.count
    case .file(let file), .temporary(let file): file.count
    }
  }

  /// Whether the bytes are those of a file that stays open and is read part by part.
  var isOpenFile: Bool {
    if case .file = storage { true } else { false }
  }

  /// Whether reading the bytes once less is worth while.
  package var isLarge: Bool { isOpenFile && count > 1 << 20 }

  /// A copy of the bytes in `range`, as far as there are any.
  package func bytes(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    if case .memory(let bytes) = storage { return Array(bytes[range]) }
    return unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      unsafe copy(range, into: UnsafeMutableRawBufferPointer(buffer))
      count = range.count
    }
  }

  /// Copies the bytes in `range`, which must exist, into `target`, which must be as long.
  func copy(_ range: Range<Int>, into target: UnsafeMutableRawBufferPointer) {
    switch storage {
    case .memory(let bytes):
      unsafe bytes.withUnsafeBytes { all in
        unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[range]))
      }
    case .file(let file), .temporary(let file):
      unsafe file.read(from: range.lowerBound, into: target)
    }
  }

  /// Makes sure that what was read is the file as it was opened.
  package func checkUnchanged() throws(DelimitedTextError) {
    if case .file(let file) = storage, file.isChanged { throw .changedWhileReading }
  }
}
