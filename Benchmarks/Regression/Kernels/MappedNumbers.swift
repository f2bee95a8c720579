// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The doubles of a binary file, read by the system where they are looked at.
@safe struct MappedNumbers: ~Copyable {
  private let memory: UnsafeRawBufferPointer

  /// Maps the file at `path`; nil where that cannot be done.
  init?(path: String) {
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
  func withNumbers<Result>(_ body: (Span<Double>) -> Result) -> Result {
    unsafe body(memory.bindMemory(to: Double.self).span)
  }
}
