// SPDX-License-Identifier: Apache-2.0

/// Narrow sums of one lane, without room for the accounts that have none.
///
/// Most accounts have one row a month: where each sum is of one row, its count takes no room either.
struct PackedLane: Sendable {
  /// Some accounts that follow each other.
  private struct Group {
    /// Those that have sums, one bit each.
    var marks: UInt16 = 0
    /// Those of them whose counts are there, too.
    var counted: UInt16 = 0
    /// Where the sums of the first of them stand.
    var start: Int32
  }

  private var groups: [Group] = []
  /// The slots of the accounts that have sums, as a block holds them, with or without counts.
  private var cells: [Int32] = []

  /// How many accounts make a group.
  static let groupSize = UInt16.bitWidth

  /// Appends a group without any sums.
  mutating func appendEmptyGroup() {
    groups.append(Group(start: Int32(cells.count)))
  }

  /// Appends the slot of an account of the last group.
  mutating func append(_ slot: Span<Int32>, of account: Int, _ layout: SumLayout) {
    let bit = UInt16(1) << UInt16(account)
    groups[groups.count - 1].marks |= bit
    for value in 0..<layout.width { cells.append(slot[value]) }
    guard !layout.hasSingleCounts(slot) else { return }
    groups[groups.count - 1].counted |= bit
    for word in layout.width..<layout.stride { cells.append(slot[word]) }
  }

  /// Gives back what was taken in advance.
  mutating func trim() { cells = Array(cells[...]) }

  /// Whether an account has sums: 1 or 0.
  @inline(__always)
  func usedCount(_ account: Int) -> Int {
    let group = account / Self.groupSize
    guard group < groups.count else { return 0 }
    return Int(groups[group].marks >> UInt16(account % Self.groupSize) & 1)
  }

  /// The sum of an account's value in its unit, and the rows counted for it; nil without sums.
  @inline(__always)
  func sum(of account: Int, _ value: Int, _ layout: SumLayout) -> (number: Int32, rows: Int)? {
    guard account / Self.groupSize < groups.count else { return nil }
    let group = groups[account / Self.groupSize]
    let bit = UInt16(1) &<< UInt16(account % Self.groupSize)
    guard group.marks & bit != 0 else { return nil }
    let before = bit &- 1
    let start =
      Int(group.start) + (group.marks & before).nonzeroBitCount * layout.width
      + (group.counted & before).nonzeroBitCount * (layout.stride - layout.width)
    guard group.counted & bit != 0 else { return (cells[start + value], 1) }
    let (word, shift) = layout.count(of: value)
    return (cells[start + value], Int(UInt32(bitPattern: cells[start + word]) >> shift & 0xFFFF))
  }
}
