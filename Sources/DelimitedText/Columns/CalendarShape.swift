// SPDX-License-Identifier: Apache-2.0

/// Tells most plain numbers from days and periods without reading them.
enum CalendarShape {
  /// Whether a cell of digits, points, commas and hyphens may be a day or period.
  ///
  /// `false` only for whole numbers and decimals such as `28621.32` whose parts have the wrong
  /// length or name no year.
  static func mayBeDate(_ cell: Span<UInt8>) -> Bool {
    var mark: Int?
    for offset in cell.indices where cell[offset] &- UInt8(ascii: "0") >= 10 {
      if offset == 0 { return false }
      if mark != nil { return true }
      mark = offset
    }
    guard let mark else { return [4, 6, 7, 8].contains(cell.count) }
    switch (cell[mark], mark, cell.count - mark - 1) {
    case (UInt8(ascii: ","), _, _): return false
    case (_, 4, 1...3): return mayBeYear(cell, from: 0)
    case (_, 1...3, 4): return mayBeYear(cell, from: mark + 1)
    case (_, 1...2, 2): return true
    default: return false
    }
  }

  /// Whether four digits may be a year from 1900 to 2099, or 9999.
  private static func mayBeYear(_ cell: Span<UInt8>, from start: Int) -> Bool {
    switch (cell[start], cell[start + 1]) {
    case (UInt8(ascii: "1"), UInt8(ascii: "9")), (UInt8(ascii: "2"), UInt8(ascii: "0")),
      (UInt8(ascii: "9"), UInt8(ascii: "9")):
      true
    default: false
    }
  }
}
