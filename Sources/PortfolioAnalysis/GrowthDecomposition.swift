// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Where the growth of the last twelve months over the twelve before comes from.
///
/// *Who counts* Accounts whose both years are complete. New ones had nothing before, lost ones have
/// nothing now. *Too few data* Amounts and shares are nil where the data do not reach back 24 months.
public struct GrowthDecomposition: Sendable, Equatable {
  /// One kind of account.
  public struct Part: Sendable, Equatable {
    /// How many accounts there are.
    public var count = 0
    /// What they add together, in units of one.
    public var amount = 0.0
  }

  /// The twelve months before, in units of one; nil with too few data.
  public var prior: Double?
  /// The last twelve months, in units of one; nil with too few data.
  public var last: Double?
  /// How many accounts count.
  public var count: Int
  /// How many are left out.
  public var leftOut: Int
  /// Accounts that had nothing before.
  public var new = Part()
  /// Accounts that have nothing now.
  public var lost = Part()
  /// Accounts that grew.
  public var grown = Part()
  /// Accounts that shrank.
  public var shrunk = Part()
  /// Per account its difference over the whole of the year before; they add up to the growth.
  public var contributions: [Double?]

  /// Growth of all together; nil unless the year before is positive.
  public var growth: Double? {
    guard let prior, let last, prior > 0 else { return nil }
    return last / prior - 1
  }

  /// The growth of `accountCount` accounts.
  ///
  /// - Complexity: O(months of all accounts)
  package init(_ windows: ValueWindows?, accountCount: Int, decimals: Int) {
    contributions = Array(repeating: nil, count: accountCount)
    (count, leftOut) = (0, accountCount)
    guard let windows, windows.hasPriorYear else { return }
    let years = (0..<accountCount).map { row -> (prior: Int128, last: Int128)? in
      guard let prior = windows.yearSum(row, endingBefore: 12),
        let last = windows.yearSum(row, endingBefore: 0)
      else { return nil }
      return (prior, last)
    }
    let known = years.compactMap(\.self)
    count = known.count
    leftOut = accountCount - count
    guard count > 0 else { return }
    let priorSum = known.reduce(Int128(0)) { $0 + $1.prior }
    prior = nearestDouble(priorSum, decimals: decimals)
    last = nearestDouble(known.reduce(Int128(0)) { $0 + $1.last }, decimals: decimals)
    new = Self.part(known.filter { $0.prior == 0 && $0.last != 0 }, decimals)
    lost = Self.part(known.filter { $0.prior != 0 && $0.last == 0 }, decimals)
    let kept = known.filter { $0.prior != 0 && $0.last != 0 }
    grown = Self.part(kept.filter { $0.last > $0.prior }, decimals)
    shrunk = Self.part(kept.filter { $0.last < $0.prior }, decimals)
    guard let prior, priorSum > 0 else { return }
    contributions = years.map { year in
      year.map { nearestDouble($0.last - $0.prior, decimals: decimals) / prior }
    }
  }

  private static func part(_ years: [(prior: Int128, last: Int128)], _ decimals: Int) -> Part {
    let sum = years.reduce(Int128(0)) { $0 + ($1.last - $1.prior) }
    return Part(count: years.count, amount: nearestDouble(sum, decimals: decimals))
  }
}
