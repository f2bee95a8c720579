// SPDX-License-Identifier: Apache-2.0

/// Reads the number in a cell: exactly, in one style, with the signs and words around it.
enum NumberReader {
  /// Reads a trimmed cell.
  ///
  /// *Edge cases* A sign may stand before or after the number, or parentheses around it, but only
  /// one of them. Groups are of exactly three digits after a first of one to three that does not
  /// start with zero; a cell that breaks this in `style` and keeps it in the opposite one is a
  /// conflict.
  static func read(_ cell: Span<UInt8>, style: NumberStyle) -> NumberCell {
    guard !cell.isEmpty else { return .missing(marker: false) }
    if cell[0] &- UInt8(ascii: "0") < 10 {
      let core = NumberCore(cell, from: 0, style: style)
      if core.end == cell.count, let value = core.value { return .number(ParsedNumber(value)) }
    }
    if let marker = MissingMarker(cell) { return .missing(marker: marker != .plain) }
    var surroundings = NumberSurroundings()
    let start = surroundings.readPrefix(of: cell)
    let core = NumberCore(cell, from: start, style: style)
    surroundings.readSuffix(of: cell, from: core.end)
    if let problem = surroundings.problem, problem != .notANumber { return .invalid(problem) }
    guard core.digits > 0, surroundings.problem == nil else {
      return .invalid(problem(ofText: cell))
    }
    return number(core, surroundings, in: cell, from: start, style: style)
  }

  private static func number(
    _ core: NumberCore,
    _ surroundings: NumberSurroundings,
    in cell: Span<UInt8>,
    from start: Int,
    style: NumberStyle
  ) -> NumberCell {
    if core.isOverflow { return .invalid(.overflow) }
    guard let value = core.value else {
      let other = NumberCore(cell, from: start, style: style.opposite)
      let conflicts = other.value != nil && other.end == core.end
      return .invalid(conflicts ? .conflictingStyle : problem(ofText: cell))
    }
    let signed = ExactDecimal(
      surroundings.isNegative ? -value.significand : value.significand,
      scale: value.scale
    )
    return .number(
      ParsedNumber(
        signed,
        isPercent: surroundings.isPercent,
        currency: surroundings.currency,
        scaleWord: surroundings.scaleWord
      )
    )
  }

  /// What is wrong with a cell in which no number stands.
  private static func problem(ofText cell: Span<UInt8>) -> NumberProblem {
    switch CalendarReader.read(cell, style: DateStyle(order: .dayFirst)) {
    case .day: .spreadsheetDate
    case .month where cell.indices.contains(where: { cell[$0] | 0x20 >= UInt8(ascii: "a") }):
      .spreadsheetDate
    default: .notANumber
    }
  }
}

/// The digits of a number with the marks between them, read in one style.
struct NumberCore {
  /// The number without sign, or nil when the marks do not fit the style or it is too large.
  private(set) var value: ExactDecimal?
  /// Offset after the last byte.
  private(set) var end: Int
  /// How many digits were read.
  private(set) var digits = 0
  /// Whether the digits do not fit into an `ExactDecimal`.
  private(set) var isOverflow = false

  private var significand: Int128 = 0
  private var small: UInt64 = 0
  private var decimals = 0
  private var hasDecimalMark = false
  private var groupSize = 0
  private var grouping: GroupingMark?
  private var startsWithZero = false
  private var fitsStyle = true

  /// Reads on from `start`, to the first byte that belongs to no number.
  init(_ cell: Span<UInt8>, from start: Int, style: NumberStyle) {
    end = start
    while end < cell.count {
      let digit = cell[end] &- UInt8(ascii: "0")
      if digit < 10 {
        append(digit)
        end += 1
        continue
      }
      guard let (mark, length) = Self.mark(in: cell, at: end) else { break }
      read(mark, style: style)
      end += length
    }
    finishGroups()
    let exponent = readExponent(cell)
    guard digits > 0, fitsStyle, !isOverflow else { return }
    if digits <= 18 { significand = Int128(small) }
    value = ExactDecimal(significand, scale: decimals, exponent: exponent)
    isOverflow = value == nil
  }

  private mutating func append(_ digit: UInt8) {
    if digits == 0 { startsWithZero = digit == 0 }
    digits += 1
    if hasDecimalMark { decimals += 1 } else { groupSize += 1 }
    if digits <= 18 {
      small = small &* 10 &+ UInt64(digit)
      return
    }
    if digits == 19 { significand = Int128(small) }
    let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
    let (sum, overflow2) = product.addingReportingOverflow(Int128(digit))
    isOverflow = isOverflow || overflow || overflow2
    significand = sum
  }

  /// The mark at `offset`, if a digit follows it.
  private static func mark(
    in cell: Span<UInt8>,
    at offset: Int
  ) -> (mark: GroupingMark, length: Int)? {
    let mark: GroupingMark
    var length = 1
    switch cell[offset] {
    case UInt8(ascii: "."): mark = .point
    case UInt8(ascii: ","): mark = .comma
    case UInt8(ascii: "'"): mark = .apostrophe
    case 0xE2 where offset + 2 < cell.count && cell[offset + 1] == 0x80 && cell[offset + 2] == 0x99:
      (mark, length) = (.apostrophe, 3)
    default:
      length = blankLength(in: cell, at: offset)
      guard length > 0 else { return nil }
      mark = .space
    }
    let next = offset + length
    guard next < cell.count, cell[next] &- UInt8(ascii: "0") < 10 else { return nil }
    return (mark, length)
  }

  private mutating func read(_ mark: GroupingMark, style: NumberStyle) {
    if mark.rawValue == style.decimal.rawValue {
      if hasDecimalMark { fitsStyle = false }
      finishGroups()
      grouping = nil
      hasDecimalMark = true
      return
    }
    let isKnown = mark == style.grouping || mark == .apostrophe || mark == .space
    let isFirst = grouping == nil
    let fits = isFirst ? (1...3).contains(groupSize) && !startsWithZero : groupSize == 3
    if hasDecimalMark || !isKnown || !fits || !(isFirst || grouping == mark) { fitsStyle = false }
    grouping = mark
    groupSize = 0
  }

  private mutating func finishGroups() {
    if grouping != nil, !hasDecimalMark, groupSize != 3 { fitsStyle = false }
  }

  /// Reads `E+06`; what is no exponent stays unread.
  private mutating func readExponent(_ cell: Span<UInt8>) -> Int {
    guard end > 0, end < cell.count, cell[end] | 0x20 == UInt8(ascii: "e") else { return 0 }
    var offset = end + 1
    let isNegative = offset < cell.count && cell[offset] == UInt8(ascii: "-")
    if isNegative || (offset < cell.count && cell[offset] == UInt8(ascii: "+")) { offset += 1 }
    let first = offset
    var exponent = 0
    while offset < cell.count, cell[offset] &- UInt8(ascii: "0") < 10 {
      exponent = min(exponent * 10 + Int(cell[offset] - UInt8(ascii: "0")), 1000)
      offset += 1
    }
    guard offset > first else { return 0 }
    end = offset
    return isNegative ? -exponent : exponent
  }
}
