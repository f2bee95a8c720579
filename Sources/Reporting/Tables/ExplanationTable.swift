// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
package import Selection

extension ReportTable {
  /// One account's criteria: value, utility and contribution, and the value that would move it
  /// across the cut.
  package static func explanation(
    _ explanation: Explanation,
    in ranking: Ranking,
    money: [Double?]
  ) -> ReportTable {
    let account = explanation.row.account
    let rival = explanation.rival.flatMap { ranking.accounts.firstIndex(of: $0) }
    let columns = ranking.columns
    let changes = explanation.changes
    return ReportTable(
      "explanation",
      LocalizedText(de: "Begründung", en: "Explanation"),
      columns: explanationColumns,
      rowCount: columns.count
    ) { index, cells in
      let column = columns[index]
      let change = changes.isEmpty ? nil : changes[index]
      let contributions = ranking.contributions(of: index)
      let theirs = rival.flatMap { contributions[$0] }
      let gap = contributions[account].flatMap { own in theirs.map { own - $0 } }
      cells += [
        .text(column.criterion.name), .real(column.criterion.weight),
        Cell(column.values[account]), Cell(column.utilities[account]),
        Cell(contributions[account]), Cell(change?.needed), Cell(change?.difference),
        Cell(index < money.count ? money[index] : nil), Cell(rival.flatMap { column.values[$0] }),
        Cell(theirs), Cell(gap),
      ]
    }
  }

  private static let explanationColumns: [Column] = [
    .init("criterion", .string, LocalizedText(de: "Kriterium", en: "Criterion")),
    .init("weight", .number, LocalizedText(de: "Gewicht", en: "Weight")),
    .init("value", .number, LocalizedText(de: "Wert", en: "Value")),
    .init("utility", .number, LocalizedText(de: "Nutzen", en: "Utility")),
    .init("contribution", .number, LocalizedText(de: "Beitrag", en: "Contribution")),
    .init("needed", .number, LocalizedText(de: "kippt bei", en: "Flips at")),
    .init("difference", .number, LocalizedText(de: "Änderung", en: "Change")),
    .init("money", .number, LocalizedText(de: "in Geld", en: "In money")),
    .init("rival_value", .number, LocalizedText(de: "dort Wert", en: "Theirs")),
    .init("rival_contribution", .number, LocalizedText(de: "dort Beitrag", en: "They get")),
    .init("gap", .number, LocalizedText(de: "Abstand", en: "Gap")),
  ]
}
