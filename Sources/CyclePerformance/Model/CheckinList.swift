// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The check-ins of a sheet, column by column: millions of them need little more than their numbers.
///
/// An element is put together when it is asked for; what few check-ins have (a time, a confidence, a
/// comment, an exclusion) is kept beside, by index.
public struct CheckinList: Sendable, Equatable, RandomAccessCollection {
  /// What few check-ins have.
  private struct Extra: Sendable, Equatable {
    var second: Int?
    var confidence: Double?
    var comment: String?
    var exclusion: OKRCode?

    var isEmpty: Bool { self == Extra() }
  }

  private enum Kind {
    static let none: UInt8 = 0
    static let number: UInt8 = 1
    static let flag: UInt8 = 2
    static let zone: UInt8 = 3
  }

  /// The file they stand in.
  package var file = ""
  private var keyResults: [Int32] = []
  /// Days as `yyyymmdd`, which sort as the days do.
  private var days: [Int32] = []
  private var lines: [Int32] = []
  private var kinds: [UInt8] = []
  private var values: [Double] = []
  private var extras: [Int32: Extra] = [:]

  /// A list without check-ins.
  public init() {}

  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { keyResults.count }

  /// The check-in at `index`.
  public subscript(index: Int) -> Checkin {
    let extra = extras.isEmpty ? nil : extras[Int32(index)]
    return Checkin(
      keyResult: Int(keyResults[index]),
      date: CalendarDate(packed: days[index]),
      second: extra?.second,
      value: value(at: index),
      confidence: extra?.confidence,
      comment: extra?.comment,
      exclusion: extra?.exclusion,
      place: SheetPlace(file: file, line: Int(lines[index]))
    )
  }

  /// The key result of the check-in at `index`, without the rest of it.
  package func keyResult(at index: Int) -> Int { Int(keyResults[index]) }

  /// The day of the check-in at `index` as `yyyymmdd`.
  package func packedDay(at index: Int) -> Int32 { days[index] }

  /// The line of the check-in at `index`.
  package func line(at index: Int) -> Int { Int(lines[index]) }

  /// Why the check-in at `index` enters no figure.
  package func exclusion(at index: Int) -> OKRCode? {
    extras.isEmpty ? nil : extras[Int32(index)]?.exclusion
  }

  /// The value of the check-in at `index`.
  package func value(at index: Int) -> KeyResultValue? {
    switch kinds[index] {
    case Kind.number: .number(values[index])
    case Kind.flag: .flag(values[index] != 0)
    case Kind.zone: .zone(Zone.allCases[Int(values[index])])
    default: nil
    }
  }

  /// The check-ins that have a confidence, a comment, a time or an exclusion, by index.
  package var indicesWithExtras: [Int] { extras.keys.map { Int($0) }.sorted() }
}

// MARK: - Growing

extension CheckinList {
  /// Adds a check-in at the end.
  package mutating func append(_ checkin: Checkin) {
    file = checkin.place.file
    let extra = Extra(
      second: checkin.second,
      confidence: checkin.confidence,
      comment: checkin.comment,
      exclusion: checkin.exclusion
    )
    if !extra.isEmpty { extras[Int32(count)] = extra }
    append(
      keyResult: Int32(checkin.keyResult),
      day: checkin.date.packed,
      line: checkin.place.line
    )
    switch checkin.value {
    case .number(let number)?: set(Kind.number, number)
    case .flag(let flag)?: set(Kind.flag, flag ? 1 : 0)
    case .zone(let zone)?: set(Kind.zone, Double(Zone.allCases.firstIndex(of: zone) ?? 0))
    case nil: break
    }
  }

  /// Adds a check-in with a number or nothing, and perhaps a confidence.
  package mutating func append(
    keyResult: Int32,
    day: Int32,
    line: Int,
    number: Double?,
    confidence: Double?
  ) {
    if let confidence { extras[Int32(count)] = Extra(confidence: confidence) }
    append(keyResult: keyResult, day: day, line: line)
    if let number { set(Kind.number, number) }
  }

  private mutating func append(keyResult: Int32, day: Int32, line: Int) {
    keyResults.append(keyResult)
    days.append(day)
    lines.append(Int32(clamping: line))
    kinds.append(Kind.none)
    values.append(0)
  }

  private mutating func set(_ kind: UInt8, _ value: Double) {
    kinds[kinds.count - 1] = kind
    values[values.count - 1] = value
  }

  /// Keeps the check-in at `index` out of the figures.
  mutating func exclude(at index: Int, _ code: OKRCode) {
    extras[Int32(index), default: Extra()].exclusion = code
  }

  /// Takes out the check-ins at `removed`.
  mutating func remove(_ removed: Set<Int>) {
    guard !removed.isEmpty else { return }
    apply(indices.filter { !removed.contains($0) }.map { Int32($0) })
  }
}

// MARK: - Order

extension CheckinList {
  /// Sorts by key result, day, time and line; a check-in without a time comes before the others.
  ///
  /// - Parameter count: how many key results there are
  /// - Complexity: O(n) for check-ins that stand in the order of their days, else O(n log n)
  mutating func sort(keyResults count: Int) {
    var ends = [Int32](repeating: 0, count: count + 1)
    for keyResult in keyResults { ends[Int(keyResult) + 1] += 1 }
    for index in 0..<count { ends[index + 1] += ends[index] }
    var order = [Int32](repeating: 0, count: self.count)
    var next = ends
    for (index, keyResult) in keyResults.enumerated() {
      order[Int(next[Int(keyResult)])] = Int32(index)
      next[Int(keyResult)] += 1
    }
    for keyResult in 0..<count {
      let range = Int(ends[keyResult])..<Int(ends[keyResult + 1])
      let isSorted = zip(range, range.dropFirst()).allSatisfy { !isBefore(order[$1], order[$0]) }
      if !isSorted { order[range].sort { isBefore($0, $1) } }
    }
    apply(order)
  }

  private func isBefore(_ a: Int32, _ b: Int32) -> Bool {
    let (first, second) = (days[Int(a)], days[Int(b)])
    if first != second { return first < second }
    let times = (extras[a]?.second ?? -1, extras[b]?.second ?? -1)
    return times.0 != times.1 ? times.0 < times.1 : lines[Int(a)] < lines[Int(b)]
  }

  private mutating func apply(_ order: [Int32]) {
    keyResults = order.map { keyResults[Int($0)] }
    days = order.map { days[Int($0)] }
    lines = order.map { lines[Int($0)] }
    kinds = order.map { kinds[Int($0)] }
    values = order.map { values[Int($0)] }
    guard !extras.isEmpty else { return }
    var moved: [Int32: Extra] = [:]
    for (index, old) in order.enumerated() {
      if let extra = extras[old] { moved[Int32(index)] = extra }
    }
    extras = moved
  }
}

extension CalendarDate {
  /// The day as `yyyymmdd`.
  package var packed: Int32 { Int32(year * 10_000 + month * 100 + day) }

  /// The day of a number made by ``packed``.
  package init(packed: Int32) {
    let number = Int(packed)
    let date = CalendarDate(
      year: number / 10_000,
      month: number / 100 % 100,
      day: number % 100
    )
    precondition(date != nil, "\(packed) is no packed day")
    self = date ?? .endOfTime
  }
}
