// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import KeyAccounts
import Reporting
import Testing

/// Two OKR programmes from file to finding: a flat German sheet, and normalised English files.
@Suite struct OKRExampleTests {
  @Test func flatGermanSheet() throws {
    guard let data = try SharedDataSet("okr-examples/de-excel") else { return }
    let run = try data.run(
      """
      version: 1
      programme: {name: OKR, goal: custom, approach: sales, currency: EUR, as_of: 2025-04}
      \(selection(of: 3))
      okr:
        plan: account_plan_okr.csv
        cycles: zyklen.csv
        checkins: checkins.csv
        reviews: reviews.csv
        profile: sieck
        as_of: \(try #require(data.expected["as_of"]?.text))
      """,
      files: accounts(["K1001": 40, "K1002": 30, "K1003": 10, "K1004": 20])
    )
    let cycles = try expectCycles(run, data)
    for keyResult in try #require(data.expected["kr_progress_raw"]?.members) {
      let found = try row(keyResult.name, in: cycles)
      #expect(isClose(found.progressRaw, keyResult.value), "\(keyResult.name)")
    }
    #expect(cycles.accounts.count == data.expected["accounts"]?.members?.count)
    for row in cycles.accounts {
      #expect(isClose(row.attainment, data.expected["accounts"]?[row.account]), "\(row.account)")
      #expect(isClose(row.coverage, data.expected["coverage"]?[row.account]), "\(row.account)")
      #expect(isClose(row.expected, data.expected["expected_pace_at_070"]), "\(row.account)")
    }
    try expectFindings(run, data)
    expectLink(cycles)
  }

  @Test func normalisedEnglishFiles() throws {
    guard let data = try SharedDataSet("okr-examples/en-normalised") else { return }
    let run = try data.run(
      """
      version: 1
      programme: {name: OKR, goal: custom, approach: sales, currency: EUR}
      \(selection(of: 2))
      okr:
        cycles: cycles.csv
        moals: moals.csv
        milestones: milestones.csv
        objectives: objectives.csv
        key_results: key_results.csv
        checkins: checkins.csv
        reviews: reviews.csv
        as_of: \(try #require(data.expected["as_of"]?.text))
      """,
      files: accounts(["A-100": 20, "A-200": 10])
    )
    let cycles = try expectCycles(run, data)
    for keyResult in try #require(data.expected["kr"]?.members) {
      let found = try row(keyResult.name, in: cycles)
      #expect(isClose(found.progressRaw, keyResult.value), "\(keyResult.name)")
    }
    for hit in try #require(data.expected["hits"]?.members) {
      #expect(try row(hit.name, in: cycles).isHit == hit.value.flag, "\(hit.name)")
    }
    for row in cycles.accounts {
      let expected = data.expected["accounts"]?[row.account]?[row.cycle]
      #expect(isClose(row.attainment, expected), "\(row.account) \(row.cycle)")
    }
    for close in try #require(data.expected["cycle_close"]?.members) {
      let found = try #require(cycles.accounts.first { "\($0.account)/\($0.cycle)" == close.name })
      #expect(isClose(found.attainmentAtClose, close.value["mean"]))
      let rate = Double(found.hits) / Double(found.keyResults)
      #expect(isClose(rate, close.value["hit_rate"]))
    }
    try expectFindings(run, data)
  }

  // MARK: Programmes

  private func selection(of size: Int) -> String {
    """
    sources: [{file: accounts.csv, account: account, values: {revenue: revenue}}]
    criteria: [{measure: revenue, weight: 1, scale: {from: 0, to: 100}}]
    shortlist: {size: \(size)}
    """
  }

  private func accounts(_ revenues: [String: Int]) -> [String: [UInt8]] {
    let rows = revenues.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)\n" }.joined()
    return ["accounts.csv": Array("account,revenue\n\(rows)".utf8)]
  }

  // MARK: Expectations

  private func expectCycles(_ run: Run, _ data: SharedDataSet) throws -> CycleOutcome {
    let selected = data.expected["selected_accounts"]?.texts
    #expect(try run.shortlisted().sorted() == selected)
    let cycles = try #require(run.cycles)
    #expect(cycles.day.description == data.expected["as_of"]?.text)
    return cycles
  }

  private func row(_ id: String, in cycles: CycleOutcome) throws -> OKRKeyResultRow {
    try #require(cycles.keyResults.first { $0.keyResult == id }, "\(id)")
  }

  /// Within 1e-9, the tolerance that the expected files state; null is no figure.
  private func isClose(_ found: Double?, _ expected: JSONValue?) -> Bool {
    guard let found, let wanted = expected?.double else { return found == nil && expected == .null }
    return abs(found - wanted) <= 1e-9
  }

  /// The findings are the expected ones, and beyond them only codes that the example allows.
  private func expectFindings(_ run: Run, _ data: SharedDataSet) throws {
    var remaining = run.findings.filter { $0.code.hasPrefix("OKR-") }
    for wanted in try #require(data.expected["findings"]?.elements) {
      let index = remaining.firstIndex {
        $0.code == wanted["code"]?.text && $0.file == wanted["file"]?.text
          && $0.line == wanted["line"]?.int && $0.field == wanted["key"]?.text
      }
      #expect(index != nil, "missing \(wanted)")
      if let index { remaining.remove(at: index) }
    }
    let allowed = data.expected["allowed_extra_codes"]?.texts ?? []
    #expect(remaining.filter { !allowed.contains($0.code) }.isEmpty)
    #expect(run.findings.allSatisfy { $0.code.hasPrefix("OKR-") })
  }

  /// The run's own data end the day before the cycle starts, so that it is what was known.
  private func expectLink(_ cycles: CycleOutcome) {
    let classes = Dictionary(
      uniqueKeysWithValues: cycles.link.filter { $0.cycle == "2025-Z2" }
        .map { ($0.account, $0.linkClass) }
    )
    #expect(
      classes == [
        "K1001": .selectedWithOKR, "K1002": .selectedWithOKR, "K1003": .otherWithOKR,
        "K1004": .selectedWithoutOKR,
      ]
    )
  }
}
