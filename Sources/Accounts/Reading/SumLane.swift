// SPDX-License-Identifier: Apache-2.0

/// Where the sums of one period in one currency stand.
///
/// Accounts that rows come for have them in pages, a group of accounts in each; those that rows
/// have left behind have them in packed parts. An account may have sums in several of them.
struct SumLane: Sendable {
  let period: Int32
  let currency: Int32
  /// Whether rows came for it since lanes were packed last.
  private(set) var isTouched = true
  /// A bit for each value that rows came with.
  private var values: UInt64 = 0
  /// The page of each group, ``noPage`` where there is none.
  private var pages: [Int32] = []
  private var pageCount = 0
  private var packed: [PackedLane] = []

  /// No page.
  static let noPage: Int32 = -1
  /// A lane that was packed so often stays open: reading looks into each part.
  private static let mostPacked = 8

  /// A lane without sums.
  init(period: Int32, currency: Int32) {
    self.period = period
    self.currency = currency
  }

  /// The page of a group, or ``noPage``.
  @inline(__always)
  func page(ofGroup group: Int) -> Int32 { group < pages.count ? pages[group] : Self.noPage }

  /// Gives a group that has none a page.
  mutating func setPage(_ page: Int32, ofGroup group: Int) {
    let missing = group + 1 - pages.count
    if missing > 0 { pages.append(contentsOf: repeatElement(Self.noPage, count: missing)) }
    pages[group] = page
    pageCount += 1
  }

  // MARK: Rows

  /// The bit of a value; those from 63 on share one.
  static func bit(ofValue value: Int) -> UInt64 { 1 << UInt64(min(value, 63)) }

  /// Notes that rows came with values of these bits.
  mutating func touch(_ values: UInt64) {
    isTouched = true
    self.values |= values
  }

  /// Starts to watch for rows again.
  mutating func release() { isTouched = false }

  /// Whether rows may have come with a value.
  func mayHold(_ value: Int) -> Bool { values & Self.bit(ofValue: value) != 0 }

  // MARK: Packing

  /// Packs what `move` can move from a page, which is then no longer used.
  ///
  /// A lane of few accounts far apart is left as it is.
  mutating func pack(_ move: (_ page: Int32, inout PackedLane) -> Bool) {
    guard pageCount > pages.count / 2, packed.count < Self.mostPacked else { return }
    var part = PackedLane()
    for (group, page) in pages.enumerated() {
      part.appendEmptyGroup()
      guard page != Self.noPage, move(page, &part) else { continue }
      pages[group] = Self.noPage
      pageCount -= 1
    }
    part.trim()
    packed.append(part)
    if pageCount == 0 { pages = [] }
  }

  /// Whether any account may have packed sums.
  var isPacked: Bool { !packed.isEmpty }

  /// 1 where an account has packed sums, else 0.
  @inline(__always)
  func packedCount(_ account: Int) -> Int {
    var used = 0
    for part in packed.indices { used |= packed[part].usedCount(account) }
    return used
  }

  /// Adds what is packed of an account's value.
  func addPacked(_ account: Int, _ value: Int, _ layout: SumLayout, to sum: inout SumStore.Sum) {
    for part in packed.indices {
      guard let found = packed[part].sum(of: account, value, layout) else { continue }
      let number = Int64(found.number) * layout.units[value]
      sum.add(SumStore.Sum(amount: Int128(number), rows: found.rows))
    }
  }

  /// Calls `body` with what is packed of a value of each account of a group, part by part.
  @inline(__always)
  func forEachPacked(
    inGroup group: Int,
    _ value: Int,
    _ layout: SumLayout,
    _ body: (_ account: Int, _ sum: SumStore.Sum) -> Void
  ) {
    let unit = layout.units[value]
    for part in packed.indices {
      packed[part].forEachSum(inGroup: group, value, layout) { account, number, rows in
        body(account, SumStore.Sum(amount: Int128(Int64(number) * unit), rows: rows))
      }
    }
  }
}
