// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import Reporting
import Testing

/// Reference cases written in a test.
enum CaseText {
  /// The answers to a JSON text.
  static func answers(_ json: String) -> [CaseAnswer] {
    ReferenceCaseFile(bytes: Array(json.utf8), name: "case.json").answers()
  }

  /// The figures of the only case of a JSON text.
  static func figures(_ json: String) throws -> JSONValue {
    let answers = answers(json)
    #expect(answers.count == 1)
    return try #require(answers.first?.computed)
  }

  /// The figures of one case of a family.
  static func figures(_ family: String, _ inputs: String) throws -> JSONValue {
    try figures(#"{"family": "\#(family)", "id": "x", "inputs": \#(inputs)}"#)
  }

  /// The findings of the file and of its cases.
  static func findings(_ json: String) -> [Finding] {
    let file = ReferenceCaseFile(bytes: Array(json.utf8), name: "case.json")
    return file.findings + file.answers().flatMap(\.findings)
  }

  /// Whether the only case of a JSON text passes.
  static func passes(_ json: String) throws -> Bool {
    let file = ReferenceCaseFile(bytes: Array(json.utf8), name: "case.json")
    let results = CaseVerifications(file).results
    #expect(results.count == 1)
    return try #require(results.first).passed
  }
}

extension JSONValue {
  /// The numbers of a list.
  var numbers: [Double] { (elements ?? []).compactMap(\.double) }

  /// The value on one line.
  var line: String { String(decoding: JSONWriter.line(self), as: UTF8.self) }
}
