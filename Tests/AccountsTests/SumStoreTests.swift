// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

@Suite struct SumStoreTests {
  private static let values = [
    ValueMapping("revenue", column: ColumnReference("Umsatz")),
    ValueMapping("margin", column: ColumnReference("DB")),
    ValueMapping("pieces", column: ColumnReference("Stück")),
  ]

  @Test func knowsWhichLanesMayHoldAValue() {
    var store = SumStore(values: Self.values, packingInterval: 1)
    let isAdded = store.add(100, value: 1, at: .init(account: 0, period: 5, currency: 0))
    store.addMissing(value: 2, at: .init(account: 7, period: 6, currency: 0))
    let lane = store.lane(period: 7, currency: 0)
    var columns = [SumStore.Column(offset: 0, value: 0, none: .min)]
    store.add(
      0..<2,
      accounts: [3, 4],
      lanes: [Int32(lane), Int32(lane)],
      numbers: [5, 6],
      to: &columns
    )
    let held = (5...7).map { period in
      Self.values.indices.filter {
        store.mayHold($0, lane: store.lane(period: period, currency: 0))
      }
    }
    #expect(isAdded && held == [[1], [2], [0]])
  }

  /// What is added: the month of a row, and which share of rows is wide or missing.
  private struct Rows {
    var label: String
    var month: (_ row: Int, _ random: UInt64) -> Int32
    var oddity: UInt64
  }

  /// Adds the same rows to a store; `packingInterval` decides how often lanes are packed.
  private func store(_ rows: Rows, packingInterval: Int) throws -> SumStore {
    var store = SumStore(values: Self.values, packingInterval: packingInterval)
    var random = SeededNumbers(seed: 11)
    for row in 0..<6000 {
      let key = SumStore.Key(
        account: Int32(random.next() % 300),
        period: rows.month(row, random.next()),
        currency: 0
      )
      for value in Self.values.indices {
        let odd = rows.oddity == 0 ? 99 : random.next() % rows.oddity
        let number = Int128(random.next() % 100_000) * 100 - 3_000_000
        let isAdded =
          switch odd {
          case 0: false
          case 1: store.add(number << 40, value: value, at: key)
          case 2: store.add(number + 1, value: value, at: key)
          default: store.add(number, value: value, at: key)
          }
        if !isAdded { store.addMissing(value: value, at: key) }
        #expect(isAdded == (odd != 0))
      }
    }
    return store
  }

  /// The same sums, group by group, with their parts added up.
  private func groupedSums(_ store: SumStore) -> [SumStore.Sum?] {
    var found: [Int: SumStore.Sum] = [:]
    let (lanes, width) = (store.orderedLanes, Self.values.count)
    for group in 0...300 / GroupSums.size {
      for value in Self.values.indices {
        var sums = GroupSums()
        sums.take(group, value, of: store, in: lanes)
        for account in 0..<GroupSums.size {
          for index in 0..<sums.count(of: account) {
            let (lane, sum) = sums.part(index, of: account)
            let row = group * GroupSums.size + account
            found[(row * lanes.count + lane) * width + value] = sum
          }
        }
      }
    }
    return (0..<300 * lanes.count * width).map { found[$0] }
  }

  private func sums(_ store: SumStore) -> [SumStore.Sum?] {
    (0..<300).flatMap { account in
      store.orderedLanes.flatMap { lane in
        Self.values.indices.map { store.sum(account: account, lane: lane, value: $0) }
      }
    }
  }

  @Test func packingShowsInNoSum() throws {
    let kinds = [
      Rows(label: "by month", month: { row, _ in Int32(row / 300) }, oddity: 0),
      Rows(label: "months come back", month: { row, _ in Int32(row / 150 % 7) }, oddity: 0),
      Rows(label: "any order", month: { _, random in Int32(random % 12) }, oddity: 0),
      Rows(label: "gaps and wide sums", month: { row, _ in Int32(row / 300) }, oddity: 500),
      Rows(label: "many gaps", month: { row, _ in Int32(row / 150 % 30) }, oddity: 5),
    ]
    for kind in kinds {
      let open = try sums(store(kind, packingInterval: .max))
      for interval in [1, 20, 100] {
        let packed = try store(kind, packingInterval: interval)
        #expect(sums(packed) == open, "\(kind.label), \(interval)")
        #expect(groupedSums(packed) == open, "\(kind.label), \(interval)")
      }
    }
  }

