// SPDX-License-Identifier: Apache-2.0
import Synchronization
import Testing

@testable import Accounts

@Suite struct PeriodSumsTests {
  typealias Element = PeriodSums.Element

  private func sum(_ month: Int, _ sum: Int128?, rows: Int = 1) -> Element {
    Element(period: Period(index: month), sum: sum, rows: rows)
  }

  /// Sums of any size and sign, with gaps, over more accounts than a block holds.
  private let mixed: [[Element]] = {
    var random = SeededNumbers(seed: 7)
    return (0..<2500).map { account in
      (0..<Int(random.next() % 5)).map { month in
        let size = Int128(random.next() % 1_000_000)
        let sums: [Int128?] = [
          size * 100, -size * 100, size, nil, size << 70, -size << 70, size * 1_000_000_000, 0,
        ]
        let kind = account < 1024 ? Int(random.next() % 2) : Int(random.next() % 8)
        return Element(
          period: Period(index: 24_000 + 3 * month),
          sum: sums[kind],
          rows: Int(random.next() % 3) * 60_000
        )
      }
    }
  }()

  @Test func givesBackWhatItTook() {
    let sums = PeriodSums(accounts: mixed.count) { mixed[$0] }
    for (account, own) in mixed.enumerated() {
      #expect(Array(sums.series(of: account)) == own)
    }
    #expect(Array(sums) == mixed.flatMap(\.self))
    #expect(!sums.isEmpty && sums.span == Period(index: 24_000)...Period(index: 24_009))
  }

  @Test func packsSumsOfAnyUnit() {
    let columns: [[Int128?]] = [
      [], [nil], [0, 100, -100, nil], [5_000_000_000, -3_000_000_000],
      [7_000_000_000_000, nil, -2_000_000_000_000_000_000], [1], [Int128.max, Int128.min, nil, 0],
      [Int128(Int32.min) * 100, Int128(Int32.max) * 100, Int128(Int32.min + 1) * 100],
      [Int128(Int64.min), Int128(Int64.max)],
    ]
    for column in columns {
      let packed = PackedSums(ExactColumn(column))
      #expect(packed.count == column.count && packed.isEmpty == column.isEmpty)
      #expect(column.indices.map { packed[$0] } == column)
    }
  }

  @Test func keepsMonthsAndRowsOfAnySize() {
    let far = [[sum(0, 100), sum(1_000_000, 200, rows: 3)], [], [sum(-5, nil, rows: .max)]]
    let sums = PeriodSums(accounts: far.count) { far[$0] }
    #expect(Array(sums.series(of: 0)) == far[0])
    #expect(sums.series(of: 1).isEmpty)
    #expect(Array(sums.series(of: 2)) == [sum(-5, nil, rows: Int(Int32.max))])
  }

  @Test func addsSeveralSumsOfOnePeriodUp() {
    let parts = [
      sum(1, 100), sum(1, 250), sum(2, 1), sum(2, nil), sum(3, .max), sum(3, 1, rows: 2),
    ]
    let sums = PeriodSums(accounts: 1) { _ in parts }
    #expect(
      Array(sums) == [sum(1, 350, rows: 2), sum(2, nil, rows: 2), sum(3, nil, rows: 3)]
    )
  }

  @Test func readsByRowInWhateverOrderItIsStored() {
    let rows: [Int32] = [2, 0, 1]
    let series = [[sum(1, 100)], [], [sum(1, 300), sum(2, 400)]]
    var draft = PeriodSumBlock.Draft()
    for row in rows {
      for sum in series[Int(row)] { draft.append(sum) }
      draft.endAccount()
    }
    let stored = PeriodSums(blocks: [PeriodSumBlock(draft)], order: StoredOrder(rows))
    #expect((0..<3).map { Array(stored.series(of: $0)) } == series)
    #expect(stored == PeriodSums(accounts: 3) { series[$0] })
    #expect(stored != PeriodSums(accounts: 3) { series[2 - $0] })
    let asked = Mutex<[Int]>([])
    let counts = stored.figures(3, startingWith: -1) { row in
      asked.withLock { $0.append(row) }
      return stored.series(of: row).count
    }
    #expect(counts == [1, 0, 2] && asked.withLock(\.self) == [2, 0, 1])
  }

  @Test(arguments: 1...3) func computesFiguresOnSeveralThreads(_ threads: Int) {
    let count = 20_000
    let rows = (0..<count).map { Int32($0 * 7 % count) }
    let blocks = stride(from: 0, to: count, by: PeriodSums.blockSize).map { start in
      var draft = PeriodSumBlock.Draft()
      for row in rows[start..<min(start + PeriodSums.blockSize, count)] {
        draft.append(sum(1, Int128(row)))
        draft.endAccount()
      }
      return PeriodSumBlock(draft)
    }
    let stored = PeriodSums(blocks: blocks, order: StoredOrder(rows))
    let figures = stored.figures(count, startingWith: -1, threads: threads) { row in
      stored.series(of: row).first?.sum ?? -2
    }
    #expect(figures == (0..<count).map { Int128($0) })
    let plain = PeriodSums.none.figures(count, startingWith: 0, threads: threads) { $0 + 1 }
    #expect(plain == Array(1...count))
  }

  @Test func findsTheRowsWithANegativeSum() {
    let series: [[Element]] = [
      [sum(1, 100), sum(2, -1)], [], [sum(1, nil)], [sum(1, 100)], [sum(3, -(1 << 90))],
    ]
    for count in 0...series.count {
      let own = PeriodSums(accounts: count) { series[$0] }
      #expect(own.negativeRows == [0, 4].filter { $0 < count })
    }
    let many = PeriodSums(accounts: 5000) { series[$0 % 4] }
    #expect(many.negativeRows == Array(stride(from: 0, to: 5000, by: 4)))
    let rows: [Int32] = [4, 3, 1, 0, 2]
    var draft = PeriodSumBlock.Draft()
    for row in rows {
      for sum in series[Int(row)] { draft.append(sum) }
      draft.endAccount()
    }
    let stored = PeriodSums(blocks: [PeriodSumBlock(draft)], order: StoredOrder(rows))
    #expect(stored.negativeRows == [0, 4])
  }

  @Test func totalsMonthsOverAllAccounts() {
    let series = [[sum(5, 100), sum(7, 1)], [sum(5, 50), sum(7, nil)]]
    let totals = PeriodSums(accounts: 2) { series[$0] }.monthTotals
    #expect(totals.map(\.sum) == [150, 0, 1])
    #expect(totals.map(\.known) == [2, 0, 1] && totals.map(\.missing) == [0, 0, 1])
    #expect(PeriodSums.none.monthTotals.isEmpty)
  }

  @Test func hasNothingWithoutPeriods() {
    #expect(PeriodSums.none.isEmpty && PeriodSums.none.span == nil)
    #expect(PeriodSums.none.series(of: 17).isEmpty)
    #expect(PeriodSums.none.figures(2, startingWith: 0) { $0 + 1 } == [1, 2])
  }

  @Test func scalesTheAccountsThatAreHit() {
    let series = [[sum(1, 100), sum(2, nil)], [sum(1, 100)], []]
    let scaled = PeriodSums(accounts: 3) { series[$0] }
      .scaled(where: [true, false, true]) { $0 > 50 ? $0 * 2 : nil }
    #expect(
      (0..<3).map { Array(scaled.series(of: $0)) } == [[sum(1, 200), series[0][1]], series[1], []]
    )
  }
}
