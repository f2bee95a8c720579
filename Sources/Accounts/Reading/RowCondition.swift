// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// A condition over the cells of one row, such as `Konto = 'CPD'`.
///
/// Texts compare as they stand; against a number a cell is read as one, and a cell that is none
/// meets no comparison.
struct RowCondition {
  private indirect enum Test {
    case not(Test)
    case all([Test])
    case any([Test])
    case text(column: Int, Expression.Operator, String)
    case number(column: Int, NumberStyle, Expression.Operator, Double)
    case isIn(column: Int, [String])
    case function(ExpressionFunction, column: Int, String)
  }

  /// The rule as written.
  let text: String
  private let test: Test

  init(
    _ rule: Expression,
    in binding: ColumnBinding,
    _ mapping: SourceMapping,
    at position: SourcePosition?
  ) throws(RunError) {
    text = rule.text
    let compiler = Compiler(
      binding: binding,
      format: mapping.format,
      position: position,
      rule: rule
    )
    test = try compiler.compile(rule.root)
  }

  /// Whether the row meets the condition.
  func holds(_ record: borrowing Record, filled: [Int: String]) -> Bool {
    Self.holds(test, record, filled)
  }

  /// The only column that the condition asks for, as text; nil where it asks for more.
  var textColumn: Int? { Self.textColumn(test) }

  private static func textColumn(_ test: Test) -> Int? {
    switch test {
    case .not(let inner): return textColumn(inner)
    case .all(let parts), .any(let parts):
      let columns = Set(parts.map { textColumn($0) })
      return columns.count == 1 ? columns.first.flatMap(\.self) : nil
    case .text(let column, _, _), .isIn(let column, _), .function(_, let column, _): return column
    case .number: return nil
    }
  }

  /// Decimals of the integers in ``harmlessNumbers``.
  static let decimals = 4

  /// The only column that the condition asks for, and all numbers in it that do not meet it.
  ///
  /// nil where it asks for more than whether a number is large or small.
  var harmlessNumbers: (column: Int, style: NumberStyle, units: ClosedRange<Int64>)? {
    guard case .number(let column, let style, let sign, let wanted) = test else { return nil }
    let scale = 10_000.0
    guard abs(wanted) < 1e12 else { return nil }
    // The comparison is one of nearest doubles, so the limit is looked for around its product.
    let near = Int64((wanted * scale).rounded())
    let harmless = (near - 2...near + 2).filter { units in
      let number = ExactDecimal(Int128(units), scale: Self.decimals).doubleValue
      return !sign.holds(number, wanted)
    }
    let any = RegularRows.Plan.Number.anyNumber
    switch sign {
    case .less, .lessOrEqual:
      return harmless.first.map { (column, style, $0...any.upperBound) }
    case .greater, .greaterOrEqual:
      return harmless.last.map { (column, style, any.lowerBound...$0) }
    default: return nil
    }
  }

  /// Whether a text in `textColumn` meets the condition.
  func holds(text: String) -> Bool { Self.holds(test, text) }

  private static func holds(_ test: Test, _ text: String) -> Bool {
    switch test {
    case .not(let inner): !holds(inner, text)
    case .all(let parts): parts.allSatisfy { holds($0, text) }
    case .any(let parts): parts.contains { holds($0, text) }
    case .text(_, let sign, let wanted): sign.holds(text, wanted)
    case .number: false
    case .isIn(_, let choices): choices.contains(text)
    case .function(let function, _, let part): function.holds(text, part)
    }
  }

  private static func holds(
    _ test: Test,
    _ record: borrowing Record,
    _ filled: [Int: String]
  ) -> Bool {
    switch test {
    case .not(let inner): return !holds(inner, record, filled)
    case .all(let parts):
      for part in parts where !holds(part, record, filled) { return false }
      return true
    case .any(let parts):
      for part in parts where holds(part, record, filled) { return true }
      return false
    case .text(let column, let sign, let wanted):
      return sign.holds(cell(column, record, filled), wanted)
    case .number(let column, let style, let sign, let wanted):
      guard case .number(let parsed) = record.number(column, style: style) else { return false }
      let factor = parsed.isPercent ? 0.01 : parsed.scaleWord?.doubleValue ?? 1
      let number = parsed.value.doubleValue * factor
      return sign.holds(number, wanted)
    case .isIn(let column, let choices): return choices.contains(cell(column, record, filled))
    case .function(let function, let column, let part):
      return function.holds(cell(column, record, filled), part)
    }
  }

