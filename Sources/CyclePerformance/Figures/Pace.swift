// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// How progress compares with what could be expected on one day of a cycle.
///
/// *Definition* `elapsed = (day - start + 1) / (end - start + 1)` within 0 and 1, days inclusive;
/// `expected = success · elapsed`, so that an aspirational key result heading for 0.7 is on track.
public struct Pace: Sendable, Equatable {
  /// What a person should make of it; the order of ``Pace/init(of:success:at:)`` decides.
  public enum Status: String, Sendable, CaseIterable {
    case notStarted = "not_started"
    case noData = "no_data"
    case achieved, partial, missed, stale
    case tooEarly = "too_early"
    case onTrack = "on_track"
    case atRisk = "at_risk"
    case offTrack = "off_track"
  }

  /// The share of the cycle that is over, 0 to 1.
  public var elapsed: Double?
  /// The progress to expect.
  public var expected: Double?
  /// Progress over expected progress; nil without either.
  public var ratio: Double?
  /// Whether the last check-in is too old; nil without one.
  public var isStale: Bool?
  /// The status.
  public var status: Status?
  /// Why there is none: `cycle_end_before_start`.
  public var reason: String?

  /// What was reported, and when last.
  package struct Report: Sendable {
    /// The progress, nil without data.
    package var progress: Double?
    /// The day of the last check-in.
    package var lastCheckin: CalendarDate?

    /// A report of `progress`.
    package init(progress: Double?, lastCheckin: CalendarDate?) {
      self.progress = progress
      self.lastCheckin = lastCheckin
    }
  }

  /// The days of a cycle and what is planned for them.
  package struct Span: Sendable {
    /// The first day.
    package var start: CalendarDate
    /// The last day, included.
    package var end: CalendarDate
    /// Whether the cycle is closed whatever the day.
    package var isClosed = false
    /// Planned shares of the goal by day, ascending; empty for an even pace.
    package var phased: [(day: CalendarDate, share: Double)] = []

    /// The cycle from `start` to `end`.
    package init(start: CalendarDate, end: CalendarDate, isClosed: Bool = false) {
      self.start = start
      self.end = end
      self.isClosed = isClosed
    }

    /// The share of the cycle that is over on `day`, 0 to 1.
    package func elapsed(on day: CalendarDate) -> Double {
      let length = end.dayNumber - start.dayNumber + 1
      guard length > 0 else { return 0 }
      return min(1, max(0, Double(day.dayNumber - start.dayNumber + 1) / Double(length)))
    }

    /// The share of the goal planned for `day`: even, or linear between the day before the start
    /// (0) and the planned points, the last one from then on.
    func planned(on day: CalendarDate) -> Double {
      guard !phased.isEmpty else { return elapsed(on: day) }
      var before = (day: start.dayNumber - 1, share: 0.0)
      for point in phased {
        let next = (day: point.day.dayNumber, share: point.share)
        if day.dayNumber < next.day, next.day > before.day {
          let part = Double(max(0, day.dayNumber - before.day)) / Double(next.day - before.day)
          return before.share + part * (next.share - before.share)
        }
        before = next
      }
      return before.share
    }
  }

  /// A day of a cycle, with what is the same for everything that is judged on it.
  package struct Moment: Sendable {
    let span: Span
    let day: CalendarDate
    /// The share of the cycle that is over, and the one that is planned.
    let elapsed: Double
    let planned: Double
    /// The number of the day, of the cycle's last one after it.
    let dayNumber: Int
    let staleDays: Int
    let grace: Double
    let onTrack: Double
    let atRisk: Double
    let partial: Double

    /// The day `day` of `span`, judged by the limits of `rules`.
    package init(_ span: Span, on day: CalendarDate, _ rules: RuleProfile) {
      (self.span, self.day) = (span, day)
      elapsed = span.elapsed(on: day)
      planned = span.planned(on: day)
      dayNumber = min(day, span.end).dayNumber
      (staleDays, grace) = (rules.staleDays, rules.grace)
      (onTrack, atRisk, partial) = (rules.onTrack, rules.atRisk, rules.partial)
    }
  }

  /// Judges `report` at `moment`.
  ///
  /// Order: not started, no data, closed (achieved, partly reached, missed), achieved, stale, too
  /// early, on track, at risk, off track.
  package init(
    of report: Report,
    success: Double,
    at moment: Moment
  ) {
    guard moment.span.start <= moment.span.end else {
      reason = "cycle_end_before_start"
      return
    }
    let expected = success * moment.planned
    elapsed = moment.elapsed
    self.expected = expected
    if let progress = report.progress, expected != 0 { ratio = finite(progress / expected) }
    isStale = report.lastCheckin.map { moment.dayNumber - $0.dayNumber > moment.staleDays }
    status = status(of: report.progress, success: success, at: moment)
  }

  private func status(of progress: Double?, success: Double, at moment: Moment) -> Status {
    if moment.day < moment.span.start { return .notStarted }
    guard let progress else { return .noData }
    let isAchieved = Band.reaches(progress, success)
    if moment.span.isClosed || moment.day > moment.span.end {
      return isAchieved ? .achieved : Band.reaches(progress, moment.partial) ? .partial : .missed
    }
    if isAchieved { return .achieved }
    if isStale == true { return .stale }
    if !Band.reaches(moment.elapsed, moment.grace) { return .tooEarly }
    guard let ratio else { return Band.reaches(progress, 0) ? .onTrack : .offTrack }
    if Band.reaches(ratio, moment.onTrack) { return .onTrack }
    return Band.reaches(ratio, moment.atRisk) ? .atRisk : .offTrack
  }

  private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
