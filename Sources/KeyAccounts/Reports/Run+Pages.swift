// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
package import Reporting

extension Run {
  /// The pages for people: an account plan per account with OKRs, the cycle review, the effect, and
  /// the lint report; none without OKRs.
  package var pages: [MarkdownPage] {
    guard let cycles else { return [] }
    let language = programme.header.language ?? .english
    let book = cycles.plans
    let plans = book.accounts.map { AccountPlanPage(of: $0, in: book, language).page }
    let review = CycleReviewPage(
      .init(
        sheet: cycles.sheet,
        overview: cycles.overview,
        health: cycles.health,
        forecasts: cycles.forecasts,
        names: names(of: cycles.sheet.reviews.map(\.account) + cycles.forecasts.map(\.account))
      ),
      language
    )
    let effect = EffectPage(
      .init(
        classes: cycles.classCounts,
        link: cycles.link,
        statistics: cycles.statistics,
        criteria: cycles.criteria,
        areCriteriaBacktested: cycles.areCriteriaBacktested,
        effect: cycles.effect,
        backtest: cycles.backtest
      ),
      language
    )
    let meanings = Dictionary(
      FindingCatalogue.all.map { ($0.code, $0.meaning) },
      uniquingKeysWith: { first, _ in first }
    )
    let lint = LintPage(findings, meanings: meanings, language)
    return plans + [review.page, effect.page, lint.page]
  }

  /// The names of those of some accounts that have one.
  private func names(of accounts: [String]) -> [String: String] {
    var names: [String: String] = [:]
    for account in accounts {
      guard let row = self.accounts.row(of: account) else { continue }
      names[account] = self.accounts.names[row].isEmpty ? nil : self.accounts.names[row]
    }
    return names
  }

  /// The accounts that have a name.
  package var accountNames: [String: String] {
    Dictionary(
      zip(accounts.ids, accounts.names).filter { !$0.1.isEmpty },
      uniquingKeysWith: { first, _ in first }
    )
  }
}
