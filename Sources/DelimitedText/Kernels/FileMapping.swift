// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A regular file in memory as the system maps it; unmapped with the last reference.
final class FileMapping: Sendable {
  /// How many bytes there are.
  let count: Int
  /// The address of the first byte; a number, as addresses may be shared where pointers may not.
  private let address: UInt

  /// Maps `count` bytes of an open file, or nothing when the system cannot.
  init?(descriptor: Int32, count: Int) {
    guard count > 0,
      let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    unsafe madvise(start, count, MADV_SEQUENTIAL)
    address = UInt(bitPattern: start)
    self.count = count
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(bitPattern: address), count) }

  /// Calls `body` with all bytes.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let start = unsafe UnsafeRawPointer(bitPattern: address)
    let result = unsafe body(UnsafeRawBufferPointer(start: start, count: count))
    return withExtendedLifetime(self) { result }
  }

  /// Gives the memory of whole pages in `range` back; they are read again when asked for.
  func release(_ range: Range<Int>) {
    let page = 4096
    let lower = (range.lowerBound + page - 1) / page * page
    let upper = min(range.upperBound, count) / page * page
    guard upper > lower else { return }
    unsafe madvise(
      UnsafeMutableRawPointer(bitPattern: address + UInt(lower)),
      upper - lower,
      MADV_DONTNEED
    )
  }
}
