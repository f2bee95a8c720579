// SPDX-License-Identifier: Apache-2.0
import Accounts

/// What the check-ins of each key result come to, up to the day of the figures.
struct CheckinCounts {
  /// What was reported on a key result.
  struct Count {
    var checkins: Int32 = 0
    /// The day of the last one as `yyyymmdd`, 0 for none.
    var last: Int32 = 0
    /// The first 64 weeks of its cycle that have one, a bit for each.
    var weeks: UInt64 = 0
  }

  /// The counts of each key result.
  private(set) var counts: [Count]
  /// The weeks behind the first 64; hardly any key result has some.
  private(set) var lateWeeks: [Int: Set<Int>] = [:]

  /// Counts the check-ins of `sheet` up to `day`.
  ///
  /// - Complexity: O(n) in the check-ins
  init(of sheet: OKRSheet, on day: CalendarDate) {
    counts = Array(repeating: Count(), count: sheet.keyResults.count)
    let (checkins, today) = (sheet.checkins, day.packed)
    let spans = sheet.cyclesOfObjectives.map { cycle in
      cycle?.days.map { CycleDays($0.start, $0.end) }
    }
    let cycles = sheet.objectives.cycles.numbers
    var dayNumbers = DayNumbers()
    for keyResult in counts.indices {
      let range = checkins.range(of: keyResult, upTo: today)
      guard !range.isEmpty else { continue }
      var count = Count(checkins: Int32(range.count))
      count.last = checkins.packedDay(at: range.upperBound - 1)
      let objective = sheet.keyResults.objectives[keyResult]
      if objective >= 0, let span = spans[Int(cycles[Int(objective)])] {
        for index in range {
          let packed = checkins.packedDay(at: index)
          guard span.start <= packed, packed <= span.end else { continue }
          let week = (dayNumbers.number(of: packed) - span.first) / 7
          if week < 64 {
            count.weeks |= 1 << UInt64(week)
          } else {
            lateWeeks[keyResult, default: []].insert(week)
          }
        }
      }
      counts[keyResult] = count
    }
  }
}

/// First and last day of a cycle as `yyyymmdd`, and their numbers.
struct CycleDays {
  var start: Int32
  var end: Int32
  var first: Int
  var last: Int

  init(_ start: CalendarDate, _ end: CalendarDate) {
    (self.start, self.end) = (start.packed, end.packed)
    (first, last) = (start.dayNumber, end.dayNumber)
  }
}

/// The numbers of days, of which few differ.
private struct DayNumbers {
  private var days = [Int32](repeating: 0, count: 512)
  private var numbers = [Int](repeating: 0, count: 512)

  mutating func number(of packed: Int32) -> Int {
    let slot = Int(packed & 511)
    if days[slot] != packed {
      days[slot] = packed
      numbers[slot] = CalendarDate(packed: packed).dayNumber
    }
    return numbers[slot]
  }
}
