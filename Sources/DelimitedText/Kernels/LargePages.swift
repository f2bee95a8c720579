// SPDX-License-Identifier: Apache-2.0
import Glibc

extension Array where Element: BitwiseCopyable {
  /// So many equal elements, in large pages where the system has them.
  ///
  /// Large tables that are looked up at random spend half of the time on finding pages; of small
  /// ones it would only waste memory.
  package static func inLargePages(repeating element: Element, count: Int) -> [Element] {
    let worthwhile = 1 << 23
    guard count * MemoryLayout<Element>.stride >= worthwhile else {
      return Array(repeating: element, count: count)
    }
    return unsafe Array(unsafeUninitializedCapacity: count) { memory, initialised in
      let pageSize = sysconf(Int32(_SC_PAGESIZE))
      let bytes = UnsafeMutableRawBufferPointer(memory)
      if let start = unsafe bytes.baseAddress?.alignedUp(toMultipleOf: pageSize) {
        // Only advice: without large pages everything works as well.
        _ = unsafe madvise(start, bytes.count - pageSize, MADV_HUGEPAGE)
      }
      unsafe memory.initialize(repeating: element)
      initialised = count
    }
  }
}
