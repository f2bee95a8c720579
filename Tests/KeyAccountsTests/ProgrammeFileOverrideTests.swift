// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Selection
import Testing

@testable import KeyAccounts

@Suite struct ProgrammeFileOverrideTests {
  private func programme(_ overrides: String...) throws -> Programme {
    try Programme(text: ProgrammeFileExamples.minimal, file: "k.yaml", overrides: overrides)
  }

  @Test func replacesValuesByKeyAndIndex() throws {
    let changed = try programme(
      "criteria.0.weight=40",
      "method={method: vikor, v: 0.2}",
      "gates=[margin > 0]",
      "programme.name=a=b",
      "shortlist.size=3",
      "criteria.2.scale={from: 0, to: 9}"
    )
    #expect(changed.selection.criteria[0].weight == 40)
    #expect(changed.selection.method == .vikor(v: 0.2))
    #expect(changed.selection.gates.map(\.condition.text) == ["margin > 0"])
    #expect(changed.header.name == "a=b")
    #expect(changed.selection.shortlist.size == 3)
    #expect(changed.selection.criteria[2].scale == .fixed(from: 0, to: 9))
  }

  @Test func addsKeysThatAreAbsent() throws {
    let changed = try programme("programme.as_of=2025-06", "robustness.samples=7", "measures.a=1")
    #expect(changed.header.asOf == Period(year: 2025, month: 6))
    #expect(changed.declared.robustness?.samples == 7)
    #expect(changed.measures.map(\.name) == ["a"])
  }

  @Test func laterOnesWin() throws {
    #expect(try programme("shortlist.size=3", "shortlist.size=4").selection.shortlist.size == 4)
  }

  @Test func takesKeysAwayWithNothing() throws {
    #expect(try programme("criteria=").selection.criteria.isEmpty)
    #expect(try programme("criteria=null").selection.criteria.isEmpty)
  }

  @Test func takesASingleSignAsItStands() throws {
    let changed = try programme(
      "sources.0.file=-",
      "sources.0.format.delimiter=|",
      "sources.0.format.decimal=,"
    )
    #expect(changed.sources[0].file == "-")
    #expect(changed.sources[0].format.delimiter == UInt8(ascii: "|"))
    #expect(throws: ProgrammeErrors.self) { try programme("sources.0.file=~") }
  }

  @Test(arguments: [
    ("criteria.3.weight=1", "K-P022 1:1"), ("criteria.-1.weight=1", "K-P022 1:1"),
    ("criteria.first.weight=1", "K-P022 1:1"), ("criterai.0.weight=1", "K-P022 1:1"),
    ("version.major=1", "K-P022 1:1"), ("shortlist", "K-P022 1:1"), ("=1", "K-P022 1:1"),
    ("shortlist..size=1", "K-P022 1:1"), ("shortlist.seize=1", "K-P004 1:17"),
    ("shortlist.size=0", "K-P009 1:16"), ("gates=[a", "K-P001 1:7"),
    ("criteria.0.measure=margn", "K-P013 1:20"),
  ])
  func saysWhichOptionLeadsNowhere(override: String, place: String) {
    let text = ProgrammeFileExamples.minimal
    let problems = ProgrammeFileExamples.problems(in: text, overrides: [override])
    #expect(ProgrammeFileExamples.places(in: text, overrides: [override]) == [place])
    #expect(problems.allSatisfy { $0.position?.file == "--set" && $0.kind == .badProgramme })
  }

  @Test func namesTheNearestKey() {
    let problems = ProgrammeFileExamples.problems(
      in: ProgrammeFileExamples.minimal,
      overrides: ["criterai.0.weight=1"]
    )
    #expect(problems.first?.message.english.contains("did you mean 'criteria'?") == true)
  }
}
