// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import Reporting

/// What was computed for one case.
package struct CaseAnswer: Sendable {
  /// The case.
  package let problem: ReferenceCase
  /// The figures, or a named error as `error`; nil for a problem that is malformed.
  package let computed: JSONValue?
  /// What was noticed on the way.
  package let findings: [Finding]

  /// The answer on one line, without a line break: id, method or family, figures, findings.
  package func line(_ language: Language) -> [UInt8] {
    JSONWriter.line(
      .object([
        .init("id", .string(problem.id)),
        .init(problem.kind.rawValue, JSONValue(problem.name)),
        .init("computed", computed ?? .null),
        .init("findings", .array(findings.map { Self.json($0, language) })),
      ])
    )
  }

  private static func json(_ finding: Finding, _ language: Language) -> JSONValue {
    .object([
      .init("severity", .string(finding.severity.rawValue)),
      .init("code", .string(finding.code)),
      .init("file", JSONValue(finding.file)),
      .init("line", JSONValue(finding.line)),
      .init("column", JSONValue(finding.column)),
      .init("field", JSONValue(finding.field)),
      .init("message", .string(finding.message(language))),
    ])
  }
}
