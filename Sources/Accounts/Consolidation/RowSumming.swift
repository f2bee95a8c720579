// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Adds up some rows of the table.
struct RowSumming {
  /// A sum of one account, or of several that belong to one row.
  private struct Part {
    var period: Int32
    var currency: Int32
    var sum: SumStore.Sum
  }

  /// One value of the rows so far.
  private struct Value {
    var totals = ExactColumn([])
    var rowCounts = CountColumn([])
    var periods = PeriodSumBlock.Draft()
  }

  private let plan: SummingPlan
  /// Per currency of the plan whether its amounts need no rate.
  private let isOwnCurrency: [Bool]
  private var values: [Value]
  private var findings: [(row: Int, value: Int, finding: Finding)] = []
  private var missingRates: [MissingRate: Int] = [:]
  private var source = -1
  // Held by themselves: what is read from within a list of stores would be copied every time.
  private var lanes: [SummingPlan.Lane] = []
  private var laneNumbers: [Int] = []
  private var sums = SumStore(values: [])
  /// Lanes that hold sums of the account at hand.
  private var occupied: [Int] = []
  private var groupSums = GroupSums()

  /// Adds nothing yet.
  init(_ plan: SummingPlan) {
    self.plan = plan
    isOwnCurrency = plan.currencies.map { $0 == plan.programmeCurrency }
    values = plan.names.map { _ in Value() }
  }

  /// Everything that was added.
  consuming func finished() -> SummedRows {
    var packed: [SummedRows.Value] = []
    for value in values {
      var periods = PeriodSumBlock(value.periods)
      if let first = packed.first { periods.share(with: first.periods) }
      packed.append(.init(totals: value.totals, rowCounts: value.rowCounts, periods: periods))
    }
    return SummedRows(values: packed, findings: findings, missingRates: missingRates)
  }

  // MARK: Adding

  /// Adds rows of the table.
  mutating func add(_ rows: ArraySlice<Int32>) {
    var rest = rows
    while let row = rest.first.map({ Int($0) }) {
      var count = max(1, plan.members.runLength(of: rest))
      if let member = plan.members.only(of: row), !plan.sources[Int(member.source)].hasPeriods {
        add(rest.prefix(count), from: member)
      } else if let member = plan.members.only(of: row), count >= Self.worthwhileRun {
        addPeriods(rest.prefix(count), from: member)
      } else {
        add(row)
        count = 1
      }
      rest = rest.dropFirst(count)
    }
  }

  /// From so many accounts on it takes less to look at all of a group.
  private static let worthwhileRun = 4

  /// Adds rows without periods whose only members follow each other in a ledger, value by value.
  private mutating func add(_ rows: ArraySlice<Int32>, from first: RowMembers.Member) {
    open(Int(first.source))
    let accounts = Int(first.account)..<Int(first.account) + rows.count
    for value in plan.names.indices {
      // Taken out, so that nothing is asked twice per row.
      var own = Value()
      swap(&own, &values[value])
      forEachTotal(of: accounts, rows, value) { summing, row, total in
        if summing.plan.hasPeriods { own.periods.endAccount() }
        own.rowCounts.append(total.rows)
        own.totals.append(summing.checkedTotal(total, row, value))
      }
      swap(&own, &values[value])
    }
  }

  /// Adds rows whose only members follow each other in a ledger, a group of accounts at a time.
  private mutating func addPeriods(_ rows: ArraySlice<Int32>, from first: RowMembers.Member) {
    open(Int(first.source))
    var (rest, account) = (rows, Int(first.account))
    while !rest.isEmpty {
      let (group, own) = account.quotientAndRemainder(dividingBy: GroupSums.size)
      let some = rest.prefix(GroupSums.size - own)
      for value in plan.names.indices { add(some, group, from: own, value) }
      rest = rest.dropFirst(some.count)
      account += some.count
    }
  }

  /// Adds a value of rows whose only members follow each other in a group from `first` on.
  private mutating func add(
    _ rows: ArraySlice<Int32>,
    _ group: Int,
    from first: Int,
    _ value: Int
  ) {
    // Taken out, so that what is read of it asks for nothing twice.
    var found = GroupSums()
    swap(&found, &groupSums)
    if let own = plan.sources[source].values[value] {
      found.take(group, own, of: sums, in: laneNumbers)
    } else {
      found.removeAll()
    }
    for (offset, row) in rows.enumerated() {
      var total = SumStore.Sum()
      for index in 0..<found.count(of: first + offset) {
        let (place, sum) = found.part(index, of: first + offset)
        let part = Part(period: lanes[place].period, currency: lanes[place].currency, sum: sum)
        add(part, Int(row), value, to: &total)
      }
      finish(total, Int(row), value)
    }
    swap(&found, &groupSums)
  }

