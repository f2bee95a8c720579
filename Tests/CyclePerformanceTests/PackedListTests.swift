// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Testing

@testable import CyclePerformance

/// The lists behind millions of rows, against plain ones.
@Suite struct PackedListTests {
  @Test func keysAreFoundInTheListThatHoldsThem() {
    var (list, ids, plain) = (KeyedList(), TextList(), [String: Int]())
    for number in 0..<2_000 {
      // Every fifth key comes again, every seventh element has none.
      let key = "KR-\(number % 5 == 0 ? number / 2 : number)ä"
      guard number % 7 != 0 else {
        ids.append(key)
        continue
      }
      let row = KeyedRows.Row(file: 0, row: Int32(number))
      switch list.claim(key, by: row, in: ids) {
      case .first:
        #expect(plain.updateValue(ids.count, forKey: key) == nil)
        ids.append(key)
      case .again(let index, let first):
        #expect(plain[key] == index)
        #expect(first.row < number)
      }
    }
    #expect(plain.allSatisfy { list.index(of: $0.key, in: ids) == $0.value })
    #expect(list.index(of: "", in: ids) == nil && list.index(of: "KR-", in: ids) == nil)
  }

  @Test(arguments: [
    ["a", "b", "ba", "c"], ["a", "c", "b", "ca"], ["", "a", "a", "ä"], ["b", "", "b"],
  ])
  func keysThatAscendNeedNoTable(_ keys: [String]) {
    var (list, ids, plain) = (KeyedList(), TextList(), [String: Int]())
    for key in keys {
      #expect(list.index(of: key, in: ids) == plain[key])
      let claim = list.claim(key, by: KeyedRows.Row(file: 0, row: Int32(ids.count)), in: ids)
      guard claim == .first else { continue }
      plain[key] = ids.count
      ids.append(key)
    }
    #expect(Set(keys).allSatisfy { list.index(of: $0, in: ids) == plain[$0] })
    #expect(["0", "aa", "bb", "z"].allSatisfy { list.index(of: $0, in: ids) == nil })
  }

  @Test(arguments: [[], [2, 3, 4, 9, 10, 8, 8, 1], Array(5..<50)])
  func linesComeBackInEveryOrder(_ lines: [Int]) {
    var list = LineList()
    for line in lines { list.append(line) }
    #expect(lines.indices.map { list[$0] } == lines)
    let order = lines.indices.reversed().filter { $0 != 1 }
    list.apply(order.map { Int32($0) })
    list.append(77)
    #expect((0...order.count).map { list[$0] } == order.map { lines[$0] } + [77])
  }

  @Test func forgottenLinesAreZero() {
    var list = LineList()
    for line in [2, 3, 9] { list.append(line) }
    list.forget()
    list.apply([2, 0])
    #expect((0..<2).map { list[$0] } == [0, 0])
  }

  @Test(
    arguments: [
      [1.5, -2.25, 0, 1e7], [1.5, nil, 0.125], [0.1, 1.0 / 3, -0.0], [nil, nil], [1e300, 2],
    ] as [[Double?]]
  )
  func reportedValuesComeBackInUnitsAndOtherwise(_ numbers: [Double?]) {
    var values = ReportedValues()
    values.reserveCapacity(numbers.count)
    values.append(.init(units: 5, scale: 100))
    for number in numbers { values.append(number.map { .number($0) }) }
    values.append(.init(units: nil, scale: 100))
    values.append(.init(units: -7, scale: 1_000_000))
    values.append(.init(units: 250, scale: 100))
    values.append(.flag(true))
    let expected: [KeyResultValue?] =
      [.number(0.05)] + numbers.map { $0.map { .number($0) } }
      + [nil, .number(-0.000007), .number(2.5), .flag(true)]
    #expect((0..<values.count).map { values[$0] } == expected)
    if numbers.contains(-0.0) {
      #expect(expected.indices.contains { values[$0]?.number?.sign == .minus })
    }
    let order = expected.indices.reversed().map { Int32($0) }
    values.apply(order)
    #expect((0..<values.count).map { values[$0] } == expected.reversed())
  }

