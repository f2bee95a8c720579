// SPDX-License-Identifier: Apache-2.0

/// Adds the ledgers' sums up per account and converts each sum once.
///
/// Ranges of accounts are summed side by side, each by a ``RowSumming`` of its own, in the order in
/// which a ledger holds them; what is found is then put into the order of the table.
struct ValueSumming {
  private let plan: SummingPlan

  /// Takes the ledgers and which of their accounts belong to each row of the table.
  init(
    sources: [SourceLedger],
    members: RowMembers,
    rates: RateTable,
    rule: (currency: String, asOf: Period?),
    ids: [String]
  ) {
    plan = SummingPlan(sources: sources, members: members, rates: rates, rule: rule, ids: ids)
  }

  /// So many parts of the table are summed before what they come to is put into its columns, so
  /// that it need not be kept beside them.
  private static let partsAtATime = 64

  /// One column per value, everything in the programme currency, and what was found on the way.
  func columns(threads: Int) -> (columns: [ValueColumn], findings: [Finding]) {
    let order = plan.members.storedOrder
    var columns = plan.names.indices.map { value in
      ValueColumn(
        name: plan.names[value],
        kind: plan.kinds[value],
        totals: ExactColumn(missing: order.count),
        periodSums: .none,
        rowCounts: CountColumn(zeros: order.count)
      )
    }
    var periods = [[PeriodSumBlock]](repeating: [], count: columns.count)
    var found: [RowFinding] = []
    var missingRates: [MissingRate: Int] = [:]
    forEachPart(of: order, threads: threads) { rows, part in
      for (value, own) in part.values.enumerated() {
        own.spread(over: rows, in: &columns[value])
        if plan.hasPeriods { periods[value].append(own.periods) }
      }
      found += part.findings
      missingRates.merge(part.missingRates, uniquingKeysWith: +)
    }
    if plan.hasPeriods {
      let stored = StoredOrder(order)
      for value in columns.indices {
        columns[value].periodSums = PeriodSums(blocks: periods[value], order: stored)
      }
    }
    return (columns, findings(found, missingRates))
  }

  /// Calls `body` with ranges of rows, one after the other, and what they come to.
  private func forEachPart(
    of order: [Int32],
    threads: Int,
    _ body: (_ rows: ArraySlice<Int32>, _ part: SummedRows) -> Void
  ) {
    let starts = Array(stride(from: 0, to: order.count, by: PeriodSums.blockSize))
    let slices = starts.map { order[$0..<min($0 + PeriodSums.blockSize, order.count)] }
    let count = Self.partsAtATime * max(1, threads)
    for first in stride(from: 0, to: slices.count, by: count) {
      let some = Array(slices[first..<min(first + count, slices.count)])
      let parts = concurrentMap(some, threads: threads) { [plan] rows in
        var summing = RowSumming(plan)
        summing.add(rows)
        return summing.finished()
      }
      for (rows, part) in zip(some, parts) { body(rows, part) }
    }
  }

  private typealias RowFinding = (row: Int, value: Int, finding: Finding)

  /// The findings in the order of the rows, then those about whole currencies.
  private func findings(
    _ found: [RowFinding],
    _ missingRates: [MissingRate: Int]
  ) -> [Finding] {
    // Stable, since a row may have several of one value.
    let ofRows = found.enumerated().sorted { a, b in
      (a.element.row, a.element.value, a.offset) < (b.element.row, b.element.value, b.offset)
    }
    return ofRows.map(\.element.finding)
      + missingRates.sorted { $0.key < $1.key }.map { missing, accounts in
        missing.finding(accounts: accounts, file: plan.rates.file)
      }
  }
}
