// SPDX-License-Identifier: Apache-2.0
import Accounts

/// What is said about selections under a capacity or quotas.
enum ExactFindings {
  /// Accounts without an effort that counts, by what that means for them.
  static func unusable(missing: [String], negative: [String], forced: [String]) -> [Finding] {
    var findings: [Finding] = []
    if !missing.isEmpty {
      findings.append(
        finding(
          .warning,
          "K-S028",
          "capacity.effort",
          "\(missing.count)",
          de: "ohne Aufwand nicht wählbar: \(shown(missing))",
          en: "cannot be chosen without an effort: \(shown(missing))"
        )
      )
    }
    if !negative.isEmpty {
      findings.append(
        finding(
          .error,
          "K-S029",
          "capacity.effort",
          "\(negative.count)",
          de: "Aufwand unter 0, deshalb nicht wählbar: \(shown(negative))",
          en: "effort below 0, so not to be chosen: \(shown(negative))"
        )
      )
    }
    if !forced.isEmpty {
      findings.append(
        finding(
          .error,
          "K-S030",
          "capacity.effort",
          "\(forced.count)",
          de: "durch Entscheidung auf der Liste, aber ohne brauchbaren Aufwand; gerechnet wird"
            + " mit 0: \(shown(forced))",
          en: "on the list by decision without an effort that counts; 0 is assumed:"
            + " \(shown(forced))"
        )
      )
    }
    return findings
  }

  /// No list keeps every rule.
  static func infeasible(_ rules: [LocalizedText]) -> Finding {
    finding(
      .error,
      "K-S031",
      "shortlist",
      nil,
      de: "keine Liste hält alle Regeln ein; die Liste bleibt leer; unvereinbar sind "
        + rules.map(\.german).joined(separator: " und "),
      en: "no list keeps every rule, so the list stays empty; in conflict are "
        + rules.map(\.english).joined(separator: " and ")
    )
  }

  /// The search ended early.
  static func unproved(_ exact: ExactSelection) -> Finding {
    let gap = Int128(exact.boundBillionths) - Int128(exact.scoreBillionths)
    let text = ExactFindings.score(Int64(clamping: gap))
    return finding(
      .warning,
      "K-S032",
      "shortlist",
      text.english,
      de: "die Suche endete, bevor die Liste als beste bewiesen war; eine bessere hätte höchstens"
        + " \(text.german) Punkte mehr",
      en: "the search ended before the list was proved to be the best; a better one would score"
        + " at most \(text.english) more"
    )
  }

  /// The search ended without anything.
  static var unsolved: Finding {
    finding(
      .error,
      "K-S032",
      "shortlist",
      nil,
      de: "die Suche endete ohne Ergebnis; die Liste bleibt leer; weniger quotas helfen",
      en: "the search ended without a result, so the list stays empty; fewer quotas help"
    )
  }

  /// The library is not there.
  static var absent: Finding {
    finding(
      .error,
      "K-S033",
      "shortlist",
      nil,
      de: "der Löser CBC fehlt, deshalb bleibt die Liste leer; das Paket 'coinor-libcbc-dev'"
        + " enthält ihn",
      en: "the solver CBC is missing, so the list stays empty; the package 'coinor-libcbc-dev'"
        + " has it"
    )
  }

  /// Scores below 0 are no basis for a sum.
  static func lifted(_ lift: Int64) -> Finding {
    finding(
      .warning,
      "K-S034",
      "method",
      "-\(score(lift).english)",
      de: "Punkte unter 0 lassen sich nicht aufaddieren; für die Auswahl zählt der Abstand zur"
        + " niedrigsten Punktzahl; eine Skala von 0 bis 1 hilft",
      en: "scores below 0 cannot be added up; the selection counts the distance to the lowest"
        + " score; a scale from 0 to 1 helps"
    )
  }

  /// Accounts that a quota cannot place.
  static func withoutText(_ attribute: String, _ ids: [String]) -> Finding {
    finding(
      .warning,
      "K-S035",
      "quotas",
      "\(ids.count)",
      de: "ohne '\(attribute)' bindet die Quote nicht: \(shown(ids))",
      en: "without '\(attribute)' the quota does not bind: \(shown(ids))"
    )
  }

  // MARK: Rules in words

  static func limit(_ limit: Double, forced: Int128) -> LocalizedText {
    let used = EffortText.text(EffortQuantum.units(forced))
    let decided = forced > 0
    let all = EffortText.text(limit)
    return LocalizedText(
      de: "capacity.limit \(all.german)"
        + (decided ? " (Entscheidungen brauchen schon \(used.german))" : ""),
      en: "capacity.limit \(all.english)"
        + (decided ? " (decisions already take \(used.english))" : "")
    )
  }

  static func seats(_ seats: Int, forced: Int) -> LocalizedText {
    LocalizedText(
      de: "size \(seats)" + (forced > 0 ? " (Entscheidungen nehmen \(forced) auf)" : ""),
      en: "size \(seats)" + (forced > 0 ? " (decisions include \(forced))" : "")
    )
  }

  static func quota(
    _ key: String,
    _ bound: Int,
    _ place: String,
    selectable: Int
  ) -> LocalizedText {
    LocalizedText(
      de: "\(key) \(bound) für \(place) (wählbar: \(selectable))",
      en: "\(key) \(bound) for \(place) (selectable: \(selectable))"
    )
  }

  static func quota(_ key: String, _ bound: Int, _ place: String, forced: Int) -> LocalizedText {
    LocalizedText(
      de: "\(key) \(bound) für \(place)"
        + (forced > 0 ? " (Entscheidungen nehmen \(forced) auf)" : ""),
      en: "\(key) \(bound) for \(place)" + (forced > 0 ? " (decisions include \(forced))" : "")
    )
  }

  // MARK: Parts

  /// A score with four decimals, for messages.
  static func score(_ billionths: Int64) -> LocalizedText {
    let sign = billionths < 0 ? "-" : ""
    let tenths = billionths.magnitude / 100_000 + (billionths.magnitude % 100_000 >= 50_000 ? 1 : 0)
    let rest = String(tenths % 10_000)
    let zeros = String(repeating: "0", count: 4 - rest.count)
    return LocalizedText(decimal: "\(sign)\(tenths / 10_000).\(zeros)\(rest)")
  }

  private static func shown(_ ids: [String]) -> String {
    ids.prefix(10).map { "'\($0)'" }.joined(separator: ", ") + (ids.count > 10 ? ", ..." : "")
  }

  private static func finding(
    _ severity: Finding.Severity,
    _ code: String,
    _ field: String,
    _ found: String?,
    de: String,
    en: String
  ) -> Finding {
    Finding(
      severity,
      code,
      field: field,
      found: found,
      message: LocalizedText(de: de, en: en)
    )
  }
}
