// SPDX-License-Identifier: Apache-2.0

/// Which kinds of bytes a cell holds: enough to tell what most cells cannot be.
struct CellShape {
  private static let digit: UInt8 = 1
  private static let letter: UInt8 = 2
  /// Point, comma and hyphen, as in plain numbers and days.
  private static let numberMark: UInt8 = 4
  /// Underscore and slash.
  private static let codeMark: UInt8 = 8
  private static let comma: UInt8 = 16
  private static let other: UInt8 = 32

  private static let kinds: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letter
    case UInt8(ascii: "."), UInt8(ascii: "-"): numberMark
    case UInt8(ascii: ","): comma
    case UInt8(ascii: "_"), UInt8(ascii: "/"): codeMark
    default: other
    }
  }

  private let kinds: UInt8
  private let isPaddable: Bool

  /// Looks at all bytes of a trimmed cell.
  init(_ cell: Span<UInt8>) {
    var kinds: UInt8 = 0
    let all = Self.kinds.span
    for offset in cell.indices { kinds |= all[Int(cell[offset])] }
    self.kinds = kinds
    isPaddable = cell.count > 1 && cell[0] == UInt8(ascii: "0")
  }

  /// Whether a digit stands in the cell; without one it is neither number nor date.
  var hasDigit: Bool { kinds & Self.digit != 0 }

  /// Whether the cell is one word of letters, digits and few signs, with a digit in it.
  var isCode: Bool { hasDigit && kinds & (Self.comma | Self.other) == 0 }

  /// Whether the cell is nothing but digits after a leading zero.
  var isPadded: Bool { isPaddable && kinds == Self.digit }

  /// Whether the cell is nothing but digits, points, commas and hyphens.
  var isPlainNumber: Bool { hasDigit && kinds & ~(Self.digit | Self.numberMark | Self.comma) == 0 }
}
