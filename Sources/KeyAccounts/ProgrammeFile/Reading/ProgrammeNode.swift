// SPDX-License-Identifier: Apache-2.0
import Accounts

/// One node of a programme file with its place: the raw text decides what it is, never YAML's own
/// guesses, so `no`, `0012` and `2025-12` stay what the grammar says they are.
struct ProgrammeNode: Sendable, Equatable {
  /// What a node holds.
  enum Content: Sendable, Equatable {
    case scalar(String, ScalarStyle)
    case list([ProgrammeNode])
    case mapping([Entry])
  }

  /// How a scalar is written.
  enum ScalarStyle: Sendable {
    case plain
    case quoted
    case block
  }

  /// A key with its value.
  struct Entry: Sendable, Equatable {
    var key: String
    var position: SourcePosition
    var value: ProgrammeNode
  }

  var content: Content
  var position: SourcePosition

  /// Whether nothing stands here: an empty plain scalar, `~` or `null`.
  var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text.lowercased() == "null"
  }

  /// The entries of a mapping, empty for anything else.
  var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  /// The items of a list, empty for anything else.
  var items: [ProgrammeNode] {
    if case .list(let items) = content { items } else { [] }
  }

  /// The value of `key` in a mapping.
  subscript(key: String) -> ProgrammeNode? { entries.first { $0.key == key }?.value }

  /// What stands here, in words for a message.
  var description: LocalizedText {
    switch content {
    case .list: LocalizedText(de: "eine Liste", en: "a list")
    case .mapping: LocalizedText(de: "eine Zuordnung", en: "a mapping")
    case .scalar where isNull: LocalizedText(de: "nichts", en: "nothing")
    case .scalar(let text, let style):
      style == .plain
        ? LocalizedText("'\(text.shortened)'")
        : LocalizedText(de: "der Text '\(text.shortened)'", en: "the text '\(text.shortened)'")
    }
  }
}

extension String {
  /// At most 60 characters on one line, for messages.
  var shortened: String {
    let line = map { $0.isNewline ? " " : $0 }
    return line.count <= 60 ? String(line) : String(line.prefix(59)) + "…"
  }
}
