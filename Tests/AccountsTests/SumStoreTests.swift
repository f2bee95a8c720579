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
        let packed = try sums(store(kind, packingInterval: interval))
        #expect(packed == open, "\(kind.label), \(interval)")
      }
    }
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
