// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import Reporting
import Testing

@Suite struct ReferenceCaseSolvingTests {
  private static let problem = #"""
    {"id": "p", "method": "wsm", "matrix": [[1, 10], [3, 20], [2, 40]],
     "criteria": [{"name": "a", "direction": "benefit"}, {"name": "b", "direction": "cost"}],
     "weights": [3, 1], "parameters": {"normalisation": "minmax"}}
    """#

  @Test func answersADecisionProblemOnOneLine() throws {
    let answer = try #require(CaseText.answers(Self.problem).first)
    // By hand: 0.75 * (0, 1, 0.5) + 0.25 * (1, 2/3, 0).
    let scores = try #require(answer.computed?["scores"]).numbers
    #expect(scores.map { ($0 * 1e12).rounded() } == [0.25e12, 916_666_666_667, 0.375e12])
    #expect(answer.computed?["ranks"]?.numbers == [3, 1, 2])
    let line = String(decoding: answer.line(.english), as: UTF8.self)
    #expect(line.hasPrefix(#"{"id": "p", "method": "wsm", "computed": {"scores": ["#))
    #expect(line.hasSuffix(#""findings": []}"#))
    #expect(!line.contains("\n"))
  }

  @Test func ignoresWhatIsExpected() throws {
    let plain = CaseText.answers(Self.problem).first?.computed
    let expecting = Self.problem.dropLast() + #", "expected": {"scores": [9, 9, 9]}}"#
    #expect(CaseText.answers(String(expecting)).first?.computed == plain)
  }

  @Test func answersEveryCaseOfAFamilyAndOfAList() {
    let family = #"""
      {"family": "multiplicity", "version": 1, "cases": [
        {"id": "a", "inputs": {"p": [0.01, 0.02]}}, {"id": "b", "inputs": {"p": []}}]}
      """#
    let answers = CaseText.answers("[\(Self.problem), \(family)]")
    #expect(answers.map(\.problem.id) == ["p", "a", "b"])
    #expect(answers.map(\.problem.kind) == [.method, .family, .family])
    #expect(answers[1].computed?["holm"]?.numbers == [0.02, 0.02])
    #expect(answers[2].computed == ["holm": [], "bh": []])
  }

  @Test func namesCasesWithoutAnIdAfterTheirFile() {
    let answers = CaseText.answers(#"[{"method": "roc-weights", "parameters": {"n": 2}}]"#)
    #expect(answers.map(\.problem.id) == ["case#1"])
    #expect(answers.first?.computed?["weights"]?.numbers == [0.75, 0.25])
  }

  @Test func aMalformedCaseDoesNotStopTheOthers() {
    let answers = CaseText.answers(#"[{"id": "bad", "method": "wsm"}, \#(Self.problem)]"#)
    #expect(answers.map { $0.computed == nil } == [true, false])
    let line = answers.first.map { String(decoding: $0.line(.english), as: UTF8.self) } ?? ""
    #expect(line.hasPrefix(#"{"id": "bad", "method": "wsm", "computed": null, "findings": [{"#))
  }

  @Test func namedErrorsAreAnswers() throws {
    let zero = Self.problem.replacing("[3, 1]", with: "[0, 0]")
    let answer = try #require(CaseText.answers(zero).first)
    #expect(answer.computed == ["error": "weights_add_up_to_zero"])
    #expect(answer.findings.map(\.severity) == [.warning])
    let constant = try CaseText.figures("rankcorr", #"{"x": [1, 1, 1], "y": [1, 2, 3]}"#)
    #expect(constant == ["error": "constant_input", "n": .integer(3)])
    let few = try CaseText.figures("shrinkage", #"{"y": [1, 2, 3], "variance": 1}"#)
    #expect(few == ["error": "too_few_groups", "m": .integer(3)])
  }

  @Test func writesNullInsteadOfLeavingKeysOut() throws {
    let progress = try CaseText.figures("progress", #"{"type": "metric", "current": 1}"#)
    #expect(
      progress.line == #"{"raw": null, "capped": null, "reason": "missing_baseline_or_target"}"#
    )
    let forecast = try CaseText.figures(
      "forecast",
      #"{"elapsed": [0.05], "progress": [0.1], "prior": 0.5}"#
    )
    #expect(forecast["pace"] == .null)
    #expect(forecast["shrunk"] == .null)
  }

  @Test func keepsTheOrderOfNodesInACascade() throws {
    let values = try CaseText.figures(
      "rollup",
      #"{"nodes": {"b": {"mode": "children", "children": [["a", 1]]}, "a": {"own": 0.4}}}"#
    )
    #expect(values.line == #"{"values": {"b": 0.4, "a": 0.4}, "error": null}"#)
    let circle = try CaseText.figures(
      "rollup",
      #"""
      {"nodes": {"b": {"mode": "children", "children": [["a", 1]]},
       "a": {"mode": "children", "children": [["b", 1]]}}}
      """#
    )
    #expect(circle["values"] == .null)
    #expect(circle["path"] == ["b", "a", "b"])
  }

  @Test func ordersLinkedRowsByTheCyclesGiven() throws {
    let link = try CaseText.figures(
      "link",
      #"""
      {"runs": [], "cycles": [{"cycle": "Z2", "start": "2025-05-01"},
        {"cycle": "Z1", "start": "2025-01-01"}],
       "okr": [{"account": "A", "cycle": "Z1", "attainment": 0.5},
        {"account": "B", "cycle": "Z2", "attainment": null}]}
      """#
    )
    #expect(link["rows"]?.elements?.map { $0["cycle"]?.text } == ["Z2", "Z1"])
    #expect(link["classes"]?.line == #"{"unscored_with_okr": 2}"#)
    #expect(link["usable_for_regression"] == .integer(0))
  }

  @Test(arguments: [
    ("{", "K-D080", 1, 2),
    (#"{"method": "wsm", "matrix": [[1, NaN]]}"#, "K-D080", 1, 34),
    ("7", "K-D081", 1, 1),
    ("{}", "K-D081", 1, 1),
    (#"{"cases": []}"#, "K-D081", 1, 1),
    (#"{"family": "pace", "cases": 3}"#, "K-D081", 1, 29),
    ("{\"method\":\n  \"tpsis\"}", "K-D082", 2, 3),
    (#"{"method": 5}"#, "K-D081", 1, 12),
    ("{\"method\": \"wsm\", \"matrix\": [[1, 2],\n [3]]}", "K-D081", 2, 2),
    (#"{"method": "wsm", "matrix": [[1, "2"]]}"#, "K-D081", 1, 34),
    (#"{"method": "wsm", "matrix": [[1]], "criteria": [{"name": "a"}]}"#, "K-D081", 1, 49),
    (
      #"{"method": "wsm", "matrix": [[1]], "criteria": [{"direction": "up"}]}"#, "K-D082", 1, 63
    ),
    (
      #"{"method": "wsm", "matrix": [[1]], "criteria": [{"direction": "cost"}], "weights": [-1]}"#,
      "K-D081", 1, 84
    ),
    (
      #"{"method": "wsm", "matrix": [[1]], "criteria": [{"direction": "cost"}], "weights": []}"#,
      "K-D081", 1, 84
    ),
    (#"{"family": "nope", "inputs": {}}"#, "K-D082", 1, 12),
    (#"{"family": "pace", "id": 1}"#, "K-D081", 1, 1),
    (#"{"family": "power", "inputs": {"n_treated": 1.5}}"#, "K-D081", 1, 45),
    (#"{"family": "multiplicity", "inputs": {"p": [0.5, 2]}}"#, "K-D081", 1, 50),
    (#"{"family": "rankcorr", "inputs": {"x": [1, 2], "y": [1]}}"#, "K-D081", 1, 53),
    (
      #"{"family": "rollup", "inputs": {"nodes": {"a": {"children": [["b", 1]]}}}}"#,
      "K-D081", 1, 63
    ),
  ])
  func pointsAtWhatIsMalformed(_ json: String, _ code: String, _ line: Int, _ column: Int) throws {
    let findings = CaseText.findings(json)
    let finding = try #require(findings.first, "\(json)")
    #expect(findings.count == 1, "\(json)")
    #expect(finding.code == code, "\(json)")
    #expect(finding.severity == .error, "\(json)")
    #expect(
      [finding.line, finding.column] == [line, column],
      "\(json): \(finding.message.english)"
    )
    #expect(finding.file == "case.json")
    #expect(CaseText.answers(json).allSatisfy { $0.computed == nil })
  }

  @Test func suggestsTheNearestMethod() throws {
    let finding = try #require(CaseText.findings(#"{"method": "promethe2"}"#).first)
    #expect(finding.message.english == "'promethe2' is unknown; did you mean 'promethee2'?")
    #expect(finding.message.german == "'promethe2' ist unbekannt; meinten Sie 'promethee2'?")
  }

  @Test func missingFilesAndFoldersAreMissingInputs() {
    #expect(throws: RunError.self) { try ReferenceCaseFile(contentsOf: "/no/such/file.json") }
    let error = #expect(throws: RunError.self) { try ReferenceCaseFile(contentsOf: "/") }
    #expect(error?.kind == .missingInput)
    #expect(error?.message.english == "'/' is a folder; a JSON file is expected")
  }

  @Test(arguments: [
    "", "[]", "null", "[[[]]]", "[1, \"x\", null]", #"{"method": null}"#, #"{"family": null}"#,
    #"{"family": "did", "inputs": {"rows": []}}"#,
    #"{"family": "did", "inputs": {"rows": [], "covariates": ["x"]}}"#,
    #"{"family": "ols", "inputs": {"X": [], "y": []}}"#,
    #"{"family": "ols", "inputs": {"X": [[1e308], [1e308], [-1e308]], "y": [1, 2, 3]}}"#,
    #"{"family": "ridge", "inputs": {"X": [[]], "y": [1], "lambdas": [0]}}"#,
    #"{"family": "ridge", "inputs": {"X": [[1e308], [-1e308]], "y": [1e308, 1], "lambdas": [0]}}"#,
    #"{"family": "backtest", "inputs": {"rows": [], "k": 9223372036854775807, "success": 1}}"#,
    #"{"family": "rollup", "inputs": {"items": [{"value": 1e308, "weight": 1e308}], "missing": "zero"}}"#,
    #"{"family": "scoring", "inputs": {"progress": [0, 1], "success": 0}}"#,
    #"{"family": "transition", "inputs": {"from": {"a": "?"}, "to": {}, "states": [], "alpha": 0}}"#,
    #"{"family": "shrinkage", "inputs": {"hits": 1, "n": 9223372036854775807, "a": 1e300, "b": 1}}"#,
    #"{"family": "calibration", "inputs": {"potential": [1e-300, 1e300], "realised": [1e300, 1]}}"#,
    #"{"family": "pace", "inputs": {"start": "2025-01-01", "end": "2024-01-01", "as_of": "9999-12-31", "on_track": 1, "at_risk": 1}}"#,
  ])
  func survivesHostileInput(_ json: String) {
    for answer in CaseText.answers(json) {
      let line = String(decoding: answer.line(.german), as: UTF8.self)
      #expect(!line.contains("nan") && !line.contains("inf,"), "\(line)")
      #expect((try? JSONParser.parse(Array(line.utf8))) != nil, "\(line)")
    }
  }
}
