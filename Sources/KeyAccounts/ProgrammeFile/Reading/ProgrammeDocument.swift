// SPDX-License-Identifier: Apache-2.0
import Accounts
import Yams

/// Turns YAML (or JSON, its subset) into ``ProgrammeNode``s, within limits that hostile text cannot
/// pass.
///
/// Advice to the next reader: the YAML library shares aliased nodes and compares keys by walking
/// them, so a few lines can stand for millions of nodes. Aliases are therefore counted in the text
/// before it is handed over, and nodes are counted again while they are copied.
struct ProgrammeDocument {
  private static let deepest = 32
  private static let mostNodes = 200_000
  private static let mostAliases = 16

  private let file: String
  private let line: Int?
  private let columnShift: Int
  private var nodes = 0

  /// The tree of `text`; an empty text is an empty mapping.
  ///
  /// Messages name `file`. A text that is part of a command line option gives the number of the
  /// option as `line`, and the characters before it as `columnShift`.
  static func tree(
    of text: String,
    file: String,
    line: Int? = nil,
    columnShift: Int = 0
  ) throws(ProgrammeErrors) -> ProgrammeNode {
    var document = ProgrammeDocument(file: file, line: line, columnShift: columnShift)
    return try document.read(text)
  }

  private init(file: String, line: Int?, columnShift: Int) {
    self.file = file
    self.line = line
    self.columnShift = columnShift
  }

  private mutating func read(_ text: String) throws(ProgrammeErrors) -> ProgrammeNode {
    guard Self.aliases(in: text) <= Self.mostAliases else {
      throw failure(
        .unreadableText,
        at: nil,
        de: "mehr als \(Self.mostAliases) YAML-Verweise (*name)",
        en: "more than \(Self.mostAliases) YAML aliases (*name)"
      )
    }
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    let body = hasMark ? String(text.unicodeScalars.dropFirst()) : text
    let root: Node?
    do { root = try compose(yaml: body, .basic) } catch { throw syntaxFailure(error) }
    guard let root else {
      return ProgrammeNode(content: .mapping([]), position: position(of: nil))
    }
    return try copy(root, depth: 0)
  }

  private mutating func copy(_ node: Node, depth: Int) throws(ProgrammeErrors) -> ProgrammeNode {
    nodes += 1
    guard depth <= Self.deepest, nodes <= Self.mostNodes else {
      throw failure(
        .unreadableText,
        at: node.mark,
        de: "zu tief oder zu vielfach verschachtelt",
        en: "nested too deeply or too many times"
      )
    }
    let position = position(of: node.mark)
    switch node {
    case .scalar(let scalar):
      return ProgrammeNode(content: .scalar(scalar.string, style(of: scalar)), position: position)
    case .sequence(let sequence):
      var items: [ProgrammeNode] = []
      for item in sequence { items.append(try copy(item, depth: depth + 1)) }
      return ProgrammeNode(content: .list(items), position: position)
    case .mapping(let mapping):
      return ProgrammeNode(
        content: .mapping(try entries(of: mapping, depth: depth)),
        position: position
      )
    case .alias:
      throw failure(.syntax, at: node.mark, de: "unbekannter Verweis", en: "unknown alias")
    }
  }

  private mutating func entries(
    of mapping: Node.Mapping,
    depth: Int
  ) throws(ProgrammeErrors) -> [ProgrammeNode.Entry] {
    var entries: [ProgrammeNode.Entry] = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key else {
        throw failure(
          .wrongType,
          at: key.mark,
          de: "ein Schlüssel muss ein Text sein",
          en: "a key must be a text"
        )
      }
      let entry = ProgrammeNode.Entry(
        key: name.string,
        position: position(of: key.mark),
        value: try copy(value, depth: depth + 1)
      )
      entries.append(entry)
    }
    return entries
  }

  private func style(of scalar: Node.Scalar) -> ProgrammeNode.ScalarStyle {
    switch scalar.style {
    case .singleQuoted, .doubleQuoted: .quoted
    case .literal, .folded: .block
    case .plain, .any: .plain
    }
  }

  private func position(of mark: Mark?) -> SourcePosition {
    let row = max(mark?.line ?? 1, 1)
    let column = max(mark?.column ?? 1, 1)
    guard let line else { return SourcePosition(file: file, line: row, column: column) }
    return SourcePosition(
      file: file,
      line: line,
      column: columnShift + (row == 1 ? column : 1)
    )
  }

  /// Aliases in the text, counted generously; 0 where no anchor is defined.
  private static func aliases(in text: String) -> Int {
    var anchors = 0
    var aliases = 0
    var previous = UInt8(ascii: " ")
    var sign: UInt8 = 0
    for byte in text.utf8 {
      let isName = byte > 0x20 && !" ,[]{}".utf8.contains(byte)
      if sign == UInt8(ascii: "&"), isName { anchors += 1 }
      if sign == UInt8(ascii: "*"), isName { aliases += 1 }
      let startsToken = previous <= 0x20 || "[{,:-?".utf8.contains(previous)
      sign = startsToken && (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")) ? byte : 0
      previous = byte
    }
    return anchors == 0 ? 0 : aliases
  }

  // MARK: Failures

  private func failure(
    _ code: ProgrammeCode,
    at mark: Mark?,
    de german: String,
    en english: String
  ) -> ProgrammeErrors {
    ProgrammeErrors(
      ProgrammeProblems.error(code, at: position(of: mark), de: german, en: english)
    )
  }

  private func syntaxFailure(_ error: any Error) -> ProgrammeErrors {
    switch error as? YamlError {
    case .duplicatedKeysInMapping(let names, let context):
      let keys = names.map { "'\($0)'" }.joined(separator: ", ")
      return failure(
        .duplicateKey,
        at: context.mark,
        de: "\(keys) steht mehr als einmal in dieser Zuordnung",
        en: "\(keys) stands more than once in this mapping"
      )
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let detail = [context?.text, problem].compactMap(\.self).joined(separator: ": ")
      return failure(
        .syntax,
        at: mark,
        de: "kein gültiges YAML (\(detail))",
        en: "not valid YAML (\(detail))"
      )
    case .reader(let problem, _, _, _):
      return failure(
        .syntax,
        at: nil,
        de: "kein gültiges YAML (\(problem))",
        en: "not valid YAML (\(problem))"
      )
    default:
      return failure(.syntax, at: nil, de: "kein gültiges YAML", en: "not valid YAML")
    }
  }
}
