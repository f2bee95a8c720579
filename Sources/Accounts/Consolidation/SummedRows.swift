// SPDX-License-Identifier: Apache-2.0

/// What some rows come to, in the order in which they were added.
struct SummedRows: Sendable {
  /// One value of the rows.
  struct Value: Sendable {
    var totals: ExactColumn
    var rowCounts: CountColumn
    var periods: PeriodSumBlock

    /// Puts totals and row counts to where the rows stand in the table.
    func spread(over rows: ArraySlice<Int32>, in column: inout ValueColumn) {
      column.totals.spread(totals, over: rows)
      column.rowCounts.spread(rowCounts, over: rows)
    }
  }

  /// The values in the order of the table.
  var values: [Value]
  var findings: [(row: Int, value: Int, finding: Finding)]
  /// How many sums lack each rate.
  var missingRates: [MissingRate: Int]
}
