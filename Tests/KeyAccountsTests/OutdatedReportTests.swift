// SPDX-License-Identifier: Apache-2.0
import Accounts
import FoundationEssentials
import Reporting
import Testing

@testable import KeyAccounts

/// What becomes of the reports of an earlier run.
@Suite struct OutdatedReportTests {
  private static let robust = "robustness: {samples: 100, seed: 1}"

  /// A folder with an export, whose programmes write into `reports` below it.
  private struct Place {
    let folder: String

    init() throws {
      folder = FileManager.default.temporaryDirectory.path + "/kontor-" + UUID().uuidString
      try AtomicFile.makeFolder(folder)
      try write("a.csv", "id,size,revenue\n1,2,30\n2,3,20\n3,4,10\n")
    }

    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/reports")) ?? []).sorted()
    }

    func write(_ name: String, _ text: String) throws {
      try AtomicFile.write(Array(text.utf8), to: "\(folder)/\(name)")
    }

    func text(_ name: String) -> String? {
      FileManager.default.contents(atPath: "\(folder)/reports/\(name)")
        .map { String(decoding: $0, as: UTF8.self) }
    }

    func append(_ text: String, to name: String) throws {
      try write("reports/\(name)", (self.text(name) ?? "") + text)
    }

    func remove(_ name: String) throws {
      try FileManager.default.removeItem(atPath: "\(folder)/reports/\(name)")
    }

