// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Reporting

/// The families `pace` and `forecast`.
enum TimeCases {
  static func pace(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    var span = Pace.Span(
      start: try inputs.required("start").date(),
      end: try inputs.required("end").date(),
      isClosed: try inputs.optional("closed")?.flag() ?? false
    )
    span.phased =
      try inputs.optional("phased")?.list().map { point throws(CaseFault) in
        try planned(point)
      } ?? []
    var rules = RuleProfile.sieck
    rules.onTrack = try inputs.number("on_track")
    rules.atRisk = try inputs.number("at_risk")
    rules.staleDays = try inputs.optional("stale_days")?.int() ?? 14
    rules.grace = try inputs.number("grace", or: 0.1)
    let report = Pace.Report(
      progress: try inputs.optionalNumber("progress"),
      lastCheckin: try inputs.optional("last_checkin")?.date()
    )
    return figures(
      Pace(
        of: report,
        success: try inputs.number("success", or: 1),
        at: Pace.Moment(span, on: try inputs.required("as_of").date(), rules)
      )
    )
  }

  private static func figures(_ pace: Pace) -> CaseFigures {
    CaseFigures([
      .init("elapsed", .finite(pace.elapsed)), .init("expected", .finite(pace.expected)),
      .init("ratio", .finite(pace.ratio)), .init("stale", JSONValue(pace.isStale)),
      .init("status", JSONValue(pace.status?.rawValue)), .init("reason", JSONValue(pace.reason)),
    ])
  }

  /// A pair of day and share.
  private static func planned(
    _ point: CaseInputs
  ) throws(CaseFault) -> (day: CalendarDate, share: Double) {
    let parts = try point.list()
    guard parts.count == 2 else {
      throw .expected(
        .init(de: "ein Paar [Tag, Anteil]", en: "a pair [day, share]"),
        at: point.path
      )
    }
    return (try parts[0].date(), try parts[1].number())
  }

  static func forecast(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let checkins = try inputs.pairedNumbers("elapsed", "progress")
    let forecast = Forecast(
      elapsed: checkins.first,
      progress: checkins.second,
      prior: try inputs.optionalNumber("prior"),
      grace: try inputs.number("grace", or: 0.1)
    )
    let interval = forecast.interval.map { JSONValue.finite([$0.lowerBound, $0.upperBound]) }
    return CaseFigures([
      .init("pace", .finite(forecast.pace)),
      .init("origin_slope", .finite(forecast.originSlope)),
      .init("linear", .finite(forecast.linear)),
      .init("linear_pi80", interval ?? .null),
      .init("shrunk", .finite(forecast.shrunk)),
    ])
  }
}
