// SPDX-License-Identifier: Apache-2.0

/// A formula or condition as it stands in the programme, parsed once.
///
/// *Grammar* Numbers with a dot, texts in single or double quotes, names (in backquotes or square
/// brackets where they hold blanks or signs), `+ - * /`, comparisons `= == != <> < <= > >=`,
/// `in ('a', 'b')`, `and`, `or`, `not`, parentheses and function calls. `and` binds tighter than
/// `or`, comparisons tighter than both.
public struct Expression: Sendable, Equatable {
  /// The text as written; reasons in reports quote it.
  public let text: String
  /// The parsed formula.
  package let root: Node

  /// One step of a formula.
  package indirect enum Node: Sendable, Equatable {
    case number(Double)
    case text(String)
    case name(String)
    case negate(Node)
    case not(Node)
    case binary(Operator, Node, Node)
    case isIn(Node, [Node])
    case call(String, [Node])
  }

  /// An operator with two sides.
  package enum Operator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and
    case or

    /// Whether the result is a truth value.
    package var isCondition: Bool {
      switch self {
      case .add, .subtract, .multiply, .divide: false
      default: true
      }
    }
  }

  /// Parses `text`.
  ///
  /// - Throws: ``ExpressionError`` with the offset of the offending character.
  public init(parsing text: String) throws(ExpressionError) {
    self.text = text
    var parser = ExpressionParser(text)
    root = try parser.parse()
  }

  /// The formula that is nothing but a name.
  package init(name: String) {
    text = name
    root = .name(name)
  }

  /// A formula put together from others, which nobody wrote.
  package init(root: Node) {
    text = ""
    self.root = root
  }

  /// Whether the formula looks at how a value changes from month to month.
  package var looksAtChange: Bool { root.calls { $0.looksAtChange } }

  /// Every name that the formula uses, in order of appearance, each once.
  package var names: [String] {
    var found: [String] = []
    root.collectNames(into: &found)
    return found
  }

  /// Whether the formula is a condition rather than a number.
  package var isCondition: Bool {
    switch root {
    case .not, .isIn: true
    case .binary(let sign, _, _): sign.isCondition
    case .call(let name, _): ExpressionFunction(rawValue: name)?.isCondition ?? false
    default: false
    }
  }
}

/// Why a formula could not be read.
public struct ExpressionError: Error, Equatable, Sendable {
  /// Characters before the offending place.
  public var offset: Int
  /// What is wrong and what was expected.
  public var message: LocalizedText
}

/// The functions that formulas may call.
package enum ExpressionFunction: String, CaseIterable, Sendable {
  case sum, growth, cagr, trend, volatility, count, distinct, present
  case arcGrowth = "arc_growth"
  case min, max, abs, log, coalesce
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case contains

  /// Whether it answers true or false.
  package var isCondition: Bool {
    switch self {
    case .startsWith, .endsWith, .contains: true
    default: false
    }
  }

  /// Whether the first argument names a value whose periods are looked at.
  package var readsSeries: Bool {
    switch self {
    case .sum, .growth, .cagr, .arcGrowth, .trend, .volatility, .count: true
    default: false
    }
  }

  /// Whether it looks at how a value changes from month to month.
  package var looksAtChange: Bool {
    switch self {
    case .growth, .cagr, .arcGrowth, .trend, .volatility: true
    default: false
    }
  }

  /// How many arguments it takes.
  package var arity: ClosedRange<Int> {
    switch self {
    case .sum, .cagr, .trend, .volatility, .count: 1...2
    case .growth, .arcGrowth: 1...2
    case .distinct, .abs, .log: 1...1
    case .startsWith, .endsWith, .contains: 2...2
    case .min, .max, .coalesce, .present: 1...64
    }
  }
}

extension Expression.Node {
  /// Whether a function that meets the condition is called somewhere.
  fileprivate func calls(_ meets: (ExpressionFunction) -> Bool) -> Bool {
    switch self {
    case .number, .text, .name: false
    case .negate(let node), .not(let node): node.calls(meets)
    case .binary(_, let left, let right): left.calls(meets) || right.calls(meets)
    case .isIn(let node, let choices): node.calls(meets) || choices.contains { $0.calls(meets) }
    case .call(let name, let arguments):
      ExpressionFunction(rawValue: name).map(meets) ?? false
        || arguments.contains { $0.calls(meets) }
    }
  }

  fileprivate func collectNames(into found: inout [String]) {
    switch self {
    case .number, .text: break
    case .name(let name): if !found.contains(name) { found.append(name) }
    case .negate(let node), .not(let node): node.collectNames(into: &found)
    case .binary(_, let left, let right):
      left.collectNames(into: &found)
      right.collectNames(into: &found)
    case .isIn(let node, let choices):
      node.collectNames(into: &found)
      for choice in choices { choice.collectNames(into: &found) }
    case .call(_, let arguments):
      for argument in arguments { argument.collectNames(into: &found) }
    }
  }
}
