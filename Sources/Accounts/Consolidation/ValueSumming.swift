// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Adds the ledgers' sums up per account and converts each sum once.
struct ValueSumming {
  private struct Key: Hashable {
    var row: Int32
    var period: Int32
    var currency: Int32
  }

  fileprivate struct Sum {
    var amount: Int128 = 0
    var rows = 0
    var missing = 0
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
  private var sums: [[Key: Sum]]
  private var missingRates: [MissingRate: Int] = [:]

  init(
    sources: [SourceLedger],
    rates: RateTable,
    currency: String,
    asOf: Period?,
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
    programmeCurrency = currency
    self.asOf = asOf
    self.ids = ids
    sums = names.map { _ in [:] }
  }

  /// Adds one ledger whose accounts belong to `rows` of the table.
  mutating func add(_ ledger: SourceLedger, rows: [Int]) {
    let width = ledger.sums.values.count
    let columns = ledger.sums.values.map { value in names.firstIndex(of: value.name) ?? 0 }
    let codes = ledger.sums.currencies.map { index(ofCurrency: $0) }
    for (slot, key) in ledger.sums.keys.enumerated() {
      let own = Key(
        row: Int32(rows[Int(key.account)]),
        period: key.period,
        currency: codes[Int(key.currency)]
      )
      for value in 0..<width {
        let place = slot * width + value
        let count = Int(ledger.sums.rowCounts[place])
        let missing = Int(ledger.sums.missingCounts[place])
        guard count + missing > 0 else { continue }
        sums[columns[value]][own, default: Sum()].merge(
          ledger.sums.sums[place],
          rows: count,
          missing: missing
        )
      }
    }
  }

  private mutating func index(ofCurrency code: String) -> Int32 {
    if let known = currencies.firstIndex(of: code) { return Int32(known) }
    currencies.append(code)
    return Int32(currencies.count - 1)
  }

  /// One column per value, everything in the programme currency.
  mutating func columns() -> [ValueColumn] {
    var found: [ValueColumn] = []
    for value in names.indices { found.append(column(value)) }
    for (missing, accounts) in missingRates.sorted(by: Self.isOrderedBefore) {
      findings.append(missingRateFinding(missing, accounts: accounts))
    }
    return found
  }

  private mutating func column(_ value: Int) -> ValueColumn {
    let kind = kinds[value]
    var column = ValueColumn(
      name: names[value],
      kind: kind,
      totals: Array(repeating: nil, count: ids.count),
      periodSums: [],
      periodOffsets: [0],
      rowCounts: Array(repeating: 0, count: ids.count)
    )
    let ordered = sums[value].sorted {
      ($0.key.row, $0.key.period, $0.key.currency) < ($1.key.row, $1.key.period, $1.key.currency)
    }
    var place = 0
    for row in ids.indices {
      var total = AccountTotal()
      while place < ordered.count, Int(ordered[place].key.row) == row {
        let (key, sum) = ordered[place]
        total.add(converted(sum, key, value), period: key.period)
        place += 1
      }
      column.rowCounts[row] = total.rows
      column.totals[row] = checkedTotal(total, row: row, value: value)
      column.periodSums += total.periods
      column.periodOffsets.append(column.periodSums.count)
    }
    return column
  }

  private mutating func checkedTotal(_ total: AccountTotal, row: Int, value: Int) -> Int128? {
    if total.missing > 0, total.rows > 0 {
      findings.append(
        Finding(
          .warning,
          "K-D014",
          field: names[value],
          found: ids[row],
          message: LocalizedText(
            de: "'\(names[value])' von '\(ids[row])' fehlt; fehlende Zellen in seinen Zeilen: "
              + "\(total.missing)",
            en: "'\(names[value])' of '\(ids[row])' is missing; missing cells in its rows: "
              + "\(total.missing)"
          )
        )
      )
    }
    guard total.missing == 0, total.rows > 0 else { return nil }
    guard kinds[value] != .amount || Int64(exactly: total.sum) != nil else {
      findings.append(tooLarge(value: value, row: row))
      return nil
    }
    return total.sum
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

  private mutating func converted(_ sum: Sum, _ key: Key, _ value: Int) -> Sum {
    let code = currencies[Int(key.currency)]
    guard kinds[value] == .amount, code != programmeCurrency, sum.rows > 0 else { return sum }
    let period = key.period == SumStore.Key.noPeriod ? asOf : Period(index: Int(key.period))
    var result = sum
    guard let rate = rates.rate(of: code, in: period) else {
      missingRates[MissingRate(currency: code, period: key.period), default: 0] += 1
      result.missing += 1
      return result
    }
    guard let amount = sum.amount.converted(at: rate) else {
      findings.append(tooLarge(value: value, row: Int(key.row)))
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

  /// The running total of one account, with its sums per period.
  private struct AccountTotal {
    var sum: Int128 = 0
    var rows = 0
    var missing = 0
    var periods: [ValueColumn.PeriodSum] = []

    mutating func add(_ part: Sum, period: Int32) {
      sum += part.amount
      rows += part.rows
      missing += part.missing
      guard period != SumStore.Key.noPeriod else { return }
      let month = Period(index: Int(period))
      let amount = part.missing == 0 ? part.amount : nil
      guard let last = periods.last, last.period == month else {
        periods.append(.init(period: month, sum: amount, rows: part.rows))
        return
      }
      // Several currencies in one month: one missing part makes the month missing.
      let both = last.sum.flatMap { known in amount.map { known + $0 } }
      periods[periods.count - 1] = .init(period: month, sum: both, rows: last.rows + part.rows)
    }
  }
}

extension ValueSumming.Sum {
  fileprivate mutating func merge(_ amount: Int128, rows: Int, missing: Int) {
    self.amount += amount
    self.rows += rows
    self.missing += missing
  }
}
