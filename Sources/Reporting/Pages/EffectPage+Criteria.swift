// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance

extension EffectPage {
  /// How single criteria relate to attainment; nothing where no run says what its criteria were.
  func addCriteria(to page: inout MarkdownPage) {
    guard !content.criteria.isEmpty else { return }
    page.heading(
      LocalizedText(
        de: "Welche Kriterien gehen mit späterer Erreichung einher?",
        en: "Which criteria relate to later attainment?"
      )
    )
    if content.areCriteriaBacktested {
      page.paragraph(
        LocalizedText(
          de:
            "Kein früherer Lauf sagt, wie seine Kriterien standen; sie sind auf dem Datenstand vor "
            + "jedem Zyklus nachgerechnet. Kriterien aus Angaben ohne Perioden fehlen hier, denn "
            + "wie sie damals waren, weiß niemand.",
          en: "No earlier run says how its criteria stood; they are computed again on the data "
            + "before each cycle. Criteria on data without periods are left out here, as nobody "
            + "knows what they were then."
        )
      )
    }
    guard content.criteria.contains(where: { $0.alone.value != nil }) else {
      return page.banner(reason)
    }
    page.table(
      [
        LocalizedText(de: "Kriterium", en: "Criterion"),
        LocalizedText(de: "Steigung", en: "Slope"), LocalizedText("95 %"),
        LocalizedText("p (Holm)"), LocalizedText("n"),
        LocalizedText(de: "Kunden", en: "Accounts"), LocalizedText("R²"),
        LocalizedText(de: "mit allen Kriterien", en: "With all criteria"), LocalizedText("95 %"),
        LocalizedText("Ridge"), LocalizedText(de: "Hinweis", en: "Note"),
      ],
      content.criteria.map { row(of: $0, page) }
    )
    page.paragraph(
      LocalizedText(
        de: "Die Steigung sagt, um wie viel höher die Erreichung bei bestem als bei schlechtestem "
          + "Nutzen des Kriteriums lag, erst für sich, dann bei gleichem Stand der übrigen "
          + "Kriterien. Mehrere Kriterien anzusehen ist explorativ (Holm-Korrektur), und keine "
          + "Steigung sagt, dass das Kriterium die Ursache ist.",
        en:
          "The slope says how much higher attainment was at the best than at the worst utility of "
          + "the criterion, first alone, then with the other criteria held where they are. Looking "
          + "at several criteria is exploratory (Holm adjustment), and no slope says that the "
          + "criterion is the cause."
      )
    )
  }

  /// Why no criterion has a slope.
  private var reason: LocalizedText {
    let found = content.criteria.compactMap(\.alone.reason)
    guard let first = found.first, found.allSatisfy({ $0 == first }) else {
      return LocalizedText(de: "keine Kennzahl", en: "no figure")
    }
    return PageWords.words(forReason: first.rawValue)
  }

  private func row(of relation: CriterionRelation, _ page: MarkdownPage) -> [String?] {
    let (alone, together) = (relation.alone, relation.together)
    var notes: [String] = []
    for reason in [alone.reason, together.reason].compactMap({ $0 }) {
      let words = PageWords.words(forReason: reason.rawValue)(language)
      if !notes.contains(words) { notes.append(words) }
    }
    return [
      relation.criterion, page.number(alone.value), range(alone.low, alone.high, page),
      page.number(relation.probabilityHolm), String(alone.count), String(alone.accounts),
      page.number(relation.rSquared), page.number(together.value),
      range(together.low, together.high, page), page.number(relation.ridge),
      notes.joined(separator: "; "),
    ]
  }
}
