// SPDX-License-Identifier: Apache-2.0

/// What every row is summed by: the ledgers as the table sees them, and the rules.
struct SummingPlan: Sendable {
  /// A period in a currency, as one ledger holds it.
  struct Lane: Sendable {
    /// Its number in the ledger.
    var lane: Int
    var period: Int32
    /// The currency's number in the table.
    var currency: Int32
  }

  /// One ledger as the table sees it.
  struct Source: Sendable {
    var ledger: SourceLedger
    /// Per value of the table its number in the ledger, nil without it.
    var values: [Int?]
    /// The lanes by period, then currency of the table.
    var lanes: [Lane]
    /// The same lanes by their numbers in the ledger.
    var laneNumbers: [Int]
    /// Whether any row belongs to a period.
    var hasPeriods: Bool
  }

  let names: [String]
  let kinds: [ValueMapping.Kind]
  let rates: RateTable
  let programmeCurrency: String
  let asOf: Period?
  let ids: [String]
  let members: RowMembers
  private(set) var currencies: [String] = [""]
  private(set) var sources: [Source] = []
  /// Whether any row of any file belongs to a period.
  private(set) var hasPeriods = false

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
    hasPeriods = self.sources.contains(where: \.hasPeriods)
  }

  private mutating func add(_ ledger: SourceLedger) {
    let codes = ledger.sums.currencies.map { index(ofCurrency: $0) }
    let lanes = ledger.sums.orderedLanes.map { lane in
      let place = ledger.sums.place(ofLane: lane)
      return Lane(lane: lane, period: place.period, currency: codes[Int(place.currency)])
    }.sorted { ($0.period, $0.currency) < ($1.period, $1.currency) }
    sources.append(
      Source(
        ledger: ledger,
        values: names.map { name in ledger.sums.values.firstIndex { $0.name == name } },
        lanes: lanes,
        laneNumbers: lanes.map(\.lane),
        hasPeriods: lanes.contains { $0.period != SumStore.Key.noPeriod }
      )
    )
  }

  private mutating func index(ofCurrency code: String) -> Int32 {
    if let known = currencies.firstIndex(of: code) { return Int32(known) }
    currencies.append(code)
    return Int32(currencies.count - 1)
  }
}
