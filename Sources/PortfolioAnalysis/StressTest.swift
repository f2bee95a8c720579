// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// What the portfolio would lose if its largest parts lost one half: simple, and said aloud (S001).
///
/// Shares are of the positive values; accounts without one are counted as left out.
public struct StressTest: Sendable, Equatable {
  /// One case.
  public struct Case: Sendable, Equatable {
    /// The account or segment that is hit.
    public var name: String
    /// The share of the whole that is lost.
    public var lostShare: Double
  }

  /// How many accounts have a positive value.
  public var count: Int
  /// How many have none.
  public var leftOut: Int
  /// The largest account loses one half; nil without accounts.
  public var largestAccount: Case?
  /// The largest text of the attribute `segment` loses one half; nil without such an attribute.
  public var largestSegment: Case?

  /// The cases for one value.
  ///
  /// - Complexity: O(n)
  public init(of value: ValueColumn, in table: AccountTable) {
    var (total, largest): (Int128, Int?) = (0, nil)
    var bySegment: [String: Int128] = [:]
    let segments = table.attributes.first { $0.name == "segment" }
    var accounts = 0
    for (row, amount) in value.totals.enumerated() {
      guard let amount, amount > 0 else { continue }
      accounts += 1
      total += amount
      if amount > largest.flatMap({ value.totals[$0] }) ?? 0 { largest = row }
      if let segment = segments?.texts[row] { bySegment[segment, default: 0] += amount }
    }
    count = accounts
    leftOut = value.totals.count - accounts
    let whole = nearestDouble(total, decimals: value.decimals)
    let half = { (amount: Int128) in nearestDouble(amount, decimals: value.decimals) / whole / 2 }
    guard let largest, let amount = value.totals[largest] else { return }
    largestAccount = Case(name: table.ids[largest], lostShare: half(amount))
    let first = bySegment.sorted {
      $0.value == $1.value ? $0.key.isBytewiseLess(than: $1.key) : $0.value > $1.value
    }.first
    largestSegment = first.map { Case(name: $0.key, lostShare: half($0.value)) }
  }
}
