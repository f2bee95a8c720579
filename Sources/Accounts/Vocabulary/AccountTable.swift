// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// One row per account after consolidation: what every later stage works on.
///
/// Columns are stored one after another (struct of arrays). Row order is the UTF-8 byte order of
/// the account ids, whatever order the inputs had.
public struct AccountTable: Sendable, Equatable {
  /// The account ids, ascending by UTF-8 bytes, each once.
  public var ids: [String]
  /// The names, empty where no input gives one.
  public var names: NameColumn
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
    public var texts: TextColumn
    /// How many different texts the accounts' members and rows have.
    public var distinctCounts: CountColumn

    /// Names a column of texts.
    package init(name: String, texts: TextColumn, distinctCounts: CountColumn) {
      self.name = name
      self.texts = texts
      self.distinctCounts = distinctCounts
    }
  }

  /// A measure of the programme, or a value's total that a criterion uses directly.
  public struct Measure: Sendable, Equatable {
    /// Its name in the programme.
    public var name: String
    /// One finite number per account, nil where it is missing.
    public var numbers: NumberColumn

    /// Names a column of numbers.
    package init(name: String, numbers: NumberColumn) {
      self.name = name
      self.numbers = numbers
    }
  }

  /// A table without accounts.
  package static let empty = AccountTable(
    ids: [],
    names: [],
    members: [],
    attributes: [],
    values: [],
    measures: [],
    asOf: nil
  )

  /// How many accounts there are.
  public var count: Int { ids.count }

  /// The value column named `name`, or nil.
  public func value(named name: String) -> ValueColumn? { values.first { $0.name == name } }

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
  public var totals: ExactColumn
  /// The sums per period of all accounts; values without periods have none.
  public var periodSums: PeriodSums
  /// Per account how many rows had the value.
  public var rowCounts: CountColumn

  /// Decimals of the exact integers: 4 for amounts, 9 for numbers.
  public var decimals: Int { kind.decimals }

  /// The sums per period of one account, ascending by period.
  public func series(of row: Int) -> PeriodSums.Series { periodSums.series(of: row) }

  /// One account's total as the nearest `Double` in units of one, nil where it is missing.
  public func total(of row: Int) -> Double? {
    totals[row].map { nearestDouble($0, decimals: kind.decimals) }
  }

  /// All totals as the nearest `Double` in units of one.
  package var numbers: NumberColumn { totals.numbers(decimals: kind.decimals) }
}

/// The `Double` nearest to `units * 10^-decimals`, whatever its size.
package func nearestDouble(_ units: Int128, decimals: Int) -> Double {
  guard units.magnitude >= 1 << 53 else {
    return Double(Int64(units)) / (decimals == 4 ? 1e4 : 1e9)
  }
  return ExactDecimal(units, scale: decimals).doubleValue
}
