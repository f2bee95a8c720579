// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

/// Whether the score before a cycle relates to what was attained in it.
///
/// Rows without a score or an attainment take no part. Below the minimum of ``RuleProfile`` every
/// coefficient is missing with its reason, and the rows themselves are all there is to see. Where
/// only selected accounts have OKRs, a correlation understates the true one (range restriction).
package struct LinkStatistics: Sendable, Equatable {
  /// The figures, in a fixed order.
  package let figures: [Estimate]

  /// Rows beyond which the influence of single accounts is not computed.
  package static let mostForInfluence = 2_000

  /// Relates score and attainment of `rows`.
  ///
  /// - Complexity: O(n log n), times the accounts up to ``mostForInfluence`` rows
  package init(_ rows: [LinkRow], profile: RuleProfile) {
    let sample = LinkedRows(rows.filter(\.isUsableForRegression), profile)
    let selected = LinkedRows(sample.rows.filter { $0.isSelected == true }, profile)
    figures =
      [sample.estimate("account_cycles", Double(sample.rows.count))]
      + sample.rankFigures + [selected.spearman("spearman_selected_only")] + sample.lineFigures
      + sample.armFigures
  }
}

// MARK: - Rows with both

/// The rows that have score and attainment.
private struct LinkedRows {
  let rows: [LinkRow]
  let scores: [Double]
  let attained: [Double]
  let accounts: [String]
  let isEnough: Bool
  /// The correlation without each account in turn; nil where the rest is constant.
  let withoutEachAccount: [Double?]

  init(_ rows: [LinkRow], _ profile: RuleProfile) {
    self.rows = rows
    scores = rows.map { $0.score ?? 0 }
    attained = rows.map { $0.attainment ?? 0 }
    accounts = Set(rows.map(\.account)).sorted { $0.isBytewiseLess(than: $1) }
    isEnough = rows.count >= profile.minAccountCycles && accounts.count >= profile.minAccounts
    withoutEachAccount =
      isEnough && rows.count <= LinkStatistics.mostForInfluence
      ? Self.correlations(rows, scores, attained, without: accounts) : []
  }

  func estimate(_ figure: String, _ value: Double? = nil) -> Estimate {
    Estimate(figure, value, count: rows.count, accounts: accounts.count)
  }

  func missing(_ figure: String, _ reason: Estimate.Reason) -> Estimate {
    var result = estimate(figure)
    result.reason = reason
    return result
  }
}

// MARK: - Ranks

extension LinkedRows {
  /// Spearman and Kendall, and the account that decides most.
  fileprivate var rankFigures: [Estimate] {
    guard isEnough else {
      return ["spearman", "kendall_tau_b", "spearman_without_most_influential"].map {
        missing($0, .tooFewData)
      }
    }
    var kendall = estimate("kendall_tau_b", Correlation.kendallTauB(scores, attained))
    if kendall.value == nil { kendall.reason = .constantInput }
    return [spearman("spearman"), kendall, influence]
  }

  /// Spearman with the jackknife's interval, by account where there are not too many.
  fileprivate func spearman(_ figure: String) -> Estimate {
    guard isEnough else { return missing(figure, .tooFewData) }
    guard let value = Correlation.spearman(scores, attained) else {
      return missing(figure, .constantInput)
    }
    let without = withoutEachAccount.compactMap { $0 }
    var result = estimate(figure, value)
    result.probability = probability(of: value)
    guard without.count == accounts.count, let quantile = Distribution.normalQuantile(0.975) else {
      return result
    }
    let n = Double(without.count)
    let mean = without.reduce(0, +) / n
    let squares = without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    result = result.spread(by: ((n - 1) / n * squares).squareRoot(), quantile: quantile)
    result.low = result.low.map { max(-1, $0) }
    result.high = result.high.map { min(1, $0) }
    return result
  }

  private func probability(of rho: Double) -> Double {
    if rows.count <= 7, let relation = try? RankRelation(scores, attained),
      let exact = relation.exactProbability
    {
      return exact
    }
    let rest = 1 - rho * rho
    let freedom = Double(rows.count - 2)
    guard rest > 0 else { return 0 }
    let t = rho * (freedom / rest).squareRoot()
    return Distribution.studentTwoSided(t, degreesOfFreedom: freedom)
  }

