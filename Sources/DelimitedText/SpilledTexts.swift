// SPDX-License-Identifier: Apache-2.0

/// Many texts that are seldom looked at: eight bytes each stay in memory, the texts themselves only
/// while they are few.
///
/// Copies share the temporary file, so that only one of them may grow.
package struct SpilledTexts: Sendable {
  /// How many bytes are gathered before they leave.
  private static let part = 1 << 16
  private var spill = ByteSpill(mostInMemory: 1 << 20)
  /// What has been added since the last part left.
  private var latest: [UInt8] = []
  /// Per text where it ends.
  private var ends: [Int] = []

  /// No texts.
  package init() {}

  /// How many texts there are.
  package var count: Int { ends.count }

  /// The bytes of the text at `index`.
  package subscript(index: Int) -> [UInt8] {
    let range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
    guard range.lowerBound >= spill.count else { return spill.bytes(range) }
    return Array(latest[range.lowerBound - spill.count..<range.upperBound - spill.count])
  }

  /// Adds a text at the end.
  package mutating func append(_ bytes: some Sequence<UInt8>) {
    latest.append(contentsOf: bytes)
    ends.append(spill.count + latest.count)
    guard latest.count >= Self.part else { return }
    spill.append(latest)
    latest.removeAll(keepingCapacity: true)
  }
}