  /// Calls `body` with a value of accounts of the open ledger that follow each other, over all
  /// currencies.
  @inline(__always)
  private mutating func forEachTotal(
    of accounts: Range<Int>,
    _ rows: ArraySlice<Int32>,
    _ value: Int,
    _ body: (_ summing: inout Self, _ row: Int, _ total: SumStore.Sum) -> Void
  ) {
    let sums = sums
    let own = plan.sources[source].values[value]
    let lanes = lanes.filter { lane in own.map { sums.mayHold($0, lane: lane.lane) } ?? false }
    if let own, lanes.count == 1, needsNoRate(lanes[0], value) {
      sums.forEachSum(of: accounts, lane: lanes[0].lane, value: own) { place, sum in
        body(&self, Int(rows[rows.startIndex + place]), sum)
      }
      return
    }
    var totals = [SumStore.Sum](repeating: SumStore.Sum(), count: accounts.count)
    for lane in lanes {
      guard let own else { break }
      let isOwn = needsNoRate(lane, value)
      sums.forEachSum(of: accounts, lane: lane.lane, value: own) { place, sum in
        guard !isOwn else { return totals[place].add(sum) }
        let part = Part(period: lane.period, currency: lane.currency, sum: sum)
        totals[place].add(converted(part, Int(rows[rows.startIndex + place]), value))
      }
    }
    for (total, row) in zip(totals, rows) { body(&self, Int(row), total) }
  }

  private func needsNoRate(_ lane: SummingPlan.Lane, _ value: Int) -> Bool {
    plan.kinds[value] != .amount || isOwnCurrency[Int(lane.currency)]
  }

  /// Adds a row of the table.
  private mutating func add(_ row: Int) {
    guard let member = plan.members.only(of: row) else {
      for value in plan.names.indices {
        var total = SumStore.Sum()
        for part in merged(row, value) { add(part, row, value, to: &total) }
        finish(total, row, value)
      }
      return
    }
    let count = find(member)
    for value in plan.names.indices {
      var total = SumStore.Sum()
      if let own = plan.sources[source].values[value] {
        for place in 0..<count {
          let lane = lanes[occupied[place]]
          guard let sum = sums.sum(account: Int(member.account), lane: lane.lane, value: own) else {
            continue
          }
          let part = Part(period: lane.period, currency: lane.currency, sum: sum)
          add(part, row, value, to: &total)
        }
      }
      finish(total, row, value)
    }
  }

  /// Finds the lanes with sums of an account; returns how many they are.
  private mutating func find(_ member: RowMembers.Member) -> Int {
    open(Int(member.source))
    return sums.find(Int(member.account), in: laneNumbers, &occupied)
  }

  /// Goes on with the sums of a ledger.
  private mutating func open(_ ledger: Int) {
    guard source != ledger else { return }
    source = ledger
    lanes = plan.sources[source].lanes
    laneNumbers = plan.sources[source].laneNumbers
    sums = plan.sources[source].ledger.sums
    occupied = Array(repeating: 0, count: max(occupied.count, lanes.count))
  }

  /// The sums of a row of several accounts or none by period and currency, each once.
  private mutating func merged(_ row: Int, _ value: Int) -> [Part] {
    var parts: [Part] = []
    for member in plan.members[row] {
      let count = find(member)
      guard let own = plan.sources[source].values[value] else { continue }
      for place in 0..<count {
        let lane = lanes[occupied[place]]
        let sum = sums.sum(account: Int(member.account), lane: lane.lane, value: own)
        if let sum { parts.append(Part(period: lane.period, currency: lane.currency, sum: sum)) }
      }
    }
    parts.sort { ($0.period, $0.currency) < ($1.period, $1.currency) }
    var merged: [Part] = []
    for part in parts {
      guard let last = merged.last, last.period == part.period, last.currency == part.currency
      else {
        merged.append(part)
        continue
      }
      merged[merged.count - 1].sum.add(part.sum)
    }
    return merged
  }

