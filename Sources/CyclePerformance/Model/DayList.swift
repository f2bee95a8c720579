// SPDX-License-Identifier: Apache-2.0

/// Days as `yyyymmdd`, which sort as the days do: two bytes each as long as few of them differ, else
/// four.
struct DayList: Sendable {
  private static let mostKnown = 1 << 16
  private static let mostRecent: Int32 = 512

  /// The number of each day; empty once too many differ.
  private var numbers: [UInt16] = []
  /// The days that occur, by number.
  private var known: [Int32] = []
  private var numberOfDay: [Int32: UInt16] = [:]
  /// The numbers of days that were asked for lately, by a part of the day.
  private var recent = [UInt16](repeating: 0, count: Int(DayList.mostRecent))
  /// The days themselves, once too many differ.
  private var days: [Int32] = []
  private var isWide = false

  /// How many there are.
  var count: Int { isWide ? days.count : numbers.count }

  /// The day at `index`.
  subscript(index: Int) -> Int32 { isWide ? days[index] : known[Int(numbers[index])] }

  /// Adds a day.
  mutating func append(_ day: Int32) {
    if !isWide, let number = number(of: day) { return numbers.append(number) }
    if !isWide { widen() }
    days.append(day)
  }

  /// Adds days.
  mutating func append(_ days: ArraySlice<Int32>) {
    for day in days { append(day) }
  }

  /// Makes room for so many days.
  mutating func reserveCapacity(_ count: Int) {
    if isWide { days.reserveCapacity(count) } else { numbers.reserveCapacity(count) }
  }

  /// Puts the days into another order, or keeps some of them.
  mutating func apply(_ order: [Int32]) {
    if isWide {
      days = order.map { days[Int($0)] }
    } else {
      numbers = order.map { numbers[Int($0)] }
    }
  }

  /// The number of a day, nil for one too many.
  private mutating func number(of day: Int32) -> UInt16? {
    let place = Int(day & (Self.mostRecent - 1))
    let last = recent[place]
    if Int(last) < known.count, known[Int(last)] == day { return last }
    guard let number = numberOfDay[day] ?? newNumber(of: day) else { return nil }
    recent[place] = number
    return number
  }

  private mutating func newNumber(of day: Int32) -> UInt16? {
    guard known.count < Self.mostKnown else { return nil }
    let number = UInt16(known.count)
    known.append(day)
    numberOfDay[day] = number
    return number
  }

  private mutating func widen() {
    days.reserveCapacity(numbers.capacity)
    for number in numbers { days.append(known[Int(number)]) }
    (numbers, known, numberOfDay, isWide) = ([], [], [:], true)
  }
}
