// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import CyclePerformance

/// The review of the cycles: the three questions of S000 (7.3.4), answered as far as figures can.
package struct CycleReviewPage: Sendable {
  /// What the page shows.
  package struct Content: Sendable {
    /// The sheet.
    package var sheet: OKRSheet
    /// The cycles over all accounts.
    package var overview: [CycleOverview]
    /// How accounts keep to the process.
    package var health: ProcessHealthRows
    /// Where accounts are heading in running cycles.
    package var forecasts: [AccountForecast]
    /// The names of accounts.
    package var names: [String: String]

    /// Gathers what the page shows.
    package init(
      sheet: OKRSheet,
      overview: [CycleOverview],
      health: ProcessHealthRows,
      forecasts: [AccountForecast],
      names: [String: String]
    ) {
      self.sheet = sheet
      self.overview = overview
      self.health = health
      self.forecasts = forecasts
      self.names = names
    }
  }

  let content: Content
  let language: Language

  /// The review of `content`.
  package init(_ content: Content, _ language: Language) {
    self.content = content
    self.language = language
  }

  /// The page as Markdown; cycles without objectives are left out.
  package var page: MarkdownPage {
    var page = MarkdownPage(
      "cycle_review.md",
      title: LocalizedText(de: "Zyklus-Review", en: "Cycle review"),
      language
    )
    page.paragraph(
      LocalizedText(
        de: "Erreichung misst an selbst gesetzten Zielen: wer sich leichte Ziele setzt, erreicht "
          + "mehr. Über Kunden hinweg ist sie kein Leistungsvergleich.",
        en: "Attainment is measured against targets the teams set themselves: easy targets are "
          + "attained more. Across accounts it compares no performance."
      )
    )
    for row in content.overview where row.accounts > 0 {
      addCycle(row, to: &page)
    }
    return page
  }

  private func addCycle(_ row: CycleOverview, to page: inout MarkdownPage) {
    page.heading(LocalizedText(de: "Zyklus \(row.cycle)", en: "Cycle \(row.cycle)"))
    page.heading(
      LocalizedText(
        de: "Wie viel Prozent der Key Results wurden erreicht?",
        en: "What percentage of the key results was achieved?"
      ),
      level: 3
    )
    page.list(attained(row, page))
    addOutlook(row.cycle, to: &page)
    page.heading(
      LocalizedText(
        de: "Haben Sie sich im letzten Intervall auf die richtigen Objectives und Key Results "
          + "fokussiert?",
        en: "Did you focus on the right objectives and key results in the last interval?"
      ),
      level: 3
    )
    let reviews = content.sheet.reviews.filter { $0.cycle == row.cycle }
      .sorted { $0.account.isBytewiseLess(than: $1.account) }
    addFocus(reviews, row, to: &page)
    page.heading(
      LocalizedText(
        de: "Welche Schwerpunkte wollen Sie im nächsten Zyklus setzen?",
        en: "Which priorities do you want to set in the next cycle?"
      ),
      level: 3
    )
    addPriorities(reviews, row, to: &page)
    addProcess(row, to: &page)
  }

  private func attained(_ row: CycleOverview, _ page: MarkdownPage) -> [LocalizedText] {
    var range = ""
    if let interval = row.hitRateInterval {
      range = "95 %: \(page.percent(interval.lowerBound)) – \(page.percent(interval.upperBound)), "
    }
    let rate = page.percent(row.hitRate)
    let (mean, fully) = (page.percent(row.attainment), page.percent(row.fullyAchievedRate))
    let zones = Zone.allCases.enumerated().map { "\($1.rawValue) \(row.zones[$0])" }
      .joined(separator: ", ")
    return [
      LocalizedText(
        de: "\(rate) (\(row.hits) von \(row.withData) Key Results mit Daten; \(range)"
          + "\(row.keyResults - row.withData) ohne Daten)",
        en: "\(rate) (\(row.hits) of \(row.withData) key results with data; \(range)"
          + "\(row.keyResults - row.withData) without data)"
      ),
      LocalizedText(
        de: "mittlere Erreichung \(mean) (n = \(row.accountsWithData) Kunden), nach Umsatz "
          + "\(page.percent(row.attainmentByRevenue)), nach Potenzial "
          + "\(page.percent(row.attainmentByPotential))",
        en: "mean attainment \(mean) (n = \(row.accountsWithData) accounts), by revenue "
          + "\(page.percent(row.attainmentByRevenue)), by potential "
          + "\(page.percent(row.attainmentByPotential))"
      ),
      LocalizedText(
        de: "voll erreicht \(fully); Zonen: \(zones)",
        en: "fully achieved \(fully); zones: \(zones)"
      ),
    ]
  }

  private func addFocus(
    _ reviews: [CycleReview],
    _ row: CycleOverview,
    to page: inout MarkdownPage
  ) {
    let counts = CycleReview.Focus.allCases.map { focus in
      let count = reviews.count { $0.rightFocus == focus }
      return "\(PageWords.words(for: focus)(language)): \(count)"
    }
    let answered = reviews.count { $0.rightFocus != nil }
    page.paragraph(
      LocalizedText(
        de: "\(counts.joined(separator: ", ")) (\(answered) von \(row.accounts) Kunden haben "
          + "geantwortet)",
        en: "\(counts.joined(separator: ", ")) (\(answered) of \(row.accounts) accounts answered)"
      )
    )
  }

  private func addPriorities(
    _ reviews: [CycleReview],
    _ row: CycleOverview,
    to page: inout MarkdownPage
  ) {
    let said = reviews.filter { $0.nextFocus != nil || $0.learned != nil }
    if said.isEmpty {
      page.paragraph(LocalizedText(de: "noch keine Antwort", en: "no answer yet"))
    } else {
      page.table(
        [
          LocalizedText(de: "Kunde", en: "Account"),
          LocalizedText(de: "Schwerpunkte", en: "Priorities"),
          LocalizedText(de: "Gelernt", en: "Learned"),
        ],
        said.map { [name(of: $0.account), $0.nextFocus, $0.learned] }
      )
    }
    let objectives = content.sheet.objectives
    let carried = objectives.indices.filter {
      (objectives.decision(at: $0) != nil || objectives.carriedFrom(at: $0) != nil)
        && objectives.cycle(at: $0) == row.cycle
    }.map { objectives[$0] }.sorted { $0.id.isBytewiseLess(than: $1.id) }
    guard !carried.isEmpty else { return }
    page.table(
      [
        LocalizedText("Objective"), LocalizedText(de: "übernommen von", en: "Carried from"),
        LocalizedText(de: "Entscheidung", en: "Decision"),
      ],
      carried.map { objective in
        [
          objective.title ?? objective.id, objective.carriedFrom,
          objective.decision.map { PageWords.words(for: $0)(language) },
        ]
      }
    )
  }

  private func addProcess(_ row: CycleOverview, to page: inout MarkdownPage) {
    let (sum, rows, reviewed) = content.health.total(in: row.cycle)
    guard rows > 0 else { return }
    let (weeks, used) = (sum.weeks ?? 0, sum.weeksWithCheckin ?? 0)
    let (typed, differing) = (sum.typed, sum.typedDiffering)
    page.heading(LocalizedText(de: "Prozess", en: "Process"), level: 3)
    page.list([
      LocalizedText(
        de: "Check-ins in \(used) von \(weeks) Kunden-Wochen",
        en: "check-ins in \(used) of \(weeks) account-weeks"
      ),
      LocalizedText(
        de: "Reviews: \(reviewed) von \(rows) Kunden",
        en: "reviews: \(reviewed) of \(rows) accounts"
      ),
      LocalizedText(
        de: "Befunde: \(sum.errors) Fehler, \(sum.warnings) Warnungen, \(sum.hints) "
          + "Hinweise",
        en: "findings: \(sum.errors) errors, \(sum.warnings) warnings, \(sum.hints) hints"
      ),
      LocalizedText(
        de: "eingetippte Prozente: \(typed) von \(sum.keyResults) Key Results, "
          + "davon abweichend von der Berechnung: \(differing)",
        en: "typed percentages: \(typed) of \(sum.keyResults) key results, of these "
          + "differing from the computed one: \(differing)"
      ),
    ])
  }

  func name(of account: String) -> String { content.names[account] ?? account }
}
