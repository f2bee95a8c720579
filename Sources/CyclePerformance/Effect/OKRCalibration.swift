// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// Whether what was said beforehand came true: the confidence of check-ins in closed cycles.
package struct OKRCalibration: Sendable, Equatable {
  /// Key results of closed cycles with a confidence and an outcome.
  package let count: Int
  /// The comparison; nil below the minimum.
  package let confidence: ConfidenceCalibration?

  /// The edges of the bins of confidence.
  package static let edges = [0, 0.2, 0.4, 0.6, 0.8, 1]

  /// Takes of every key result of a closed cycle the last confidence that was stated before the
  /// cycle's last fifth, as the probability of success: at the end everybody knows.
  ///
  /// - Complexity: O(n log n) in the check-ins that state a confidence
  package init(
    _ sheet: OKRSheet,
    _ figures: OKRFigures,
    on day: CalendarDate,
    profile: RuleProfile
  ) {
    var closed: [String: CalendarDate] = [:]
    for cycle in sheet.cycles where cycle.isClosed(on: day) {
      guard let days = cycle.days else { continue }
      let length = days.end.dayNumber - days.start.dayNumber + 1
      closed[cycle.id] = days.start.adding(days: length * 4 / 5)
    }
    var stated = NumberColumn()
    for index in sheet.checkins.indicesWithExtras {
      let checkin = sheet.checkins[index]
      guard checkin.exclusion == nil, let confidence = checkin.confidence,
        let cycle = figures.keyResults.cycle(at: checkin.keyResult),
        let limit = closed[cycle], checkin.date <= limit
      else { continue }
      stated[checkin.keyResult] = confidence / 10
    }
    let unsorted = sheet.keyResults.indices.compactMap { index in
      stated[index].flatMap { value in
        figures.keyResults.isHit(at: index).map { (value, $0 ? 1.0 : 0) }
      }
    }
    // In order, so that no last bit tells the order of the sheet.
    let pairs = unsorted.sorted { $0 < $1 }
    count = pairs.count
    confidence =
      pairs.count >= profile.minAccountCycles
      ? ConfidenceCalibration(
        predicted: pairs.map(\.0),
        actual: pairs.map(\.1),
        edges: Self.edges
      ) : nil
  }
}
