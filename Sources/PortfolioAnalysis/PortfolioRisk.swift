// SPDX-License-Identifier: Apache-2.0
import Accounts

/// How much the accounts swing together, month by month.
///
/// *Definition* With x the months of an account and m those of all accounts together, an account's
/// risk contribution is cov(x, m) / var(m); these add up to 1. On series scaled to mean 1 its beta is
/// cov / var of the scaled ones: 1 swings like the portfolio, below 0 swings against it. Weighted
/// with the accounts' shares of the mean the betas add up to 1. The definition is our own, after the
/// idea of Tarasi, Bolton, Hutt and Walker (2011).
///
/// *Too few data* Everything is nil below eight months or where the portfolio never swings; a beta
/// is nil, too, for an account whose mean is not positive.
public struct PortfolioRisk: Sendable, Equatable {
  /// Below how many months nothing is said.
  public static let fewestMonths = 8

  /// How many months were compared.
  public var monthCount: Int
  /// How many accounts have all of them.
  public var count: Int
  /// How many accounts were left out for lack of rows or of a cell.
  public var leftOut: Int
  /// Sample standard deviation over mean of the portfolio's months; nil where the mean is not
  /// positive.
  public var volatility: Double?
  /// One minus the portfolio's volatility over the accounts' own, weighted by share: how much of
  /// the swings cancels out, 0 to 1.
  public var diversification: Double?
  /// Per account its beta.
  public var betas: [Double?]
  /// Per account its contribution to the portfolio's variance.
  public var contributions: [Double?]

  /// The risk of `accountCount` accounts.
  ///
  /// - Complexity: O(accounts * months)
  package init(_ windows: ValueWindows?, accountCount: Int) {
    betas = Array(repeating: nil, count: accountCount)
    contributions = betas
    monthCount = windows?.monthCount ?? 0
    (count, leftOut) = (0, accountCount)
    guard let windows, monthCount >= Self.fewestMonths else { return }
    var months = [Double](repeating: 0, count: monthCount)
    var total = months
    for row in 0..<accountCount where windows.read(row, into: &months) {
      count += 1
      for month in months.indices { total[month] += months[month] }
    }
    leftOut = accountCount - count
    let portfolio = Deviations(total)
    guard portfolio.squares > 0 else { return }
    var ownVolatility = 0.0
    for row in 0..<accountCount where windows.read(row, into: &months) {
      let account = Deviations(months)
      let contribution = account.products(with: portfolio) / portfolio.squares
      contributions[row] = contribution
      ownVolatility += account.squares.squareRoot()
      guard account.mean > 0, portfolio.mean > 0 else { continue }
      betas[row] = contribution * portfolio.mean / account.mean
    }
    guard portfolio.mean > 0 else { return }
    volatility = (portfolio.squares / Double(monthCount - 1)).squareRoot() / portfolio.mean
    if ownVolatility > 0 { diversification = 1 - portfolio.squares.squareRoot() / ownVolatility }
  }
}

/// A series with its distances from the mean.
private struct Deviations {
  let mean: Double
  let squares: Double
  private let distances: [Double]

  init(_ numbers: [Double]) {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    distances = numbers.map { $0 - mean }
    squares = distances.reduce(0) { $0 + $1 * $1 }
    self.mean = mean
  }

  func products(with other: Deviations) -> Double {
    zip(distances, other.distances).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
