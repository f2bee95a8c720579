// SPDX-License-Identifier: Apache-2.0
import CScanning

extension FileContent {
  /// The SHA-256 digest of the bytes as 64 hexadecimal digits.
  ///
  /// - Complexity: O(n); with the instructions of the processor where it has some, else in plain
  ///   Swift.
  package func sha256() -> String {
    var hash = SHA256()
    let whole = count / 64 * 64
    let isSupported = scan_sha256_is_supported()
    for start in Swift.stride(from: 0, to: whole, by: Self.stride) {
      let range = start..<min(start + Self.stride, whole)
      if isSupported {
        unsafe withBytes { all in
          unsafe scan_sha256(
            &hash.state,
            all.baseAddress?.assumingMemoryBound(to: UInt8.self).advanced(by: range.lowerBound),
            range.count / 64
          )
        }
      } else {
        hash.add(bytes(range), length: range.count)
      }
      release(range)
    }
    return hash.finished(rest: bytes(whole..<count), total: count)
  }
}
