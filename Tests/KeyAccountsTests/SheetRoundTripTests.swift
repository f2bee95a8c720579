// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import FoundationEssentials
import KeyAccounts
import Testing

/// `kontor okr --export` and back: the sample company's OKRs in their other form.
@Suite struct SheetRoundTripTests {
  private func run(in folder: String, _ overrides: [String]) throws -> Run {
    try Programme(contentsOf: "\(folder)/kontor.yaml", overrides: overrides).run()
  }

  private func inSample(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/kontor-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try StartFolder(path: folder).write(SampleProgramme.files(), overwriting: false)
    try body(folder)
  }

  @Test(arguments: SheetForm.allCases, ReportFolder.Dialect.allCases)
  func givesTheSameFigures(form: SheetForm, dialect: ReportFolder.Dialect) throws {
    try inSample { folder in
      let first = try #require(try run(in: folder, []).cycles)
      let reports = ReportFolder(path: "\(folder)/converted", dialect: dialect)
      let files = try reports.write(try run(in: folder, []), as: form)
      #expect(files.count == (form == .flat ? 5 : 7))
      let names = files.map { String($0.dropLast(4)) }
      let kinds = names.map { $0 == "okr_flat" ? "plan" : $0 }
      let written = try String(contentsOfFile: "\(folder)/kontor.yaml", encoding: .utf8)
      let before = written.split(separator: "\n", omittingEmptySubsequences: false)
        .prefix { !$0.hasPrefix("okr:") }.joined(separator: "\n")
      #expect(before.count < written.count)
      let lines = zip(kinds, names).map { "  \($0): converted/\($1).csv\n" }.joined()
      let text = "\(before)\nokr:\n\(lines)  as_of: \(first.day)\n  history: runs/\n"
      try text.write(toFile: "\(folder)/again.yaml", atomically: false, encoding: .utf8)
      let again = try Programme(contentsOf: "\(folder)/again.yaml").run()
      let second = try #require(again.cycles)
      #expect(second.keyResults == first.keyResults)
      #expect(second.accounts == first.accounts)
      #expect(!again.findings.contains { $0.code.hasPrefix("OKR-E") })
    }
  }
}
