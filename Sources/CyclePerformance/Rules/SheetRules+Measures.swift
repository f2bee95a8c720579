// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - What cannot be measured

extension SheetRules {
  /// What a key result lacks that cannot be measured, and the setting or the type that helps.
  func notMeasurable(_ index: Int) -> LocalizedText {
    let kind = sheet.keyResults.kind(at: index)
    let needed = Self.needed(kind)
    let advice = advice(index, kind)
    return LocalizedText(
      de: "Key Result ist nicht messbar: '\(kind.rawValue)' braucht \(needed.german)"
        + advice.german,
      en: "key result is not measurable: '\(kind.rawValue)' needs \(needed.english)"
        + advice.english
    )
  }

  private static func needed(_ kind: KeyResult.Kind) -> LocalizedText {
    switch kind {
    case .atLeast, .atMost: LocalizedText(de: "einen Zielwert", en: "its target value")
    case .between: LocalizedText(de: "Unter- und Obergrenze", en: "its lower and upper limit")
    case .zones:
      LocalizedText(
        de: "Start-, Commit-, Ziel- und Stretch-Wert",
        en: "its baseline, commit, target and stretch values"
      )
    case .metric, .boolean, .milestone, .ordinal:
      LocalizedText(de: "Start- und Zielwert", en: "its start and target values")
    }
  }

  private func advice(_ index: Int, _ kind: KeyResult.Kind) -> LocalizedText {
    guard kind == .metric else { return LocalizedText("") }
    let scale = sheet.keyResults.scale(at: index)
    if scale.target != nil, !sheet.columns.contains(.baseline) {
      let setting = "'columns: {baseline: {constant: 0}}'"
      return LocalizedText(
        de: "; beginnen alle bei 0, sagt das \(setting)",
        en: "; where all begin at 0, \(setting) says so"
      )
    }
    guard scale.isEmpty else { return LocalizedText("") }
    return LocalizedText(
      de: "; ist es nur erledigt oder offen, gehört 'Ja/Nein' in die Spalte 'KR-Typ'",
      en: "; where it is just done or open, the column 'type' says 'boolean'"
    )
  }
}
