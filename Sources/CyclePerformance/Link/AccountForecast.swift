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

  /// The forecasts on `day` of all accounts in running cycles, by account, then cycle, as
  /// `accounts` stand.
  ///
  /// - Complexity: O(n) in `accounts`, nothing where no cycle is running
  package static func rows(
    _ accounts: some Sequence<OKRAccountRow>,
    cycles: [Cycle],
    on day: CalendarDate,
    profile: RuleProfile
  ) -> [AccountForecast] {
    let closed = Set(cycles.filter { $0.isClosed(on: day) }.map(\.id))
    var elapsed: [String: Double] = [:]
    for cycle in cycles where !closed.contains(cycle.id) {
      guard let days = cycle.days, days.start <= day else { continue }
      elapsed[cycle.id] = Pace.Span(start: days.start, end: days.end).elapsed(on: day)
    }
    guard !elapsed.isEmpty else { return [] }
    var found = Collected()
    var account: String?
    for row in accounts {
      if row.account != account { found.endAccount() }
      account = row.account
      if closed.contains(row.cycle) {
        if let value = row.attainment { found.own.add(value) }
      } else if let share = elapsed[row.cycle] {
        var forecast = AccountForecast(account: row.account, cycle: row.cycle, elapsed: share)
        forecast.attainment = row.attainment
        found.rows.append(forecast)
      }
    }
    found.endAccount()
    return found.looking(ahead: profile)
  }

  private mutating func take(_ mean: Mean, of whose: Prior) {
    prior = mean.value
    priorOf = whose
    priorCount = mean.count
  }

  private mutating func look(grace: Double) {
    guard let attainment else {
      reason = .noData
      return
    }
    // On the last day history weighs nothing, so that none is needed.
    let history = prior ?? (elapsed == 1 ? 0 : nil)
    let found = Forecast(elapsed: [elapsed], progress: [attainment], prior: history, grace: grace)
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

  /// Forecasts account after account, and what was attained in closed cycles.
  private struct Collected {
    var rows: [AccountForecast] = []
    /// The current account's closed cycles.
    var own = Mean()
    private var all = Mean()
    private var accounts = 0
    private var first = 0

    /// Gives the forecasts of the account that ends its own history.
    mutating func endAccount() {
      if own.count > 0 {
        accounts += 1
        all.sum += own.sum
        all.count += own.count
        for index in first..<rows.count { rows[index].take(own, of: .account) }
      }
      own = Mean()
      first = rows.count
    }

    /// The forecasts; accounts without history take that of all, where there is enough.
    func looking(ahead profile: RuleProfile) -> [AccountForecast] {
      let isEnough = all.count >= profile.minAccountCycles && accounts >= profile.minAccounts
      return rows.map { row in
        var row = row
        if row.prior == nil, isEnough { row.take(all, of: .all) }
        row.look(grace: profile.grace)
        return row
      }
    }
  }
}
