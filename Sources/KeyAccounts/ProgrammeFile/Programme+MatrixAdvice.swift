// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

extension Programme {
  /// Values that measure one's own business rather than the account.
  private static let ownBusiness: Set<String> = ["revenue", "margin"]

  /// What is said about the axes of the portfolio matrix.
  func matrixAdvice() -> [Finding] {
    guard let matrix = declared.matrix else { return [] }
    let unknown = (matrix.attractiveness + matrix.strength).filter { formula(of: $0) == nil }
    let own = matrix.attractiveness.filter { name in
      formula(of: name)?.contains(where: isOwnBusiness) ?? false
    }
    return unknown.map { unknownOnAxis($0, matrix) }
      + own.map { name in
        finding(
          .ownRevenueOnAxis,
          at: matrix.position,
          found: name,
          LocalizedText(
            de: "'\(name)' misst das eigene Geschäft und steht auf der Achse attractiveness;"
              + " es gehört zu strength",
            en: "'\(name)' measures one's own business and stands on the axis attractiveness;"
              + " it belongs to strength"
          )
        )
      }
  }

  /// The formulas behind a name of an axis: of a criterion or group, a measure or a value.
  private func formula(of name: String) -> [Expression]? {
    if let criterion = selection.criteria.lazy.compactMap({ $0.find(name) }).first {
      return criterion.leaves.compactMap(\.measure)
    }
    let named = Expression(name: name)
    if measures.contains(where: { $0.name == name }) { return [named] }
    return sources.contains { $0.values.contains { $0.name == name } } ? [named] : nil
  }

  /// Whether a formula looks at nothing but the size of the own business; how that changes is
  /// another matter.
  private func isOwnBusiness(_ formula: Expression) -> Bool {
    let parts = values(of: formula, depth: 0)
    return !parts.names.isEmpty && parts.names.isSubset(of: Self.ownBusiness)
      && !parts.looksAtChange
  }

  /// The values that a formula comes down to, through measures.
  private func values(
    of formula: Expression,
    depth: Int
  ) -> (names: Set<String>, looksAtChange: Bool) {
    var names: Set<String> = []
    var looksAtChange = formula.looksAtChange
    for name in formula.names {
      // Measures use earlier ones only, so their number bounds the depth.
      guard depth <= measures.count, let measure = measures.first(where: { $0.name == name }) else {
        names.insert(name)
        continue
      }
      let inner = values(of: measure.expression, depth: depth + 1)
      names.formUnion(inner.names)
      looksAtChange = looksAtChange || inner.looksAtChange
    }
    return (names, looksAtChange)
  }

  private func unknownOnAxis(_ name: String, _ matrix: DeclaredAnalyses.Matrix) -> Finding {
    let known =
      selection.criteria.flatMap(\.names) + measures.map(\.name)
      + sources.flatMap { $0.values.map(\.name) }
    let hint = Suggestion.closest(to: name, among: known)
    return finding(
      .unknownOnAxis,
      at: matrix.position,
      found: name,
      LocalizedText(
        de: "die Matrix nennt '\(name)', das weder Kriterium noch Maß noch Wert ist, und rechnet"
          + " ohne es" + Suggestion.german(hint),
        en: "the matrix names '\(name)', which is no criterion, measure or value, and does"
          + " without it" + Suggestion.english(hint)
      )
    )
  }
}

extension Criterion {
  /// The criterion of that name in this tree.
  fileprivate func find(_ name: String) -> Criterion? {
    self.name == name ? self : children.lazy.compactMap { $0.find(name) }.first
  }
}