  private static func cell(
    _ column: Int,
    _ record: borrowing Record,
    _ filled: [Int: String]
  ) -> String {
    record.isEmpty(column) ? filled[column] ?? "" : record.text(column)
  }

  /// Turns names into columns once, so that a row costs no lookups.
  private struct Compiler {
    let binding: ColumnBinding
    let format: FormatSettings
    let position: SourcePosition?
    let rule: Expression

    func compile(_ node: Expression.Node) throws(RunError) -> Test {
      switch node {
      case .not(let inner): return .not(try compile(inner))
      case .binary(.and, let left, let right): return .all([try compile(left), try compile(right)])
      case .binary(.or, let left, let right): return .any([try compile(left), try compile(right)])
      case .binary(let sign, .name(let name), let value) where sign.isCondition:
        return try comparison(sign, name, value)
      case .binary(let sign, let value, .name(let name)) where sign.isCondition:
        return try comparison(sign.mirrored, name, value)
      case .isIn(.name(let name), let choices):
        var texts: [String] = []
        for choice in choices { texts.append(try literal(choice)) }
        return .isIn(column: try column(name), texts)
      case .call(let name, let arguments):
        guard let function = ExpressionFunction(rawValue: name), function.isCondition,
          case .name(let columnName) = arguments[0]
        else { throw unsupported() }
        return .function(function, column: try column(columnName), try literal(arguments[1]))
      default: throw unsupported()
      }
    }

    private func comparison(
      _ sign: Expression.Operator,
      _ name: String,
      _ value: Expression.Node
    ) throws(RunError) -> Test {
      let column = try column(name)
      switch value {
      case .text(let text): return .text(column: column, sign, text)
      case .number(let number): return .number(column: column, style(of: column), sign, number)
      case .negate(.number(let number)):
        return .number(column: column, style(of: column), sign, -number)
      default: throw unsupported()
      }
    }

    private func literal(_ node: Expression.Node) throws(RunError) -> String {
      switch node {
      case .text(let text): return text
      case .number(let number) where number == number.rounded() && abs(number) < 1e15:
        return String(Int(number))
      default: throw unsupported()
      }
    }

    private func style(of column: Int) -> NumberStyle {
      switch binding.table.numberStyle(ofColumn: column, settings: format) {
      case .decided(let style), .noEvidence(let style): style
      case .ambiguous: NumberStyle(decimal: .point, grouping: nil)
      }
    }

    private func column(_ name: String) throws(RunError) -> Int {
      try binding.index(of: ColumnReference(name, at: position))
    }

    private func unsupported() -> RunError {
      RunError(
        .badProgramme,
        "K-P034",
        at: position,
        file: binding.fileName,
        LocalizedText(
          de: "die Regel '\(rule.text)' muss Spalten mit Texten oder Zahlen vergleichen, etwa "
            + "Konto = 'CPD'",
          en: "the rule '\(rule.text)' must compare columns with texts or numbers, such as "
            + "Konto = 'CPD'"
        )
      )
    }
  }
}

extension Expression.Operator {
  /// Whether the comparison holds between two texts, by their UTF-8 bytes.
  package func holds(_ a: String, _ b: String) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a.isBytewiseLess(than: b)
    case .lessOrEqual: !b.isBytewiseLess(than: a)
    case .greater: b.isBytewiseLess(than: a)
    case .greaterOrEqual: !a.isBytewiseLess(than: b)
    default: false
    }
  }

  /// Whether the comparison holds between two numbers.
  package func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    default: false
    }
  }

  /// The comparison with its sides swapped.
  package var mirrored: Expression.Operator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}

extension ExpressionFunction {
  /// Whether a text function holds.
  package func holds(_ text: String, _ part: String) -> Bool {
    switch self {
    case .startsWith: text.hasPrefix(part)
    case .endsWith: text.hasSuffix(part)
    case .contains: part.isEmpty || text.contains(part)
    default: false
    }
  }
}
