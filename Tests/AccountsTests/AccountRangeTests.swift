// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// Ranges of accounts give what the same accounts give one by one.
@Suite struct AccountRangeTests {
  private static let values = [
    ValueMapping("revenue", column: ColumnReference("Umsatz")),
    ValueMapping("share", column: ColumnReference("Anteil")),
  ]
  private static let none = Int64.min
  /// Accounts lie in several blocks of a store.
  private static let accounts = 4500

  /// What rows hold besides numbers of whole cents.
  enum Oddity: CaseIterable, Sendable {
    case nothing, missing, fractions, large
  }

  private static func numbers(_ oddity: Oddity, _ random: inout SeededNumbers) -> Int64 {
    let number = Int64(random.next() % 1_000_000) * 100 - 30_000_000
    switch (oddity, random.next() % 5) {
    case (.missing, 0): return none
    case (.fractions, 0...2): return number + 7
    case (.large, 0): return Int64.max - 5
    default: return number
    }
  }

  @Test(arguments: Oddity.allCases, [true, false])
  func rowsAreAddedLikeEachByItself(oddity: Oddity, isInOrder: Bool) throws {
    var random = SeededNumbers(seed: 5)
    var (many, single) = (SumStore(values: Self.values), SumStore(values: Self.values))
    let lanes = (0..<2).map { currency in
      let codes = ["EUR", "USD"]
      let index = many.currencyIndex(codes[currency])
      #expect(single.currencyIndex(codes[currency]) == index)
      return (many.lane(period: SumStore.Key.noPeriod, currency: index), index)
    }
    let capacity = 700
    var columns = Self.values.indices.map { value in
      SumStore.Column(offset: value * capacity, value: value, none: Self.none)
    }
    for batch in 0..<16 {
      let lane = lanes[batch % 2]
      let accounts = (0..<capacity).map { row in
        isInOrder
          ? Int32((batch / 2 * capacity + row) % Self.accounts)
          : Int32(random.next() % UInt64(Self.accounts))
      }
      let numbers = (0..<capacity * 2).map { _ in Self.numbers(oddity, &random) }
      many.add(
        0..<capacity,
        accounts: accounts,
        lanes: Array(repeating: Int32(lane.0), count: capacity),
        numbers: numbers,
        to: &columns
      )
      for (row, account) in accounts.enumerated() {
        let key = SumStore.Key(account: account, period: SumStore.Key.noPeriod, currency: lane.1)
        for value in Self.values.indices {
          let number = numbers[value * capacity + row]
          guard number != Self.none, single.add(Int128(number), value: value, at: key) else {
            single.addMissing(value: value, at: key)
            continue
          }
        }
      }
    }
    let sums = Self.sums(single)
    #expect(Self.sums(many) == sums)
    for range in [0..<Self.accounts, 3..<17, 4090..<4110, 15..<16, 4400..<4400] {
      #expect(Self.sums(many, in: range) == Array(sums[range]), "\(range)")
    }
  }

  /// The sums of each account in all lanes, asked for one by one.
  private static func sums(_ store: SumStore) -> [[SumStore.Sum]] {
    (0..<accounts).map { account in
      store.orderedLanes.flatMap { lane in
        values.indices.map { store.sum(account: account, lane: lane, value: $0) ?? .init() }
      }
    }
  }

  /// The same of a range of accounts at once.
  private static func sums(_ store: SumStore, in range: Range<Int>) -> [[SumStore.Sum]] {
    var found = range.map { _ in [SumStore.Sum]() }
    for lane in store.orderedLanes {
      for value in values.indices {
        store.forEachSum(of: range, lane: lane, value: value) { place, sum in
          found[place].append(sum)
        }
      }
    }
    return found
  }

  @Test(arguments: [1, 255, 256, 70_000])
  func countsAllMissingCells(rows: Int) throws {
    var store = SumStore(values: Self.values)
    let key = SumStore.Key(account: 3, period: SumStore.Key.noPeriod, currency: 0)
    for _ in 0..<rows { store.addMissing(value: 1, at: key) }
    let lane = store.lane(period: key.period, currency: 0)
    #expect(store.sum(account: 3, lane: lane, value: 1) == .init(amount: 0, rows: 0, missing: rows))
    #expect(store.sum(account: 3, lane: lane, value: 0) == nil)
  }

  // MARK: Tables

  /// Rows without periods in any order, in three currencies, some without a number.
  @Test(arguments: [1, 3], [1, 4])
  func aTableHoldsWhatItsRowsSay(files: Int, threads: Int) throws {
    var random = SeededNumbers(seed: UInt64(files))
    var sources: [SourceLedger] = []
    var (expected, rowCounts): ([String: Int128], [String: Int]) = ([:], [:])
    var incomplete: Set<String> = []
    for file in 0..<files {
      var text = "Kunde;Umsatz;WKZ\n"
      for _ in 0..<4000 {
        // Each file knows other accounts, but for a few.
        let id = "k\(random.next() % 3000 + UInt64(file) * 2900)"
        let (cents, currency) = (Int128(random.next() % 100_000), Int(random.next() % 3))
        let isMissing = random.next() % 50 == 0
        let amount = "\(cents / 100),\(cents % 100 / 10)\(cents % 10)"
        text += "\(id);\(isMissing ? "" : amount);\(["EUR", "USD", "CHF"][currency])\n"
        if isMissing {
          incomplete.insert(id)
        } else {
          expected[id, default: 0] += cents * [100, 50, 200][currency]
          rowCounts[id, default: 0] += 1
        }
      }
      sources.append(
        try ledger(text, file: "\(file).csv") {
          $0.currency = .column(ColumnReference("WKZ"), map: [:])
          $0.format.decimal = .comma
        }
      )
    }
    let table = consolidated(
      sources,
      rates: try rates("currency;rate\nUSD;0.5\nCHF;2\n"),
      threads: threads
    ).table
    let ids = Set(expected.keys).union(incomplete).sorted { $0.isBytewiseLess(than: $1) }
    #expect(table.ids == ids)
    let column = try #require(table.value(named: "revenue"))
    #expect(Array(column.totals) == ids.map { incomplete.contains($0) ? nil : expected[$0] })
    #expect(Array(column.rowCounts) == ids.map { rowCounts[$0] ?? 0 })
    #expect(column.periodSums.isEmpty)
  }
}
