// SPDX-License-Identifier: Apache-2.0

/// The sums of some accounts: per slot one of each value, and how many rows it comes from.
///
/// Sums of whole hundredths or, for plain numbers, whole ones mostly fit into 32 bits. As long as
/// all of a block do, a slot holds sums and counts side by side in half the memory; the first one
/// that does not makes the whole block wide.
struct SumBlock: Sendable {
  private let layout: SumLayout
  /// Per slot the sums of all values, then their counts, two in a word; empty once wide.
  private var narrow: [Int32]
  private var sums: [Int64] = []
  private var counts: [UInt16] = []
  /// Empty as long as no cell is missing.
  private var missing: [UInt8] = []
  /// Rows without a number beyond those that 8 bits count.
  private var moreMissing: [Int: Int] = [:]
  private let slots: Int

  /// The most rows that are counted here.
  static let most = UInt16.max

  /// Where the counts of a slot have bits when one of them has reached half of the most.
  static let halfFull: UInt32 = 0x8000_8000

  /// Nothing yet for so many slots.
  init(slots: Int, layout: SumLayout) {
    self.layout = layout
    self.slots = slots
    narrow = Array(repeating: 0, count: slots * layout.stride)
  }

  private var width: Int { layout.width }
  /// Whether sums have 64 bits.
  var isWide: Bool { !sums.isEmpty }

  // MARK: Adding

  /// Adds a number of one more row, given in the value's unit; false and nothing done when the
  /// block is wide or would have to be.
  @inline(__always)
  mutating func add(narrow number: Int32, slot: Int, value: Int) -> Bool {
    let place = slot &* layout.stride &+ value
    guard place < narrow.count else { return false }
    let (sum, overflow) = narrow[place].addingReportingOverflow(number)
    let (word, shift) = countPlace(slot, value)
    let pair = UInt32(bitPattern: narrow[word])
    guard !overflow, pair >> shift & 0xFFFF < 0xFFFF else { return false }
    narrow[place] = sum
    narrow[word] = Int32(bitPattern: pair &+ 1 << shift)
    return true
  }

  /// Adds the numbers of one more row as far as all sums stay narrow; returns how many columns were
  /// added.
  ///
  /// Whoever asks knows that the row can be counted.
  @inline(__always)
  mutating func add(
    _ row: Int,
    of numbers: ScaledNumbers,
    _ columns: [SumStore.Column],
    slot: Int
  ) -> Int {
    let layout = layout
    let start = slot &* layout.stride
    var words = narrow.mutableSpan
    guard !words.isEmpty else { return 0 }
    for index in columns.indices {
      let value = columns[index].value
      let (sum, overflow) = words[start &+ value].addingReportingOverflow(numbers[index, row])
      guard !overflow else { return index }
      let (word, shift) = layout.count(of: value)
      words[start &+ value] = sum
      words[start &+ word] &+= 1 &<< Int32(bitPattern: shift)
    }
    return columns.count
  }

  /// The counts of a slot, one over the other; all bits when the block is wide.
  @inline(__always)
  func counts(slot: Int) -> UInt32 {
    guard !narrow.isEmpty else { return .max }
    let start = slot &* layout.stride
    var counts: Int32 = 0
    for word in width..<layout.stride { counts |= narrow[start &+ word] }
    return UInt32(bitPattern: counts)
  }

  /// Adds a number of one more row; false and nothing done when the sum would overflow or the row
  /// cannot be counted here.
  mutating func add(_ number: Int64, slot: Int, value: Int) -> Bool {
    widen()
    let place = slot * width + value
    let (sum, overflow) = sums[place].addingReportingOverflow(number)
    guard !overflow, counts[place] < Self.most else { return false }
    sums[place] = sum
    counts[place] += 1
    return true
  }

  /// What some rows added.
  struct Added {
    var rows = 0
    var sum: Int128 = 0
    var missing = 0
  }

