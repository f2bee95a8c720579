// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import Reporting
import Testing

/// A comparison that lets something wrong pass is worse than none.
@Suite struct ReferenceCaseComparisonTests {
  private static func order(_ expected: String, tolerance: String = "1e-9") -> String {
    #"{"id": "r", "method": "roc-weights", "parameters": {"n": 2}, "expected": \#(expected), "#
      + #""tolerance": \#(tolerance)}"#
  }

  @Test(arguments: [
    (#"{"weights": [0.75, 0.25]}"#, "1e-9", true, "equal"),
    (#"{"weights": [0.7500001, 0.25]}"#, "1e-6", true, "within the tolerance"),
    (#"{"weights": [0.7500001, 0.25]}"#, "1e-9", false, "beyond the tolerance"),
    (#"{"weights": [0.7500001, 0.25]}"#, #"{"abs": 0, "rel": 1e-6}"#, true, "within the relative"),
    (#"{"weights": [0.7500001, 0.25]}"#, #"{"abs": 1e-9, "rel": 1e-9}"#, false, "beyond both"),
    (#"{"weights": [0.7500001, 0.25]}"#, "null", false, "no tolerance is none"),
    (#"{"weights": [0.75, 0.25]}"#, #""wide""#, false, "a tolerance that is no number"),
    (#"{"weights": [0.75, 0.25]}"#, "-1", false, "a negative tolerance"),
    (#"{"weights": [0.75]}"#, "1", false, "a shorter list"),
    (#"{"weights": [0.75, 0.25, 0]}"#, "1", false, "a longer list"),
    (#"{"weights": [0.75, null]}"#, "1", false, "null where there is a number"),
    (#"{"weights": null}"#, "1", false, "null where there is a list"),
    (#"{"weights": [0.75, "0.25"]}"#, "1", false, "a text where there is a number"),
    (#"{"weights": [0.75, true]}"#, "1", false, "a flag where there is a number"),
    (#"{"wieghts": [0.75, 0.25]}"#, "1", false, "a key that is missing"),
    (#"{"weights": [0.75, 0.25], "sum": null}"#, "1", false, "a missing key is not null"),
    ("{}", "0", true, "nothing is expected"),
    ("[]", "0", false, "no object"),
  ])
  func isStrict(_ expected: String, _ tolerance: String, _ passes: Bool, _ label: String) throws {
    #expect(try CaseText.passes(Self.order(expected, tolerance: tolerance)) == passes, "\(label)")
  }

  private static func family(_ name: String, _ inputs: String, _ expected: String) -> String {
    #"{"id": "f", "family": "\#(name)", "inputs": \#(inputs), "expected": \#(expected), "#
      + #""tolerance": {"abs": 10, "rel": 10}}"#
  }

  @Test func countsAndTextsAreExactWhateverTheTolerance() throws {
    let inputs = #"{"origins": ["top_down", null]}"#
    #expect(try CaseText.passes(Self.family("scoring", inputs, #"{"n": 2, "n_known": 1}"#)))
    #expect(try !CaseText.passes(Self.family("scoring", inputs, #"{"n": 3}"#)))
    #expect(try CaseText.passes(Self.family("scoring", inputs, #"{"top_down_share": 3}"#)))
    let progress = #"{"type": "boolean", "current": null}"#
    #expect(try CaseText.passes(Self.family("progress", progress, #"{"reason": "no_data"}"#)))
    #expect(try !CaseText.passes(Self.family("progress", progress, #"{"reason": "other"}"#)))
    #expect(try !CaseText.passes(Self.family("progress", progress, #"{"raw": 0}"#)))
    #expect(try !CaseText.passes(Self.family("progress", progress, #"{"reason": null}"#)))
  }

  @Test func objectsKeyedByDataHaveExactlyTheKeysExpected() throws {
    let nodes = #"{"nodes": {"a": {"own": 1}, "b": {"own": 0}}}"#
    #expect(try CaseText.passes(Self.family("rollup", nodes, #"{"values": {"b": 0, "a": 1}}"#)))
    #expect(try !CaseText.passes(Self.family("rollup", nodes, #"{"values": {"a": 1}}"#)))
    #expect(try !CaseText.passes(Self.family("rollup", nodes, #"{"values": null}"#)))
    let rows = #"""
      {"rows": [{"account": "a", "tier": "A", "revenue": 1, "potential": 1, "attainment": 1}]}
      """#
    #expect(try CaseText.passes(Self.family("rollup", rows, #"{"by_tier": {"A": {"n": 1}}}"#)))
    #expect(try !CaseText.passes(Self.family("rollup", rows, #"{"by_tier": {"A": {"n": 2}}}"#)))
    #expect(try !CaseText.passes(Self.family("rollup", rows, #"{"by_tier": {}}"#)))
  }

  @Test func anExpectedErrorIsNoFigureAndTheOtherWayRound() throws {
    let constant = #"{"x": [1, 1, 1], "y": [1, 2, 3]}"#
    let rising = #"{"x": [1, 2, 3], "y": [1, 2, 3]}"#
    let error = #"{"error": "constant_input", "n": 3}"#
    #expect(try CaseText.passes(Self.family("rankcorr", constant, error)))
    #expect(try !CaseText.passes(Self.family("rankcorr", rising, error)))
    #expect(try !CaseText.passes(Self.family("rankcorr", constant, #"{"spearman": 0}"#)))
    #expect(try !CaseText.passes(Self.family("rankcorr", constant, #"{"error": "other"}"#)))
  }

  private static func edge(_ matrix: String, _ methods: String, _ expected: String) -> String {
    #"""
    {"id": "e", "method": "edge", "matrix": \#(matrix), "weights": [1],
     "criteria": [{"name": "a", "direction": "cost"}], "parameters": {"methods": \#(methods)},
     "expected": \#(expected), "tolerance": 0}
    """#
  }

  @Test func behaviourMayBeOneListOrOneByMethod() throws {
    let methods = #"["wsm-minmax", "vikor"]"#
    let matrix = "[[1], [2]]"
    #expect(try CaseText.passes(Self.edge(matrix, methods, #"{"ranks": [1, 2]}"#)))
    #expect(try CaseText.passes(Self.edge(matrix, methods, #"{"ranks": {"vikor": [1, 2]}}"#)))
    #expect(try !CaseText.passes(Self.edge(matrix, methods, #"{"ranks": [2, 1]}"#)))
    #expect(try !CaseText.passes(Self.edge(matrix, methods, #"{"ranks": {"vikor": [1, 1]}}"#)))
    #expect(try !CaseText.passes(Self.edge(matrix, methods, #"{"ranks": {"topsis": [1]}}"#)))
    #expect(try !CaseText.passes(Self.edge(matrix, methods, #"{"scores": [1, 0]}"#)))
  }

  @Test func behaviourMayHaveAlternatives() throws {
    let allowed = #"{"allowed": ["error", "score_0_is_0"]}"#
    // 0 / 0 in the ratio of a cost column has no answer.
    #expect(try CaseText.passes(Self.edge("[[0], [2]]", #"["wpm-max-ratio"]"#, allowed)))
    #expect(try CaseText.passes(Self.edge("[[2], [1]]", #"["wsm-minmax"]"#, allowed)))
    #expect(try !CaseText.passes(Self.edge("[[1], [2]]", #"["wsm-minmax"]"#, allowed)))
    #expect(
      try !CaseText.passes(Self.edge("[[2], [1]]", #"["wsm-minmax"]"#, #"{"allowed": ["error"]}"#))
    )
  }

  @Test func saysWhatDiffersAndByHowMuch() throws {
    let file = ReferenceCaseFile(
      bytes: Array(Self.order(#"{"weights": [0.5, 0.25]}"#).utf8),
      name: "case.json"
    )
    let result = try #require(CaseVerifications(file).results.first)
    #expect(result.largestDeviation == 0.25)
    #expect(result.tolerance?.absolute == 1e-9)
    #expect(result.failure?.english == "'weights[0]': expected 0.5, found 0.75")
  }

  @Test func skipsWhatIsNoReferenceCaseButNotWhatIsBroken() {
    let foreign = ReferenceCaseFile(bytes: Array(#"{"name": "x"}"#.utf8), name: "a.json")
    #expect(CaseVerifications(foreign).results.isEmpty)
    #expect(CaseVerifications(foreign).findings.map(\.code) == ["K-D084"])
    let plain = ReferenceCaseFile(
      bytes: Array(#"{"method": "roc-weights", "parameters": {"n": 1}}"#.utf8),
      name: "b.json"
    )
    #expect(CaseVerifications(plain).results.isEmpty)
    let broken = ReferenceCaseFile(bytes: Array(#"{"method": "#.utf8), name: "c.json")
    #expect(CaseVerifications(broken).failedCount == 1)
    #expect(CaseVerifications(broken).results.map(\.id) == ["c.json"])
  }

  @Test func aMissingPathIsAMissingInput() {
    let error = #expect(throws: RunError.self) { try CaseVerifications(paths: ["/no/such"]) }
    #expect(error?.kind == .missingInput)
  }

  @Test func printsOneRowPerCase() throws {
    let file = ReferenceCaseFile(
      bytes: Array(Self.order(#"{"weights": [0.5, 0.25]}"#).utf8),
      name: "case.json"
    )
    let verifications = CaseVerifications(file)
    let text = String(
      decoding: TableFormat.table.bytes(
        of: verifications.table(isForEyes: true, language: .english),
        dialect: .rfc4180,
        language: .english
      ),
      as: UTF8.self
    )
    #expect(text.contains("r     FAIL                 0.25       1e-9"))
    #expect(text.contains("'weights[0]': expected 0.5, found 0.75"))
    let json = verifications.json(.english)
    #expect(json.elements?.first?["computed"]?["weights"]?.numbers == [0.75, 0.25])
    #expect(json.elements?.first?["result"] == "FAIL")
    #expect(json.elements?.first?["largest_deviation"]?.double == 0.25)
  }
}
