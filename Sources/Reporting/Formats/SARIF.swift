// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// Findings as SARIF 2.1.0 (OASIS, 2020), for code-review tools and continuous integration.
///
/// Findings about no file have no location. The number of a table's column is a property of the
/// result: as a column of the region SARIF would read it as a character of the line.
package enum SARIF {
  /// The log of one run as a document.
  ///
  /// - Parameters:
  ///   - findings: in their published order.
  ///   - version: of the engine.
  ///   - language: of the messages.
  /// - Returns: the log; the same bytes every time.
  package static func log(
    _ findings: FindingList,
    version: String,
    _ language: Language
  ) -> JSONValue {
    let codes = Set(findings.map(\.code)).sorted { $0.isBytewiseLess(than: $1) }
    let rules = codes.map { JSONValue.object([.init("id", .string($0))]) }
    let driver: JSONValue = [
      "name": "kontor", "semanticVersion": .string(version), "rules": .array(rules),
    ]
    let run: JSONValue = [
      "tool": ["driver": driver],
      "results": .array(
        findings.map { result($0, rule: codes.firstIndex(of: $0.code) ?? 0, language) }
      ),
    ]
    return [
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [run],
    ]
  }

  private static func result(_ finding: Finding, rule: Int, _ language: Language) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("ruleId", .string(finding.code)),
      .init("ruleIndex", .integer(rule)),
      .init("level", .string(level(finding.severity))),
      .init("message", ["text": .string(finding.message(language))]),
    ]
    if let file = finding.file {
      members.append(.init("locations", [location(finding, file)]))
    }
    var properties: [JSONValue.Member] = []
    if let column = finding.column { properties.append(.init("column", .integer(column))) }
    if let field = finding.field { properties.append(.init("field", .string(field))) }
    if let found = finding.found { properties.append(.init("found", .string(found))) }
    if let citation = finding.citation {
      properties.append(.init("citation", .string(citation)))
    }
    if !properties.isEmpty { members.append(.init("properties", .object(properties))) }
    return .object(members)
  }

  private static func location(_ finding: Finding, _ file: String) -> JSONValue {
    var physical: [JSONValue.Member] = [
      .init("artifactLocation", ["uri": .string(uri(file))])
    ]
    if let line = finding.line, line > 0 {
      physical.append(.init("region", ["startLine": .integer(line)]))
    }
    return ["physicalLocation": .object(physical)]
  }

  private static func level(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// The path as a relative reference: every byte that RFC 3986 does not allow is escaped.
  private static func uri(_ path: String) -> String {
    let allowed = Set("-._~/".utf8)
    return path.utf8.map { byte in
      let isPlain = (48...57).contains(byte) || (97...122).contains(byte | 32)
      if isPlain || allowed.contains(byte) { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
