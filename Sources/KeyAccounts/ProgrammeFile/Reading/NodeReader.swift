// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Reads one node as what the grammar wants there; what does not fit becomes a problem and nil.
struct NodeReader {
  let node: ProgrammeNode
  /// The path as `--set` would name it.
  let path: String
  let problems: ProgrammeProblems

  var position: SourcePosition { node.position }

  // MARK: Scalars

  /// A text, unless it may be empty of at least one character.
  func text(mayBeEmpty: Bool = false) -> String? {
    guard case .scalar(let text, _) = node.content, !node.isNull, mayBeEmpty || !text.isEmpty else {
      return wrongType("ein Text", "a text")
    }
    return text
  }

  /// A finite number, at least `least` where that is given.
  func number(atLeast least: Double? = nil) -> Double? {
    guard let value = plainNumber.flatMap({ Double($0) }), value.isFinite else {
      return wrongType("eine Zahl", "a number", hint: numberHint)
    }
    guard let least, value < least else { return value }
    let bound = least == 0 ? "0" : "\(least)"
    return outOfRange("mindestens \(bound)", "at least \(bound)")
  }

  /// A whole number, at least `least`.
  func integer(atLeast least: Int) -> Int? {
    guard let value = plainNumber.flatMap({ Int($0) }) else {
      return wrongType("eine ganze Zahl", "a whole number", hint: numberHint)
    }
    guard value < least else { return value }
    return outOfRange("mindestens \(least)", "at least \(least)")
  }

  /// A number kept exactly as written.
  func decimal() -> ExactDecimal? {
    guard let value = plainNumber.flatMap({ ExactDecimal($0) }) else {
      return wrongType("eine Zahl", "a number", hint: numberHint)
    }
    return value
  }

  /// One of the values of `Choice`.
  func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    choice(of: type.allCases.map(\.rawValue)).flatMap { Choice(rawValue: $0) }
  }

  /// One of `names`.
  func choice(of names: [String]) -> String? {
    guard case .scalar(let text, _) = node.content, !node.isNull else {
      let list = Self.quoted(names)
      return wrongType("eines von \(list)", "one of \(list)")
    }
    if names.contains(text) { return text }
    let hint = Suggestion.closest(to: text, among: names)
    problems.add(
      .unknownChoice,
      at: position,
      de: "'\(text.shortened)' ist in '\(path)' nicht erlaubt; erlaubt sind \(Self.quoted(names))"
        + Suggestion.german(hint),
      en: "'\(text.shortened)' is not allowed in '\(path)'; allowed are \(Self.quoted(names))"
        + Suggestion.english(hint)
    )
    return nil
  }

  /// The text of an unquoted number with its digit separators taken out.
  private var plainNumber: String? {
    guard case .scalar(let text, .plain) = node.content,
      text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      text.utf8.allSatisfy({ "+-.0123456789_eE".utf8.contains($0) })
    else { return nil }
    return text.filter { $0 != "_" }
  }

  private var numberHint: LocalizedText? {
    guard case .scalar(let text, let style) = node.content else { return nil }
    if style != .plain {
      return LocalizedText(de: "ohne Anführungszeichen schreiben", en: "write it without quotes")
    }
    guard text.contains(",") else { return nil }
    return LocalizedText(
      de: "Dezimalzahlen mit Punkt schreiben",
      en: "write decimals with a dot"
    )
  }

  // MARK: Collections

  /// The items of a list with at least one.
  func list() -> [NodeReader]? {
    guard let items = openList() else { return nil }
    guard !items.isEmpty else {
      problems.add(
        .emptyList,
        at: position,
        de: "'\(path)' ist leer; mindestens ein Eintrag wird erwartet",
        en: "'\(path)' is empty; expected at least one item"
      )
      return nil
    }
    return items
  }

  /// The items of a list that may be empty.
  func openList() -> [NodeReader]? {
    guard case .list(let items) = node.content else { return wrongType("eine Liste", "a list") }
    return items.enumerated().map { index, item in
      NodeReader(node: item, path: "\(path).\(index)", problems: problems)
    }
  }

  /// The entries of a mapping whose keys the user chooses.
  func named() -> [NamedReader] {
    guard case .mapping(let entries) = node.content else {
      return wrongType("eine Zuordnung", "a mapping") ?? []
    }
    return entries.compactMap { entry in
      guard !entry.key.isEmpty else {
        problems.add(
          .wrongType,
          at: entry.position,
          de: "ein Name in '\(path)' ist leer",
          en: "a name in '\(path)' is empty"
        )
        return nil
      }
      let reader = NodeReader(
        node: entry.value,
        path: "\(path).\(entry.key)",
        problems: problems
      )
      return NamedReader(name: entry.key, position: entry.position, value: reader)
    }
  }

  /// The mapping with the keys of `section`.
  func section(_ section: ProgrammeSection) -> SectionReader? {
    guard case .mapping(let entries) = node.content else {
      return wrongType("eine Zuordnung", "a mapping")
    }
    return SectionReader(section, entries, at: position, path: path, problems)
  }

  var isMapping: Bool { if case .mapping = node.content { true } else { false } }

  var isList: Bool { if case .list = node.content { true } else { false } }

  // MARK: Problems

  /// Reports a problem at this node and returns nothing.
  func fail<Value>(_ code: ProgrammeCode, de german: String, en english: String) -> Value? {
    problems.add(code, at: position, de: german, en: english)
    return nil
  }

  func wrongType<Value>(_ german: String, _ english: String, hint: LocalizedText? = nil) -> Value? {
    let found = node.description
    return fail(
      .wrongType,
      de: "in '\(path)' wird \(german) erwartet, gefunden \(found.german)"
        + (hint.map { "; \($0.german)" } ?? ""),
      en: "expected \(english) in '\(path)', found \(found.english)"
        + (hint.map { "; \($0.english)" } ?? "")
    )
  }

  func outOfRange<Value>(_ german: String, _ english: String) -> Value? {
    let found = node.description
    return fail(
      .outOfRange,
      de: "in '\(path)' wird \(german) erwartet, gefunden \(found.german)",
      en: "expected \(english) in '\(path)', found \(found.english)"
    )
  }

  static func quoted(_ names: [String]) -> String {
    names.map { $0 == "\t" ? "a tab" : "'\($0)'" }.joined(separator: ", ")
  }
}

/// An entry whose key the user chose.
struct NamedReader {
  let name: String
  let position: SourcePosition
  let value: NodeReader
}