    @discardableResult
    func run(
      _ lines: String = robust,
      _ depth: RunDepth = .everything,
      shortlist: String = "shortlist: {size: 2}",
      removesOutdated: Bool = true
    ) throws -> WrittenReports {
      let programme = """
        version: 1
        programme: {name: P, goal: custom, approach: sales, phase: prototype, currency: EUR}
        sources:
          - {file: a.csv, account: id, values: {revenue: revenue}}
        criteria:
          - {measure: revenue, weight: 1}
        \(shortlist)
        \(lines)
        """
      let run = try Programme(text: programme, file: "\(folder)/kontor.yaml")
        .run(RunOptions(depth: depth))
      var reports = ReportFolder(path: "\(folder)/reports")
      reports.removesOutdated = removesOutdated
      return try reports.write(run)
    }
  }

  private func withPlace(_ body: (Place) throws -> Void) throws {
    let place = try Place()
    defer { try? FileManager.default.removeItem(atPath: place.folder) }
    try body(place)
  }

  @Test func removesWhatAnotherProgrammeLeft() throws {
    try withPlace { place in
      let first = try place.run()
      #expect(first.files.last == "run.json" && first.files.contains("robustness.csv"))
      #expect(first.removed.isEmpty && first.changed.isEmpty && first.outdated.isEmpty)
      let second = try place.run("")
      #expect(second.removed == ["robustness.csv"])
      #expect(place.names == second.files.sorted())
    }
  }

  @Test func removesWhatOtherDataLeft() throws {
    try withPlace { place in
      try place.run()
      try place.write("a.csv", "id,size,revenue\n1,2,31\n")
      #expect(try place.run(Self.robust, .consolidate).removed.contains("robustness.csv"))
      #expect(!place.names.contains("shortlist.csv") && place.names.contains("accounts.csv"))
    }
  }

  @Test func leavesTheResultsOfTheSameProgrammeAndData() throws {
    try withPlace { place in
      let whole = try place.run()
      let before = place.text("robustness.csv")
      for depth in [RunDepth.check, .consolidate, .rank, .check] {
        let written = try place.run(Self.robust, depth)
        #expect(written.removed.isEmpty && written.outdated.isEmpty && written.changed.isEmpty)
      }
      #expect(Set(place.names).isSuperset(of: whole.files))
      #expect(place.text("robustness.csv") == before)
      #expect(try place.run("").removed.contains("robustness.csv"))
    }
  }

  @Test func neverRemovesWhatSomebodyChanged() throws {
    try withPlace { place in
      try place.run()
      try place.append("noted\n", to: "robustness.csv")
      let second = try place.run("")
      #expect(second.removed.isEmpty && second.changed == ["robustness.csv"])
      #expect(place.text("robustness.csv")?.hasSuffix("noted\n") == true)
      #expect(try place.run("okr: {as_of: 2025-01-31}").changed.isEmpty, "it is theirs from now on")
      #expect(place.names.contains("robustness.csv"))
    }
  }

  @Test func neverRemovesWhatItDidNotWrite() throws {
    try withPlace { place in
      try place.run()
      try place.write("reports/notes.md", "mine")
      try place.write("reports/pilot-2024.csv", "mine")
      #expect(try place.run("").removed == ["robustness.csv"])
      #expect(place.text("notes.md") == "mine" && place.text("pilot-2024.csv") == "mine")
    }
  }

  @Test func keepsAListThatTheNewRunReads() throws {
    try withPlace { place in
      try place.run()
      let list = "\nshortlist: {size: 1, incumbents: reports/robustness.csv}"
      let written = try place.run("", .everything, shortlist: list)
      #expect(written.removed.isEmpty && written.changed.isEmpty)
      #expect(place.names.contains("robustness.csv"))
    }
  }

  @Test func aCheckRemovesNothingButTellsAndRemembers() throws {
    try withPlace { place in
      try place.run()
      let checked = try place.run("", .check)
      #expect(checked.removed.isEmpty && checked.outdated.contains("robustness.csv"))
      #expect(place.names.contains("robustness.csv"))
      #expect(try place.run("").removed.contains("robustness.csv"))
    }
  }

  @Test func aQuestionRemovesNothingEither() throws {
    try withPlace { place in
      try place.run()
      let asked = try place.run("", .rank, removesOutdated: false)
      #expect(asked.removed.isEmpty && asked.outdated.contains("robustness.csv"))
      #expect(place.names.contains("robustness.csv"))
      #expect(try place.run("", .rank).removed.contains("robustness.csv"))
    }
  }

  @Test func aRefusedRunLeavesNoListBehind() throws {
    try withPlace { place in
      try place.run()
      try place.write("a.csv", "id;size;revenue\n1;2;\"1.234\"\n2;3;\"5.678\"\n")
      let refused = try place.run(Self.robust, .check)
      #expect(refused.removed.contains("shortlist.csv"))
      #expect(!place.names.contains("ranking.csv") && place.names.contains("findings.csv"))
    }
  }

  @Test func leavesFilesThatNoRecordKnows() throws {
    try withPlace { place in
      try place.run()
      try place.write("reports/run.json", #"{"schema": "kontor-run/1"}"#)
      let second = try place.run("")
      #expect(second.removed.isEmpty && second.changed == ["robustness.csv"])
    }
  }

  @Test(arguments: [
    "", "[]", "{", "null", #"{"schema": "kontor-run/1", "outputs": 5}"#,
    #"{"schema": "kontor-run/1", "outputs": [{"file": "../a.csv"}, {"file": "/etc/hosts"}, {}]}"#,
    #"{"schema": "other", "outputs": [{"file": "robustness.csv"}]}"#,
  ])
  func readsAnyRecordWithoutHarm(record: String) throws {
    try withPlace { place in
      try place.run()
      try place.write("reports/run.json", record)
      #expect(try place.run("").removed.isEmpty)
      #expect(FileManager.default.fileExists(atPath: place.folder + "/a.csv"))
    }
  }

  @Test(arguments: [
    ("a.csv", true), ("account_plans/1.md", true), ("../a.csv", false), ("a/../../b", false),
    ("/etc/hosts", false), ("", false), (".", false), ("a//b", false), ("run.json", false),
  ])
  func acceptsNamesBelowTheFolderOnly(name: String, isBelow: Bool) {
    #expect(WrittenFile.isBelow(name) == isBelow)
  }

  @Test func recordsWhatItWrote() throws {
    try withPlace { place in
      let written = try place.run()
      let manifest = try JSONParser.parse(Array(try #require(place.text("run.json")).utf8))
      let records = try #require(manifest["outputs"]?.elements)
      #expect(records.compactMap { $0["file"]?.text } == written.files.dropLast().sorted())
      for record in records {
        let file = try #require(WrittenFile(record))
        #expect(file == WrittenFile(file.name, at: "\(place.folder)/reports/\(file.name)"))
        #expect(file.sha256?.count == 64)
      }
      try place.remove("robustness.csv")
      #expect(try place.run("").removed.isEmpty, "what is gone needs no removing")
    }
  }
}
