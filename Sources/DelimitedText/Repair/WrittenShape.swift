// SPDX-License-Identifier: Apache-2.0

/// How a cell is written: each digit as `9`, each letter as `A` or `a`, any other byte as itself.
struct WrittenShape: Hashable, Sendable {
  /// Longer cells have no shape that says anything.
  static let longest = 64

  private let bytes: [UInt8]

  /// The shape of a trimmed cell; nil for an empty or a long one.
  init?(_ cell: Span<UInt8>) {
    guard (1...Self.longest).contains(cell.count) else { return nil }
    bytes = cell.indices.map { Self.sign(of: cell[$0]) }
  }

  /// How many bytes a cell of this shape has.
  var length: Int { bytes.count }

  /// Whether the shape is that of a time of day, such as `14:00` or `14:00:30`.
  var isClock: Bool { bytes.elementsEqual("99:99".utf8) || bytes.elementsEqual("99:99:99".utf8) }

  private static func sign(of byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(ascii: "9")
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: UInt8(ascii: "a")
    default: byte
    }
  }
}
