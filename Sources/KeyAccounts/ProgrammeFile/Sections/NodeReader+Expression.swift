// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Nodes that hold a formula or condition.
extension NodeReader {
  /// A formula as written; names are not looked up.
  ///
  /// Its length is bounded because a formula is walked recursively, and a sum of a million terms is
  /// a tree a million levels deep.
  func expression() -> Expression? {
    guard let text = text() else { return nil }
    guard text.utf8.count <= 4_000 else {
      return fail(
        .expression,
        de: "die Formel in '\(path)' ist länger als 4000 Bytes",
        en: "the formula in '\(path)' is longer than 4000 bytes"
      )
    }
    do {
      return try Expression(parsing: text)
    } catch {
      problems.add(
        .expression,
        at: place(offset: error.offset),
        de: "in '\(path)': \(error.message.german)",
        en: "in '\(path)': \(error.message.english)"
      )
      return nil
    }
  }

  /// A formula that uses only `names`, or one of them as it stands, blanks and signs included.
  func expression(over names: KnownNames) -> Expression? {
    if let name = node.scalarText, names.contains(name) { return Expression(name: name) }
    guard let expression = expression() else { return nil }
    guard check(expression, names) else { return nil }
    return expression
  }

  /// A condition, over known names where `names` is given.
  func condition(over names: KnownNames?) -> Expression? {
    let read = if let names { expression(over: names) } else { expression() }
    guard let read else { return nil }
    guard read.isCondition else {
      return fail(
        .expression,
        de: "in '\(path)' wird eine Bedingung erwartet, gefunden '\(read.text)'",
        en: "expected a condition in '\(path)', found '\(read.text)'"
      )
    }
    return read
  }

  private func check(_ expression: Expression, _ names: KnownNames) -> Bool {
    guard !names.isEmpty else { return true }
    var isKnown = true
    for name in expression.names where !names.contains(name) {
      isKnown = false
      let hint = Suggestion.closest(to: name, among: names.suggestions)
      problems.add(
        .unknownName,
        at: place(of: name, in: expression.text),
        de: "'\(name)' in '\(path)' ist kein Wert, Merkmal oder früheres Maß"
          + Suggestion.german(hint),
        en: "'\(name)' in '\(path)' is not a value, attribute or earlier measure"
          + Suggestion.english(hint)
      )
    }
    for name in expression.root.seriesNames where isWithoutSeries(name, names) {
      isKnown = false
      problems.add(
        .unknownName,
        at: place(of: name, in: expression.text),
        de: "'\(name)' in '\(path)' hat keine Perioden; hier wird ein Wert erwartet",
        en: "'\(name)' in '\(path)' has no periods; expected a value here"
      )
    }
    return isKnown
  }

  private func isWithoutSeries(_ name: String, _ names: KnownNames) -> Bool {
    names.contains(name) && !names.isValue(name)
  }

  /// The place of the first whole word `name` in the formula `text`.
  private func place(of name: String, in text: String) -> SourcePosition {
    let (letters, wanted) = (Array(text), Array(name))
    let starts = letters.indices.filter { letters[$0...].starts(with: wanted) }
    let whole = starts.first { start in
      let end = start + wanted.count
      let before = start > 0 ? letters[start - 1] : " "
      let after = end < letters.count ? letters[end] : " "
      return ![before, after].contains { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    return place(offset: whole ?? starts.first ?? 0)
  }

  /// The place `offset` characters into this scalar.
  private func place(offset: Int) -> SourcePosition {
    switch node.content {
    case .scalar(_, .plain): shifted(by: offset)
    case .scalar(_, .quoted): shifted(by: offset + 1)
    default: position
    }
  }

  private func shifted(by offset: Int) -> SourcePosition {
    SourcePosition(file: position.file, line: position.line, column: position.column + offset)
  }
}

extension Expression.Node {
  /// The names whose periods the formula looks at: first arguments of `sum`, `growth` and the like.
  fileprivate var seriesNames: [String] {
    switch self {
    case .number, .text, .name: []
    case .negate(let node), .not(let node): node.seriesNames
    case .binary(_, let left, let right): left.seriesNames + right.seriesNames
    case .isIn(let node, let choices): ([node] + choices).flatMap(\.seriesNames)
    case .call(let function, let arguments): Self.seriesNames(of: function, arguments)
    }
  }

  private static func seriesNames(of function: String, _ arguments: [Expression.Node]) -> [String] {
    let inner = arguments.flatMap(\.seriesNames)
    guard ExpressionFunction(rawValue: function)?.readsSeries ?? false,
      case .name(let name) = arguments.first
    else { return inner }
    return [name] + inner
  }
}
