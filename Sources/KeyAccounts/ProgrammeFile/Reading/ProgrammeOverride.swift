// SPDX-License-Identifier: Apache-2.0
import Accounts

/// One `KEY.PATH=VALUE` of `--set`, put into the tree before anything is checked.
///
/// The value is YAML, but for a single sign such as `,` or `-`, which is that text: so delimiters,
/// decimal signs and standard input need no quotes within quotes. A number in the path is a list
/// index from 0. Keys that the grammar knows may be added; unknown ones are caught when the tree is
/// read.
struct ProgrammeOverride {
  private let path: String
  private let value: ProgrammeNode

  /// Parses the option; `number` counts the options from 1 and stands for the line in messages.
  init(_ text: String, number: Int) throws(ProgrammeErrors) {
    let position = SourcePosition(file: "--set", line: number, column: 1)
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw ProgrammeErrors(
        ProgrammeProblems.error(
          .override,
          at: position,
          de: "SCHLÜSSEL.PFAD=WERT erwartet, gefunden '\(text)'",
          en: "expected KEY.PATH=VALUE, found '\(text)'"
        )
      )
    }
    path = String(text[..<sign])
    let valueText = String(text[text.index(after: sign)...])
    if Self.isSingleSign(valueText) {
      let place = SourcePosition(file: "--set", line: number, column: path.count + 2)
      value = ProgrammeNode(content: .scalar(valueText, .quoted), position: place)
      return
    }
    let tree = try ProgrammeDocument.tree(
      of: valueText,
      file: "--set",
      line: number,
      columnShift: path.count + 1
    )
    let isNothing = valueText.allSatisfy(\.isWhitespace)
    value =
      isNothing ? ProgrammeNode(content: .scalar("", .plain), position: position) : tree
  }

  /// Whether a value is one sign that is neither letter, digit, blank nor YAML's nothing.
  private static func isSingleSign(_ text: String) -> Bool {
    guard let sign = text.first, text.count == 1 else { return false }
    return !sign.isLetter && !sign.isNumber && !sign.isWhitespace && sign != "~"
  }

  /// Puts the value into `tree`.
  func apply(to tree: inout ProgrammeNode) throws(ProgrammeErrors) {
    let steps = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard steps.count <= 32, steps.allSatisfy({ !$0.isEmpty }) else {
      throw failure(
        "der Pfad '\(path)' ist leer oder zu lang",
        "path '\(path)' is empty or too long"
      )
    }
    try put(steps[...], into: &tree)
  }

  private func put(
    _ steps: ArraySlice<String>,
    into node: inout ProgrammeNode
  ) throws(ProgrammeErrors) {
    guard let step = steps.first else {
      node = value
      return
    }
    if node.isNull { node.content = .mapping([]) }
    switch node.content {
    case .mapping(var entries):
      try put(step, steps.dropFirst(), into: &entries)
      node.content = .mapping(entries)
    case .list(var items):
      guard let index = Int(step), items.indices.contains(index) else {
        throw noSuchItem(step, of: items.count)
      }
      try put(steps.dropFirst(), into: &items[index])
      node.content = .list(items)
    case .scalar(let text, _):
      throw failure(
        "vor '\(step)' steht der Wert '\(text)', keine Zuordnung",
        "before '\(step)' stands the value '\(text)', not a mapping"
      )
    }
  }

  private func put(
    _ step: String,
    _ rest: ArraySlice<String>,
    into entries: inout [ProgrammeNode.Entry]
  ) throws(ProgrammeErrors) {
    if let index = entries.firstIndex(where: { $0.key == step }) {
      try put(rest, into: &entries[index].value)
      return
    }
    if let next = rest.first, Int(next) != nil {
      let hint = Suggestion.closest(to: step, among: entries.map(\.key))
      let isNew = hint == nil
      throw failure(
        "'\(step)' gibt es im Programm nicht"
          + (isNew ? "; eine neue Liste wird ganz gesetzt: [...]" : Suggestion.german(hint)),
        "the programme has no '\(step)'"
          + (isNew ? "; a new list is set whole: [...]" : Suggestion.english(hint))
      )
    }
    var added = ProgrammeNode(content: .mapping([]), position: value.position)
    try put(rest, into: &added)
    entries.append(.init(key: step, position: value.position, value: added))
  }

  private func noSuchItem(_ step: String, of count: Int) -> ProgrammeErrors {
    let last = max(count - 1, 0)
    return count == 0
      ? failure("'\(step)' in einer leeren Liste", "'\(step)' in an empty list")
      : failure(
        "'\(step)' ist keine Stelle der Liste; erlaubt sind 0 bis \(last)",
        "'\(step)' is no item of the list; 0 to \(last) are"
      )
  }

  private func failure(_ german: String, _ english: String) -> ProgrammeErrors {
    ProgrammeErrors(
      ProgrammeProblems.error(
        .override,
        at: SourcePosition(file: "--set", line: value.position.line, column: 1),
        de: "--set \(path): \(german)",
        en: "--set \(path): \(english)"
      )
    )
  }
}
