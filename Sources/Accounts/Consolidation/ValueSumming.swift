// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Adds the ledgers' sums up per account and converts each sum once.
struct ValueSumming {
  /// A sum of one account, or of several that belong to one row.
  private struct Part {
    var period: Int32
    var currency: Int32
    var sum: SumStore.Sum
  }

  private typealias Lane = (lane: Int, period: Int32, currency: Int32)

  /// One ledger as this table sees it.
  private struct Source {
    var ledger: SourceLedger
    /// Per value of the table its number in the ledger, nil without it.
    var values: [Int?]
    /// The lanes by period, then currency of this table.
    var lanes: [Lane]
    /// The same lanes by their numbers in the ledger.
    var laneNumbers: [Int]
  }

  private struct MissingRate: Hashable {
    var currency: String
    var period: Int32
  }

  private(set) var findings: [Finding] = []
  private let names: [String]
  private let kinds: [ValueMapping.Kind]
  private let rates: RateTable
  private let programmeCurrency: String
  private let asOf: Period?
  private let ids: [String]
  private var currencies: [String] = [""]
  private var sources: [Source] = []
  private let members: RowMembers
  /// Whether any row of any file belongs to a period.
  private var hasPeriods = false
  private var missingRates: [MissingRate: Int] = [:]

  /// Takes the ledgers and which of their accounts belong to each row of the table.
  init(
    sources: [SourceLedger],
    members: RowMembers,
    rates: RateTable,
    rule: (currency: String, asOf: Period?),
    ids: [String]
  ) {
    var names: [String] = []
    var kinds: [ValueMapping.Kind] = []
    for ledger in sources {
      for value in ledger.sums.values where !names.contains(value.name) {
        names.append(value.name)
        kinds.append(value.kind)
      }
    }
    self.names = names
    self.kinds = kinds
    self.rates = rates
    programmeCurrency = rule.currency
    asOf = rule.asOf
    self.ids = ids
    self.members = members
    for ledger in sources { add(ledger) }
    hasPeriods = self.sources.contains { $0.lanes.contains { $0.period != SumStore.Key.noPeriod } }
  }

  private mutating func add(_ ledger: SourceLedger) {
    let codes = ledger.sums.currencies.map { index(ofCurrency: $0) }
    let lanes = ledger.sums.orderedLanes.map { lane in
      let place = ledger.sums.place(ofLane: lane)
      return (lane: lane, period: place.period, currency: codes[Int(place.currency)])
    }.sorted { ($0.period, $0.currency) < ($1.period, $1.currency) }
    sources.append(
      Source(
        ledger: ledger,
        values: names.map { name in ledger.sums.values.firstIndex { $0.name == name } },
        lanes: lanes,
        laneNumbers: lanes.map(\.lane)
      )
    )
  }

  private mutating func index(ofCurrency code: String) -> Int32 {
    if let known = currencies.firstIndex(of: code) { return Int32(known) }
    currencies.append(code)
    return Int32(currencies.count - 1)
  }

  /// One column per value, everything in the programme currency.
  mutating func columns() -> [ValueColumn] {
    var found = names.indices.map { emptyColumn($0) }
    var collected = Collected()
    // The sums of an account's values lie side by side, so each account is visited once.
    if sources.count == 1, members.areSingle {
      // Held by itself: what is read from within a list of stores would be copied every time.
      let (source, sums) = (sources[0], sources[0].ledger.sums)
      for row in ids.indices {
        let account = members.account(of: row)
        for value in names.indices {
          collected.parts.removeAll(keepingCapacity: true)
          if let own = source.values[value] { collected.add(account, own, of: source, sums) }
          add(row, value, to: &found[value], collected.parts)
        }
      }
    } else {
      for row in ids.indices {
        for value in names.indices {
          collect(row, value, into: &collected)
          add(row, value, to: &found[value], collected.parts)
        }
      }
    }
    for (missing, accounts) in missingRates.sorted(by: Self.isOrderedBefore) {
      findings.append(missingRateFinding(missing, accounts: accounts))
    }
    return found
  }

