// SPDX-License-Identifier: Apache-2.0

/// Whole ranges of accounts at a time, which is how files of one row per account come.
extension SumStore {
  /// Adds the numbers of a part whose accounts have their sums in one wide block, as far as they
  /// fit; the answer are the rows that remain.
  mutating func addWide(
    _ rows: Range<Int>,
    _ numbers: [Int64],
    to column: inout Column
  ) -> Range<Int> {
    let block = Int(places[0]) >> Self.slotBits
    guard wide.isEmpty, blocks[block].isWide,
      places.prefix(rows.count).allSatisfy({ Int($0) >> Self.slotBits == block })
    else { return rows }
    let places = places
    let own = column.offset + rows.lowerBound..<column.offset + rows.upperBound
    let added = blocks[block].add(
      numbers.span.extracting(own),
      places: places.span,
      value: column.value,
      none: column.none
    )
    column.sum += added.sum
    column.missing += added.missing
    return rows.dropFirst(added.rows)
  }

  /// Whether a lane may hold sums of a value.
  func mayHold(_ value: Int, lane: Int) -> Bool { lanes[lane].mayHold(value) }

  /// Calls `body` with the sums of a value in a lane of accounts that follow each other, with the
  /// place of each among them; an empty sum for an account without rows.
  ///
  /// It costs far less than to ask for one after the other.
  @inline(__always)
  func forEachSum(
    of accounts: Range<Int>,
    lane: Int,
    value: Int,
    _ body: (_ place: Int, _ sum: Sum) -> Void
  ) {
    let isSimple = wide.isEmpty && moreRows.isEmpty && !lanes[lane].isPacked
    var account = accounts.lowerBound
    while account < accounts.upperBound {
      let group = account >> Self.pageBits
      let end = min((group + 1) << Self.pageBits, accounts.upperBound)
      if isSimple, let first = openPlace(account, lane) {
        for offset in 0..<end - account {
          let found = blocks[first.block].read(slot: first.slot + offset, value: value)
          let sum = Sum(amount: Int128(found.sum), rows: found.rows, missing: found.missing)
          body(account + offset - accounts.lowerBound, sum)
        }
      } else {
        for own in account..<end {
          let sum = sum(account: own, lane: lane, value: value) ?? Sum()
          body(own - accounts.lowerBound, sum)
        }
      }
      account = end
    }
  }

  /// Calls `body` with the sums of a value in a lane of the accounts of a group; one that is packed in
  /// parts comes part by part, each with rows.
  @inline(__always)
  func forEachPart(
    ofGroup group: Int,
    lane: Int,
    value: Int,
    _ body: (_ account: Int, _ sum: Sum) -> Void
  ) {
    if lanes[lane].page(ofGroup: group) != SumLane.noPage {
      for account in 0..<PackedLane.groupSize {
        let sum = openSum(group << Self.pageBits + account, lane, value)
        if sum.rows + sum.missing > 0 { body(account, sum) }
      }
    }
    lanes[lane].forEachPacked(inGroup: group, value, layout) { account, sum in
      if sum.rows > 0 { body(account, sum) }
    }
  }
}