  /// Adds numbers to a value of a wide block, one row after the other, up to the first that cannot
  /// be added here.
  ///
  /// The lower bits of `places` are the slots; the number `none` is a missing cell.
  mutating func add(
    _ numbers: Span<Int64>,
    places: Span<Int32>,
    value: Int,
    none: Int64
  ) -> Added {
    var added = Added()
    let (width, mask) = (layout.width, slots - 1)
    // Moved out, so that nothing is asked twice per row.
    var (ownSums, ownCounts): ([Int64], [UInt16]) = ([], [])
    swap(&ownSums, &self.sums)
    swap(&ownCounts, &self.counts)
    var sums = ownSums.mutableSpan
    var counts = ownCounts.mutableSpan
    for row in numbers.indices {
      let (number, place) = (numbers[row], (Int(places[row]) & mask) * width + value)
      if number == none {
        if missing.isEmpty { missing = Array(repeating: 0, count: slots * width) }
        if missing[place] < .max {
          missing[place] += 1
        } else {
          moreMissing[place, default: 0] += 1
        }
        added.missing += 1
      } else {
        let (sum, overflow) = sums[place].addingReportingOverflow(number)
        guard !overflow, counts[place] < Self.most else { break }
        sums[place] = sum
        counts[place] += 1
        added.sum += Int128(number)
      }
      added.rows += 1
    }
    swap(&ownSums, &self.sums)
    swap(&ownCounts, &self.counts)
    return added
  }

  /// Counts a row whose number is kept elsewhere; false when it cannot be counted here.
  mutating func countRow(slot: Int, value: Int) -> Bool {
    widen()
    let place = slot * width + value
    guard counts[place] < Self.most else { return false }
    counts[place] += 1
    return true
  }

  /// Counts a row without a number.
  mutating func addMissing(slot: Int, value: Int) {
    if missing.isEmpty { missing = Array(repeating: 0, count: slots * width) }
    let place = slot * width + value
    if missing[place] < .max { missing[place] += 1 } else { moreMissing[place, default: 0] += 1 }
  }

  @inline(__always)
  private func countPlace(_ slot: Int, _ value: Int) -> (word: Int, shift: UInt32) {
    let (word, shift) = layout.count(of: value)
    return (slot &* layout.stride &+ word, shift)
  }

  private mutating func widen() {
    guard sums.isEmpty else { return }
    var sums = [Int64](repeating: 0, count: slots * width)
    var counts = [UInt16](repeating: 0, count: slots * width)
    for slot in 0..<slots where hasRows(slot: slot) {
      for value in 0..<width {
        let known = read(slot: slot, value: value)
        sums[slot * width + value] = known.sum
        counts[slot * width + value] = UInt16(known.rows)
      }
    }
    (self.sums, self.counts) = (sums, counts)
    narrow = []
  }

  // MARK: Packing

  /// Moves the sums of a group's slots to a packed lane; false and nothing done where one of them
  /// is wide or misses cells.
  mutating func move(slots: Range<Int>, to lane: inout PackedLane) -> Bool {
    guard !narrow.isEmpty,
      missing.isEmpty
        || missing[slots.lowerBound * width..<slots.upperBound * width].allSatisfy({ $0 == 0 })
    else { return false }
    let layout = layout
    let own = slots.lowerBound * layout.stride..<slots.upperBound * layout.stride
    var words = narrow.mutableSpan
    lane.fillGroup(words.span.extracting(own), layout)
    for word in own { words[word] = 0 }
    return true
  }

  // MARK: Reading

  /// The sum of a value in 64 bits, the rows counted for it here, and the rows without a number.
  @inline(__always)
  func read(slot: Int, value: Int) -> (sum: Int64, rows: Int, missing: Int) {
    let place = slot * width + value
    var missing = missing.isEmpty ? 0 : Int(missing[place])
    if !moreMissing.isEmpty { missing += moreMissing[place, default: 0] }
    guard sums.isEmpty else { return (sums[place], Int(counts[place]), missing) }
    let (word, shift) = countPlace(slot, value)
    let rows = Int(UInt32(bitPattern: narrow[word]) >> shift & 0xFFFF)
    return (Int64(narrow[slot * layout.stride + value]) * layout.units[value], rows, missing)
  }

  /// 1 when any value of a slot has rows, with a number or without one, else 0.
  @inline(__always)
  func usedCount(slot: Int) -> Int {
    var rows: Int32 = 0
    if sums.isEmpty {
      rows = hasRows(slot: slot) ? 1 : 0
    } else {
      for value in 0..<width { rows |= Int32(counts[slot * width + value]) }
    }
    if !missing.isEmpty {
      for value in 0..<width { rows |= Int32(missing[slot * width + value]) }
    }
    return rows == 0 ? 0 : 1
  }

  /// Whether any value of a slot of a narrow block has rows with a number.
  @inline(__always)
  private func hasRows(slot: Int) -> Bool {
    var rows: Int32 = 0
    for word in width..<layout.stride { rows |= narrow[slot * layout.stride + word] }
    return rows != 0
  }
}
