// SPDX-License-Identifier: Apache-2.0

/// Computes measures column by column over all accounts.
///
/// *Missing values* spread: a sum or ratio with a missing part is missing, and so is a division by
/// zero or a result that is not finite. `coalesce` and `present` are the ways out. In conditions a
/// missing text compares as the empty text, and a missing number meets no comparison.
package struct MeasureEvaluator {
  private let table: AccountTable
  private let texts: [String: AccountTable.Attribute]
  private let threads: Int

  /// Looks names up in `table`: values, attributes and the measures computed so far; windows over
  /// months are computed on so many threads, which shows in nothing but the time.
  package init(_ table: AccountTable, threads: Int = 1) {
    self.table = table
    self.threads = threads
    texts = Dictionary(
      table.attributes.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The numbers of a measure or value, nil for a name that is neither.
  private func named(_ name: String) -> [Double]? {
    if let measure = table.measures.last(where: { $0.name == name }) {
      return measure.numbers.numbers
    }
    return table.values.last { $0.name == name }?.numbers.numbers
  }

  /// Per account whether a measure or value is there, nil for a name that is neither.
  private func presence(ofName name: String) -> [Bool]? {
    if let measure = table.measures.last(where: { $0.name == name }) {
      return measure.numbers.numbers.map { !$0.isNaN }
    }
    return table.values.last { $0.name == name }?.totals.map { $0 != nil }
  }

  /// One number per account; conditions count as 1 and 0.
  package func numbers(_ expression: Expression) -> NumberColumn {
    NumberColumn(numbers: column(expression.root))
  }

  /// Per account whether the condition holds.
  package func conditions(_ expression: Expression) -> [Bool] { truth(expression.root) }

  /// The names of a condition whose value is missing for an account, in order of appearance.
  package func missingNames(_ expression: Expression, row: Int) -> [String] {
    expression.names.filter { name in
      if let measure = table.measures.last(where: { $0.name == name }) {
        return measure.numbers[row] == nil
      }
      if let value = table.values.last(where: { $0.name == name }) {
        return value.totals[row] == nil
      }
      return texts[name].map { $0.texts[row] == nil } ?? true
    }
  }

  // MARK: Numbers

  /// One number per account, NaN where it is missing, which spreads as missing values do.
  private func column(_ node: Expression.Node) -> [Double] {
    switch node {
    case .number(let number): return Array(repeating: number, count: table.count)
    case .name(let name): return named(name) ?? nothing
    case .negate(let inner): return column(inner).map { -$0 }
    case .binary(let sign, let left, let right) where !sign.isCondition:
      return Self.combined(sign, column(left), column(right))
    case .call(let name, let arguments):
      guard let function = ExpressionFunction(rawValue: name) else { break }
      return call(function, arguments)
    case .text: break
    default: return truth(node).map { $0 ? 1 : 0 }
    }
    return nothing
  }

  /// Nobody has a number.
  private var nothing: [Double] { Array(repeating: .nan, count: table.count) }

  private static func combined(
    _ sign: Expression.Operator,
    _ left: [Double],
    _ right: [Double]
  ) -> [Double] {
    let finite = { (result: Double) in result.isFinite ? result : .nan }
    return switch sign {
    case .add: zip(left, right).map { finite($0 + $1) }
    case .subtract: zip(left, right).map { finite($0 - $1) }
    case .multiply: zip(left, right).map { finite($0 * $1) }
    case .divide: zip(left, right).map { finite($0 / $1) }
    default: left.map { _ in .nan }
    }
  }

  private func call(_ function: ExpressionFunction, _ arguments: [Expression.Node]) -> [Double] {
    if function.readsSeries { return series(function, arguments) }
    switch function {
    case .distinct:
      guard case .name(let name) = arguments[0], let attribute = texts[name] else { break }
      return attribute.distinctCounts.map { Double($0) }
    case .present: return presentCounts(arguments)
    case .startsWith, .endsWith, .contains:
      return truth(.call(function.rawValue, arguments)).map { $0 ? 1 : 0 }
    default:
      return arguments.dropFirst().reduce(Self.single(function, column(arguments[0]))) {
        found,
        part in
        zip(found, column(part)).map { Self.merged(function, $0, $1) }
      }
    }
    return nothing
  }

  private func presentCounts(_ arguments: [Expression.Node]) -> [Double] {
    var counts = [Double](repeating: 0, count: table.count)
    for argument in arguments {
      let isPresent = presence(argument)
      for row in counts.indices where isPresent[row] { counts[row] += 1 }
    }
    return counts
  }

  /// What a function makes of its first argument.
  private static func single(_ function: ExpressionFunction, _ numbers: [Double]) -> [Double] {
    switch function {
    case .abs: numbers.map(\.magnitude)
    case .log: numbers.map { $0 > 0 ? naturalLogarithm($0) : .nan }
    default: numbers
    }
  }

  /// What a function of several arguments makes of those so far and the next one.
  private static func merged(_ function: ExpressionFunction, _ a: Double, _ b: Double) -> Double {
    if function == .coalesce { return a.isNaN ? b : a }
    guard !a.isNaN, !b.isNaN else { return .nan }
    switch function {
    case .min: return b < a ? b : a
    case .max: return b > a ? b : a
    default: return .nan
    }
  }

  private func presence(_ node: Expression.Node) -> [Bool] {
    if case .name(let name) = node, let attribute = texts[name] {
      return attribute.texts.answers { $0 != nil }
    }
    if case .name(let name) = node, let found = presence(ofName: name) { return found }
    return column(node).map { !$0.isNaN }
  }

  // MARK: Series

  private func series(_ function: ExpressionFunction, _ arguments: [Expression.Node]) -> [Double] {
    guard case .name(let name) = arguments[0] else { return nothing }
    var months: Int?
    if arguments.count > 1, case .number(let number) = arguments[1] { months = Int(number) }
    guard let value = table.value(named: name) else {
      guard function == .sum, months == nil else { return nothing }
      return named(name) ?? nothing
    }
    let window = SeriesWindow(value: value, asOf: table.asOf)
    return value.periodSums.figures(table.count, startingWith: .nan, threads: threads) {
      [months] row in
      window.figure(function, row: row, months: months) ?? .nan
    }
  }

  // MARK: Conditions

  private func truth(_ node: Expression.Node) -> [Bool] {
    switch node {
    case .not(let inner): return truth(inner).map { !$0 }
    case .binary(.and, let left, let right): return zip(truth(left), truth(right)).map { $0 && $1 }
    case .binary(.or, let left, let right): return zip(truth(left), truth(right)).map { $0 || $1 }
    case .binary(let sign, let left, let right) where sign.isCondition:
      return comparison(sign, left, right)
    case .isIn(let left, let choices):
      return choices.reduce(Array(repeating: false, count: table.count)) { found, choice in
        zip(found, comparison(.equal, left, choice)).map { $0 || $1 }
      }
    case .call(let name, let arguments):
      guard let function = ExpressionFunction(rawValue: name), function.isCondition,
        let a = textColumn(arguments[0]), let b = textColumn(arguments[1])
      else { break }
      return zip(a, b).map { function.holds($0, $1) }
    default: break
    }
    return column(node).map { !$0.isNaN && $0 != 0 }
  }

  private func comparison(
    _ sign: Expression.Operator,
    _ left: Expression.Node,
    _ right: Expression.Node
  ) -> [Bool] {
    if case .name(let name) = left, let attribute = texts[name], case .text(let text) = right {
      return attribute.texts.answers { sign.holds($0 ?? "", text) }
    }
    if let a = textColumn(left), let b = textColumn(right) {
      return zip(a, b).map { sign.holds($0, $1) }
    }
    if case .number(let bound) = right {
      return column(left).map { !$0.isNaN && sign.holds($0, bound) }
    }
    return zip(column(left), column(right)).map { a, b in
      !a.isNaN && !b.isNaN && sign.holds(a, b)
    }
  }

  private func textColumn(_ node: Expression.Node) -> [String]? {
    switch node {
    case .text(let text): Array(repeating: text, count: table.count)
    case .name(let name): texts[name]?.texts.map { $0 ?? "" }
    default: nil
    }
  }
}
