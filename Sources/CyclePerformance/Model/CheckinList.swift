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

  /// The file they stand in.
  package var file = ""
  /// The key result of each, until they are sorted.
  private var keyResults: [Int32] = []
  /// Where those of each key result begin once they are sorted, and where the last ones end.
  private var starts: [Int32] = []
  private var days = DayList()
  private var lines = LineList()
  private var values = ReportedValues()
  private var extras: [Int32: Extra] = [:]

  /// A list without check-ins.
  public init() {}

  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { values.count }

  /// The check-in at `index`.
  public subscript(index: Int) -> Checkin {
    let extra = extras.isEmpty ? nil : extras[Int32(index)]
    return Checkin(
      keyResult: keyResult(at: index),
      date: CalendarDate(packed: days[index]),
      second: extra?.second,
      value: value(at: index),
      confidence: extra?.confidence,
      comment: extra?.comment,
      exclusion: extra?.exclusion,
      place: SheetPlace(file: file, line: lines[index])
    )
  }

  /// Whether both hold the same check-ins.
  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

  /// The check-ins of a key result, by day and time; none before they are sorted.
  package func range(of keyResult: Int) -> Range<Int> {
    guard keyResult + 1 < starts.count else { return count..<count }
    return Int(starts[keyResult])..<Int(starts[keyResult + 1])
  }

  /// The check-ins of a key result up to and including a day, by day and time.
  func range(of keyResult: Int, upTo day: Int32) -> Range<Int> {
    let range = range(of: keyResult)
    var end = range.upperBound
    while end > range.lowerBound, days[end - 1] > day { end -= 1 }
    return range.lowerBound..<end
  }

  /// The key result of the check-in at `index`, without the rest of it.
  ///
  /// - Complexity: O(log k) in the key results once the check-ins are sorted
  package func keyResult(at index: Int) -> Int {
    guard !starts.isEmpty else { return Int(keyResults[index]) }
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// The day of the check-in at `index` as `yyyymmdd`.
  package func packedDay(at index: Int) -> Int32 { days[index] }

  /// The line of the check-in at `index`.
  package func line(at index: Int) -> Int { lines[index] }

  /// Why the check-in at `index` enters no figure.
  package func exclusion(at index: Int) -> OKRCode? {
    extras.isEmpty ? nil : extras[Int32(index)]?.exclusion
  }

  /// The value of the check-in at `index`.
  package func value(at index: Int) -> KeyResultValue? { values[index] }

  /// The check-ins that have a confidence, a comment, a time or an exclusion, by index.
  package var indicesWithExtras: [Int] { extras.keys.map { Int($0) }.sorted() }
}

// MARK: - Growing

extension CheckinList {
  /// Adds a check-in at the end; none is added once they are sorted.
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
    values.append(checkin.value)
  }

  /// Rows of check-ins that follow each other, as they are read in batches.
  struct PlainRows {
    var keyResults: ArraySlice<Int32>
    /// Days as `yyyymmdd`.
    var days: ArraySlice<Int32>
    /// Numbers times ``scale``, ``RegularRows/missing`` for none.
    var numbers: ArraySlice<Int64>
    /// A power of ten from 100 on, the same for all rows of a file.
    var scale: Int64
    /// The line of the first row.
    var line: Int
  }

  /// Adds check-ins with a number or nothing.
  mutating func append(_ rows: PlainRows) {
    precondition(starts.isEmpty, "check-ins are added before they are sorted")
    keyResults.append(contentsOf: rows.keyResults)
    days.append(rows.days)
    lines.append(rows.line, count: rows.days.count)
    values.append(rows.numbers, scale: rows.scale)
  }

  /// Says how sure somebody was at the check-in at `index`, of which nothing else is said; it may
  /// be added later.
  mutating func setConfidence(_ confidence: Double, at index: Int) {
    extras[Int32(index)] = Extra(confidence: confidence)
  }

  private mutating func append(keyResult: Int32, day: Int32, line: Int) {
    precondition(starts.isEmpty, "check-ins are added before they are sorted")
    keyResults.append(keyResult)
    days.append(day)
    lines.append(line)
  }

  /// Makes room for so many check-ins.
  mutating func reserveCapacity(_ count: Int) {
    keyResults.reserveCapacity(count)
    days.reserveCapacity(count)
    values.reserveCapacity(count)
  }

  /// Keeps the check-in at `index` out of the figures.
  mutating func exclude(at index: Int, _ code: OKRCode) {
    extras[Int32(index), default: Extra()].exclusion = code
  }

  /// Takes out the check-ins at `removed`, once all are sorted.
  mutating func remove(_ removed: Set<Int>) {
    guard !removed.isEmpty else { return }
    keep(indices.filter { !removed.contains($0) }.map { Int32($0) })
  }

  /// Forgets the lines, which are 0 from then on.
  mutating func removeLines() { lines.forget() }

  /// Takes out what is nothing but a number, once all are sorted; reports that show words and
  /// confidence ask for no more.
  mutating func removePlain() { keep(indicesWithExtras.map { Int32($0) }) }

  /// Keeps some check-ins, which are given in order.
  private mutating func keep(_ kept: [Int32]) {
    var next = 0
    starts = starts.map { start in
      while next < kept.count, kept[next] < start { next += 1 }
      return Int32(next)
    }
    apply(kept)
  }
}

// MARK: - Order

extension CheckinList {
  /// Sorts by key result, day, time and line; a check-in without a time comes before the others.
  ///
  /// - Parameter count: how many key results there are
  /// - Complexity: O(n) for check-ins that stand in the order of their days, else O(n log n)
  mutating func sort(keyResults count: Int) {
    starts = [Int32](repeating: 0, count: count + 1)
    for keyResult in keyResults { starts[Int(keyResult) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    let isInOrder = indices.dropFirst().allSatisfy { index in
      let (last, keyResult) = (keyResults[index - 1], keyResults[index])
      return last < keyResult
        || last == keyResult && !isBefore(Int32(index), Int32(index - 1))
    }
    let order = isInOrder ? nil : order(keyResults: count)
    keyResults = []
    if let order { apply(order) }
  }

  /// The check-ins in the order of their key results, days, times and lines.
  private func order(keyResults count: Int) -> [Int32] {
    var order = [Int32](repeating: 0, count: self.count)
    var next = starts
    for (index, keyResult) in keyResults.enumerated() {
      order[Int(next[Int(keyResult)])] = Int32(index)
      next[Int(keyResult)] += 1
    }
    for keyResult in 0..<count {
      let range = range(of: keyResult)
      let isSorted = zip(range, range.dropFirst()).allSatisfy { !isBefore(order[$1], order[$0]) }
      if !isSorted { order[range].sort { isBefore($0, $1) } }
    }
    return order
  }

  private func isBefore(_ a: Int32, _ b: Int32) -> Bool {
    let (first, second) = (days[Int(a)], days[Int(b)])
    if first != second { return first < second }
    guard !extras.isEmpty else { return lines[Int(a)] < lines[Int(b)] }
    let times = (extras[a]?.second ?? -1, extras[b]?.second ?? -1)
    return times.0 != times.1 ? times.0 < times.1 : lines[Int(a)] < lines[Int(b)]
  }

  private mutating func apply(_ order: [Int32]) {
    days.apply(order)
    lines.apply(order)
    values.apply(order)
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
