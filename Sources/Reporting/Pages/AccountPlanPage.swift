// SPDX-License-Identifier: Apache-2.0
package import Accounts
import CyclePerformance

/// The page of an account plan (S000, 7.3.3): goal, strategy, milestones and requirements, then per
/// cycle the objectives with their key results.
///
/// "Wer?" is what the plan says, as text; no figure is ever computed by person.
package struct AccountPlanPage: Sendable {
  private let book: AccountPlanBook
  private let account: String
  private let language: Language

  /// The page of `account` out of `book`.
  package init(of account: String, in book: AccountPlanBook, _ language: Language) {
    self.book = book
    self.account = account
    self.language = language
  }

  /// The page as Markdown.
  package var page: MarkdownPage {
    let name = book.names[account].map { "\($0) (\(account))" } ?? account
    var page = MarkdownPage(
      "account_plans/\(PageFileName.safe(account)).md",
      title: LocalizedText(de: "Account-Plan: \(name)", en: "Account plan: \(name)"),
      language
    )
    let moals = book.moals(of: account)
    if moals.isEmpty { add(nil, to: &page) }
    for moal in moals { add(moal, to: &page) }
    for cycle in book.cycles(of: account) { add(cycle, to: &page) }
    addCourse(to: &page)
    return page
  }

  /// The four fields of a goal; all are there to be filled in where there is none.
  private func add(_ moal: Moal?, to page: inout MarkdownPage) {
    page.field(LocalizedText("MOAL"), moal?.title ?? moal?.id)
    page.field(
      LocalizedText(
        de: "Strategie („warum sollte der Key Account JA sagen?“)",
        en: "Strategy (\"why should the key account say YES?\")"
      ),
      moal?.strategy
    )
    let milestones = moal.map { book.milestones(of: $0.id) } ?? []
    page.field(
      LocalizedText(de: "Meilensteine", en: "Milestones"),
      milestones.isEmpty ? nil : String(milestones.count)
    )
    if !milestones.isEmpty {
      page.table(
        [
          LocalizedText(de: "Termin", en: "Due"), LocalizedText(de: "Art", en: "Kind"),
          LocalizedText(de: "Meilenstein", en: "Milestone"),
          LocalizedText(de: "Erledigt", en: "Done"),
        ],
        milestones.map { milestone in
          let isDone = milestone.isDone ? LocalizedText(de: "ja", en: "yes")(language) : nil
          return [
            page.day(milestone.due), milestone.kind.map { PageWords.words(for: $0)(language) },
            milestone.title, page.day(milestone.doneOn) ?? isDone,
          ]
        }
      )
    }
    page.field(
      LocalizedText(
        de: "Anforderungen (an das eigene Unternehmen)",
        en: "Requirements (of our own company)"
      ),
      moal?.requirements
    )
  }

  private func add(_ cycle: String, to page: inout MarkdownPage) {
    let known = book.cycle(cycle)
    let days = [page.day(known?.start), page.day(known?.end)].compactMap { $0 }
    let span = days.count == 2 ? "\(days[0]) – \(days[1]) (\(cycle))" : cycle
    page.heading(
      LocalizedText(de: "OKR für den Zeitraum: \(span)", en: "OKRs for the period: \(span)")
    )
    if let row = book.row(of: account, in: cycle) { page.paragraph(standing(of: row, page)) }
    for objective in book.objectives(of: account, in: cycle) {
      let keyResults = book.keyResults(of: objective)
      page.heading(LocalizedText(objective.title ?? objective.id), level: 3)
      page.table(
        [
          LocalizedText("KR"), LocalizedText(de: "Erreichung in %", en: "Attained in %"),
          LocalizedText(de: "Wer?", en: "Who?"), LocalizedText(de: "Bemerkungen", en: "Remarks"),
        ],
        keyResults.map { entry in
          [
            entry.keyResult.title ?? entry.keyResult.id, attained(entry.row, page),
            entry.keyResult.owner, entry.remark,
          ]
        }
      )
      page.list(keyResults.compactMap { outlook($0.row, page) })
    }
  }

  private func standing(of row: OKRAccountRow, _ page: MarkdownPage) -> LocalizedText {
    let (attained, coverage) = (page.percent(row.attainment), page.percent(row.coverage))
    let status = row.status.map(PageWords.words) ?? LocalizedText("–")
    let expected = page.percent(row.expected)
    return LocalizedText(
      de: "Erreichung \(attained), zu erwarten \(expected), Abdeckung \(coverage), "
        + "\(row.hits) von \(row.keyResults) Key Results erreicht: \(status.german)",
      en: "attained \(attained), to be expected \(expected), coverage \(coverage), "
        + "\(row.hits) of \(row.keyResults) key results hit: \(status.english)"
    )
  }

  private func attained(_ row: OKRKeyResultRow, _ page: MarkdownPage) -> String {
    guard row.progressRaw == nil, let reason = row.reason else {
      return page.percent(row.progressRaw)
    }
    return "– (\(PageWords.words(forReason: reason)(language)))"
  }

  /// Where a running key result is heading.
  private func outlook(_ row: OKRKeyResultRow, _ page: MarkdownPage) -> LocalizedText? {
    guard let forecast = row.forecast else { return nil }
    let title = row.title ?? row.keyResult
    let value = page.percent(forecast)
    var range = ""
    if let low = row.forecastLow, let high = row.forecastHigh {
      range = " (80 %: \(page.percent(low)) – \(page.percent(high)))"
    }
    return LocalizedText(
      de: "Prognose für „\(title)“ zum Zyklusende: \(value)\(range)",
      en: "forecast for “\(title)” at the end of the cycle: \(value)\(range)"
    )
  }

  private func addCourse(to page: inout MarkdownPage) {
    let rows = book.rows(of: account)
    guard rows.count > 1 else { return }
    page.heading(LocalizedText(de: "Verlauf über die Zyklen", en: "Course over the cycles"))
    page.table(
      [
        LocalizedText(de: "Zyklus", en: "Cycle"), LocalizedText(de: "Erreichung", en: "Attained"),
        LocalizedText(de: "Abdeckung", en: "Coverage"),
        LocalizedText(de: "Treffer", en: "Hits"), LocalizedText("Status"),
      ],
      rows.map { row in
        [
          row.cycle, page.percent(row.attainment), page.percent(row.coverage),
          "\(row.hits)/\(row.keyResults)", row.status.map { PageWords.words(for: $0)(language) },
        ]
      }
    )
  }
}
