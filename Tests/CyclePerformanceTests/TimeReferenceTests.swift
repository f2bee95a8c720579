// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import CyclePerformance

/// Pace, forecast and link against an independent script.
@Suite struct TimeReferenceTests {
  @Test func paceAndStatus() throws {
    for given in try ReferenceCase.all("pace") {
      let inputs = given.inputs
      var span = Pace.Span(
        start: try #require(date(inputs["start"])),
        end: try #require(date(inputs["end"])),
        isClosed: inputs["closed"].flag ?? false
      )
      span.phased = inputs["phased"].list.compactMap { point in
        guard let day = date(point.list[0]), let share = point.list[1].number else { return nil }
        return (day, share)
      }
      var rules = RuleProfile.sieck
      rules.onTrack = try #require(inputs["on_track"].number)
      rules.atRisk = try #require(inputs["at_risk"].number)
      rules.staleDays = Int(inputs["stale_days"].number ?? 14)
      rules.grace = inputs["grace"].number ?? 0.1
      let pace = Pace(
        of: Pace.Report(
          progress: inputs["progress"].number,
          lastCheckin: date(inputs["last_checkin"])
        ),
        success: inputs["success"].number ?? 1,
        at: Pace.Moment(span, on: try #require(date(inputs["as_of"])), rules)
      )
      #expect(given.agrees(pace.elapsed, given.expected["elapsed"]), "\(given.id)")
      #expect(given.agrees(pace.expected, given.expected["expected"]), "\(given.id)")
      #expect(given.agrees(pace.ratio, given.expected["ratio"]), "\(given.id)")
      #expect(pace.isStale == given.expected["stale"].flag, "\(given.id)")
      #expect(pace.status?.rawValue == given.expected["status"].text, "\(given.id)")
      #expect(pace.reason == given.expected["reason"].text, "\(given.id)")
    }
  }

  @Test func forecasts() throws {
    for given in try ReferenceCase.all("forecast") {
      let forecast = Forecast(
        elapsed: given.inputs["elapsed"].list.compactMap(\.number),
        progress: given.inputs["progress"].list.compactMap(\.number),
        prior: given.inputs["prior"].number,
        grace: given.inputs["grace"].number ?? 0.1
      )
      let expected = given.expected
      #expect(given.agrees(forecast.pace, expected["pace"]), "\(given.id)")
      #expect(given.agrees(forecast.originSlope, expected["origin_slope"]), "\(given.id)")
      #expect(given.agrees(forecast.linear, expected["linear"]), "\(given.id)")
      #expect(given.agrees(forecast.shrunk, expected["shrunk"]), "\(given.id)")
      let bounds = forecast.interval.map { [$0.lowerBound, $0.upperBound] } ?? []
      #expect(given.agrees(bounds, expected["linear_pi80"]), "\(given.id)")
    }
  }

  @Test func linksWithoutLookingAhead() throws {
    for given in try ReferenceCase.all("link") {
      let link = SelectionLink(
        runs: try given.inputs["runs"].list.map(run),
        cycles: given.inputs["cycles"].list.map {
          SelectionLink.LinkedCycle(id: $0["cycle"].text ?? "", start: date($0["start"]))
        },
        attainments: given.inputs["okr"].list.map {
          SelectionLink.Attainment(
            account: $0["account"].text ?? "",
            cycle: $0["cycle"].text ?? "",
            value: $0["attainment"].number
          )
        }
      )
      let wanted = given.expected["rows"].list
      #expect(link.rows.count == wanted.count)
      for expected in wanted {
        let row = try #require(
          link.rows.first {
            $0.account == expected["account"].text && $0.cycle == expected["cycle"].text
          }
        )
        #expect(row.run == expected["run_id"].text)
        #expect(row.score == expected["score"].number)
        #expect(row.isSelected == expected["selected"].flag)
        #expect(row.attainment == expected["attainment"].number)
        #expect(row.linkClass.rawValue == expected["class"].text)
      }
      let usable = link.rows.count { $0.isUsableForRegression }
      #expect(Double(usable) == given.expected["usable_for_regression"].number)
      let counts = given.expected["classes"].object
      #expect(link.classCounts.count == counts.count)
      for (linkClass, count) in link.classCounts {
        #expect(counts[linkClass.rawValue]?.number == Double(count))
      }
    }
  }

  private func run(_ value: JSON) throws -> SelectionRun {
    SelectionRun(
      id: value["run_id"].text ?? "",
      dataAsOf: try #require(date(value["data_as_of"])),
      accounts: value["accounts"].list.map {
        SelectionRun.Account(
          account: $0["account"].text ?? "",
          score: $0["score"].number,
          rank: nil,
          isSelected: $0["selected"].flag ?? false
        )
      }
    )
  }

  private func date(_ value: JSON) -> CalendarDate? { value.text.flatMap(CalendarDate.init(iso:)) }
}