  private func emptyColumn(_ value: Int) -> ValueColumn {
    var column = ValueColumn(
      name: names[value],
      kind: kinds[value],
      totals: ExactColumn(missing: ids.count),
      periodSums: [],
      periodOffsets: hasPeriods ? [0] : [],
      rowCounts: Array(repeating: 0, count: ids.count)
    )
    let most = sources.reduce(0) { sum, source in
      sum + (source.values[value].map { source.ledger.sums.counts[$0] } ?? 0)
    }
    if hasPeriods {
      column.periodSums.reserveCapacity(most)
      column.periodOffsets.reserveCapacity(ids.count + 1)
    }
    return column
  }

  private mutating func add(
    _ row: Int,
    _ value: Int,
    to column: inout ValueColumn,
    _ parts: [Part]
  ) {
    var total = AccountTotal(start: column.periodSums.count)
    for part in parts {
      total.add(converted(part, row, value), period: part.period, to: &column.periodSums)
    }
    column.rowCounts[row] = total.rows
    column.totals[row] = checkedTotal(total, row: row, value: value)
    if hasPeriods { column.periodOffsets.append(column.periodSums.count) }
  }

  /// What one row comes to, and room to find it in.
  ///
  /// It stands apart from the sums, so that reading them copies none.
  private struct Collected {
    var parts: [Part] = []
    /// Lanes that hold sums of the account at hand.
    private var occupied: [Int] = []

    /// Adds the sums of an account of one ledger by period and currency.
    mutating func add(_ account: Int, _ value: Int, of source: Source, _ sums: SumStore) {
      if source.lanes.count == 1 {
        add(sums.sum(account: account, lane: source.lanes[0].lane, value: value), source.lanes[0])
        return
      }
      while occupied.count < source.lanes.count { occupied.append(0) }
      let count = sums.find(value, of: account, in: source.laneNumbers, &occupied)
      for place in 0..<count {
        let lane = source.lanes[occupied[place]]
        add(sums.sum(account: account, lane: lane.lane, value: value), lane)
      }
    }

    private mutating func add(_ sum: SumStore.Sum?, _ lane: Lane) {
      guard let sum else { return }
      parts.append(Part(period: lane.period, currency: lane.currency, sum: sum))
    }
  }

  /// The sums of a row by period and currency, each once.
  private func collect(_ row: Int, _ value: Int, into collected: inout Collected) {
    collected.parts.removeAll(keepingCapacity: true)
    let members = members[row]
    for member in members {
      let source = sources[Int(member.source)]
      guard let own = source.values[value] else { continue }
      collected.add(Int(member.account), own, of: source, source.ledger.sums)
    }
    guard members.count > 1 else { return }
    collected.parts.sort { ($0.period, $0.currency) < ($1.period, $1.currency) }
    var merged: [Part] = []
    for part in collected.parts {
      guard let last = merged.last, last.period == part.period, last.currency == part.currency
      else {
        merged.append(part)
        continue
      }
      merged[merged.count - 1].sum.merge(part.sum)
    }
    collected.parts = merged
  }

  private mutating func checkedTotal(_ total: AccountTotal, row: Int, value: Int) -> Int128? {
    if total.missing > 0, total.rows > 0 {
      findings.append(missingFinding(total.missing, row: row, value: value))
    }
    guard total.missing == 0, total.rows > 0 else { return nil }
    guard kinds[value] != .amount || Int64(exactly: total.sum) != nil else {
      findings.append(tooLarge(value: value, row: row))
      return nil
    }
    return total.sum
  }

  /// Missing cells, with the first file and month that have some; none where a rate is missing.
  private func missingFinding(_ missing: Int, row: Int, value: Int) -> Finding {
    let gap = firstGap(row, value)
    let month = gap.flatMap { $0.period == SumStore.Key.noPeriod ? nil : Int($0.period) }
      .map { Period(index: $0).description }
    return Finding(
      .warning,
      "K-D014",
      file: gap?.file,
      field: names[value],
      found: ids[row],
      message: LocalizedText(
        de: "'\(names[value])' von '\(ids[row])' fehlt; fehlende Zellen in seinen Zeilen: "
          + "\(missing)" + (month.map { ", zuerst in \($0)" } ?? ""),
        en: "'\(names[value])' of '\(ids[row])' is missing; missing cells in its rows: "
          + "\(missing)" + (month.map { ", first in \($0)" } ?? "")
      )
    )
  }

