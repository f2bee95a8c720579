// SPDX-License-Identifier: Apache-2.0

/// The rows of `okr_health.csv`, in the order of those of `okr_accounts.csv`, beside which they are
/// kept.
///
/// A row is put together when it is asked for.
public struct ProcessHealthRows: Sendable, Equatable, RandomAccessCollection {
  /// What was counted for a row; -1 is nil.
  struct Counts: Sendable {
    var keyResults: Int32 = 0
    var reported: Int32 = 0
    var checkins: Int32 = 0
    var weeks: Int32 = -1
    var weeksWithCheckin: Int32 = -1
    var daysSinceCheckin: Int32 = -1
    var errors: Int32 = 0
    var warnings: Int32 = 0
    var hints: Int32 = 0
    var typed: Int32 = 0
    var typedDiffering: Int32 = 0
    var isReviewed: Bool?
  }

  private let accounts: OKRAccountRows
  private let counts: [Counts]

  /// The rows of `accounts`, of which each has its counts.
  init(of accounts: OKRAccountRows, _ counts: [Counts]) {
    self.accounts = accounts
    self.counts = counts
  }

  /// No rows.
  package init() { self.init(of: OKRAccountRows(), []) }

  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { counts.count }

  /// The row at `index`.
  public subscript(index: Int) -> ProcessHealth {
    let count = counts[index]
    var row = ProcessHealth(account: accounts.account(at: index), cycle: accounts.cycle(at: index))
    row.keyResults = Int(count.keyResults)
    row.reported = Int(count.reported)
    row.checkins = Int(count.checkins)
    row.weeks = Self.number(count.weeks)
    row.weeksWithCheckin = Self.number(count.weeksWithCheckin)
    row.daysSinceCheckin = Self.number(count.daysSinceCheckin)
    row.errors = Int(count.errors)
    row.warnings = Int(count.warnings)
    row.hints = Int(count.hints)
    row.typed = Int(count.typed)
    row.typedDiffering = Int(count.typedDiffering)
    row.isReviewed = count.isReviewed
    return row
  }

  /// What is counted, in the order of the columns.
  package enum Count: CaseIterable, Sendable {
    case keyResults, reported, checkins, weeks, weeksWithCheckin, daysSinceCheckin
    case errors, warnings, hints, typed, typedDiffering
  }

  /// The account of a row.
  package func account(at index: Int) -> String { accounts.account(at: index) }
  /// The cycle of a row.
  package func cycle(at index: Int) -> String { accounts.cycle(at: index) }
  /// The accounts of the rows, each once.
  package var accountTexts: [String] { accounts.accountTexts }
  /// The number of a row's account among these.
  package func accountNumber(at index: Int) -> Int { accounts.accountNumber(at: index) }
  /// The cycles of objectives, each once.
  package var cycleTexts: [String] { accounts.cycleTexts }
  /// The number of a row's cycle among these.
  package func cycleNumber(at index: Int) -> Int { accounts.cycleNumber(at: index) }
  /// Whether there is a review; nil while the cycle runs or without a file of reviews.
  package func isReviewed(at index: Int) -> Bool? { counts[index].isReviewed }

  /// One of the counts of a row; nil where it is not known.
  package func count(_ count: Count, at index: Int) -> Int? {
    switch count {
    case .keyResults: Int(counts[index].keyResults)
    case .reported: Int(counts[index].reported)
    case .checkins: Int(counts[index].checkins)
    case .weeks: Self.number(counts[index].weeks)
    case .weeksWithCheckin: Self.number(counts[index].weeksWithCheckin)
    case .daysSinceCheckin: Self.number(counts[index].daysSinceCheckin)
    case .errors: Int(counts[index].errors)
    case .warnings: Int(counts[index].warnings)
    case .hints: Int(counts[index].hints)
    case .typed: Int(counts[index].typed)
    case .typedDiffering: Int(counts[index].typedDiffering)
    }
  }

  /// Whether both hold the same rows.
  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

  /// What the rows of a cycle add up to: a row without account, how many rows there are, and how
  /// many of them have a review.
  package func total(in cycle: String) -> (sum: ProcessHealth, rows: Int, reviewed: Int) {
    var sum = ProcessHealth(account: "", cycle: cycle)
    var (rows, reviewed, weeks, weeksWithCheckin) = (0, 0, 0, 0)
    let number = accounts.cycleTexts.firstIndex(of: cycle)
    for index in indices where accounts.cycleNumber(at: index) == number {
      let count = counts[index]
      rows += 1
      if count.isReviewed == true { reviewed += 1 }
      weeks += Self.number(count.weeks) ?? 0
      weeksWithCheckin += Self.number(count.weeksWithCheckin) ?? 0
      sum.keyResults += Int(count.keyResults)
      sum.errors += Int(count.errors)
      sum.warnings += Int(count.warnings)
      sum.hints += Int(count.hints)
      sum.typed += Int(count.typed)
      sum.typedDiffering += Int(count.typedDiffering)
    }
    sum.weeks = weeks
    sum.weeksWithCheckin = weeksWithCheckin
    return (sum, rows, reviewed)
  }

  private static func number(_ count: Int32) -> Int? { count < 0 ? nil : Int(count) }
}
