// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

extension RobustnessFindings {
  /// Why columns of `weights.csv` with the weights that data would give are empty; nil where none is.
  static func undefinedDiagnostics(
    _ criteria: [CriterionSensitivity],
    of ranking: Ranking,
    at position: SourcePosition?
  ) -> Finding? {
    let methods: [(ObjectiveWeights.Method, KeyPath<CriterionSensitivity.Diagnostics, Double?>)] = [
      (.entropy, \.entropy), (.critic, \.critic), (.merec, \.merec),
      (.standardDeviation, \.standardDeviation),
    ]
    let empty = methods.filter { _, weight in
      criteria.allSatisfy { $0.diagnostics[keyPath: weight] == nil }
    }.map(\.0)
    guard !empty.isEmpty, ranking.rankedCount > 1 else { return nil }
    let complete = ranking.rankedAccounts.filter { account in
      ranking.columns.allSatisfy { $0.values[account] != nil }
    }
    let columns = ranking.columns.map { column in complete.compactMap { column.values[$0] } }
    let reasons = empty.map { method -> LocalizedText in
      guard let refused = ObjectiveWeights.refused(by: method, columns) else {
        return LocalizedText(
          de: "'\(method.rawValue)' bei \(complete.count) vollständigen Kunden ohne Unterschiede",
          en: "'\(method.rawValue)' with \(complete.count) complete accounts that do not differ"
        )
      }
      let name = ranking.columns[refused].criterion.name
      return LocalizedText(
        de:
          "'\(method.rawValue)' wegen Werten \(method == .merec ? "bis" : "unter") 0 in '\(name)'",
        en: "'\(method.rawValue)' for values \(method == .merec ? "up to" : "below") 0 in '\(name)'"
      )
    }
    return Finding(
      .info,
      "K-S049",
      file: position?.file,
      line: position?.line,
      column: position?.column,
      field: "criteria",
      found: empty.map(\.rawValue).joined(separator: ", "),
      message: LocalizedText(
        de: "ohne Vergleichsgewichte in weights.csv: "
          + reasons.map(\.german).joined(separator: ", "),
        en: "without diagnostic weights in weights.csv: "
          + reasons.map(\.english).joined(separator: ", ")
      )
    )
  }
}
