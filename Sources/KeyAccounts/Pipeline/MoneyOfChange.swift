// SPDX-License-Identifier: Apache-2.0
import Accounts
public import Selection

extension Run {
  /// Per criterion what the change of an explanation is in programme currency.
  ///
  /// *Definition* Where the criterion is an amount, the change itself. Where it divides an amount by
  /// an amount, or is the growth of one, the change of the upper amount with the lower one as it is:
  /// a margin rate that has to rise by 0.05 on a revenue of 100,000 lacks a margin of 5,000. Nil for
  /// everything else, and where nothing has to change.
  public func money(of explanation: Explanation) -> [Double?] {
    guard let ranking = selection?.ranking else { return [] }
    let formulas = MoneyFormulas(accounts, measures: programme.measures)
    let row = explanation.row.account
    return explanation.changes.indices.map { j in
      guard let difference = explanation.changes[j].difference,
        let measure = ranking.columns[j].criterion.criterion.measure,
        let worth = formulas.worthOfOne(measure)
      else { return nil }
      guard case .per(let lower) = worth else { return difference }
      let amount = MeasureEvaluator(accounts).numbers(lower)[row]
      let money = amount.map { $0 * difference }
      return money.flatMap { $0.isFinite ? $0 : nil }
    }
  }
}

/// Which formulas are amounts of money, and what one unit of the others is worth.
private struct MoneyFormulas {
  enum Worth {
    /// The formula is an amount.
    case amount
    /// One unit is worth as much as another formula.
    case per(Expression)
  }

  private let amounts: Set<String>
  private let formulas: [String: Expression.Node]

  init(_ accounts: AccountTable, measures: [MeasureDefinition]) {
    amounts = Set(accounts.values.filter { $0.kind == .amount }.map(\.name))
    formulas = Dictionary(
      measures.map { ($0.name, $0.expression.root) },
      uniquingKeysWith: { _, last in last }
    )
  }

  func worthOfOne(_ expression: Expression) -> Worth? {
    let root = resolved(expression.root)
    if isAmount(root) { return .amount }
    switch root {
    case .binary(.divide, let upper, let lower) where isAmount(upper) && isAmount(lower):
      return .per(Expression(root: lower))
    case .call("growth", let arguments):
      guard arguments.count == 2, case .number(let months) = arguments[1], isAmount(arguments[0])
      else { return nil }
      // Growth is the last months by those before them, minus 1.
      let both = Expression.Node.call("sum", [arguments[0], .number(2 * months)])
      let last = Expression.Node.call("sum", [arguments[0], .number(months)])
      return .per(Expression(root: .binary(.subtract, both, last)))
    default: return nil
    }
  }

  /// The formula behind a name, as far as names lead to formulas.
  private func resolved(_ node: Expression.Node) -> Expression.Node {
    var node = node
    // A measure knows only earlier ones, so every step leads towards the values.
    for _ in 0...formulas.count {
      guard case .name(let name) = node, let next = formulas[name] else { break }
      node = next
    }
    return node
  }

  private func isAmount(_ node: Expression.Node) -> Bool {
    switch resolved(node) {
    case .name(let name): amounts.contains(name)
    case .negate(let inner): isAmount(inner)
    case .binary(.add, let left, let right), .binary(.subtract, let left, let right):
      isAmount(left) && isAmount(right)
    case .binary(.multiply, let left, let right): isAmount(left) != isAmount(right)
    case .binary(.divide, let left, let right): isAmount(left) && !isAmount(right)
    case .call("sum", let arguments), .call("max", let arguments), .call("min", let arguments),
      .call("abs", let arguments), .call("coalesce", let arguments):
      arguments.contains(where: isAmount)
    default: false
    }
  }
}
