// SPDX-License-Identifier: Apache-2.0

/// The sums per period of some accounts, account after account.
struct PeriodSumBlock: Sendable {
  private var calendar: Calendar
  private let sums: PackedSums

  /// A block that is being written.
  struct Draft {
    fileprivate var starts: [Int32] = [0]
    fileprivate var months: [Int32] = []
    fileprivate var rows: [Int32] = []
    fileprivate var sums = ExactColumn([])

    /// Appends a sum of the account at hand; its period is none before that of the last sum.
    ///
    /// Several sums of one period become one, missing where one of them is or all are too large.
    mutating func append(_ sum: PeriodSums.Element) {
      let month = Int32(clamping: sum.period.index)
      let rows = Int32(clamping: sum.rows)
      guard sums.count > Int(starts[starts.count - 1]), months[months.count - 1] == month else {
        months.append(month)
        self.rows.append(rows)
        sums.append(sum.sum)
        return
      }
      let last = sums.count - 1
      self.rows[last] = Int32(clamping: Int(self.rows[last]) + sum.rows)
      sums[last] = Self.sum(sums[last], sum.sum)
    }

    private static func sum(_ a: Int128?, _ b: Int128?) -> Int128? {
      guard let a, let b else { return nil }
      let (sum, overflow) = a.addingReportingOverflow(b)
      return overflow ? nil : sum
    }

    /// Ends the account at hand.
    mutating func endAccount() { starts.append(Int32(sums.count)) }
  }

  /// Packs what was written.
  init(_ draft: Draft) {
    calendar = Calendar(draft)
    sums = PackedSums(draft.sums)
  }

  /// How many accounts there are.
  var accountCount: Int { calendar.starts.count - 1 }
  /// How many sums there are.
  var count: Int { sums.count }
  /// Whether no account has any sum.
  var isEmpty: Bool { sums.isEmpty }
  /// The first and the last period; nil without sums.
  var span: ClosedRange<Period>? { calendar.span }

  /// Where the sums of an account stand.
  func range(ofAccount account: Int) -> Range<Int> {
    Int(calendar.starts[account])..<Int(calendar.starts[account + 1])
  }

  /// The sum at a place.
  subscript(place: Int) -> PeriodSums.Element {
    let (month, rows) = calendar[place]
    return PeriodSums.Element(period: Period(index: month), sum: sums[place], rows: rows)
  }

  /// The accounts whose sum of any period is negative.
  var negativeAccounts: [Int] {
    guard sums.mayBeNegative else { return [] }
    return (0..<accountCount).filter { account in
      range(ofAccount: account).contains { (sums[$0] ?? 0) < 0 }
    }
  }

  /// Keeps periods and rows only once where those of another value are the same.
  mutating func share(with other: PeriodSumBlock) {
    if calendar == other.calendar { calendar = other.calendar }
  }

  /// Which periods each account has sums of, and of how many rows.
  private struct Calendar: Sendable, Equatable {
    /// Where each account's periods start, with the end of the last one behind.
    let starts: [Int32]
    private let first: Int32
    private let last: Int32
    /// Months since the first one, above the number of rows; empty where one does not fit.
    private let narrow: [UInt32]
    private let wide: [UInt64]

    private static let limit = 1 << 16

    init(_ draft: Draft) {
      starts = draft.starts
      let first = draft.months.min() ?? 0
      self.first = first
      last = draft.months.max() ?? -1
      let isNarrow =
        Int(last) - Int(first) < Self.limit && draft.rows.allSatisfy { Int($0) < Self.limit }
      let cells = zip(draft.months, draft.rows).lazy
      narrow = isNarrow ? cells.map { UInt32($0 - first) << 16 | UInt32($1) } : []
      wide = isNarrow ? [] : cells.map { UInt64(Int($0) - Int(first)) << 32 | UInt64($1) }
    }

    var span: ClosedRange<Period>? {
      starts.last == 0 ? nil : Period(index: Int(first))...Period(index: Int(last))
    }

    subscript(place: Int) -> (month: Int, rows: Int) {
      guard wide.isEmpty else {
        return (Int(first) + Int(wide[place] >> 32), Int(wide[place] & 0xFFFF_FFFF))
      }
      return (Int(first) + Int(narrow[place] >> 16), Int(narrow[place] & 0xFFFF))
    }
  }
}
