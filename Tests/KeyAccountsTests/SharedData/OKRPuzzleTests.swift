// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import KeyAccounts
import Reporting
import Testing

/// The demo data of another OKR tool (puzzle/okr) read through `columns` alone.
@Suite struct OKRPuzzleTests {
  private let programme = """
    version: 1
    programme: {name: puzzle, goal: custom, approach: sales, currency: CHF, language: de}
    sources: [{file: team.csv, account: id, name: name, values: {n: {column: id, kind: number}}}]
    okr:
      cycles: {file: quarter.csv, columns: {cycle_id: id, start: start_date, end: end_date}}
      objectives: {file: objective.csv, columns: {objective_id: id, account_id: team_id, cycle_id: quarter_id}}
      key_results: {file: key_result.csv, columns: {kr_id: id, type: key_result_type, target: stretch_goal}}
      checkins: {file: check_in.csv, columns: {kr_id: key_result_id, value: value_metric, date: modified_on}}
      as_of: 2025-03-31
    """

  /// The figures of one tenant, nil where the data are absent.
  private func tenant(_ name: String) throws -> (cycles: CycleOutcome, expected: JSONValue)? {
    guard let all = try SharedDataSet("okr-puzzle") else { return nil }
    let expected = try #require(all.expected["aggregates"]?[name])
    let data = try #require(try SharedDataSet("okr-puzzle/\(name)", expected: "../expected.json"))
    return (try #require(try data.run(programme).cycles), expected)
  }

  @Test(arguments: ["pitc", "acme"])
  func everyRowArrives(name: String) throws {
    guard let (cycles, expected) = try tenant(name) else { return }
    #expect(cycles.sheet.objectives.count == expected["objectives"]?.int)
    #expect(cycles.sheet.keyResults.count == expected["key_results"]?.int)
    #expect(cycles.sheet.checkins.count == expected["check_ins"]?.int)
    for kind in try #require(expected["key_results_by_type"]?.members) {
      let count = cycles.sheet.keyResults.count { $0.kind.rawValue == kind.name }
      #expect(count == kind.value.int, "\(kind.name)")
    }
    let reported = Set(cycles.sheet.checkins.map(\.keyResult))
    #expect(
      cycles.sheet.keyResults.count - reported.count
        == expected["key_results_without_check_in"]?.int
    )
  }

  /// The source writes 0 where a baseline is missing; ours is no value with the reason.
  @Test(arguments: ["pitc", "acme"])
  func progressOfMetricKeyResults(name: String) throws {
    guard let (cycles, expected) = try tenant(name) else { return }
    let wanted = try #require(expected["metric_progress_by_key_result"]?.members)
    let unmeasured = expected["metric_key_results_with_baseline_equal_stretch"]?.texts ?? []
    for figure in wanted {
      let row = try #require(cycles.keyResults.first { $0.keyResult == figure.name })
      if unmeasured.contains(figure.name) {
        #expect(row.progressRaw == nil && row.reason == "missing_baseline_or_target")
        #expect(figure.value.double == 0)
      } else if let found = row.progressRaw {
        #expect(abs(found - (figure.value.double ?? .nan)) < 1e-9, "\(figure.name)")
        #expect(row.progress == min(1, max(0, found)))
      } else {
        #expect(row.reason == "no_data" && figure.value.double == 0, "\(figure.name)")
      }
    }
    let below = cycles.keyResults.count { ($0.progressRaw ?? 0) < 0 }
    #expect(below == expected["progress_below_0"]?.int)
    #expect(
      cycles.keyResults.count { ($0.progressRaw ?? 0) > 1 } == expected["progress_above_1"]?.int
    )
  }

  /// The source counts metric values at or below 0, and missing ones, apart from its zones.
  @Test(arguments: ["pitc", "acme"])
  func zones(name: String) throws {
    guard let (cycles, expected) = try tenant(name) else { return }
    var counts: [String: Int] = [:]
    for row in cycles.keyResults {
      guard let progress = row.progressRaw, row.kind == .ordinal || progress > 0 else {
        counts[
          row.kind == .ordinal ? "NONE" : "ZERO_OR_NEGATIVE_OR_NO_VALUE",
          default: 0
        ] += 1
        continue
      }
      counts[Zone(progress: progress).rawValue.uppercased(), default: 0] += 1
    }
    for zone in try #require(expected["zone_counts"]?.members) {
      #expect(counts[zone.name] == zone.value.int, "\(zone.name)")
    }
  }
}
