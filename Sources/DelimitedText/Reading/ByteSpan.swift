// SPDX-License-Identifier: Apache-2.0

/// Questions about the bytes of short texts, which are asked millions of times.
extension Span<UInt8> {
  /// Whether one of the bytes is `byte`.
  package func contains(_ byte: UInt8) -> Bool {
    for index in indices where self[index] == byte { return true }
    return false
  }

  /// Whether no byte is above 127.
  package var isASCII: Bool {
    var all: UInt8 = 0
    for index in indices { all |= self[index] }
    return all < 128
  }
}
