// SPDX-License-Identifier: Apache-2.0
import Statistics

/// How much more the accounts with OKRs changed than the others.
///
/// It says that OKRs and change go together, not that one causes the other: accounts are chosen, and
/// who starts high tends to fall back (regression to the mean), which the analysis of covariance on
/// the level before makes visible.
package struct DifferenceInDifferences: Sendable {
  /// One account before and after.
  package struct Row: Sendable, Equatable {
    /// The account.
    package var account: String
    /// Whether it has OKRs.
    package var hasOKR: Bool
    /// The figure before.
    package var before: Double
    /// The figure after.
    package var after: Double
    /// What accounts are matched by.
    package var covariates: [Double]

    /// An account with its figures.
    package init(
      account: String,
      hasOKR: Bool,
      before: Double,
      after: Double,
      covariates: [Double] = []
    ) {
      self.account = account
      self.hasOKR = hasOKR
      self.before = before
      self.after = after
      self.covariates = covariates
    }

    var change: Double { after - before }
  }

  /// One arm has fewer than two accounts.
  package struct TooFewRows: Error, Equatable, Sendable {
    /// Accounts with OKRs.
    package var treated: Int
    /// Accounts without.
    package var control: Int

    /// Throws for arms of `rows` that are too small.
    static func check(_ rows: [Row]) throws(TooFewRows) {
      let treated = rows.count { $0.hasOKR }
      let control = rows.count - treated
      guard treated >= 2, control >= 2 else {
        throw TooFewRows(treated: treated, control: control)
      }
    }
  }

  /// The most accounts for which all splits are tried.
  package static let mostForAllSplits = 12

  /// How many accounts have OKRs.
  package let treatedCount: Int
  /// How many have none.
  package let controlCount: Int
  /// The means with OKRs before and after, then without.
  package let means: (okrBefore: Double, okrAfter: Double, otherBefore: Double, otherAfter: Double)
  /// The difference of the mean changes.
  package let difference: Double
  /// Its standard error for equal variances.
  package let error: Double?
  /// Its standard error HC1.
  package let errorHC1: Double?
  /// Its standard error after Welch (1947).
  package let errorWelch: Double
  /// The difference after, at the same level before; nil where that cannot be told.
  package let adjusted: Double?
  /// Its standard error HC1.
  package let adjustedErrorHC1: Double?
  /// The share of all splits into arms of this size that differ at least as much; nil over twelve
  /// accounts.
  package let permutationProbability: Double?

  /// Compares the arms of `rows`.
  package init(_ rows: [Row]) throws(TooFewRows) {
    try TooFewRows.check(rows)
    let (okr, other) = (rows.filter(\.hasOKR), rows.filter { !$0.hasOKR })
    treatedCount = okr.count
    controlCount = other.count
    means = (
      Sample.mean(okr.map(\.before)), Sample.mean(okr.map(\.after)),
      Sample.mean(other.map(\.before)), Sample.mean(other.map(\.after))
    )
    difference = (means.okrAfter - means.okrBefore) - (means.otherAfter - means.otherBefore)
    errorWelch =
      (Sample.variance(okr.map(\.change)) / Double(okr.count)
      + Sample.variance(other.map(\.change)) / Double(other.count)).squareRoot()
    let flags = rows.map { $0.hasOKR ? 1.0 : 0.0 }
    let change = try? LinearRegression(flags.map { [$0] }, rows.map(\.change))
    error = change?.errors[1]
    errorHC1 = change?.errorsHC1?[1]
    let level = try? LinearRegression(
      zip(flags, rows).map { [$0, $1.before] },
      rows.map(\.after)
    )
    adjusted = level?.coefficients[1]
    adjustedErrorHC1 = level?.errorsHC1?[1]
    permutationProbability = Self.probability(
      rows.map(\.change),
      treated: okr.count,
      observed: abs(difference)
    )
  }

  /// Tries every choice of `treated` of the changes.
  private static func probability(
    _ changes: [Double],
    treated: Int,
    observed: Double
  ) -> Double? {
    guard changes.count <= mostForAllSplits else { return nil }
    let total = changes.reduce(0, +)
    let control = changes.count - treated
    let limit = observed - 1e-12 * max(1, observed)
    var (extreme, all) = (0, 0)
    for choice in 0..<(1 << changes.count) where choice.nonzeroBitCount == treated {
      var sum = 0.0
      for index in changes.indices where choice >> index & 1 == 1 { sum += changes[index] }
      let difference = sum / Double(treated) - (total - sum) / Double(control)
      all += 1
      if abs(difference) >= limit { extreme += 1 }
    }
    return Double(extreme) / Double(all)
  }
}
