// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Reads a mapping whose keys the grammar fixes; unknown and missing ones are reported at once.
struct SectionReader {
  private let section: ProgrammeSection
  private let entries: [ProgrammeNode.Entry]
  let position: SourcePosition
  let path: String
  let problems: ProgrammeProblems

  init(
    _ section: ProgrammeSection,
    _ entries: [ProgrammeNode.Entry],
    at position: SourcePosition,
    path: String,
    _ problems: ProgrammeProblems
  ) {
    self.section = section
    self.entries = entries
    self.position = position
    self.path = path
    self.problems = problems
    reportUnknownKeys()
    reportMissingKeys()
  }

  /// The value of `key`; nil where it is absent or null.
  subscript(key: String) -> NodeReader? {
    precondition(
      section.keys.contains { $0.name == key },
      "'\(key)' is not declared in \(section)"
    )
    guard let entry = entries.first(where: { $0.key == key }), !entry.value.isNull else {
      return nil
    }
    return NodeReader(node: entry.value, path: inner(key), problems: problems)
  }

  /// The column that `key` names.
  func column(_ key: String) -> ColumnReference? { self[key]?.column() }

  /// Where the key stands, or the section where it is absent.
  func keyPosition(_ key: String) -> SourcePosition {
    entries.first { $0.key == key }?.position ?? position
  }

  private func inner(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private func reportUnknownKeys() {
    let known = section.keys.map(\.name)
    for entry in entries where !known.contains(entry.key) {
      let hint = Suggestion.closest(to: entry.key, among: known)
      let place =
        path.isEmpty
        ? LocalizedText(de: "der Programmdatei", en: "the programme file")
        : LocalizedText("'\(path)'")
      let choices = known.count <= 5 && hint == nil ? NodeReader.quoted(known) : nil
      problems.add(
        .unknownKey,
        at: entry.position,
        de: "unbekannter Schlüssel '\(entry.key.shortened)' in \(place.german)"
          + (choices.map { "; erlaubt sind \($0)" } ?? "") + Suggestion.german(hint),
        en: "unknown key '\(entry.key.shortened)' in \(place.english)"
          + (choices.map { "; allowed are \($0)" } ?? "") + Suggestion.english(hint)
      )
    }
  }

  private func reportMissingKeys() {
    for key in section.keys where key.isRequired && self[key.name] == nil {
      let full = inner(key.name)
      problems.add(
        .missingKey,
        at: position,
        de: "der Pflichtschlüssel '\(full)' fehlt",
        en: "the required key '\(full)' is missing"
      )
    }
  }
}
