// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Reads `method` and `weighting`.
enum MethodReader {
  /// The decision method with its parameters.
  static func method(_ reader: NodeReader) -> DecisionMethod? {
    guard reader.isMapping else {
      return reader.choice(of: DecisionMethod.names).flatMap { named($0, nil) }
    }
    guard let section = reader.section(.method),
      let name = section["method"]?.choice(of: DecisionMethod.names)
    else { return nil }
    reportStrayParameters(of: name, in: section)
    return named(name, section)
  }

  /// The preference thresholds among the keys of `section`.
  static func preference(in section: SectionReader) -> PreferenceThresholds {
    var thresholds = PreferenceThresholds()
    thresholds.function =
      section["preference"]?.choice(of: PreferenceThresholds.functionNames)
    thresholds.q = section["q"]?.number(atLeast: 0)
    thresholds.p = section["p"]?.number(atLeast: 0)
    thresholds.s = section["s"]?.number(atLeast: 0)
    if let q = thresholds.q, let p = thresholds.p, p < q {
      section.problems.add(
        .contradiction,
        at: section.keyPosition("p"),
        de: "p \(p) in '\(section.path)' ist kleiner als q \(q)",
        en: "p \(p) in '\(section.path)' is less than q \(q)"
      )
    }
    return thresholds
  }

  /// The weighting; a comparison matrix must have one row per criterion of the top level.
  static func weighting(_ reader: NodeReader, criteria: Int) -> Weighting? {
    guard reader.isMapping else {
      return reader.choice(of: Weighting.simpleNames).flatMap { Weighting(named: $0) }
    }
    guard let matrix = reader.section(.weighting)?["ahp"], let rows = matrix.list() else {
      return nil
    }
    guard rows.count == criteria else {
      return matrix.fail(
        .comparisonMatrix,
        de: "'\(matrix.path)' hat \(rows.count) Zeilen, es gibt aber \(criteria) Kriterien",
        en: "'\(matrix.path)' has \(rows.count) rows, but there are \(criteria) criteria"
      )
    }
    let numbers = rows.map { row(of: $0, width: criteria) }
    guard numbers.allSatisfy({ $0.count == criteria }) else { return nil }
    return .ahp(numbers)
  }

  // MARK: Methods

  private static func named(_ name: String, _ section: SectionReader?) -> DecisionMethod? {
    switch name {
    case "weighted-product": .weightedProduct
    case "topsis": .topsis
    case "vikor": .vikor(v: section?["v"].flatMap(groupUtility) ?? 0.5)
    case "promethee": .promethee(section.map(preference(in:)) ?? PreferenceThresholds())
    case "spotis": .spotis
    default: .weightedSum
    }
  }

  private static func groupUtility(_ reader: NodeReader) -> Double? {
    guard let v = reader.number(atLeast: 0) else { return nil }
    return v <= 1 ? v : reader.outOfRange("höchstens 1", "at most 1")
  }

  private static func reportStrayParameters(of name: String, in section: SectionReader) {
    let own =
      switch name {
      case "vikor": ["v"]
      case "promethee": ["preference", "q", "p", "s"]
      default: [String]()
      }
    for key in ["v", "preference", "q", "p", "s"] where section[key] != nil && !own.contains(key) {
      section.problems.add(
        .contradiction,
        at: section.keyPosition(key),
        de: "die Methode '\(name)' hat keinen Parameter '\(key)'",
        en: "method '\(name)' has no parameter '\(key)'"
      )
    }
  }

  // MARK: Comparison matrix

  private static func row(of reader: NodeReader, width: Int) -> [Double] {
    guard let cells = reader.list() else { return [] }
    guard cells.count == width else {
      return reader.fail(
        .comparisonMatrix,
        de: "'\(reader.path)' hat \(cells.count) statt \(width) Einträge",
        en: "'\(reader.path)' has \(cells.count) instead of \(width) entries"
      ) ?? []
    }
    return cells.compactMap(comparison)
  }

  /// A positive number or fraction such as `1/3`.
  private static func comparison(_ reader: NodeReader) -> Double? {
    let parts = (reader.node.scalarText ?? "").split(
      separator: "/",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    let numbers = parts.compactMap { part in Double(part.filter { !$0.isWhitespace }) }
    let value: Double =
      switch (numbers.count, parts.count) {
      case (1, 1): numbers[0]
      case (2, 2): numbers[0] / numbers[1]
      default: .nan
      }
    guard value.isFinite, value > 0 else {
      let found = reader.node.description
      return reader.fail(
        .comparisonMatrix,
        de: "in '\(reader.path)' wird eine positive Zahl oder ein Bruch wie 1/3 erwartet, "
          + "gefunden \(found.german)",
        en: "expected a positive number or a fraction such as 1/3 in '\(reader.path)', "
          + "found \(found.english)"
      )
    }
    return value
  }
}
