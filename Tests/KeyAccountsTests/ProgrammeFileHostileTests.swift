// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import FoundationEssentials
import Testing

@testable import KeyAccounts

@Suite struct ProgrammeFileHostileTests {
  private func codes(_ text: String) -> [String] {
    ProgrammeFileExamples.problems(in: text).map(\.code)
  }

  @Test(arguments: [
    ("empty", ""), ("comment", "# nothing"), ("list", "- 1"), ("word", "kontor"), ("null", "~"),
    ("two documents", "a: 1\n---\nb: 2"), ("tab", "a:\n\tb: 1"), ("open bracket", "a: [1"),
    ("open quote", "a: 'x"), ("NUL", "a: \u{0}"), ("unknown alias", "a: *b"),
    ("complex key", "? [a]\n: 1"), ("merge", "a: &x {b: 1}\nc: {<<: *x}"), ("tag", "a: !!int x"),
    ("empty key", "'': 1"), ("directive", "%YAML 9.9\n---\na: 1"),
  ])
  func endsInProblems(label: String, text: String) {
    #expect(!codes(text).isEmpty, "\(label)")
  }

  @Test(arguments: [100, 900, 5_000, 100_000])
  func refusesDeepNesting(depth: Int) {
    let flow = String(repeating: "[", count: depth)
    #expect(["K-P001", "K-P003"].contains(codes("criteria: " + flow).first))
    let closed = flow + String(repeating: "]", count: depth)
    #expect(["K-P001", "K-P003"].contains(codes("criteria: " + closed).first))
    let block = String(repeating: "- ", count: depth) + "x"
    #expect(["K-P001", "K-P003"].contains(codes(block).first))
  }

  @Test func refusesAliasBombs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(codes(text) == ["K-P003"])
    #expect(codes(text + "? *a12\n: 1\n") == ["K-P003"])
  }

  @Test func readsOnlyUTF8AndOnlySmallFiles() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/programme-file-tests"
    try FileManager.default.createDirectory(
      atPath: folder,
      withIntermediateDirectories: true
    )
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let contents = [Data([0x61, 0x3A, 0x20, 0xE4]), Data(repeating: 0x20, count: (4 << 20) + 1)]
    for (index, bytes) in contents.enumerated() {
      let path = "\(folder)/\(index).yaml"
      try bytes.write(to: URL(filePath: path))
      let error = #expect(throws: ProgrammeErrors.self) { try Programme(contentsOf: path) }
      #expect(error?.errors.map(\.code) == ["K-P003"])
      #expect(error?.kind == .badProgramme)
    }
  }

  @Test func readsAFewAliases() throws {
    let text = """
      version: 1
      programme: {name: Demo, goal: custom, approach: sales, currency: EUR}
      sources:
        - {file: a.csv, account: id, format: &f {decimal: ","}, values: {r: R}}
        - {file: b*.csv, account: id, format: *f, values: {r: R}}
      """
    let programme = try Programme(text: text, file: "k.yaml")
    #expect(programme.sources.allSatisfy { $0.format.decimal == .comma })
  }

  @Test func readsManyEntries() throws {
    let measures = (0..<5_000).map { "  m\($0): revenue * \($0)\n" }.joined()
    let text = ProgrammeFileExamples.minimal + "\nmeasures:\n" + measures
    #expect(try Programme(text: text, file: "k.yaml").measures.count == 5_000)
  }

  @Test func boundsFormulasAndPatterns() {
    let sum = Array(repeating: "1", count: 100_000).joined(separator: "+")
    let minimal = ProgrammeFileExamples.minimal
    #expect(codes(minimal + "\nmeasures: {a: \(sum)}") == ["K-P012"])
    let pattern = String(repeating: "(", count: 100_000)
    let column = "{column: A, pattern: '\(pattern)'}"
    #expect(
      codes(minimal.replacing("account: account_id", with: "account: \(column)"))
        == ["K-P015"]
    )
  }

  @Test func keepsMessagesShort() {
    let long = String(repeating: "x", count: 1_000_000)
    let problems = ProgrammeFileExamples.problems(
      in: ProgrammeFileExamples.minimal,
      overrides: ["shortlist.size=\(long)", "method=\(long)"]
    )
    #expect(problems.map(\.code) == ["K-P006", "K-P008"])
    #expect(problems.allSatisfy { $0.message.english.utf8.count < 500 })
  }

  @Test func survivesEveryPrefixOfAProgramme() {
    let whole = Array(ProgrammeFileExamples.whole)
    for count in stride(from: 0, to: whole.count, by: 7) {
      let problems = ProgrammeFileExamples.problems(in: String(whole[..<count]))
      for problem in problems { #expect((problem.position?.line ?? 0) >= 1) }
    }
  }

  @Test func survivesSwappedCharacters() {
    let whole = Array(ProgrammeFileExamples.whole)
    let signs: [Character] = ["{", "}", "[", ":", "\n", "'", "*", "&", "-", "\u{FEFF}", "€", "0"]
    for (step, index) in stride(from: 3, to: whole.count, by: 11).enumerated() {
      var text = whole
      text[index] = signs[step % signs.count]
      for problem in ProgrammeFileExamples.problems(in: String(text)) {
        #expect(!problem.message.german.isEmpty)
      }
    }
  }
}
