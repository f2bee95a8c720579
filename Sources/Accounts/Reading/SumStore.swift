// SPDX-License-Identifier: Apache-2.0

/// Exact sums by account, period and currency, one column per value.
///
/// A lane holds one period in one currency, in pages of a few accounts that are made when they are
/// first needed: memory grows with accounts and periods, not with rows, and files ordered by period
/// or by account touch few places at a time. Sums are integers, so they depend on no order.
package struct SumStore: Sendable {
  /// Where a sum belongs.
  package struct Key: Hashable, Sendable {
    /// Index of the account in the ledger.
    package var account: Int32
    /// Month index of ``Period``, or `noPeriod`.
    package var period: Int32
    /// Index into `currencies`.
    package var currency: Int32

    /// The period of values that belong to none.
    package static let noPeriod = Int32.min
  }

  /// One sum and how many rows it comes from.
  package struct Sum: Sendable, Equatable {
    /// The sum of the rows with a number.
    package var amount: Int128 = 0
    /// Rows with a number.
    package var rows = 0
    /// Rows whose cell was missing.
    package var missing = 0
  }

  /// One period in one currency.
  private struct Lane {
    var period: Int32
    var currency: Int32
    /// The page of each sixteen accounts, -1 where there is none yet.
    var pages: [Int32] = []
  }

  /// The cells of some pages.
  private struct Block {
    var sums: [Int64]
    /// Rows with a number, up to `most`; the others are counted in `moreRows` of the store.
    var rows: [UInt16]
    /// Empty as long as no cell is missing.
    var missing: [Int32] = []

    static let most = UInt16.max

    init(cells: Int) {
      sums = Array(repeating: 0, count: cells)
      rows = Array(repeating: 0, count: cells)
    }

    /// Adds a number of one more row; false and nothing done when the sum would overflow or the row
    /// cannot be counted here.
    @inline(__always)
    mutating func add(_ number: Int64, _ cell: Int) -> Bool {
      let (sum, overflow) = sums[cell].addingReportingOverflow(number)
      let count = rows[cell]
      guard !overflow, count < Self.most else { return false }
      sums[cell] = sum
      rows[cell] = count &+ 1
      return true
    }
  }

  /// A cell of a block.
  private struct Place {
    var block: Int
    var cell: Int
  }

  private static let pageBits = 4
  private static let pageMask = (1 << pageBits) - 1
  private static let blockBits = 8
  private static let blockMask = (1 << blockBits) - 1
  private static let slotBits = blockBits + pageBits
  private static let slotMask = (1 << slotBits) - 1

  /// The values, in mapping order.
  package let values: [ValueMapping]
  /// The currency codes seen, by index; index 0 is for plain numbers.
  package private(set) var currencies: [String] = [""]
  private var lanes: [Lane] = []
  private var laneIndex: [Int64: Int] = [:]
  private var blocks: [Block] = []
  private var pageCount = 0
  /// Whole sums of the cells that do not fit into 64 bits, by block and cell.
  private var wide: [Int: Int128] = [:]
  /// Rows beyond those that a block counts; such cells are wide, too.
  private var moreRows: [Int: Int] = [:]
  private let width: Int
  /// Per row of the batch at hand the number of its account's place, block and page in one.
  private var slots: [Int32] = []

  /// An empty store for these values.
  package init(values: [ValueMapping]) {
    self.values = values
    width = values.count
  }

  /// The index of a currency code.
  package mutating func currencyIndex(_ code: String) -> Int32 {
    if let index = currencies.firstIndex(of: code) { return Int32(index) }
    currencies.append(code)
    return Int32(currencies.count - 1)
  }

  // MARK: Adding

  /// The number of the lane for a period and a currency.
  package mutating func lane(period: Int32, currency: Int32) -> Int {
    let key = Int64(period) << 32 | Int64(UInt32(bitPattern: currency))
    if let known = laneIndex[key] { return known }
    laneIndex[key] = lanes.count
    lanes.append(Lane(period: period, currency: currency))
    return lanes.count - 1
  }

  /// Adds a number; false when the sum would overflow.
  package mutating func add(_ number: Int128, value: Int, at key: Key) -> Bool {
    let lane = lane(period: key.period, currency: key.currency)
    guard let small = Int64(exactly: number) else {
      return addWide(number, at: place(Int(key.account), lane, value))
    }
    return add(small, value: value, account: Int(key.account), lane: lane)
  }

  /// Adds a number; false when the sum would overflow.
  package mutating func add(_ number: Int64, value: Int, account: Int, lane: Int) -> Bool {
    add(number, at: place(account, lane, value))
  }

  @inline(__always)
  private mutating func add(_ number: Int64, at place: Place) -> Bool {
    guard wide.isEmpty || wide[wideIndex(place)] == nil,
      blocks[place.block].add(number, place.cell)
    else { return addWide(Int128(number), at: place) }
    return true
  }

  /// A column of numbers to be added.
  package struct Column: Sendable {
    /// Where the number of row 0 stands.
    var offset: Int
    /// The value it belongs to.
    var value: Int
    /// The number that is none.
    var none: Int64
    /// The sum of the numbers added so far.
    var sum: Int128 = 0
    /// How many were missing, those whose sum would overflow among them.
    var missing = 0
  }

  /// Adds the numbers of rows, one column after the other.
  ///
  /// `accounts` and `lanes` are those of all rows; the number of row `r` stands at `offset + r` of a
  /// column. A number whose sum would overflow counts as missing.
  package mutating func add(
    _ rows: Range<Int>,
    accounts: [Int32],
    lanes: [Int32],
    numbers: [Int64],
    to columns: inout [Column]
  ) {
    findSlots(rows, accounts, lanes)
    for index in columns.indices {
      if areSmall(rows, numbers, columns[index]) {
        addSmall(rows, numbers, &columns[index])
      } else {
        addAny(rows, numbers, &columns[index])
      }
    }
  }

  /// Notes where the sums of each row's account stand.
  private mutating func findSlots(_ rows: Range<Int>, _ accounts: [Int32], _ ofRows: [Int32]) {
    while slots.count < rows.upperBound { slots.append(0) }
    for row in rows {
      let (account, lane) = (Int(accounts[row]), Int(ofRows[row]))
      let group = account >> Self.pageBits
      if group >= lanes[lane].pages.count || lanes[lane].pages[group] < 0 {
        addPage(group, lane: lane)
      }
      slots[row] = lanes[lane].pages[group] << Int32(Self.pageBits) | Int32(account & Self.pageMask)
    }
  }

  private func place(ofSlot slot: Int32, _ value: Int) -> Place {
    let slot = Int(slot)
    return Place(block: slot >> Self.slotBits, cell: (slot & Self.slotMask) * width + value)
  }

  /// Whether sums, numbers and counts are so small that no check is needed while they are added.
  ///
  /// This also asks for the memory of all places at once, which may lie anywhere.
  private func areSmall(_ rows: Range<Int>, _ numbers: [Int64], _ column: Column) -> Bool {
    guard wide.isEmpty else { return false }
    var bits: UInt64 = 0
    var most: UInt16 = 0
    for row in rows {
      let place = place(ofSlot: slots[row], column.value)
      let number = numbers[column.offset + row]
      bits |= blocks[place.block].sums[place.cell].magnitude
      bits |= number == column.none ? 0 : number.magnitude
      most = max(most, blocks[place.block].rows[place.cell])
    }
    return rows.count <= 1 << 10 && bits < 1 << 52 && most < Block.most - 1 << 10
  }

  private mutating func addSmall(
    _ rows: Range<Int>,
    _ numbers: [Int64],
    _ column: inout Column
  ) {
    let (offset, value, none) = (column.offset, column.value, column.none)
    // At most 1024 numbers below 2^52.
    var sum = Int64(0)
    for row in rows {
      let number = numbers[offset + row]
      let place = place(ofSlot: slots[row], value)
      if number == none {
        addMissing(at: place)
        column.missing += 1
      } else {
        blocks[place.block].sums[place.cell] &+= number
        blocks[place.block].rows[place.cell] &+= 1
        sum &+= number
      }
    }
    column.sum += Int128(sum)
  }

  private mutating func addAny(
    _ rows: Range<Int>,
    _ numbers: [Int64],
    _ column: inout Column
  ) {
    for row in rows {
      let number = numbers[column.offset + row]
      let place = place(ofSlot: slots[row], column.value)
      if number != column.none, add(number, at: place) {
        column.sum += Int128(number)
      } else {
        addMissing(at: place)
        column.missing += 1
      }
    }
  }

  /// Notes a row whose cell was missing.
  package mutating func addMissing(value: Int, at key: Key) {
    let lane = lane(period: key.period, currency: key.currency)
    addMissing(value: value, account: Int(key.account), lane: lane)
  }

  /// Notes a row whose cell was missing.
  package mutating func addMissing(value: Int, account: Int, lane: Int) {
    addMissing(at: place(account, lane, value))
  }

  private mutating func addMissing(at place: Place) {
    if blocks[place.block].missing.isEmpty {
      blocks[place.block].missing = Array(repeating: 0, count: blockCells)
    }
    blocks[place.block].missing[place.cell] += 1
  }

  private mutating func addWide(_ number: Int128, at place: Place) -> Bool {
    let index = wideIndex(place)
    let known = wide[index] ?? Int128(blocks[place.block].sums[place.cell])
    let (sum, overflow) = known.addingReportingOverflow(number)
    guard !overflow else { return false }
    wide[index] = sum
    if blocks[place.block].rows[place.cell] == Block.most {
      moreRows[index, default: 0] += 1
    } else {
      blocks[place.block].rows[place.cell] += 1
    }
    return true
  }

  private func wideIndex(_ place: Place) -> Int { place.block * blockCells + place.cell }

  // MARK: Places

  private var blockCells: Int { width << (Self.blockBits + Self.pageBits) }

  /// The place of an account's value in a lane, made when it is new.
  private mutating func place(_ account: Int, _ lane: Int, _ value: Int) -> Place {
    let group = account >> Self.pageBits
    if group >= lanes[lane].pages.count || lanes[lane].pages[group] < 0 {
      addPage(group, lane: lane)
    }
    return place(account, inPage: Int(lanes[lane].pages[group]), value)
  }

  private func place(_ account: Int, inPage page: Int, _ value: Int) -> Place {
    let row = (page & Self.blockMask) << Self.pageBits | account & Self.pageMask
    return Place(block: page >> Self.blockBits, cell: row * width + value)
  }

  private mutating func addPage(_ group: Int, lane: Int) {
    let missing = group + 1 - lanes[lane].pages.count
    if missing > 0 { lanes[lane].pages.append(contentsOf: repeatElement(-1, count: missing)) }
    lanes[lane].pages[group] = Int32(pageCount)
    if pageCount & Self.blockMask == 0 { blocks.append(Block(cells: blockCells)) }
    pageCount += 1
  }

  // MARK: Reading

  /// Per value how many sums there are at most.
  package var counts: [Int] { values.map { _ in pageCount << Self.pageBits } }

  /// The lanes by period, then currency.
  package var orderedLanes: [Int] {
    lanes.indices.sorted {
      (lanes[$0].period, lanes[$0].currency) < (lanes[$1].period, lanes[$1].currency)
    }
  }

  /// The periods that occur, ascending, ``Key/noPeriod`` among them.
  package var periods: [Int32] {
    var found: [Int32] = []
    for lane in orderedLanes where found.last != lanes[lane].period {
      found.append(lanes[lane].period)
    }
    return found
  }

  /// The period and currency of a lane.
  package func place(ofLane lane: Int) -> (period: Int32, currency: Int32) {
    (lanes[lane].period, lanes[lane].currency)
  }

  /// The sum of an account's value in a lane, nil without rows.
  package func sum(account: Int, lane: Int, value: Int) -> Sum? {
    let group = account >> Self.pageBits
    guard group < lanes[lane].pages.count, lanes[lane].pages[group] >= 0 else { return nil }
    let place = place(account, inPage: Int(lanes[lane].pages[group]), value)
    let counted = Int(blocks[place.block].rows[place.cell])
    let rows = counted + (moreRows.isEmpty ? 0 : moreRows[wideIndex(place), default: 0])
    let hasMissing = !blocks[place.block].missing.isEmpty
    let missing = hasMissing ? Int(blocks[place.block].missing[place.cell]) : 0
    guard rows + missing > 0 else { return nil }
    let small = Int128(blocks[place.block].sums[place.cell])
    let amount = wide.isEmpty ? small : wide[wideIndex(place)] ?? small
    return Sum(amount: amount, rows: rows, missing: missing)
  }
}
