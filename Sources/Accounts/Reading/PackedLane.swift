// SPDX-License-Identifier: Apache-2.0

/// Narrow sums of one lane, without room for the accounts that have none.
///
/// Most accounts have one row a month: where each sum is of one row, its count takes no room either.
struct PackedLane: Sendable {
  /// Per group of accounts those that have sums, one bit each.
  private var marks: [UInt16] = []
  /// Per group those of them whose counts are there, too.
  private var counted: [UInt16] = []
  /// Per group where the sums of its first account stand.
  private var starts: [Int32] = []
  /// The slots of the accounts that have sums, as a block holds them, with or without counts.
  private var cells: [Int32] = []

  /// How many accounts make a group.
  static let groupSize = UInt16.bitWidth

  /// Appends a group without any sums.
  mutating func appendEmptyGroup() {
    starts.append(Int32(cells.count))
    marks.append(0)
    counted.append(0)
  }

  /// Appends the slot of an account of the last group.
  mutating func append(_ slot: Span<Int32>, of account: Int, _ layout: SumLayout) {
    let bit = UInt16(1) << UInt16(account)
    marks[marks.count - 1] |= bit
    for value in 0..<layout.width { cells.append(slot[value]) }
    guard !layout.hasSingleCounts(slot) else { return }
    counted[counted.count - 1] |= bit
    for word in layout.width..<layout.stride { cells.append(slot[word]) }
  }

  /// Gives back what was taken in advance.
  mutating func trim() { cells = Array(cells[...]) }

  /// Whether an account has sums: 1 or 0.
  @inline(__always)
  func usedCount(_ account: Int) -> Int {
    let group = account / Self.groupSize
    guard group < marks.count else { return 0 }
    return Int(marks[group] >> UInt16(account % Self.groupSize) & 1)
  }

  /// The sum of an account's value in its unit, and the rows counted for it; nil without sums.
  @inline(__always)
  func sum(of account: Int, _ value: Int, _ layout: SumLayout) -> (number: Int32, rows: Int)? {
    guard usedCount(account) == 1 else { return nil }
    let group = account / Self.groupSize
    let bit = UInt16(1) &<< UInt16(account % Self.groupSize)
    let start =
      Int(starts[group])
      + (marks[group] & (bit &- 1)).nonzeroBitCount * layout.width
      + (counted[group] & (bit &- 1)).nonzeroBitCount * (layout.stride - layout.width)
    guard counted[group] & bit != 0 else { return (cells[start + value], 1) }
    let (word, shift) = layout.count(of: value)
    return (cells[start + value], Int(UInt32(bitPattern: cells[start + word]) >> shift & 0xFFFF))
  }
}
