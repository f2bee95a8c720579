// SPDX-License-Identifier: Apache-2.0
package import Accounts
import Statistics

/// One line of `okr_forecasts.csv`: where an account is heading in a running cycle.
///
/// *Definition* `f · pace + (1 - f) · prior`, with `f` the share of the cycle that is over, `pace`
/// the attainment over `f`, and `prior` the account's mean attainment in closed cycles, else that of
/// all accounts. So early in a cycle history speaks, late what is there.
public struct AccountForecast: Sendable, Equatable {
  /// Whose closed cycles the prior comes from.
  public enum Prior: String, Sendable, CaseIterable {
    case account
    case all
  }

  /// Why there is no forecast.
  public enum Reason: String, Sendable, CaseIterable {
    /// No key result has progress.
    case noData = "no_data"
    /// The cycle has only begun.
    case tooEarly = "too_early"
    /// The account has no closed cycle, and all accounts together too few.
    case tooFewData = "too_few_data"
  }

  /// The account.
  public var account: String
  /// The running cycle.
  public var cycle: String
  /// The share of the cycle that is over.
  public var elapsed: Double
  /// What is attained so far.
  public var attainment: Double?
  /// The attainment over the share; nil before the grace share.
  public var pace: Double?
  /// The mean attainment of closed cycles.
  public var prior: Double?
  /// Whose cycles these are.
  public var priorOf: Prior?
  /// How many account-cycles these are.
  public var priorCount = 0
  /// The forecast; nil with its reason.
  public var forecast: Double?
  /// Why there is no forecast.
  public var reason: Reason?

  /// The forecasts on `day` of all accounts in running cycles, by account, then cycle.
  ///
  /// - Complexity: O(n) in `accounts`
  package static func rows(
    _ accounts: [OKRAccountRow],
    cycles: [Cycle],
    on day: CalendarDate,
    profile: RuleProfile
  ) -> [AccountForecast] {
    let known = Dictionary(cycles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var closed: [String: Mean] = [:]
    var all = Mean()
    for row in accounts where known[row.cycle]?.isClosed(on: day) == true {
      guard let value = row.attainment else { continue }
      closed[row.account, default: Mean()].add(value)
      all.add(value)
    }
    let isEnough =
      all.count >= profile.minAccountCycles && closed.count >= profile.minAccounts
    return accounts.compactMap { row in
      guard let cycle = known[row.cycle], let days = cycle.days, days.start <= day,
        !cycle.isClosed(on: day)
      else { return nil }
      let elapsed = Pace.Span(start: days.start, end: days.end).elapsed(on: day)
      var result = AccountForecast(account: row.account, cycle: row.cycle, elapsed: elapsed)
      if let own = closed[row.account] {
        result.take(own, of: .account)
      } else if isEnough {
        result.take(all, of: .all)
      }
      result.look(ahead: row.attainment, grace: profile.grace)
      return result
    }
  }

  private mutating func take(_ mean: Mean, of whose: Prior) {
    prior = mean.value
    priorOf = whose
    priorCount = mean.count
  }

  private mutating func look(ahead attained: Double?, grace: Double) {
    attainment = attained
    guard let attained else {
      reason = .noData
      return
    }
    // On the last day history weighs nothing, so that none is needed.
    let history = prior ?? (elapsed == 1 ? 0 : nil)
    let found = Forecast(elapsed: [elapsed], progress: [attained], prior: history, grace: grace)
    pace = found.pace
    forecast = found.shrunk
    if forecast == nil { reason = pace == nil ? .tooEarly : .tooFewData }
  }

  /// A mean that grows.
  private struct Mean {
    var sum = 0.0
    var count = 0
    var value: Double { sum / Double(count) }

    mutating func add(_ value: Double) {
      sum += value
      count += 1
    }
  }
}
