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

  /// Where the sums of an account stand.
  private struct Place {
    var block: Int
    var slot: Int
  }

  private static let pageBits = 4
  private static let pageMask = (1 << pageBits) - 1
  private static let blockBits = 8
  private static let blockMask = (1 << blockBits) - 1
  /// So many rows are added at a time that their places stay in the nearest cache.
  private static let partSize = 256
  private static let slotBits = blockBits + pageBits
  private static let slotMask = (1 << slotBits) - 1

  /// The values, in mapping order.
  package let values: [ValueMapping]
  /// The currency codes seen, by index; index 0 is for plain numbers.
  package private(set) var currencies: [String] = [""]
  private var lanes: [Lane] = []
  private var laneIndex: [Int64: Int] = [:]
  private var blocks: [SumBlock] = []
  private var pageCount = 0
  /// Whole sums of the cells that do not fit into 64 bits, by block and cell.
  private var wide: [Int: Int128] = [:]
  /// Rows beyond those that a block counts; such cells are wide, too.
  private var moreRows: [Int: Int] = [:]
  /// Per value how much narrow sums count in.
  private let units: [Int64]
  /// Per row of the part at hand the number of its account's place, block and slot in one.
  private var places = [Int32](repeating: 0, count: partSize)
  /// Per row of the part at hand its number in the unit of its value.
  private var scaled = [Int32](repeating: 0, count: partSize)

  /// An empty store for these values.
  package init(values: [ValueMapping]) {
    self.values = values
    units = values.map { $0.kind == .amount ? 100 : 1_000_000_000 }
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
    let place = place(Int(key.account), lane)
    guard let small = Int64(exactly: number) else {
      return addWide(number, at: place, value: value)
    }
    return add(small, value: value, at: place)
  }

  private mutating func add(_ number: Int64, value: Int, at place: Place) -> Bool {
    let (scaled, rest) = number.quotientAndRemainder(dividingBy: units[value])
    if rest == 0, let scaled = Int32(exactly: scaled),
      blocks[place.block].add(narrow: scaled, slot: place.slot, value: value)
    {
      return true
    }
    guard wide.isEmpty || wide[wideIndex(place, value)] == nil,
      blocks[place.block].add(number, slot: place.slot, value: value)
    else { return addWide(Int128(number), at: place, value: value) }
    return true
  }

  /// Notes a row whose cell was missing.
  package mutating func addMissing(value: Int, at key: Key) {
    let lane = lane(period: key.period, currency: key.currency)
    let place = place(Int(key.account), lane)
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
    var first = rows.lowerBound
    while first < rows.upperBound {
      let part = first..<min(first + Self.partSize, rows.upperBound)
      findPlaces(part, accounts, lanes)
      for index in columns.indices { add(part, numbers, to: &columns[index]) }
      first = part.upperBound
    }
  }

  /// Notes where the sums of each row's account stand.
  private mutating func findPlaces(_ rows: Range<Int>, _ accounts: [Int32], _ ofRows: [Int32]) {
    for row in rows {
      let (account, lane) = (Int(accounts[row]), Int(ofRows[row]))
      let group = account >> Self.pageBits
      if group >= lanes[lane].pages.count || lanes[lane].pages[group] < 0 {
        addPage(group, lane: lane)
      }
      places[row - rows.lowerBound] =
        lanes[lane].pages[group] << Int32(Self.pageBits) | Int32(account & Self.pageMask)
    }
  }

  private mutating func add(_ rows: Range<Int>, _ numbers: [Int64], to column: inout Column) {
    let (first, offset, value, none) =
      (rows.lowerBound, column.offset, column.value, column.none)
    let areScaled =
      units[value] == 100
      ? scale(rows, numbers, column, by: 100) : scale(rows, numbers, column, by: units[value])
    var (sum, missing) = (Int128(0), 0)
    for row in rows {
      let number = numbers[offset + row]
      let place = Int(places[row - first])
      let (block, slot) = (place >> Self.slotBits, place & Self.slotMask)
      if number == none {
        blocks[block].addMissing(slot: slot, value: value)
        missing += 1
      } else if areScaled,
        blocks[block].add(narrow: scaled[row - first], slot: slot, value: value)
          || add(number, value: value, at: Place(block: block, slot: slot))
      {
        sum += Int128(number)
      } else if !areScaled, add(number, value: value, at: Place(block: block, slot: slot)) {
        sum += Int128(number)
      } else {
        blocks[block].addMissing(slot: slot, value: value)
        missing += 1
      }
    }
    column.sum += sum
    column.missing += missing
  }

  /// Brings numbers to the unit of their value; false when one is no multiple of it or too large.
  @inline(__always)
  private mutating func scale(
    _ rows: Range<Int>,
    _ numbers: [Int64],
    _ column: Column,
    by unit: Int64
  ) -> Bool {
    var areExact = true
    for row in rows {
      let number = numbers[column.offset + row]
      let own = number == column.none ? 0 : number
      let units = own / unit
      let small = Int32(truncatingIfNeeded: units)
      areExact = areExact && Int64(small) &* unit == own
      scaled[row - rows.lowerBound] = small
    }
    return areExact
  }

  // MARK: Places

  /// The place of an account in a lane, made when it is new.
  private mutating func place(_ account: Int, _ lane: Int) -> Place {
    let group = account >> Self.pageBits
    if group >= lanes[lane].pages.count || lanes[lane].pages[group] < 0 {
      addPage(group, lane: lane)
    }
    return place(account, inPage: Int(lanes[lane].pages[group]))
  }

  private func place(_ account: Int, inPage page: Int) -> Place {
    let slot = (page & Self.blockMask) << Self.pageBits | account & Self.pageMask
    return Place(block: page >> Self.blockBits, slot: slot)
  }

  private mutating func addPage(_ group: Int, lane: Int) {
    let missing = group + 1 - lanes[lane].pages.count
    if missing > 0 { lanes[lane].pages.append(contentsOf: repeatElement(-1, count: missing)) }
    lanes[lane].pages[group] = Int32(pageCount)
    if pageCount & Self.blockMask == 0 {
      blocks.append(SumBlock(slots: 1 << Self.slotBits, units: units))
    }
    pageCount += 1
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
  /// Their indices in `lanes` come first in `found`, which has as many elements; returns how many
  /// they are. No branch depends on what is found, so that the memory of all lanes, which may lie
  /// anywhere, is asked for at once.
  package func find(_ account: Int, in lanes: [Int], _ found: inout [Int]) -> Int {
    let group = account >> Self.pageBits
    var count = 0
    for index in lanes.indices {
      let lane = lanes[index]
      guard group < self.lanes[lane].pages.count, self.lanes[lane].pages[group] >= 0 else {
        continue
      }
      let place = place(account, inPage: Int(self.lanes[lane].pages[group]))
      found[count] = index
      count += blocks[place.block].usedCount(slot: place.slot)
    }
    return count
  }

  /// The sum of an account's value in a lane, nil without rows.
  package func sum(account: Int, lane: Int, value: Int) -> Sum? {
    let group = account >> Self.pageBits
    guard group < lanes[lane].pages.count, lanes[lane].pages[group] >= 0 else { return nil }
    let place = place(account, inPage: Int(lanes[lane].pages[group]))
    let found = blocks[place.block].read(slot: place.slot, value: value)
    var rows = found.rows
    if !moreRows.isEmpty { rows += moreRows[wideIndex(place, value), default: 0] }
    guard rows + found.missing > 0 else { return nil }
    let amount = wide.isEmpty ? nil : wide[wideIndex(place, value)]
    return Sum(amount: amount ?? Int128(found.sum), rows: rows, missing: found.missing)
  }
}
