// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// The profit of all accounts, the most profitable first, added up (Kaplan and Narayanan 2001).
///
/// *Shares* Percentages of a total near zero mislead, so they are nil where the total is not positive
/// or below 5 % of all profits and losses taken together; amounts always stand. Accounts without a
/// profit are left out and counted.
public struct WhaleCurve: Sendable, Equatable {
  /// How many accounts have a profit or loss.
  public var count: Int
  /// How many accounts have none of both.
  public var leftOut: Int
  /// The profit of all accounts, in units of one.
  public var total: Double
  /// The highest point of the curve; nil without accounts.
  public var peak: Double?
  /// How many accounts make up the peak, the fewest if several do.
  public var accountsAtPeak: Int?
  /// The peak as a share of the total.
  public var peakShare: Double?
  /// What the accounts behind the peak take away again; nil without accounts.
  public var erosion: Double?
  /// Whether shares of the total can be given.
  public var hasShares: Bool

  /// The curve of one value.
  ///
  /// - Complexity: O(n log n)
  public init(of value: ValueColumn) {
    let profits = value.totals.descendingAmounts
    let sum = profits.reduce(0, +)
    let magnitudes = profits.reduce(Int128(0)) { $0 + Int128($1.magnitude) }
    count = profits.count
    leftOut = value.totals.count - profits.count
    total = nearestDouble(sum, decimals: value.decimals)
    hasShares = sum > 0 && sum * 20 >= magnitudes
    guard !profits.isEmpty else { return }
    var highest: (sum: Int128, place: Int)?
    var running: Int128 = 0
    for (place, profit) in profits.enumerated() {
      running += profit
      if running > highest?.sum ?? .min { highest = (running, place) }
    }
    guard let highest else { return }
    let peak = nearestDouble(highest.sum, decimals: value.decimals)
    self.peak = peak
    accountsAtPeak = highest.place + 1
    erosion = nearestDouble(highest.sum - sum, decimals: value.decimals)
    if hasShares { peakShare = peak / total }
  }
}