  @Test func unitsStayUnitsAsLongAsTheyAre() {
    var values = ReportedValues()
    for units in [Int64(Int32.max), 0, -1] { values.append(.init(units: units, scale: 100)) }
    values.append(.number(12.25))
    values.append(nil)
    values.apply([4, 3, 0])
    #expect((0..<3).map { values[$0] } == [nil, .number(12.25), .number(21_474_836.47)])
  }

  @Test(arguments: [
    [20_000, 1, -7_000_000], [21_474_836_470_000, 1], [1 << 60, 10_000], [1, 1 << 32],
  ])
  func unitsBecomeSmallerWhereDecimalsAskForIt(_ units: [Int64]) {
    var values = ReportedValues()
    for number in units {
      values.append(.init(units: number, scale: 1_000_000))
      values.append(.init(units: nil, scale: 1_000_000))
    }
    let expected = units.flatMap { number -> [KeyResultValue?] in
      [.number(ExactDecimal(Int128(number), scale: 6).doubleValue), nil]
    }
    #expect((0..<values.count).map { values[$0] } == expected)
  }

  @Test(arguments: [3, 700, 65_536, 65_537, 70_000])
  func daysComeBackHoweverManyDiffer(_ count: Int) {
    var list = DayList()
    list.reserveCapacity(2 * count)
    let days = (0..<2 * count).map { Int32(20_250_101 + $0 % count) }
    for day in days { list.append(day) }
    #expect(list.count == days.count && days.indices.allSatisfy { list[$0] == days[$0] })
    let order = days.indices.reversed().prefix(5).map { Int32($0) }
    list.apply(order)
    #expect((0..<list.count).map { list[$0] } == order.map { days[Int($0)] })
  }

  @Test func everyValueComesBack() {
    let numbers: [KeyResultValue] = [0, -0.5, 1e308, .leastNonzeroMagnitude].map { .number($0) }
    let others: [KeyResultValue?] = [nil, .flag(true), .flag(false)]
    for value in numbers + others + Zone.allCases.map({ .zone($0) }) {
      #expect(PackedValue(value).value == value)
    }
    #expect(PackedValue(.number(.infinity)).value == .number(.infinity))
    #expect(PackedValue(.number(-.nan)).value == nil)
  }

  @Test func checkinsAreFoundByTheirKeyResult() throws {
    var list = CheckinList()
    for (line, keyResult) in [3, 0, 3, 1, 0].enumerated() {
      list.append(
        Checkin(
          keyResult: keyResult,
          date: try #require(CalendarDate(year: 2025, month: 3, day: 9 - line)),
          value: .number(Double(line)),
          place: SheetPlace(file: "c.csv", line: line + 2)
        )
      )
    }
    list.sort(keyResults: 5)
    #expect((0..<6).map { list.range(of: $0).count } == [2, 1, 0, 2, 0, 0])
    #expect(list.map(\.keyResult) == [0, 0, 1, 3, 3])
    #expect(list.map(\.place.line) == [6, 3, 5, 4, 2])
    list.remove([0, 2])
    #expect((0..<5).map { list.range(of: $0).count } == [1, 0, 0, 2, 0])
    #expect(list.map(\.keyResult) == [0, 3, 3] && list.map(\.place.line) == [3, 4, 2])
  }

  @Test func linkRowsSortByAccountThenCycle() {
    func row(_ account: String, _ cycle: String) -> LinkRow {
      LinkRow(account: account, cycle: cycle, linkClass: .unscoredWithOKR, attainment: 0.5)
    }
    let sorted = [row("A", "C1"), row("A", "C2"), row("B", "C1"), row("a", "C2")]
    for order in [[0, 1, 2, 3], [0, 2, 1, 3], [3, 2, 1, 0]] {
      var rows = LinkRows(order.map { sorted[$0] })
      rows.sort()
      #expect(Array(rows) == sorted)
      #expect(rows.usableForRegression.isEmpty)
    }
  }
}
