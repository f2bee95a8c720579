// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The doubles of a binary file, read by the system where they are looked at.
@safe package struct MappedNumbers: ~Copyable {
  private let memory: UnsafeRawBufferPointer

  /// Maps the file at `path`; nil where that cannot be done.
  package init?(path: String) {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { _ = close(file) }
    let size = lseek(file, 0, SEEK_END)
    guard size > 0,
      let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    unsafe memory = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count) }

  /// Hands the numbers over while they are mapped.
  package func withNumbers<Result>(_ body: (Span<Double>) -> Result) -> Result {
    unsafe body(memory.bindMemory(to: Double.self).span)
  }

  /// The columns of rows of `width` numbers each.
  package func columns(width: Int) -> [[Double]] {
    let count = unsafe memory.count / MemoryLayout<Double>.stride / width
    var columns = [[Double]](repeating: [], count: width)
    for j in columns.indices { columns[j].reserveCapacity(count) }
    let numbers = unsafe memory.bindMemory(to: Double.self)
    // So many rows of all columns stay in the nearest cache.
    let block = 256
    for start in stride(from: 0, to: count, by: block) {
      let rows = start..<min(count, start + block)
      for j in 0..<width {
        columns[j].append(contentsOf: rows.lazy.map { unsafe numbers[$0 * width + j] })
      }
    }
    return columns
  }
}