  private mutating func add(
    _ part: Part,
    _ row: Int,
    _ value: Int,
    to total: inout SumStore.Sum
  ) {
    let sum = isOwnCurrency[Int(part.currency)] ? part.sum : converted(part, row, value)
    total.add(sum)
    guard part.period != SumStore.Key.noPeriod else { return }
    values[value].periods.append(
      PeriodSums.Element(
        period: Period(index: Int(part.period)),
        sum: sum.missing == 0 ? sum.amount : nil,
        rows: sum.rows
      )
    )
  }

  private mutating func finish(_ total: SumStore.Sum, _ row: Int, _ value: Int) {
    values[value].periods.endAccount()
    values[value].rowCounts.append(total.rows)
    values[value].totals.append(checkedTotal(total, row, value))
  }

  @inline(__always)
  private mutating func checkedTotal(_ total: SumStore.Sum, _ row: Int, _ value: Int) -> Int128? {
    // Nearly all are like that.
    if total.missing == 0, total.rows > 0, Int64(exactly: total.amount) != nil {
      return total.amount
    }
    return suspectTotal(total, row, value)
  }

  private mutating func suspectTotal(_ total: SumStore.Sum, _ row: Int, _ value: Int) -> Int128? {
    if total.missing > 0, total.rows > 0 {
      findings.append((row, value, missingFinding(total.missing, row, value)))
    }
    guard total.missing == 0, total.rows > 0 else { return nil }
    guard plan.kinds[value] != .amount || Int64(exactly: total.amount) != nil else {
      findings.append((row, value, tooLarge(row, value)))
      return nil
    }
    return total.amount
  }

  // MARK: Currency

  private mutating func converted(_ part: Part, _ row: Int, _ value: Int) -> SumStore.Sum {
    guard plan.kinds[value] == .amount, part.sum.rows > 0 else { return part.sum }
    let code = plan.currencies[Int(part.currency)]
    let period = part.period == SumStore.Key.noPeriod ? plan.asOf : Period(index: Int(part.period))
    var result = part.sum
    guard let rate = plan.rates.rate(of: code, in: period) else {
      missingRates[MissingRate(currency: code, period: part.period), default: 0] += 1
      result.missing += 1
      return result
    }
    guard let amount = part.sum.amount.converted(at: rate) else {
      findings.append((row, value, tooLarge(row, value)))
      result.missing += 1
      result.amount = 0
      return result
    }
    result.amount = amount
    return result
  }

  // MARK: Findings

  /// Missing cells, with the first file and month that have some; none where a rate is missing.
  private func missingFinding(_ missing: Int, _ row: Int, _ value: Int) -> Finding {
    let gap = firstGap(row, value)
    let month = gap.flatMap { $0.period == SumStore.Key.noPeriod ? nil : Int($0.period) }
      .map { Period(index: $0).description }
    let (name, id) = (plan.names[value], plan.ids[row])
    return Finding(
      .warning,
      "K-D014",
      file: gap?.file,
      field: name,
      found: id,
      message: LocalizedText(
        de: "'\(name)' von '\(id)' fehlt; fehlende Zellen in seinen Zeilen: \(missing)"
          + (month.map { ", zuerst in \($0)" } ?? ""),
        en: "'\(name)' of '\(id)' is missing; missing cells in its rows: \(missing)"
          + (month.map { ", first in \($0)" } ?? "")
      )
    )
  }

  private func firstGap(_ row: Int, _ value: Int) -> (file: String, period: Int32)? {
    for member in plan.members[row] {
      let source = plan.sources[Int(member.source)]
      guard let own = source.values[value] else { continue }
      let account = Int(member.account)
      let gap = source.lanes.first { lane in
        source.ledger.sums.sum(account: account, lane: lane.lane, value: own)?.missing ?? 0 > 0
      }
      if let gap { return (source.ledger.file, gap.period) }
    }
    return nil
  }

  private func tooLarge(_ row: Int, _ value: Int) -> Finding {
    let (name, id) = (plan.names[value], plan.ids[row])
    return Finding(
      .error,
      "K-D015",
      field: name,
      found: id,
      message: LocalizedText(
        de: "die Summe von '\(name)' für '\(id)' ist zu groß; der Wert fehlt",
        en: "the sum of '\(name)' for '\(id)' is too large; the value is missing"
      )
    )
  }
}
