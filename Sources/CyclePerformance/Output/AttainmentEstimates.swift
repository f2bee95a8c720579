// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The rows of `okr_estimates.csv`, by account, column by column.
///
/// A row is put together when it is asked for; tables ask for the columns they print.
public struct AttainmentEstimates: Sendable, Equatable, RandomAccessCollection {
  /// The figures of a row; no number is stored as not a number.
  private struct Figures: Sendable {
    var cycles: Int32
    var keyResults: Int32
    var hits: Int32
    /// The number of its hit rate.
    var rate: Int32
    var mean: Double
  }

  /// Why there are no estimates.
  package private(set) var reason: String?
  /// Why there are none by James and Stein.
  package private(set) var jamesSteinReason: String?
  private var accounts: [String] = []
  private var rows: [Figures] = []
  private var rates: [HitRate?] = []
  private var effects: RandomEffects?
  /// How a mean is drawn, by the number of its cycles.
  private var shares: [RandomEffects.Share] = []
  private var shrunk: [Double] = []

  /// No rows.
  package init() {}

  /// Estimates for all accounts with an attainment, by account.
  ///
  /// - Complexity: O(n) in the rows
  package init(_ figures: OKRFigures) {
    let record = AttainmentRecord(figures)
    accounts = record.accounts
    addRows(record, Self.hitCounts(of: figures))
    do {
      let effects = try RandomEffects(record.values)
      let most = rows.lazy.map(\.cycles).max() ?? 0
      shares = (0...Int(most)).map { effects.share(ofSize: $0) }
      self.effects = effects
    } catch {
      reason = error.rawValue
    }
    let equal = EqualCycleShrinkage(figures.accounts)
    (shrunk, jamesSteinReason) = (equal.shrunk, equal.reason)
  }

  private mutating func addRows(_ record: AttainmentRecord, _ counts: [HitCount]) {
    // The quantiles are the costly part, and few counts differ.
    var numbers: [HitCount: Int32] = [:]
    // Counts lie all over the memory, and come together when nothing else is done.
    let counts = record.groups.map { counts[Int($0)] }
    rows = counts.indices.map { index in
      let count = counts[index]
      let number = numbers[count] ?? Int32(rates.count)
      if number == rates.count {
        rates.append(HitRate(hits: Int(count.hits), trials: Int(count.trials), a: 1, b: 1))
        numbers[count] = number
      }
      return Figures(
        cycles: Int32(record.values[index].count),
        keyResults: count.trials,
        hits: count.hits,
        rate: number,
        mean: record.values.mean(of: index)
      )
    }
  }

  /// Key results with progress, and the successes among them.
  private struct HitCount: Hashable {
    var hits: Int32 = 0
    var trials: Int32 = 0
  }

  /// The counts of each account, by its number in the sheet.
  private static func hitCounts(of figures: OKRFigures) -> [HitCount] {
    let groups = figures.sheet.objectives.groups
    var counts = [HitCount](repeating: HitCount(), count: groups.texts.count)
    for index in figures.keyResults.indices {
      guard let isHit = figures.keyResults.isHit(at: index),
        let objective = figures.sheet.keyResults.objective(of: index)
      else { continue }
      let group = Int(groups.numbers[objective])
      counts[group].trials += 1
      if isHit { counts[group].hits += 1 }
    }
    return counts
  }
}

// MARK: - Rows

extension AttainmentEstimates {
  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { rows.count }

  /// The row at `index`.
  public subscript(index: Int) -> AttainmentEstimate {
    AttainmentEstimate(
      account: account(at: index),
      cycles: cycles(at: index),
      mean: mean(at: index),
      estimate: estimate(at: index),
      standardError: standardError(at: index),
      pull: pull(at: index),
      keyResults: keyResults(at: index),
      hits: hits(at: index),
      hitRate: hitRate(at: index),
      hitRateInterval: hitRateInterval(at: index),
      reason: reason,
      jamesStein: jamesStein(at: index),
      jamesSteinReason: jamesSteinReason
    )
  }

  /// Whether both hold the same rows.
  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

  /// The account of a row.
  package func account(at index: Int) -> String { accounts[index] }
  /// Its cycles with an attainment.
  package func cycles(at index: Int) -> Int { Int(rows[index].cycles) }
  /// Its mean attainment.
  package func mean(at index: Int) -> Double { rows[index].mean }
  /// The estimate.
  package func estimate(at index: Int) -> Double? {
    guard let effects, let share = share(at: index) else { return nil }
    return Self.number(effects.estimate(rows[index].mean, share))
  }
  /// The estimate's standard error.
  package func standardError(at index: Int) -> Double? {
    share(at: index).flatMap { Self.number($0.standardError) }
  }
  /// The share of the common mean in the estimate.
  package func pull(at index: Int) -> Double? { share(at: index).flatMap { Self.number($0.pull) } }
  /// Its key results with progress.
  package func keyResults(at index: Int) -> Int { Int(rows[index].keyResults) }
  /// Those that are a success.
  package func hits(at index: Int) -> Int { Int(rows[index].hits) }
  /// The estimated hit rate.
  package func hitRate(at index: Int) -> Double? { rates[Int(rows[index].rate)]?.mean }
  /// Its 80 % interval.
  package func hitRateInterval(at index: Int) -> ClosedRange<Double>? {
    rates[Int(rows[index].rate)]?.interval80
  }
  /// The mean drawn together by James and Stein.
  package func jamesStein(at index: Int) -> Double? { shrunk.isEmpty ? nil : shrunk[index] }

  private func share(at index: Int) -> RandomEffects.Share? {
    shares.isEmpty ? nil : shares[Int(rows[index].cycles)]
  }

  private static func number(_ value: Double) -> Double? { value.isNaN ? nil : value }
}

/// What each account attained, cycle by cycle, in the order of their ids.
private struct AttainmentRecord {
  /// The accounts with an attainment.
  private(set) var accounts: [String] = []
  /// The number of each in the sheet.
  private(set) var groups: [Int32] = []
  /// What each attained.
  private(set) var values = GroupedValues()

  init(_ figures: OKRFigures) {
    let all = figures.accounts
    let count = all.indices.count { all.attainment(at: $0) != nil }
    let most = min(count, all.accountTexts.count)
    accounts.reserveCapacity(most)
    groups.reserveCapacity(most)
    values.reserveCapacity(groups: most, values: count)
    for index in all.indices {
      guard let attainment = all.attainment(at: index) else { continue }
      let group = Int32(all.group(at: index))
      if groups.last != group {
        accounts.append(all.account(at: index))
        groups.append(group)
        values.startGroup()
      }
      values.append(attainment)
    }
  }
}
