// SPDX-License-Identifier: Apache-2.0

/// The JSON Schema (draft 2020-12) of the programme file, for completion and checks in editors.
///
/// It is made from the declarations that the reader follows. What it cannot say, such as which names
/// a formula may use, only the reader checks.
public enum ProgrammeSchema {
  /// The schema as JSON text, always the same bytes.
  public static func json() -> String {
    var document = SchemaText()
    document.open("{")
    document.member("$schema", "\"https://json-schema.org/draft/2020-12/schema\"")
    document.member("title", "\"Kontor programme\"")
    document.member("$ref", "\"#/$defs/root\"")
    document.open("  \"$defs\": {")
    for section in ProgrammeSection.allCases {
      document.definition(of: section, isLast: section == ProgrammeSection.allCases.last)
    }
    document.text += "  }\n}\n"
    return document.text
  }
}

/// Writes the schema line by line, one key per line.
private struct SchemaText {
  var text = ""

  mutating func open(_ line: String) { text += line + "\n" }

  mutating func member(_ name: String, _ json: String) {
    text += "  \(quoted(name)): \(json),\n"
  }

  mutating func definition(of section: ProgrammeSection, isLast: Bool) {
    let keys = section.keys
    text += "    \(quoted(section.rawValue)): {\n      \"type\": \"object\",\n"
    text += "      \"additionalProperties\": false,\n"
    let required = keys.filter(\.isRequired).map { quoted($0.name) }
    if !required.isEmpty {
      text += "      \"required\": [\(required.joined(separator: ", "))],\n"
    }
    text += "      \"properties\": {\n"
    for (index, key) in keys.enumerated() {
      let comma = index + 1 == keys.count ? "" : ","
      let summary = "\"description\": \(quoted(key.summary))"
      text += "        \(quoted(key.name)): {\(summary), \(members(of: key.shape))}\(comma)\n"
    }
    text += "      }\n    }\(isLast ? "" : ",")\n"
  }

  /// The members of the schema object for `shape`.
  private func members(of shape: ProgrammeShape) -> String {
    switch shape {
    case .text: #""type": ["string", "number", "boolean"]"#
    case .number(let least): #""type": "number""# + bound(least)
    case .integer(let least): #""type": "integer", "minimum": \#(least)"#
    case .constant(let value): #""const": \#(value)"#
    case .choice(let words): #""enum": [\#(words.map(quoted).joined(separator: ", "))]"#
    case .list(let item): #""type": "array", "minItems": 1, "items": {\#(members(of: item))}"#
    case .openList(let item): #""type": "array", "items": {\#(members(of: item))}"#
    case .names(let value):
      #""type": "object", "additionalProperties": {\#(members(of: value))}"#
    case .section(let section): ##""$ref": "#/$defs/\##(section.rawValue)""##
    case .either(let shapes):
      #""anyOf": [\#(shapes.map { "{\(members(of: $0))}" }.joined(separator: ", "))]"#
    }
  }

  private func bound(_ least: Double?) -> String {
    least.map { #", "minimum": \#($0 == 0 ? "0" : "\($0)")"# } ?? ""
  }

  private func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\t": json += "\\t"
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
