// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import Reporting
import Selection

/// What a run says about how sure its list is, one line each.
enum CertaintyText {
  static func lines(_ run: Run) -> [LocalizedText] {
    [run.robustness.map { certainty($0, run) }, run.parsimony.flatMap(parsimony)]
      .compactMap(\.self)
  }

  /// How sure one account's place is, nil where weights were not drawn or it has no rank.
  static func line(on account: Int, _ run: Run) -> LocalizedText? {
    guard let robustness = run.robustness, let ranking = run.selection?.ranking,
      ranking.rows.contains(where: { $0.account == account && $0.rank != nil })
    else { return nil }
    let row = robustness.rows.first { $0.account == account }
    let share = row?.probability ?? 0
    let move = row?.flip.map { flip in
      (
        name: ranking.columns[flip.criterion].criterion.name,
        from: ranking.columns[flip.criterion].criterion.weight,
        change: flip.change
      )
    }
    let de = move.map { move in
      "; am ehesten kippt das mit dem Gewicht von '\(move.name)': \(percent(move.from, .german))"
        + " auf \(percent(move.from + move.change, .german))"
    }
    let en = move.map { move in
      "; the weight of '\(move.name)' flips that soonest: \(percent(move.from, .english))"
        + " to \(percent(move.from + move.change, .english))"
    }
    let samples = robustness.sampling.samples
    return LocalizedText(
      de: "unter \(samples) gezogenen Gewichtungen zu \(percent(share, .german)) auf der Liste"
        + (de ?? ""),
      en: "under \(samples) drawn weightings on the list in \(percent(share, .english))"
        + (en ?? "")
    )
  }

  private static func percent(_ share: Double, _ language: Language) -> String {
    ReadableNumber.percent(share, language)
  }

  private static func certainty(_ robustness: ListRobustness, _ run: Run) -> LocalizedText {
    let listed = Set(run.selection?.shortlist.entries.map(\.account) ?? [])
    let rows = robustness.rows.filter { listed.contains($0.account) }
    let safe = rows.count { $0.verdict == .safe }
    let samples = robustness.sampling.samples
    let rivals = robustness.rows.count { !listed.contains($0.account) && $0.verdict != .out }
    return LocalizedText(
      de: "\(samples) gezogene Gewichtungen: \(safe) der \(rows.count) Plätze sicher, "
        + "\(rows.count - safe) umstritten; Kunden außerhalb mit mehr als 5 %: \(rivals)",
      en: "\(samples) drawn weightings: \(safe) of \(rows.count) places safe, "
        + "\(rows.count - safe) contested; accounts outside with more than 5%: \(rivals)"
    )
  }

  private static func parsimony(_ parsimony: Parsimony) -> LocalizedText? {
    let names = parsimony.dispensable
    guard let smallest = parsimony.smallest, !names.isEmpty else { return nil }
    let kept = smallest.kept.count
    return LocalizedText(
      de: "ohne \(list(names, "und")) bleibt die Liste gleich; "
        + "\(kept) von \(parsimony.criteria.count) Kriterien \(kept == 1 ? "genügt" : "genügen")",
      en: "without \(list(names, "and")) the list is the same; "
        + "\(kept) of \(parsimony.criteria.count) criteria \(kept == 1 ? "is" : "are") enough"
    )
  }

  /// `'a', 'b' and 'c'`.
  private static func list(_ names: [String], _ word: String) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
