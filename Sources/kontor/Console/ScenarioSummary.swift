// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import Selection

/// One line on the what-if variants of a programme.
enum ScenarioSummary {
  /// So many variants that change the list are named.
  private static let shown = 4

  /// How many variants leave the list as it is, and what the others change; nil without variants.
  static func line(_ run: Run) -> LocalizedText? {
    guard let changes = run.scenarios?.changes, !changes.isEmpty else { return nil }
    let turned = changes.compactMap { variant -> LocalizedText? in
      let entered = variant.changes.count { $0.kind == .entered }
      let left = variant.changes.count { $0.kind == .left }
      guard entered + left > 0 else { return nil }
      return LocalizedText(
        de: "'\(variant.scenario)' (\(entered) neu, \(left) heraus)",
        en: "'\(variant.scenario)' (\(entered) in, \(left) out)"
      )
    }
    let same = changes.count - turned.count
    let more = turned.count > shown ? ", …" : ""
    let german = turned.prefix(shown).map(\.german).joined(separator: ", ") + more
    let english = turned.prefix(shown).map(\.english).joined(separator: ", ") + more
    return LocalizedText(
      de: "Varianten: \(same) von \(changes.count) lassen die Liste, wie sie ist"
        + (turned.isEmpty ? "" : "; anders bei \(german)"),
      en: "scenarios: \(same) of \(changes.count) leave the list as it is"
        + (turned.isEmpty ? "" : "; changed by \(english)")
    )
  }
}