  private func firstGap(_ row: Int, _ value: Int) -> (file: String, period: Int32)? {
    for member in members[row] {
      let source = sources[Int(member.source)]
      guard let own = source.values[value] else { continue }
      let account = Int(member.account)
      let gap = source.lanes.first { lane in
        source.ledger.sums.sum(account: account, lane: lane.lane, value: own)?.missing ?? 0 > 0
      }
      if let gap { return (source.ledger.file, gap.period) }
    }
    return nil
  }

  private func tooLarge(value: Int, row: Int) -> Finding {
    Finding(
      .error,
      "K-D015",
      field: names[value],
      found: ids[row],
      message: LocalizedText(
        de: "die Summe von '\(names[value])' für '\(ids[row])' ist zu groß; der Wert fehlt",
        en: "the sum of '\(names[value])' for '\(ids[row])' is too large; the value is missing"
      )
    )
  }

  // MARK: Currency

  private mutating func converted(_ part: Part, _ row: Int, _ value: Int) -> SumStore.Sum {
    guard kinds[value] == .amount, part.sum.rows > 0 else { return part.sum }
    let code = currencies[Int(part.currency)]
    guard code != programmeCurrency else { return part.sum }
    let period = part.period == SumStore.Key.noPeriod ? asOf : Period(index: Int(part.period))
    var result = part.sum
    guard let rate = rates.rate(of: code, in: period) else {
      missingRates[MissingRate(currency: code, period: part.period), default: 0] += 1
      result.missing += 1
      return result
    }
    guard let amount = part.sum.amount.converted(at: rate) else {
      findings.append(tooLarge(value: value, row: row))
      result.missing += 1
      result.amount = 0
      return result
    }
    result.amount = amount
    return result
  }

  private func missingRateFinding(_ missing: MissingRate, accounts: Int) -> Finding {
    let hasPeriod = missing.period != SumStore.Key.noPeriod
    let period = hasPeriod ? Period(index: Int(missing.period)).description : ""
    let place = [missing.currency, period].filter { !$0.isEmpty }.joined(separator: " ")
    return Finding(
      .error,
      "K-D025",
      file: rates.file.isEmpty ? nil : rates.file,
      field: missing.currency,
      found: period,
      message: LocalizedText(
        de: "kein Kurs für \(place); ergänzen Sie die Kurstabelle (rates); fehlende Summen: "
          + "\(accounts)",
        en: "no rate for \(place); complete the rate table (rates); missing sums: \(accounts)"
      )
    )
  }

  private static func isOrderedBefore(
    _ a: (key: MissingRate, value: Int),
    _ b: (key: MissingRate, value: Int)
  ) -> Bool {
    a.key.currency == b.key.currency
      ? a.key.period < b.key.period : a.key.currency.isBytewiseLess(than: b.key.currency)
  }

  /// The running total of one account, whose sums per period are added to a column.
  private struct AccountTotal {
    /// Where the account's sums per period start.
    let start: Int
    var sum: Int128 = 0
    var rows = 0
    var missing = 0

    mutating func add(
      _ part: SumStore.Sum,
      period: Int32,
      to periods: inout [ValueColumn.PeriodSum]
    ) {
      sum += part.amount
      rows += part.rows
      missing += part.missing
      guard period != SumStore.Key.noPeriod else { return }
      let month = Period(index: Int(period))
      let amount = part.missing == 0 ? part.amount : nil
      guard periods.count > start, let last = periods.last, last.period == month else {
        periods.append(.init(period: month, sum: amount, rows: part.rows))
        return
      }
      // Several currencies in one month: one missing part makes the month missing.
      let both = last.sum.flatMap { known in amount.map { known + $0 } }
      periods[periods.count - 1] = .init(period: month, sum: both, rows: last.rows + part.rows)
    }
  }
}

extension SumStore.Sum {
  fileprivate mutating func merge(_ other: SumStore.Sum) {
    amount += other.amount
    rows += other.rows
    missing += other.missing
  }
}
