// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// How much of a value hangs on few accounts.
///
/// Only positive values enter; accounts with zero, negative or missing values are counted beside
/// them. Amounts are added exactly; only shares are rounded to `Double`.
public struct Concentration: Sendable, Equatable {
  /// How many accounts have a positive value.
  public var count: Int
  /// How many accounts were left out because their value is zero, negative or missing.
  public var leftOut: Int
  /// Sum of the positive values, in units of one.
  public var total: Double
  /// Gini coefficient, 0 (all equal) to 1 - 1/n; nil without accounts.
  ///
  /// *Definition* sum of (2i - n - 1) x_i / (n sum of x), x ascending, i from 1.
  public var gini: Double?
  /// Herfindahl-Hirschman index: sum of squared shares, 1/n to 1; nil without accounts.
  public var herfindahl: Double?
  /// Share of the four largest accounts; nil without accounts.
  public var largest4: Double?
  /// Share of the ten largest accounts; nil without accounts.
  public var largest10: Double?
  /// How many accounts reach 80 % of the total, largest first; nil without accounts.
  public var accountsFor80Percent: Int?
  /// Share of the largest fifth of the accounts, rounded up to whole accounts; nil without.
  public var largestFifth: Double?

  /// 1 / HHI: how many equal accounts would be as concentrated; nil without accounts.
  public var effectiveNumber: Double? { herfindahl.map { 1 / $0 } }

  /// The concentration of one value over all accounts.
  ///
  /// - Complexity: O(n log n)
  public init(of value: ValueColumn) {
    let positive = value.totals.descendingAmounts.prefix { $0 > 0 }
    count = positive.count
    leftOut = value.totals.count - positive.count
    let exactTotal = positive.reduce(0, +)
    let scale = value.decimals
    total = nearestDouble(exactTotal, decimals: scale)
    guard exactTotal > 0 else { return }
    let numbers = positive.map { nearestDouble($0, decimals: scale) }
    let all = total
    let share = { (accounts: Int) in
      nearestDouble(positive.prefix(accounts).reduce(0, +), decimals: scale) / all
    }
    gini = Self.gini(descending: numbers, total: total)
    herfindahl = numbers.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    largest4 = share(4)
    largest10 = share(10)
    largestFifth = share((count + 4) / 5)
    accountsFor80Percent = Self.reach(positive, total: exactTotal)
  }

  private static func gini(descending numbers: [Double], total: Double) -> Double {
    let n = Double(numbers.count)
    var weighted = 0.0
    for (index, number) in numbers.enumerated() {
      // The largest has ascending rank n, so its factor is 2n - n - 1 = n - 1.
      weighted += (n - 1 - 2 * Double(index)) * number
    }
    return weighted / (n * total)
  }

  private static func reach(_ descending: ArraySlice<Int128>, total: Int128) -> Int {
    var sum: Int128 = 0
    for (index, amount) in descending.enumerated() {
      sum += amount
      if sum * 5 >= total * 4 { return index + 1 }
    }
    return descending.count
  }
}
