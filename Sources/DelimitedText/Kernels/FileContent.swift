// SPDX-License-Identifier: Apache-2.0

/// The bytes of a file, mapped or in memory.
///
/// Passes over a mapped file give back what they have read, so that a file takes no memory beyond
/// a few pages, whatever its size.
package struct FileContent: Sendable {
  private enum Storage: Sendable {
    case memory([UInt8])
    case mapped(FileMapping)
  }

  /// So many bytes are read before their memory is given back.
  static let stride = 1 << 22

  private let storage: Storage

  /// Takes bytes that are in memory.
  package init(_ bytes: [UInt8]) { storage = .memory(bytes) }

  init(_ mapping: FileMapping) { storage = .mapped(mapping) }

  /// How many bytes there are.
  package var count: Int {
    switch storage {
    case .memory(let bytes): bytes.count
    case .mapped(let mapping): mapping.count
    }
  }

  /// A copy of the bytes in `range`, as far as there are any.
  package func bytes(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    switch storage {
    case .memory(let bytes): return Array(bytes[range])
    case .mapped: return unsafe withBytes { all in unsafe [UInt8](all[range]) }
    }
  }

  /// Calls `body` with all bytes.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch storage {
    case .memory(let bytes): unsafe bytes.withUnsafeBytes { unsafe body($0) }
    case .mapped(let mapping): unsafe mapping.withBytes(body)
    }
  }

  /// Offset after the line feed that follows `offset`, or the end.
  func lineEnd(from offset: Int) -> Int {
    unsafe withBytes { all in
      unsafe all[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? all.count
    }
  }

  /// Gives the memory of bytes that were read back to the system.
  func release(_ range: Range<Int>) {
    if case .mapped(let mapping) = storage { mapping.release(range) }
  }
}