  /// The correlation without the account whose absence moves it most.
  private var influence: Estimate {
    let figure = "spearman_without_most_influential"
    guard let whole = Correlation.spearman(scores, attained) else {
      return missing(figure, .constantInput)
    }
    var best: (account: String, value: Double)?
    for (account, value) in zip(accounts, withoutEachAccount) {
      guard let value else { continue }
      if abs(value - whole) > best.map({ abs($0.value - whole) }) ?? -1 { best = (account, value) }
    }
    var result = estimate(figure, best?.value)
    result.account = best?.account
    return result
  }

  fileprivate static func correlations(
    _ rows: [LinkRow],
    _ scores: [Double],
    _ attained: [Double],
    without accounts: [String]
  ) -> [Double?] {
    accounts.map { account in
      let kept = rows.indices.filter { rows[$0].account != account }
      guard kept.count >= 3 else { return nil }
      return Correlation.spearman(kept.map { scores[$0] }, kept.map { attained[$0] })
    }
  }
}

// MARK: - A line

extension LinkedRows {
  private static let lineNames = [
    "slope_classical", "slope_hc1", "slope_hc3", "slope_by_account", "intercept", "r_squared",
  ]

  /// Attainment on score by least squares: one slope, four standard errors.
  fileprivate var lineFigures: [Estimate] {
    guard isEnough else { return Self.lineNames.map { missing($0, .tooFewData) } }
    let line: LinearRegression
    do {
      line = try LinearRegression(scores.map { [$0] }, attained, groups: rows.map(\.account))
    } catch {
      return Self.lineNames.map { missing($0, error.estimateReason) }
    }
    let freedom = line.degreesOfFreedom
    var byAccount = coefficient(
      "slope_by_account",
      line,
      line.clustered?.errors,
      freedom: Double(accounts.count - 1)
    )
    if accounts.count < 10 { byAccount.reason = .fewAccounts }
    var share = estimate("r_squared", line.rSquared)
    if line.rSquared == nil { share.reason = .constantInput }
    return [
      coefficient("slope_classical", line, line.errors, freedom: freedom),
      coefficient("slope_hc1", line, line.errorsHC1, freedom: freedom),
      coefficient("slope_hc3", line, line.errorsHC3, freedom: freedom), byAccount,
      estimate("intercept", line.coefficients[0]).spread(
        by: line.errors[0],
        quantile: Distribution.studentQuantile(0.975, degreesOfFreedom: freedom)
      ), share,
    ]
  }

  private func coefficient(
    _ figure: String,
    _ line: LinearRegression,
    _ errors: [Double]?,
    freedom: Double
  ) -> Estimate {
    var result = estimate(figure, line.coefficients[1])
    guard let errors else { return result }
    result = result.spread(
      by: errors[1],
      quantile: Distribution.studentQuantile(0.975, degreesOfFreedom: freedom)
    )
    result.probability = line.tValue(1, errors: errors).map {
      Distribution.studentTwoSided($0, degreesOfFreedom: freedom)
    }
    return result
  }
}

// MARK: - Selected and others

extension LinkedRows {
  /// What selected and other accounts attained, and the difference that could be seen at all.
  fileprivate var armFigures: [Estimate] {
    let selected = rows.indices.filter { rows[$0].isSelected == true }
    let others = rows.indices.filter { rows[$0].isSelected == false }
    let means = [
      mean("mean_attainment_selected", of: selected), mean("mean_attainment_other", of: others),
    ]
    guard isEnough, selected.count >= 2, others.count >= 2 else {
      return means + [
        missing("detectable_difference", isEnough ? .tooFewInArm : .tooFewData)
      ]
    }
    let freedom = Double(selected.count + others.count - 2)
    let squares = [selected, others].reduce(0.0) { sum, arm in
      let values = arm.map { attained[$0] }
      return sum + Sample.variance(values) * Double(values.count - 1)
    }
    let detectable = DetectableDifference(
      treated: selected.count,
      control: others.count,
      deviation: (squares / freedom).squareRoot(),
      alpha: 0.05,
      power: 0.8
    )
    return means + [estimate("detectable_difference", detectable?.difference)]
  }

  private func mean(_ figure: String, of arm: [Int]) -> Estimate {
    let values = arm.map { attained[$0] }
    let known = Set(arm.map { rows[$0].account }).count
    var result = Estimate(
      figure,
      values.isEmpty ? nil : values.reduce(0, +) / Double(values.count),
      count: values.count,
      accounts: known
    )
    if values.isEmpty { result.reason = .tooFewData }
    return result
  }
}
