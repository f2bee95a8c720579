// SPDX-License-Identifier: Apache-2.0
public import Accounts
import Statistics

/// One line of `okr_cycles.csv`: a cycle over all accounts.
public struct CycleOverview: Sendable, Equatable {
  /// The cycle.
  public var cycle: String
  /// Its first day.
  public var start: CalendarDate?
  /// Its last day.
  public var end: CalendarDate?
  /// Its stated status.
  public var status: Cycle.Status?
  /// Accounts with objectives in it.
  public var accounts = 0
  /// Their objectives.
  public var objectives = 0
  /// Their key results.
  public var keyResults = 0
  /// Key results with progress.
  public var withData = 0
  /// Those that are a success.
  public var hits = 0
  /// The share of successes among those with progress.
  public var hitRate: Double?
  /// Its 95 % interval (Wilson 1927).
  public var hitRateInterval: ClosedRange<Double>?
  /// The mean progress of key results, capped to 0 and 1.
  public var meanProgress: Double?
  /// The share of key results that are reached wholly.
  public var fullyAchievedRate: Double?
  /// What the mean says about the goals.
  package var ambition: ProgressSummary.Ambition?
  /// Key results by zone: fail, commit, target, stretch.
  public var zones = [Int](repeating: 0, count: Zone.allCases.count)
  /// Accounts with an attainment.
  public var accountsWithData = 0
  /// Their mean attainment, all equal.
  public var attainment: Double?
  /// Weighted by revenue.
  public var attainmentByRevenue: Double?
  /// Weighted by potential.
  public var attainmentByPotential: Double?

  /// What an account weighs in the portfolio.
  package struct Weight: Sendable {
    /// Its revenue.
    package var revenue: Double?
    /// Its potential.
    package var potential: Double?

    /// A weight; both nil where they are not known.
    package init(revenue: Double? = nil, potential: Double? = nil) {
      self.revenue = revenue
      self.potential = potential
    }
  }

  /// Sums up `figures` cycle by cycle, by id of the cycle.
  ///
  /// `weight` is asked with an account and its row in the directory, where it has one.
  /// - Complexity: O(n log n) in the key results
  package static func rows(
    of sheet: OKRSheet,
    _ figures: OKRFigures,
    profile: RuleProfile,
    weight: (_ account: String, _ row: Int?) -> Weight
  ) -> [CycleOverview] {
    let numbers = sheet.objectives.cycles
    let cycleOfKeyResult = sheet.keyResults.objectives.map {
      $0 < 0 ? -1 : numbers.numbers[Int($0)]
    }
    let keyResults = Groups(cycleOfKeyResult, count: numbers.texts.count)
    let numberOfCycle = Dictionary(
      uniqueKeysWithValues: numbers.texts.enumerated().map { ($1, $0) }
    )
    let accounts = AccountSums.ofCycles(figures.accounts, weight: weight)
    var cycles: [String: Cycle] = [:]
    for cycle in sheet.cycles where cycles[cycle.id] == nil { cycles[cycle.id] = cycle }
    let withAccounts = numbers.texts.indices.filter { accounts[$0].accounts > 0 }
    let ids = Set(cycles.keys).union(withAccounts.map { numbers.texts[$0] })
      .sorted { $0.isBytewiseLess(than: $1) }
    return ids.map { id in
      var row = CycleOverview(cycle: id)
      row.start = cycles[id]?.start
      row.end = cycles[id]?.end
      row.status = cycles[id]?.status
      if let number = numberOfCycle[id] {
        row.add(keyResults[number], of: figures.keyResults, profile: profile)
        row.add(accounts[number])
      }
      return row
    }
  }

  private mutating func add(
    _ members: ArraySlice<Int32>,
    of rows: OKRKeyResultRows,
    profile: RuleProfile
  ) {
    keyResults = members.count
    let summary = ProgressSummary(
      members.map { rows.progress(at: Int($0)) },
      success: profile.success
    )
    withData = summary.count
    hits = members.count { rows.isHit(at: Int($0)) == true }
    meanProgress = summary.mean
    fullyAchievedRate = summary.fullyAchievedRate
    ambition = summary.ambition
    let all = Zone.allCases
    for member in members {
      guard let progress = rows.progressRaw(at: Int(member)) else { continue }
      let zone = Zone(progress: progress)
      if let index = all.firstIndex(of: zone) { zones[index] += 1 }
    }
    guard withData > 0 else { return }
    let rate = HitRate(hits: hits, trials: withData, a: 1, b: 1)
    hitRate = rate?.raw
    hitRateInterval = rate?.wilson95
  }

  private mutating func add(_ sums: AccountSums) {
    accounts = sums.accounts
    objectives = sums.objectives
    accountsWithData = sums.accountsWithData
    attainment = sums.attainment.equal.value
    attainmentByRevenue = sums.attainment.byRevenue.value
    attainmentByPotential = sums.attainment.byPotential.value
  }
}

/// What the accounts of a cycle add up to.
private struct AccountSums {
  var accounts = 0
  var objectives = 0
  var accountsWithData = 0
  var attainment = PortfolioAttainment.Sums()

  /// The sums of each cycle, by its number, of rows by account; each account is weighed once.
  static func ofCycles(
    _ rows: OKRAccountRows,
    weight: (_ account: String, _ row: Int?) -> CycleOverview.Weight
  ) -> [AccountSums] {
    var sums = rows.cycleTexts.map { _ in AccountSums() }
    var (account, own) = (-1, CycleOverview.Weight())
    for index in rows.indices {
      if rows.accountNumber(at: index) != account {
        account = rows.accountNumber(at: index)
        own = weight(rows.account(at: index), rows.directoryRow(at: index))
      }
      sums[rows.cycleNumber(at: index)].add(index, of: rows, own)
    }
    return sums
  }

  private mutating func add(_ index: Int, of rows: OKRAccountRows, _ weight: CycleOverview.Weight) {
    let reached = rows.attainment(at: index)
    accounts += 1
    objectives += rows.objectives(at: index)
    if reached != nil { accountsWithData += 1 }
    attainment.add(
      reached,
      revenue: weight.revenue.map { max(0, $0) },
      potential: weight.potential.map { max(0, $0) }
    )
  }
}
