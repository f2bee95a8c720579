// SPDX-License-Identifier: Apache-2.0

/// One row per account after consolidation: what every later stage works on.
///
/// Columns are stored one after another (struct of arrays). Row order is the UTF-8 byte order of
/// the account ids, whatever order the inputs had.
public struct AccountTable: Sendable, Equatable {
  /// The account ids, ascending by UTF-8 bytes, each once.
  public var ids: [String]
  /// The names, empty where no input gives one.
  public var names: [String]
  /// How many source accounts were rolled up into each account.
  public var members: [Int]
  /// Text columns.
  public var attributes: [Attribute]
  /// Value columns, in programme order.
  public var values: [ValueColumn]
  /// Measures, in programme order, each computed from what stands before it.
  public var measures: [Measure]
  /// The last period that counts, nil when the data has no periods.
  public var asOf: Period?

  /// A text column.
  public struct Attribute: Sendable, Equatable {
    /// Its name in the programme.
    public var name: String
    /// One text per account, nil where it is missing.
    public var texts: [String?]
  }

  /// A measure of the programme, or a value's total that a criterion uses directly.
  public struct Measure: Sendable, Equatable {
    /// Its name in the programme.
    public var name: String
    /// One finite number per account, nil where it is missing.
    public var numbers: [Double?]
  }

  /// How many accounts there are.
  public var count: Int { ids.count }

  /// The row of `id`, or nil.
  ///
  /// - Complexity: O(log n)
  public func row(of id: String) -> Int? {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle].isBytewiseLess(than: id) { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? low : nil
  }
}

/// One value of the programme for all accounts: exact totals, and sums per period.
public struct ValueColumn: Sendable, Equatable {
  /// The value's name.
  public var name: String
  /// Money or plain number.
  public var kind: ValueMapping.Kind
  /// Per account the exact total over all periods, nil where it is missing; in ten-thousandths of
  /// the programme currency for amounts, in billionths for numbers.
  public var totals: [Int128?]
  /// Per account the sums per period, ascending by period; empty for values without periods.
  public var series: [[PeriodSum]]
  /// Per account how many rows had the value.
  public var rowCounts: [Int]

  /// The exact sum of one period.
  public struct PeriodSum: Sendable, Equatable {
    /// The month.
    public var period: Period
    /// The sum, in the unit of ``ValueColumn/totals``; nil where a cell was missing.
    public var sum: Int128?
    /// How many rows it holds.
    public var rows: Int
  }

  /// Decimals of the exact integers: 4 for amounts, 9 for numbers.
  public var decimals: Int { kind == .amount ? 4 : 9 }
}