  /// Adds rows in parts, or each of their numbers alone; columns are those of three values, the
  /// first of them twice.
  private func added(
    _ numbers: [Int64],
    inParts: Bool,
    packingInterval: Int
  ) -> (sums: [SumStore.Sum?], columns: [SumStore.Column]) {
    let rows = numbers.count / 4
    var store = SumStore(values: Self.values, packingInterval: packingInterval)
    var columns = [0, 1, 2, 0].enumerated().map { index, value in
      SumStore.Column(offset: index * rows, value: value, none: .min)
    }
    let lanes = (0..<rows).map { Int32(store.lane(period: Int32($0 / 500), currency: 0)) }
    let accounts = (0..<rows).map { Int32($0 * 7 % 290) }
    if inParts {
      for start in stride(from: 0, to: rows, by: 700) {
        let part = start..<min(start + 700, rows)
        store.add(part, accounts: accounts, lanes: lanes, numbers: numbers, to: &columns)
      }
    }
    for row in 0..<(inParts ? 0 : rows) {
      let key = SumStore.Key(account: accounts[row], period: Int32(row / 500), currency: 0)
      for index in columns.indices {
        let (number, value) = (numbers[columns[index].offset + row], columns[index].value)
        if number != .min, store.add(Int128(number), value: value, at: key) {
          columns[index].sum += Int128(number)
        } else {
          store.addMissing(value: value, at: key)
          columns[index].missing += 1
        }
      }
    }
    return (sums(store), columns)
  }

  @Test func partsComeToWhatTheirNumbersComeTo() {
    let odd: [(label: String, share: UInt64, number: Int64)] = [
      ("all plain", .max, 0), ("a gap", 3000, .min), ("gaps", 3, .min), ("no cents", 900, 1),
      ("sums too wide", 40, 200_000_000_000), ("too wide alone", 700, 1 << 60),
      ("beyond 64 bits", 30, .max / 100 * 100),
    ]
    for odd in odd {
      var random = SeededNumbers(seed: 5)
      let numbers = (0..<16_000).map { _ in
        random.next() % odd.share == 1
          ? odd.number : Int64(random.next() % 90_000) * 100 - 1_000_000
      }
      let plain = added(numbers, inParts: false, packingInterval: .max)
      for interval in [Int.max, 30] {
        let parts = added(numbers, inParts: true, packingInterval: interval)
        #expect(parts.sums == plain.sums, "\(odd.label), \(interval)")
        #expect(parts.columns.map(\.sum) == plain.columns.map(\.sum), "\(odd.label)")
        #expect(parts.columns.map(\.missing) == plain.columns.map(\.missing), "\(odd.label)")
      }
    }
  }

  @Test func countsMoreRowsThanABlock() {
    let count = Int(SumBlock.most) + 40_000
    var store = SumStore(values: Self.values)
    let lane = Int32(store.lane(period: 1, currency: 0))
    var columns = [SumStore.Column(offset: 0, value: 0, none: .min)]
    let ones = [Int32](repeating: 0, count: 1000)
    let lanes = [Int32](repeating: lane, count: 1000)
    for start in stride(from: 0, to: count, by: 1000) {
      let part = 0..<min(1000, count - start)
      store.add(
        part,
        accounts: ones,
        lanes: lanes,
        numbers: [Int64](repeating: 300, count: 1000),
        to: &columns
      )
    }
    let sum = store.sum(account: 0, lane: Int(lane), value: 0)
    #expect(sum == SumStore.Sum(amount: Int128(count) * 300, rows: count))
    #expect(columns[0].sum == Int128(count) * 300)
  }

  @Test func findsTheLanesOfAnAccountWhereverTheyStand() throws {
    let rows = Rows(label: "", month: { row, _ in Int32(row / 150 % 30) }, oddity: 50)
    let store = try store(rows, packingInterval: 20)
    let lanes = store.orderedLanes
    var found = lanes
    for account in 0..<300 {
      let count = store.find(account, in: lanes, &found)
      let own = lanes.indices.filter { lane in
        Self.values.indices.contains {
          store.sum(account: account, lane: lanes[lane], value: $0) != nil
        }
      }
      #expect(Array(found[..<count]) == own)
    }
    #expect(store.find(5000, in: lanes, &found) == 0)
  }

  @Test func sumsThatWouldOverflowTogetherAreMissing() {
    var sum = SumStore.Sum(amount: .max, rows: 1)
    sum.add(SumStore.Sum(amount: 1, rows: 2, missing: 1))
    #expect(sum == SumStore.Sum(amount: .max, rows: 3, missing: 2))
    sum.add(SumStore.Sum(amount: -1, rows: 1))
    #expect(sum == SumStore.Sum(amount: .max - 1, rows: 4, missing: 2))
  }
}
