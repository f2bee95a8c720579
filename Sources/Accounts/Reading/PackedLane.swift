// SPDX-License-Identifier: Apache-2.0

/// Narrow sums of one lane, without room for the accounts that have none.
struct PackedLane: Sendable {
  /// Per group of accounts those that have sums, one bit each, and where the first of them stands.
  private var marks: [UInt16] = []
  private var starts: [Int32] = []
  /// The slots of the accounts that have sums, as a block holds them.
  private var cells: [Int32] = []

  /// How many accounts make a group.
  static let groupSize = UInt16.bitWidth

  /// Appends a group without any sums.
  mutating func appendEmptyGroup() {
    starts.append(Int32(cells.count))
    marks.append(0)
  }

  /// Notes that the slot of an account of the last group follows.
  mutating func mark(_ account: Int) { marks[marks.count - 1] |= 1 << UInt16(account) }

  /// Appends a word of a slot.
  mutating func append(_ word: Int32) { cells.append(word) }

  /// Gives back what was taken in advance.
  mutating func trim() { cells = Array(cells[...]) }

  /// Whether an account has sums: 1 or 0.
  @inline(__always)
  func usedCount(_ account: Int) -> Int {
    let group = account / Self.groupSize
    guard group < marks.count else { return 0 }
    return Int(marks[group] >> UInt16(account % Self.groupSize) & 1)
  }

  /// Where the slot of an account begins, with slots of so many words; nil where it has no sums.
  @inline(__always)
  func slot(of account: Int, stride: Int) -> Int? {
    guard usedCount(account) == 1 else { return nil }
    let group = account / Self.groupSize
    let before = marks[group] & (1 << UInt16(account % Self.groupSize) - 1)
    return Int(starts[group]) + before.nonzeroBitCount * stride
  }

  /// A word of a slot.
  subscript(place: Int) -> Int32 { cells[place] }
}
