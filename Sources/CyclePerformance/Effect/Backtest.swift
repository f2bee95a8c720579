// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

/// Whether a score would have picked the accounts that attained later.
///
/// Accounts without attainment are left out first: what they would have attained is unknown.
package struct Backtest: Sendable, Equatable {
  /// One account with its score before and its attainment after.
  package struct Row: Sendable {
    /// The account.
    package var account: String
    /// The score.
    package var score: Double
    /// What it attained, nil where that is unknown.
    package var attainment: Double?

    /// An account with score and attainment.
    package init(account: String, score: Double, attainment: Double?) {
      self.account = account
      self.score = score
      self.attainment = attainment
    }
  }

  /// How many accounts have an attainment.
  package let count: Int
  /// The accounts picked: the best by score, ties by id.
  package private(set) var selected: [String] = []
  /// The share of successes among those picked.
  package private(set) var precision: Double?
  /// The share of all successes that were picked; nil without a success.
  package private(set) var recall: Double?
  /// The share of successes among all accounts.
  package private(set) var baseRate: Double?
  /// Precision over base rate; nil without a success.
  package private(set) var lift: Double?
  /// How often a success scores above a failure, ties half; nil without either.
  package private(set) var auc: Double?
  /// The mean attainment of those picked.
  package private(set) var meanSelected: Double?
  /// The mean attainment of the others; nil without any.
  package private(set) var meanRest: Double?
  /// How much better the best by attainment did than those picked.
  package private(set) var regret: Double?
  /// The probability of at least as many successes by chance (hypergeometric).
  package private(set) var chance: Double?

  /// Picks the `k` best of `rows`; an attainment from `success` on is a success.
  ///
  /// - Complexity: O(n log n)
  package init(_ rows: [Row], k: Int, success: Double) {
    let known = rows.compactMap { row in
      row.attainment.map { (account: row.account, score: row.score, attainment: $0) }
    }.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.account.isBytewiseLess(than: $1.account)
    }
    count = known.count
    let picked = min(max(0, k), known.count)
    guard picked > 0 else { return }
    let isSuccess = known.map { Band.reaches($0.attainment, success) }
    let successes = isSuccess.count { $0 }
    let hits = isSuccess.prefix(picked).count { $0 }
    selected = known.prefix(picked).map(\.account)
    let share = Double(hits) / Double(picked)
    let base = Double(successes) / Double(known.count)
    precision = share
    baseRate = base
    if successes > 0 {
      recall = Double(hits) / Double(successes)
      lift = share / base
    }
    let attained = known.map(\.attainment)
    let mean = Self.mean(attained.prefix(picked))
    meanSelected = mean
    meanRest = picked < known.count ? Self.mean(attained.dropFirst(picked)) : nil
    regret = Self.mean(attained.sorted(by: >).prefix(picked)) - mean
    chance = Self.chance(of: hits, among: picked, successes: successes, total: known.count)
    auc = Self.auc(scores: known.map(\.score), isSuccess: isSuccess)
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// The area under the curve from the ranks of the successes; `scores` descend.
  private static func auc(scores: [Double], isSuccess: [Bool]) -> Double? {
    let successes = isSuccess.count { $0 }
    let failures = isSuccess.count - successes
    guard successes > 0, failures > 0 else { return nil }
    var failuresBelow = failures
    var wins = 0.0
    var start = 0
    while start < scores.count {
      var end = start
      while end < scores.count, scores[end] == scores[start] { end += 1 }
      let tied = isSuccess[start..<end].count { $0 }
      let tiedFailures = end - start - tied
      failuresBelow -= tiedFailures
      wins += Double(tied) * (Double(failuresBelow) + Double(tiedFailures) / 2)
      start = end
    }
    return wins / (Double(successes) * Double(failures))
  }

  /// `P(X >= hits)` when `drawn` of `total` accounts are drawn and `successes` are successes.
  private static func chance(of hits: Int, among drawn: Int, successes: Int, total: Int) -> Double {
    guard hits > 0 else { return 1 }
    var sum = 0.0
    for x in hits...max(hits, min(drawn, successes)) {
      sum += Distribution.hypergeometric(x, drawn: drawn, successes: successes, total: total)
    }
    return min(1, sum)
  }
}
