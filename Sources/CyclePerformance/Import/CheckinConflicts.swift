// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Puts the check-ins in order and settles those of one key result on one day.
///
/// The latest time of a day wins. Where times are equal or missing the values must agree; different
/// ones are an error at each later row, and none of the check-ins at that time counts.
enum CheckinConflicts {
  /// Sorts the check-ins of `sheet`, drops repeated rows and keeps conflicting ones out of the
  /// figures.
  ///
  /// - Complexity: O(n log n) in the check-ins
  static func resolve(_ sheet: inout OKRSheet) -> [Finding] {
    sheet.checkins.sort(keyResults: sheet.keyResults.count)
    var findings: [Finding] = []
    var repeated: Set<Int> = []
    for keyResult in sheet.keyResults.indices {
      var rest = sheet.checkins.range(of: keyResult)
      while let start = rest.first {
        let end = endOfDay(rest, of: sheet.checkins)
        if end - start > 1 {
          let id = sheet.keyResults.ids[keyResult]
          settle(start..<end, of: &sheet.checkins, key: id, &findings, &repeated)
        }
        rest = end..<rest.upperBound
      }
    }
    sheet.checkins.remove(repeated)
    return findings
  }

  /// Where the first day of some check-ins ends.
  private static func endOfDay(_ range: Range<Int>, of checkins: CheckinList) -> Int {
    let day = checkins.packedDay(at: range.lowerBound)
    var end = range.lowerBound + 1
    while end < range.upperBound, checkins.packedDay(at: end) == day { end += 1 }
    return end
  }

  private static func settle(
    _ day: Range<Int>,
    of checkins: inout CheckinList,
    key: String,
    _ findings: inout [Finding],
    _ repeated: inout Set<Int>
  ) {
    let rows = day.filter { checkins[$0].exclusion == nil }
    let isUntimed = rows.contains { checkins[$0].second == nil }
    var kept: [Int?: [Int]] = [:]
    for index in rows.sorted(by: { checkins[$0].place.line < checkins[$1].place.line }) {
      let time = isUntimed ? nil : checkins[index].second
      let earlier = kept[time] ?? []
      if earlier.contains(where: { isRepetition(checkins[index], of: checkins[$0]) }) {
        repeated.insert(index)
        findings.append(identical(checkins[index], key: key))
        continue
      }
      if let first = earlier.first, checkins[index].value != checkins[first].value {
        findings.append(conflict(checkins[index], key: key))
      }
      kept[time] = earlier + [index]
    }
    for group in kept.values where Set(group.map { checkins[$0].value }).count > 1 {
      for index in group { checkins.exclude(at: index, .conflictingCheckins) }
    }
  }

  private static func isRepetition(_ a: Checkin, of b: Checkin) -> Bool {
    a.value == b.value && a.confidence == b.confidence && a.comment == b.comment
      && a.second == b.second
  }

  private static func identical(_ checkin: Checkin, key: String) -> Finding {
    .okr(
      .identicalDuplicate,
      at: checkin.place,
      field: key,
      LocalizedText(
        de: "Check-in zu '\(key)' vom \(checkin.date) steht schon einmal genau so da und wird "
          + "übergangen",
        en: "check-in of '\(key)' on \(checkin.date) is there already, word for word, and is "
          + "skipped"
      )
    )
  }

  private static func conflict(_ checkin: Checkin, key: String) -> Finding {
    .okr(
      .conflictingCheckins,
      at: checkin.place,
      field: key,
      LocalizedText(
        de: "zu '\(key)' stehen am \(checkin.date) verschiedene Werte; eine spätere Uhrzeit würde "
          + "entscheiden",
        en: "'\(key)' has different values on \(checkin.date); a later time of day would decide"
      )
    )
  }
}
