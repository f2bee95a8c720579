// SPDX-License-Identifier: Apache-2.0

/// Exact sums by account, period and currency, one column per value.
///
/// A lane holds one period in one currency, in pages of a few accounts that are made when they are
/// first needed: memory grows with accounts and periods, not with rows, and files ordered by period
/// or by account touch few places at a time. Lanes that rows have left behind are packed; what
/// comes later for them is kept apart and added when read. Sums are integers, so they depend on no
/// order.
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

    /// Adds another sum; where both together would overflow, one more row is missing instead.
    package mutating func add(_ other: Sum) {
      let (sum, overflow) = amount.addingReportingOverflow(other.amount)
      if overflow { missing += 1 } else { amount = sum }
      rows += other.rows
      missing += other.missing
    }
  }

  /// Where the sums of an account stand.
  struct Place {
    var block: Int
    var slot: Int
  }

  static let pageBits = PackedLane.groupSize.trailingZeroBitCount
  private static let pageMask = (1 << pageBits) - 1
  private static let blockBits = 8
  private static let blockMask = (1 << blockBits) - 1
  /// So many rows are added at a time that their places stay in the nearest cache.
  private static let partSize = 256
  static let slotBits = blockBits + pageBits
  private static let slotMask = (1 << slotBits) - 1

  /// The values, in mapping order.
  package let values: [ValueMapping]
  /// The currency codes seen, by index; index 0 is for plain numbers.
  package private(set) var currencies: [String] = [""]
  private(set) var lanes: [SumLane] = []
  private var laneIndex: [Int64: Int] = [:]
  var blocks: [SumBlock] = []
  private var pageCount = 0
  /// Whole sums of the cells that do not fit into 64 bits, by block and cell.
  private(set) var wide: [Int: Int128] = [:]
  /// Rows beyond those that a block counts; such cells are wide, too.
  private(set) var moreRows: [Int: Int] = [:]
  /// Pages that packing has emptied.
  private var freePages: [Int32] = []
  /// How many pages are taken into use until lanes are packed again, and how many were so far.
  private let packingInterval: Int
  private var newPageCount = 0
  let layout: SumLayout
  /// Per row of the part at hand the number of its account's place, block and slot in one.
  private(set) var places = [Int32](repeating: 0, count: partSize)
  /// The numbers of the part at hand.
  private var scaled = ScaledNumbers(capacity: partSize)

  /// An empty store for these values, which looks for idle lanes whenever it has taken so many
  /// pages into use.
  package init(values: [ValueMapping], packingInterval: Int = 1 << 14) {
    self.values = values
    self.packingInterval = packingInterval
    layout = SumLayout(units: values.map { $0.kind == .amount ? 100 : 1_000_000_000 })
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
    lanes.append(SumLane(period: period, currency: currency))
    return lanes.count - 1
  }

  /// Adds a number; false when the sum would overflow.
  package mutating func add(_ number: Int128, value: Int, at key: Key) -> Bool {
    let place = place(key, value)
    guard let small = Int64(exactly: number) else {
      return addWide(number, at: place, value: value)
    }
    return add(small, value: value, at: place)
  }

  private mutating func add(_ number: Int64, value: Int, at place: Place) -> Bool {
    if !blocks[place.block].isWide {
      if let scaled = layout.scaled(number, value: value),
        blocks[place.block].add(narrow: scaled, slot: place.slot, value: value)
      {
        return true
      }
    }
    guard wide.isEmpty || wide[wideIndex(place, value)] == nil,
      blocks[place.block].add(number, slot: place.slot, value: value)
    else { return addWide(Int128(number), at: place, value: value) }
    return true
  }

  /// Notes a row whose cell was missing.
  package mutating func addMissing(value: Int, at key: Key) {
    let place = place(key, value)
    blocks[place.block].addMissing(slot: place.slot, value: value)
  }

  /// Adds to a sum beyond 64 bits, or to one of more rows than a block counts.
  private mutating func addWide(_ number: Int128, at place: Place, value: Int) -> Bool {
    let index = wideIndex(place, value)
    let known = wide[index] ?? Int128(blocks[place.block].read(slot: place.slot, value: value).sum)
    let (sum, overflow) = known.addingReportingOverflow(number)
    guard !overflow else { return false }
    wide[index] = sum
    if !blocks[place.block].countRow(slot: place.slot, value: value) {
      moreRows[index, default: 0] += 1
    }
    return true
  }

  private func wideIndex(_ place: Place, _ value: Int) -> Int {
    (place.block << Self.slotBits | place.slot) * values.count + value
  }

  // MARK: Adding many

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
    let values = columns.reduce(0) { $0 | SumLane.bit(ofValue: $1.value) }
    var first = rows.lowerBound
    while first < rows.upperBound {
      let part = first..<min(first + Self.partSize, rows.upperBound)
      packIdleLanes()
      findPlaces(part, accounts, lanes, values)
      add(part, numbers, to: &columns)
      first = part.upperBound
    }
  }

  /// Notes where the sums of each row's account stand.
  private mutating func findPlaces(
    _ rows: Range<Int>,
    _ accounts: [Int32],
    _ ofRows: [Int32],
    _ values: UInt64
  ) {
    var last: Int32 = -1
    for row in rows {
      let (account, lane) = (Int(accounts[row]), Int(ofRows[row]))
      if ofRows[row] != last {
        last = ofRows[row]
        lanes[lane].touch(values)
      }
      let group = account >> Self.pageBits
      var page = lanes[lane].page(ofGroup: group)
      if page == SumLane.noPage { page = addPage(group, lane: lane) }
      places[row - rows.lowerBound] =
        page << Int32(Self.pageBits) | Int32(account & Self.pageMask)
    }
  }

  /// Adds a part row by row where nothing speaks against it, else column by column.
  private mutating func add(_ part: Range<Int>, _ numbers: [Int64], to columns: inout [Column]) {
    if canCount(part.count, columns: columns.count) {
      scaled.take(part, of: numbers, columns, layout.units)
      if scaled.areExact, !scaled.haveGaps { return addRows(part, numbers, to: &columns) }
    }
    for index in columns.indices {
      let rest = addWide(part, numbers, to: &columns[index])
      add(rest, of: part, numbers, to: &columns[index])
    }
  }

  /// Whether all places of a part are narrow and can count their rows.
  ///
  /// No branch depends on what is found: the memory of all places, which may lie anywhere, is asked
  /// for at once and at hand when rows are added.
  private func canCount(_ rows: Int, columns: Int) -> Bool {
    var counts: UInt32 = 0
    for row in 0..<rows {
      let place = place(ofRow: row)
      counts |= blocks[place.block].counts(slot: place.slot)
    }
    return counts & SumBlock.halfFull == 0 && rows * columns < SumBlock.most / 2
  }

  /// Adds all numbers of each row at once.
  private mutating func addRows(
    _ part: Range<Int>,
    _ numbers: [Int64],
    to columns: inout [Column]
  ) {
    for index in columns.indices {
      let unit = layout.units[columns[index].value]
      columns[index].sum += Int128(scaled.total(column: index, rows: part.count)) * Int128(unit)
    }
    for row in 0..<part.count {
      let place = place(ofRow: row)
      let added = blocks[place.block].add(row, of: scaled, columns, slot: place.slot)
      for index in added..<columns.count {
        let own = part.lowerBound + row
        columns[index].sum -= Int128(numbers[columns[index].offset + own])
        add(own..<own + 1, of: part, numbers, to: &columns[index])
      }
    }
  }

  /// Adds rows of a part to a column, one after the other.
  private mutating func add(
    _ rows: Range<Int>,
    of part: Range<Int>,
    _ numbers: [Int64],
    to column: inout Column
  ) {
    for row in rows {
      let number = numbers[column.offset + row]
      let place = place(ofRow: row - part.lowerBound)
      if number != column.none, add(number, value: column.value, at: place) {
        column.sum += Int128(number)
      } else {
        blocks[place.block].addMissing(slot: place.slot, value: column.value)
        column.missing += 1
      }
    }
  }

  // MARK: Places

  /// The place of a row of the part at hand.
  @inline(__always)
  private func place(ofRow row: Int) -> Place {
    let place = Int(places[row])
    return Place(block: place >> Self.slotBits, slot: place & Self.slotMask)
  }

  /// The place for a value's key, made when it is new.
  private mutating func place(_ key: Key, _ value: Int) -> Place {
    packIdleLanes()
    let lane = lane(period: key.period, currency: key.currency)
    lanes[lane].touch(SumLane.bit(ofValue: value))
    let group = Int(key.account) >> Self.pageBits
    var page = lanes[lane].page(ofGroup: group)
    if page == SumLane.noPage { page = addPage(group, lane: lane) }
    return place(Int(key.account), inPage: Int(page))
  }

  private func place(_ account: Int, inPage page: Int) -> Place {
    let slot = (page & Self.blockMask) << Self.pageBits | account & Self.pageMask
    return Place(block: page >> Self.blockBits, slot: slot)
  }

  private mutating func addPage(_ group: Int, lane: Int) -> Int32 {
    let page = freePages.popLast() ?? newPage()
    lanes[lane].setPage(page, ofGroup: group)
    newPageCount += 1
    return page
  }

  private mutating func newPage() -> Int32 {
    if pageCount & Self.blockMask == 0 {
      blocks.append(SumBlock(slots: 1 << Self.slotBits, layout: layout))
    }
    pageCount += 1
    return Int32(pageCount - 1)
  }

  // MARK: Packing

  /// Packs the lanes that no row came for since the last time, once enough pages are new.
  private mutating func packIdleLanes() {
    guard newPageCount >= packingInterval else { return }
    newPageCount = 0
    for lane in lanes.indices {
      if !lanes[lane].isTouched { pack(lane) }
      lanes[lane].release()
    }
  }

  private mutating func pack(_ lane: Int) {
    // Taken out, since what is moved comes from the store itself.
    var idle = SumLane(period: 0, currency: 0)
    swap(&idle, &lanes[lane])
    idle.pack { page, packed in
      let first = place(0, inPage: Int(page))
      let slots = first.slot..<first.slot + PackedLane.groupSize
      guard blocks[first.block].move(slots: slots, to: &packed) else { return false }
      freePages.append(page)
      return true
    }
    swap(&idle, &lanes[lane])
  }

  // MARK: Reading

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

  /// Finds which of some lanes hold rows of an account.
  ///
  /// Their indices in `wanted` come first in `found`, which has as many elements; returns how many
  /// they are. No branch depends on what is found, so that the memory of all lanes, which may lie
  /// anywhere, is asked for at once.
  package func find(_ account: Int, in wanted: [Int], _ found: inout [Int]) -> Int {
    var count = 0
    for index in wanted.indices {
      found[count] = index
      count += usedCount(account, lane: wanted[index])
    }
    return count
  }

  /// 1 where a lane holds rows of an account, else 0.
  private func usedCount(_ account: Int, lane: Int) -> Int {
    let packed = lanes[lane].packedCount(account)
    guard let place = openPlace(account, lane) else { return packed }
    return packed | blocks[place.block].usedCount(slot: place.slot)
  }

  /// The sum of an account's value in a lane, nil without rows.
  package func sum(account: Int, lane: Int, value: Int) -> Sum? {
    var sum = openSum(account, lane, value)
    lanes[lane].addPacked(account, value, layout, to: &sum)
    return sum.rows + sum.missing > 0 ? sum : nil
  }

  /// Where sums of an account stand in a lane that are not packed.
  func openPlace(_ account: Int, _ lane: Int) -> Place? {
    let page = lanes[lane].page(ofGroup: account >> Self.pageBits)
    return page == SumLane.noPage ? nil : place(account, inPage: Int(page))
  }

  /// What is not packed of an account's value in a lane.
  func openSum(_ account: Int, _ lane: Int, _ value: Int) -> Sum {
    guard let place = openPlace(account, lane) else { return Sum() }
    let found = blocks[place.block].read(slot: place.slot, value: value)
    var rows = found.rows
    if !moreRows.isEmpty { rows += moreRows[wideIndex(place, value), default: 0] }
    let amount = wide.isEmpty ? nil : wide[wideIndex(place, value)]
    return Sum(amount: amount ?? Int128(found.sum), rows: rows, missing: found.missing)
  }
}
