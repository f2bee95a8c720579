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

  /// One column per value, everything in the programme currency, and what was found on the way.
  func columns(threads: Int) -> (columns: [ValueColumn], findings: [Finding]) {
    let order = plan.members.storedOrder
    let starts = Array(stride(from: 0, to: order.count, by: PeriodSums.blockSize))
    let parts = concurrentMap(starts, threads: threads) { [plan] start in
      var summing = RowSumming(plan)
      let end = min(start + PeriodSums.blockSize, order.count)
      for place in start..<end { summing.add(Int(order[place])) }
      return summing.finished()
    }
    let stored = plan.hasPeriods ? StoredOrder(order) : nil
    let columns = plan.names.indices.map { value in
      var column = ValueColumn(
        name: plan.names[value],
        kind: plan.kinds[value],
        totals: ExactColumn(missing: order.count),
        periodSums: plan.hasPeriods
          ? PeriodSums(blocks: parts.map { $0.values[value].periods }, order: stored) : .none,
        rowCounts: Array(repeating: 0, count: order.count)
      )
      for (start, part) in zip(starts, parts) {
        part.values[value].spread(over: order[start...], in: &column)
      }
      return column
    }
    return (columns, findings(parts))
  }

  /// The findings in the order of the rows, then those about whole currencies.
  private func findings(_ parts: [SummedRows]) -> [Finding] {
    // Stable, since a row may have several of one value.
    let ofRows = parts.flatMap(\.findings).enumerated().sorted { a, b in
      (a.element.row, a.element.value, a.offset) < (b.element.row, b.element.value, b.offset)
    }
    var missingRates: [MissingRate: Int] = [:]
    for part in parts { missingRates.merge(part.missingRates, uniquingKeysWith: +) }
    return ofRows.map(\.element.finding)
      + missingRates.sorted { $0.key < $1.key }.map { missing, accounts in
        missing.finding(accounts: accounts, file: plan.rates.file)
      }
  }
}
