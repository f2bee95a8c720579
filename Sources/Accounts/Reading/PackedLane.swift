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

  /// Gives the last group the sums in the slots of its accounts, as a block holds them.
  mutating func fillGroup(_ slots: Span<Int32>, _ layout: SumLayout) {
    let known = cells.count
    var group = Group(start: Int32(known))
    // Room for all of them first, since asking for it word by word takes longer than writing.
    cells.append(contentsOf: repeatElement(0, count: slots.count))
    var written = cells.mutableSpan
    var end = known
    for account in 0..<Self.groupSize {
      let slot = slots.extracting(account * layout.stride..<(account + 1) * layout.stride)
      guard layout.hasRows(slot) else { continue }
      let bit = UInt16(1) << UInt16(account)
      let isSingle = layout.hasSingleCounts(slot)
      group.marks |= bit
      if !isSingle { group.counted |= bit }
      for word in 0..<(isSingle ? layout.width : layout.stride) {
        written[end] = slot[word]
        end += 1
      }
    }
    cells.removeLast(cells.count - end)
    groups[groups.count - 1] = group
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

  /// Calls `body` with the sum of a value, in its unit, of each account of a group that has sums, and
  /// the rows counted for it.
  @inline(__always)
  func forEachSum(
    inGroup group: Int,
    _ value: Int,
    _ layout: SumLayout,
    _ body: (_ account: Int, _ number: Int32, _ rows: Int) -> Void
  ) {
    guard group < groups.count else { return }
    let own = groups[group]
    let (word, shift) = layout.count(of: value)
    var (marks, start) = (own.marks, Int(own.start))
    while marks != 0 {
      let account = marks.trailingZeroBitCount
      let isCounted = own.counted >> UInt16(account) & 1 == 1
      let rows = isCounted ? Int(UInt32(bitPattern: cells[start + word]) >> shift & 0xFFFF) : 1
      body(account, cells[start + value], rows)
      start += isCounted ? layout.stride : layout.width
      marks &= marks &- 1
    }
  }
}
