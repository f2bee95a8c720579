// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Reads `method`.
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
}
