// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import CyclePerformance

/// The page on what selection and OKRs have to do with each other: class counts first, then what
/// relates to what, each figure with its n, and the raw rows where there are too few for a figure.
package struct EffectPage: Sendable {
  /// What the page shows.
  package struct Content: Sendable {
    /// How many link rows each class has.
    package var classes: [(linkClass: LinkRow.Class, count: Int)]
    /// The link itself.
    package var link: LinkRows
    /// How scores relate to attainment.
    package var statistics: [Estimate]
    /// How single criteria relate to attainment.
    package var criteria: [CriterionRelation]
    /// Whether they were computed again, as no earlier run has any.
    package var areCriteriaBacktested: Bool
    /// How business figures moved.
    package var effect: [EffectRow]
    /// Which criteria would have picked whom; nil unless asked for.
    package var backtest: [BacktestRow]?

    /// Gathers what the page shows.
    package init(
      classes: [(linkClass: LinkRow.Class, count: Int)],
      link: LinkRows,
      statistics: [Estimate],
      criteria: [CriterionRelation],
      areCriteriaBacktested: Bool = false,
      effect: [EffectRow],
      backtest: [BacktestRow]?
    ) {
      self.classes = classes
      self.link = link
      self.statistics = statistics
      self.criteria = criteria
      self.areCriteriaBacktested = areCriteriaBacktested
      self.effect = effect
      self.backtest = backtest
    }
  }

  /// The most raw rows that are shown instead of a coefficient.
  package static let mostRawRows = 50

  let content: Content
  let language: Language

  /// The page of `content`.
  package init(_ content: Content, _ language: Language) {
    self.content = content
    self.language = language
  }

  /// The page as Markdown.
  package var page: MarkdownPage {
    var page = MarkdownPage(
      "effect.md",
      title: LocalizedText(de: "Auswahl, OKR und Wirkung", en: "Selection, OKRs and effect"),
      language
    )
    page.heading(LocalizedText(de: "Wer hat OKR?", en: "Who has OKRs?"))
    page.table(
      [
        LocalizedText(de: "Klasse", en: "Class"),
        LocalizedText(de: "Kunden-Zyklen", en: "Account-cycles"),
      ],
      content.classes.map { [PageWords.words(for: $0.linkClass)(language), String($0.count)] }
    )
    addRelation(to: &page)
    addCriteria(to: &page)
    if let backtest = content.backtest { add(backtest, to: &page) }
    addEffect(to: &page)
    addNotes(to: &page)
    return page
  }

  private func addRelation(to page: inout MarkdownPage) {
    page.heading(
      LocalizedText(
        de: "Hängen Punkte und spätere Erreichung zusammen?",
        en: "Does the score relate to later attainment?"
      )
    )
    let isTooFew = content.statistics.contains {
      $0.reason == .tooFewData && $0.figure == "spearman"
    }
    guard !isTooFew else { return addRawRows(to: &page) }
    page.table(
      [
        LocalizedText(de: "Kennzahl", en: "Figure"), LocalizedText(de: "Wert", en: "Value"),
        LocalizedText("95 %"), LocalizedText("p"), LocalizedText("n"),
        LocalizedText(de: "Kunden", en: "Accounts"), LocalizedText(de: "Hinweis", en: "Note"),
      ],
      content.statistics.map { figure in
        [
          PageWords.words(forFigure: figure.figure)(language), page.number(figure.value),
          range(figure.low, figure.high, page),
          figure.probability.map(page.number), String(figure.count), String(figure.accounts),
          figure.account
            ?? figure.reason.map { PageWords.words(forReason: $0.rawValue)(language) },
        ]
      }
    )
  }

  /// The rows themselves where they are too few for a coefficient.
  private func addRawRows(to page: inout MarkdownPage) {
    let link = content.link
    let rows = link.indices.filter { link.attainment(at: $0) != nil }
    let isUnlinked = !rows.isEmpty && rows.allSatisfy { link.run(at: $0) == nil }
    page.banner(
      isUnlinked
        ? LocalizedText(
          de: "vor keinem Zyklus liegt ein Auswahllauf, also gibt es keine Punkte von damals; hier "
            + "stehen die Zeilen selbst",
          en: "no selection run stands before any cycle, so there are no scores of then; these are "
            + "the rows themselves"
        )
        : LocalizedText(
          de: "zu wenige Daten für eine Kennzahl; hier stehen die Zeilen selbst",
          en: "too few data for a figure; these are the rows themselves"
        )
    )
    page.table(
      [
        LocalizedText(de: "Kunde", en: "Account"), LocalizedText(de: "Zyklus", en: "Cycle"),
        LocalizedText(de: "Lauf", en: "Run"), LocalizedText(de: "Punkte", en: "Score"),
        LocalizedText(de: "Erreichung", en: "Attained"),
      ],
      rows.prefix(Self.mostRawRows).map { link[$0] }.map {
        [$0.account, $0.cycle, $0.run, page.number($0.score), page.percent($0.attainment)]
      }
    )
    guard rows.count > Self.mostRawRows else { return }
    page.paragraph(
      LocalizedText(
        de: "\(Self.mostRawRows) von \(rows.count) Zeilen; alle stehen in link.csv",
        en: "\(Self.mostRawRows) of \(rows.count) rows; all are in link.csv"
      )
    )
  }

  private func add(_ backtest: [BacktestRow], to page: inout MarkdownPage) {
    page.heading(
      LocalizedText(
        de: "Welche Kriterien hätten die Kunden gewählt, die dann viel erreichten?",
        en: "Which criteria would have picked the accounts that then attained much?"
      )
    )
    guard !backtest.isEmpty else {
      return page.banner(
        LocalizedText(de: "noch kein Zyklus ist abgeschlossen", en: "no cycle is closed yet")
      )
    }
    page.table(
      [
        LocalizedText(de: "Zyklus", en: "Cycle"), LocalizedText(de: "Kriterien", en: "Criteria"),
        LocalizedText("n"), LocalizedText("k"),
        LocalizedText(de: "Genauigkeit", en: "Precision"),
        LocalizedText(de: "Ausbeute", en: "Recall"), LocalizedText("Lift"), LocalizedText("AUC"),
        LocalizedText(de: "Verzicht", en: "Regret"), LocalizedText("p (Holm)"),
        LocalizedText(de: "Hinweis", en: "Note"),
      ],
      backtest.map { row in
        [
          row.cycle, PageWords.words(forSet: row.set)(language), String(row.count),
          String(row.picked),
          page.percent(row.precision), page.percent(row.recall), page.number(row.lift),
          page.number(row.auc), page.number(row.regret), page.number(row.chanceHolm),
          row.reason.map { PageWords.words(forReason: $0.rawValue)(language) },
        ]
      }
    )
    page.paragraph(
      LocalizedText(
        de: "Nur Kunden mit OKR haben eine Erreichung; was die übrigen erreicht hätten, weiß "
          + "niemand. Mehrere Kriteriensätze zu vergleichen ist explorativ (Holm-Korrektur).",
        en: "Only accounts with OKRs have an attainment; what the others would have attained "
          + "nobody knows. Comparing several sets is exploratory (Holm adjustment)."
      )
    )
  }

  private func addEffect(to page: inout MarkdownPage) {
    guard !content.effect.isEmpty else { return }
    page.heading(
      LocalizedText(
        de: "Entwickelten sich die Kennzahlen dieser Kunden anders?",
        en: "Did the business figures of these accounts develop differently?"
      )
    )
    if content.effect.contains(where: { $0.reason == .notComparable }) {
      page.banner(
        LocalizedText(
          de: "Die Gruppen lagen vorher weit auseinander: der Unterschied ist nicht vergleichbar",
          en: "the groups lay far apart before: the difference is not comparable"
        )
      )
    }
    page.table(
      [
        LocalizedText(de: "Zyklus", en: "Cycle"), LocalizedText(de: "Wert", en: "Value"),
        LocalizedText(de: "Zyklen später", en: "Lag"), LocalizedText(de: "Gruppe", en: "Group"),
        LocalizedText("n"), LocalizedText(de: "Unterschied", en: "Difference"),
        LocalizedText("95 %"), LocalizedText(de: "bei gleichem Vorwert", en: "Adjusted"),
        LocalizedText(de: "gepaart", en: "Matched"),
        LocalizedText(de: "erkennbar ab", en: "Detectable"),
        LocalizedText(de: "Hinweis", en: "Note"),
      ],
      content.effect.map { row in
        [
          row.cycle, row.value, String(row.lag), PageWords.words(for: row.arm)(language),
          "\(row.treated) : \(row.control)", page.number(row.difference),
          range(row.low, row.high, page), page.number(row.adjusted), page.number(row.matched),
          page.number(row.detectable),
          row.reason.map { PageWords.words(forReason: $0.rawValue)(language) },
        ]
      }
    )
  }

  private func addNotes(to page: inout MarkdownPage) {
    page.heading(LocalizedText(de: "Zum Lesen", en: "How to read this"))
    page.list([
      LocalizedText(
        de: "Alles hier sagt, was mit was einhergeht, nicht, was wovon kommt.",
        en: "Everything here says what relates to what, never what drives what."
      ),
      LocalizedText(
        de: "Laufende Zyklen zählen mit dem, was bisher erreicht ist.",
        en: "Running cycles count with what is attained so far."
      ),
      LocalizedText(
        de: "Haben nur ausgewählte Kunden OKR, wird ein Zusammenhang zu klein geschätzt.",
        en: "Where only selected accounts have OKRs, a relation is underestimated."
      ),
      LocalizedText(
        de: "Schlüsselkunden wurden gewählt, weil sie hoch standen: ein Rückgang zum Mittel ist zu "
          + "erwarten; darum steht der Vergleich bei gleichem Vorwert daneben.",
        en: "Key accounts were chosen because they stood high: falling back towards the mean is to "
          + "be expected, so the comparison at the same level before stands beside."
      ),
    ])
  }

  func range(_ low: Double?, _ high: Double?, _ page: MarkdownPage) -> String? {
    guard let low, let high else { return nil }
    return "\(page.number(low)) – \(page.number(high))"
  }
}
