// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import CyclePerformance

/// Two example programmes with expected figures and findings, one flat and German, one normalised.
@Suite struct ExampleSheetTests {
  @Test func flatGermanSheet() throws {
    guard let (evaluation, expected) = try evaluate("de-excel") else { return }
    let rows = Dictionary(
      uniqueKeysWithValues: evaluation.figures.keyResults.map { ($0.keyResult, $0) }
    )
    #expect(rows.count == expected["kr_progress_raw"].object.count)
    for (id, progress) in expected["kr_progress_raw"].object {
      #expect(near(rows[id]?.progressRaw, progress), "\(id)")
    }
    for (id, mean) in expected["objectives"].object {
      let key = id.split(separator: "/").joined(separator: "/2025-Z2/")
      let index = try #require(evaluation.sheet.objectives.firstIndex { $0.id == key })
      #expect(near(evaluation.figures.objectives[index].value, mean), "\(id)")
    }
    for account in evaluation.figures.accounts {
      #expect(near(account.attainment, expected["accounts"][account.account]))
      #expect(near(account.coverage, expected["coverage"][account.account]))
      #expect(near(account.expected, expected["expected_pace_at_070"]))
    }
    expectFindings(of: evaluation, expected)
  }

  @Test func normalisedEnglishFiles() throws {
    guard let (evaluation, expected) = try evaluate("en-normalised") else { return }
    let rows = evaluation.figures.keyResults
    #expect(rows.count == expected["kr"].object.count)
    for row in rows { #expect(near(row.progressRaw, expected["kr"][row.keyResult])) }
    for (objective, mean) in zip(evaluation.sheet.objectives, evaluation.figures.objectives) {
      #expect(near(mean.value, expected["objectives"][objective.id]), "\(objective.id)")
    }
    for account in evaluation.figures.accounts {
      #expect(near(account.attainment, expected["accounts"][account.account][account.cycle]))
    }
    for (id, hit) in expected["hits"].object {
      #expect(rows.first { $0.keyResult == id }?.isHit == hit.flag, "\(id)")
    }
    expectFindings(of: evaluation, expected)
  }

  private func near(_ found: Double?, _ expected: JSON) -> Bool {
    guard let found, let wanted = expected.number else { return expected == .null && found == nil }
    return abs(found - wanted) <= 1e-9
  }

  private func evaluate(_ folder: String) throws -> (OKREvaluation, JSON)? {
    let path = "data/okr-examples/\(folder)"
    guard let expected = try SharedData.json("\(path)/expected.json") else { return nil }
    let names: [(OKRMapping.FileKind, String)] = [
      (.plan, "account_plan_okr.csv"), (.cycles, "zyklen.csv"), (.cycles, "cycles.csv"),
      (.moals, "moals.csv"), (.milestones, "milestones.csv"), (.objectives, "objectives.csv"),
      (.keyResults, "key_results.csv"), (.checkins, "checkins.csv"), (.reviews, "reviews.csv"),
    ]
    var files: [OKRMapping.FileKind: SheetSource] = [:]
    for (kind, name) in names {
      guard let bytes = SharedData.bytes("\(path)/\(name)") else { continue }
      files[kind] = sheet(
        String(decoding: bytes, as: UTF8.self),
        delimiter: folder == "de-excel" ? ";" : ",",
        path: name
      )
      files[kind]?.file.path = name
    }
    let day = try #require(expected["as_of"].text.flatMap(CalendarDate.init(iso:)))
    let evaluation = OKREvaluation(files, on: day, profile: .sieck, accounts: nil)
    return (evaluation, expected)
  }

  /// The findings are the expected ones, and beyond them only codes that the example allows.
  private func expectFindings(of evaluation: OKREvaluation, _ expected: JSON) {
    let shortlist = expected["selected_accounts"].list.compactMap(\.text)
    let coverage = ShortlistCoverage.findings(sheet: evaluation.sheet, shortlist: shortlist)
    var remaining = Array(evaluation.findings) + Array(coverage)
    for wanted in expected["findings"].list {
      let index = remaining.firstIndex {
        $0.code == wanted["code"].text && $0.file == wanted["file"].text
          && $0.line.map(Double.init) == wanted["line"].number && $0.field == wanted["key"].text
      }
      #expect(index != nil, "missing \(wanted)")
      if let index { remaining.remove(at: index) }
    }
    let allowed = Set(expected["allowed_extra_codes"].list.compactMap(\.text))
    let extra = remaining.filter { !allowed.contains($0.code) }
    #expect(extra.isEmpty, "\(extra)")
  }
}
