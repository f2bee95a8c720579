// SPDX-License-Identifier: Apache-2.0
import Accounts

/// What is said about scales and missing values, one finding per criterion and matter.
enum ScalingFindings {
  /// The findings on one scaled column of ranked accounts.
  static func findings(on column: ScaledColumn, of criterion: Criterion) -> [Finding] {
    var findings: [Finding] = []
    if column.isConstant { findings.append(constant(criterion, count: column.utilities.count)) }
    if column.clamped > 0 { findings.append(clamped(criterion, count: column.clamped)) }
    if let refusal = column.refusal { findings.append(refused(criterion, refusal)) }
    let missing = column.utilities.count { $0 == nil }
    if missing > 0 {
      findings.append(
        self.missing(criterion, missing, of: column.utilities.count, dropped: column.dropped)
      )
    }
    return findings
  }

  /// The findings on the scales as the programme gives them, before any data.
  static func advice(on criteria: [Criterion]) -> [Finding] {
    let dependent = criteria.filter(\.scale.dependsOnData)
    return (dependent.isEmpty ? [] : [dataDependent(dependent)])
      + criteria.filter(\.isMirroredTwice).map(mirroredTwice)
  }

  private static func constant(_ criterion: Criterion, count: Int) -> Finding {
    Finding(
      .warning,
      "K-S001",
      criterion,
      message: LocalizedText(
        de: "Kriterium '\(criterion.name)' hat für alle \(count) gereihten Kunden denselben Wert;"
          + " es behält sein Gewicht und unterscheidet niemanden",
        en: "criterion '\(criterion.name)' has one value for all \(count) ranked accounts;"
          + " it keeps its weight and tells nobody apart"
      )
    )
  }

  private static func clamped(_ criterion: Criterion, count: Int) -> Finding {
    Finding(
      .info,
      "K-S003",
      criterion,
      found: String(count),
      message: LocalizedText(
        de: "\(count) Werte von Kriterium '\(criterion.name)' liegen außerhalb von 'from' und"
          + " 'to' und zählen wie die Grenze",
        en: "\(count) values of criterion '\(criterion.name)' lie beyond 'from' and 'to' and"
          + " count like the bound"
      )
    )
  }

  private static func refused(_ criterion: Criterion, _ refusal: ScaledColumn.Refusal) -> Finding {
    let need: LocalizedText =
      switch refusal {
      case .negativeValues:
        LocalizedText(de: "braucht Werte ab 0", en: "needs values of 0 or more")
      case .valuesNotPositive:
        LocalizedText(de: "braucht Werte über 0", en: "needs values above 0")
      case .outOfRange:
        LocalizedText(de: "verlässt den Zahlenbereich", en: "leaves the range of numbers")
      }
    return Finding(
      .error,
      "K-S005",
      criterion,
      message: LocalizedText(
        de: "die Skala von Kriterium '\(criterion.name)' \(need.german); jeder Wert zählt 0;"
          + " 'scale: {from: .., to: ..}' hilft",
        en: "the scale of criterion '\(criterion.name)' \(need.english); every value counts 0;"
          + " 'scale: {from: .., to: ..}' helps"
      )
    )
  }

  private static func missing(
    _ criterion: Criterion,
    _ missing: Int,
    of count: Int,
    dropped: Int
  ) -> Finding {
    let isEmpty = missing == count
    let policy = criterion.missing.rawValue
    let german = dropped > 0 ? " (davon \(dropped) nicht positiv, ohne Logarithmus)" : ""
    let english = dropped > 0 ? " (\(dropped) of them not positive, without logarithm)" : ""
    return Finding(
      isEmpty || dropped > 0 ? .warning : .info,
      dropped > 0 ? "K-S004" : "K-S012",
      criterion,
      found: String(missing),
      message: LocalizedText(
        de: "Kriterium '\(criterion.name)' fehlt bei \(missing) von \(count) gereihten"
          + " Kunden\(german); 'missing: \(policy)' entscheidet",
        en: "criterion '\(criterion.name)' is missing for \(missing) of \(count) ranked"
          + " accounts\(english); 'missing: \(policy)' decides"
      )
    )
  }

  private static func dataDependent(_ criteria: [Criterion]) -> Finding {
    let names = criteria.map { "'\($0.name)'" }.joined(separator: ", ")
    return Finding(
      .info,
      "K-S002",
      criteria[0],
      message: LocalizedText(
        de: "die Skala von \(names) hängt von den anderen Kunden ab: ein neuer Kunde kann die"
          + " Reihenfolge der übrigen ändern; 'scale: {from: .., to: ..}' verhindert das",
        en: "the scale of \(names) depends on the other accounts: one who joins can reorder the"
          + " rest; 'scale: {from: .., to: ..}' prevents that"
      ),
      citation: "Belton and Gear 1983"
    )
  }

  private static func mirroredTwice(_ criterion: Criterion) -> Finding {
    Finding(
      .warning,
      "K-S006",
      criterion,
      message: LocalizedText(
        de: "die Skala von Kriterium '\(criterion.name)' fällt bereits und 'direction: minimise'"
          + " spiegelt sie noch einmal: größere Werte gelten als besser",
        en: "the scale of criterion '\(criterion.name)' already falls and 'direction: minimise'"
          + " mirrors it again: larger values count as better"
      )
    )
  }
}

extension Criterion {
  /// Whether a falling scale is mirrored by the direction, which is hardly ever meant.
  fileprivate var isMirroredTwice: Bool {
    guard direction == .minimise else { return false }
    switch scale {
    case .fixed(let from, let to): return from > to
    case .points(let points):
      guard let first = points.first, let last = points.last else { return false }
      return last.utility < first.utility
    default: return false
    }
  }
}

extension Finding {
  /// A finding on a criterion, at its place in the programme.
  init(
    _ severity: Severity,
    _ code: String,
    _ criterion: Criterion,
    found: String? = nil,
    message: LocalizedText,
    citation: String? = nil
  ) {
    let position = criterion.position
    self.init(
      severity,
      code,
      file: position?.file,
      line: position?.line,
      column: position?.column,
      field: criterion.name,
      found: found,
      message: message,
      citation: citation
    )
  }
}
