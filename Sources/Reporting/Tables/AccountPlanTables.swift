// SPDX-License-Identifier: Apache-2.0
import Accounts
package import CyclePerformance
import DelimitedText

extension ReportTable {
  /// `account_plan.csv`: the page of the account plan as rows, one per key result.
  package static func accountPlan(_ book: AccountPlanBook) -> ReportTable {
    ReportTable(
      "account_plan",
      LocalizedText(de: "Account-Plan", en: "Account plan"),
      columns: accountPlanColumns,
      rowCount: book.lineCount
    ) { index, cells in
      let row = book.line(at: index)
      cells += [
        .text(row.account), Cell(book.names[row.account]), .text(row.objective.cycle),
        Cell(row.moal?.title), Cell(row.moal?.strategy), Cell(row.moal?.requirements),
        Cell(row.objective.title), Cell(row.entry.keyResult.title),
        Cell(row.entry.row.progressRaw.map { $0 * 100 }.flatMap { $0.isFinite ? $0 : nil }),
        Cell(row.entry.keyResult.owner), Cell(row.entry.remark),
      ]
    }
  }

  private static let accountPlanColumns: [Column] = [
    .account, .accountName, .cycle, .init("moal", .string, LocalizedText("MOAL")),
    .init("strategy", .string, LocalizedText(de: "Strategie", en: "Strategy")),
    .init("requirements", .string, LocalizedText(de: "Anforderungen", en: "Requirements")),
    .init("objective", .string, LocalizedText("Objective")),
    .init("key_result", .string, LocalizedText("KR")),
    .init(
      "attained_percent",
      .number,
      LocalizedText(de: "Erreichung in %", en: "Attained in %")
    ),
    .init("owner", .string, LocalizedText(de: "Wer?", en: "Who?")),
    .init("remarks", .string, LocalizedText(de: "Bemerkungen", en: "Remarks")),
  ]

  /// `okr_reviews.csv`: the answers at the end of the cycles.
  package static func reviews(_ reviews: [CycleReview]) -> ReportTable {
    let rows = reviews.sorted { a, b in
      if a.cycle != b.cycle { return a.cycle.isBytewiseLess(than: b.cycle) }
      if a.account != b.account { return a.account.isBytewiseLess(than: b.account) }
      return a.place.line < b.place.line
    }
    return ReportTable(
      "okr_reviews",
      LocalizedText("Reviews"),
      columns: [
        .cycle, .account, .init("date", .date, LocalizedText(de: "Datum", en: "Date")),
        .init("right_focus", .string, LocalizedText(de: "richtiger Fokus", en: "Right focus")),
        .init("next_focus", .string, LocalizedText(de: "Schwerpunkte", en: "Priorities")),
        .init("learned", .string, LocalizedText(de: "gelernt", en: "Learned")),
      ],
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(row.cycle), .text(row.account), Cell(row.date?.description),
        Cell(row.rightFocus?.rawValue), Cell(row.nextFocus), Cell(row.learned),
      ]
    }
  }
}
